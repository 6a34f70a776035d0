//! What came back: the rejects of the lines, as a fund that knows the true rights would send them.

use super::lines::Line;
use super::people::within;
use super::{Recipe, batch};
use crate::frame::Input;
use arrow_array::{Date32Array, Int64Array, RecordBatch, RecordBatchIterator, StringArray};
use arrow_schema::ArrowError;
use std::sync::Arc;

struct Reject {
    claim: u64,
    line: u64,
    returned: i32,
    share: &'static str,
    label: &'static str,
    amount: i64,
}

/// The rejects, made batch by batch as they are asked for, in the order of the lines.
pub fn rejects(recipe: &Recipe) -> Input {
    let recipe = *recipe;
    let rows = u64::try_from(recipe.rows.max(1)).unwrap_or(u64::MAX);
    let schema = written(&[]).schema();
    let starts = (0..recipe.lines).step_by(recipe.rows.max(1));
    let batches = starts.map(move |start| {
        let end = recipe.lines.min(start.saturating_add(rows));
        let found: Vec<Reject> = (start..end)
            .filter_map(|number| reject(&recipe, number))
            .collect();
        Ok::<_, ArrowError>(written(&found))
    });
    Box::new(RecordBatchIterator::new(batches, schema))
}

fn reject(recipe: &Recipe, number: u64) -> Option<Reject> {
    let (line, person) = Line::new(recipe, number);
    let rates = &recipe.rates;
    let day = line.care;
    let ald = person.ald.is_some_and(|ald| within(ald, day)) && !person.pending;
    let css = person
        .css
        .is_some_and(|(start, end)| within((start, Some(end)), day));
    let wrong_contract = match line.contract {
        Some((_, "89")) => !css,
        Some(_) => true,
        None => false,
    };
    let due = if !within(person.coverage, day) {
        Some(("amo", "DROITS FERMES"))
    } else if line.exemption == "4" && !ald {
        Some(("amo", "ETM NON TROUVE EN BDO"))
    } else if wrong_contract {
        Some(("amc", "FACT TPC INCOMP TYPE CONTRAT"))
    } else {
        None
    };
    let due = due.filter(|_| !line.chance.happens(21, rates.forgiven));
    let other = line
        .chance
        .happens(22, rates.other_rejects)
        .then_some(("amo", "AUTRE"));
    let (share, label) = due.or(other)?;
    Some(Reject {
        claim: line.claim,
        line: line.number,
        returned: day
            .unix_days()
            .saturating_add(3)
            .saturating_add(line.chance.days(23, 12)),
        share,
        label,
        amount: line.amount,
    })
}

fn written(rejects: &[Reject]) -> RecordBatch {
    let claims: Int64Array = rejects.iter().map(|one| i64::try_from(one.claim).ok()).collect();
    let lines: Int64Array = rejects.iter().map(|one| i64::try_from(one.line).ok()).collect();
    let returned: Date32Array = rejects.iter().map(|one| Some(one.returned)).collect();
    let shares: StringArray = rejects.iter().map(|one| Some(one.share)).collect();
    let labels: StringArray = rejects.iter().map(|one| Some(one.label)).collect();
    let amounts: Int64Array = rejects.iter().map(|one| Some(one.amount)).collect();
    batch(vec![
        ("claim_id", Arc::new(claims)),
        ("line_id", Arc::new(lines)),
        ("returned_on", Arc::new(returned)),
        ("share", Arc::new(shares)),
        ("label", Arc::new(labels)),
        ("rejected_cents", Arc::new(amounts)),
    ])
}
