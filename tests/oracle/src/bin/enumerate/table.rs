//! The cells as a table, in which values with the same answers stand together.

use crate::cells::{Cells, Key};
use std::fmt::Write;

/// Some values of each dimension from one on, and the answer that all of them have.
#[derive(Clone, PartialEq, Eq)]
struct Row {
    values: Vec<Vec<&'static str>>,
    answer: String,
}

/// The document.
pub fn document(cells: &Cells, edition: &str, title: &str, intro: &str) -> String {
    let all: Vec<(&Key, &String)> = cells.answers.iter().collect();
    let rows = rows(cells, &all, 0);
    let mut text = String::new();
    let _ = writeln!(text, "# {title}\n");
    let _ = writeln!(
        text,
        "{} cells, {} undecided; edition {edition}. Written by `cargo xtask enumerate`: do not edit.\n",
        cells.count, cells.undecided
    );
    text.push_str(intro);
    text.push_str(
        "\nA cell that is undetermined is so on purpose, for the reasons named. An asterisk stands for every value, a \
         dash for none.\n",
    );
    let mut code = String::new();
    for row in rows {
        let names: Vec<String> = row
            .values
            .iter()
            .zip(&cells.values)
            .map(|(some, all)| told(some, all))
            .collect();
        let (first, rest) = names
            .split_first()
            .map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
        if first != code {
            code = first.to_owned();
            let _ = writeln!(text, "\n## Code {code}\n");
            let _ = writeln!(
                text,
                "| {} | answer |",
                cells.dimensions.get(1..).unwrap_or_default().join(" | ")
            );
            let _ = writeln!(text, "|{}", "---|".repeat(cells.dimensions.len()));
        }
        let _ = writeln!(text, "| {} | {} |", rest.join(" | "), row.answer);
    }
    text
}

/// Values by name, or an asterisk for every one that there is.
fn told(some: &[&'static str], all: &[&'static str]) -> String {
    let named = |list: &[&'static str]| list.iter().filter(|one| **one != "-").count();
    if named(some) > 0 && named(some) == named(all) {
        "*".to_owned()
    } else {
        some.join(", ")
    }
}

/// The rows of these cells from a dimension on: values whose rows are equal are told once.
fn rows(cells: &Cells, some: &[(&Key, &String)], dimension: usize) -> Vec<Row> {
    let Some(values) = cells.values.get(dimension) else {
        return some
            .first()
            .map(|(_, answer)| Row {
                values: Vec::new(),
                answer: (*answer).clone(),
            })
            .into_iter()
            .collect();
    };
    let mut groups: Vec<(Vec<&'static str>, Vec<Row>)> = Vec::new();
    for value in values {
        let with: Vec<(&Key, &String)> = some
            .iter()
            .copied()
            .filter(|(key, _)| key.get(dimension) == Some(value))
            .collect();
        if with.is_empty() {
            continue;
        }
        let below = rows(cells, &with, dimension + 1);
        match groups.iter_mut().find(|(_, rows)| *rows == below) {
            Some((values, _)) => values.push(value),
            None => groups.push((vec![value], below)),
        }
    }
    let with_values = |(values, rows): (Vec<&'static str>, Vec<Row>)| {
        rows.into_iter().map(move |row| Row {
            values: [vec![values.clone()], row.values].concat(),
            answer: row.answer,
        })
    };
    groups.into_iter().flat_map(with_values).collect()
}
