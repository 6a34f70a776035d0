//! The index of the pages, by family.

use super::Material;
use super::page::{family, validity};
use std::fmt::Write;

pub(super) fn index(material: &Material) -> String {
    let tables = &material.engine.tables().decision;
    let mut out = String::from(
        "# The rules, one by one\n\n\
         Written by `cargo xtask pages` from the tables, the texts and the cases; a test fails when a page is out of date.\n\
         Each page says what the rule is, where it comes from, how sure that is, when it was last checked, the care dates\n\
         for which it holds, every reason that it gives with its texts, what to do, and an example.\n\n",
    );
    let _ = writeln!(
        out,
        "Edition {}, for care from {} to {}.",
        tables.edition,
        tables
            .covers
            .start()
            .map_or_else(|| "any day".to_owned(), |day| day.to_string()),
        tables
            .covers
            .end()
            .map_or_else(|| "any day".to_owned(), |day| day.to_string()),
    );
    let mut last = "";
    for rule in tables.rules.rules() {
        let family = family(rule.id);
        if family != last {
            last = family;
            let _ = write!(
                out,
                "\n## {family}\n\n| rule | what | reference | confidence | checked | holds |\n|---|---|---|---|---|---|\n"
            );
        }
        let _ = writeln!(
            out,
            "| [{id}]({id}.md) | {} | {} | `{}` | {} | {} |",
            rule.title,
            rule.reference.text,
            rule.reference.confidence,
            rule.reference.checked,
            validity(rule.validity),
            id = rule.id,
        );
    }
    out
}
