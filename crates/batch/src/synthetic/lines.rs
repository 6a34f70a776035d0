//! Claims, as a pharmacy software would send them.

use super::people::{Person, key, within};
use super::{Chance, Recipe, batch};
use crate::frame::Input;
use arrow_array::{ArrayRef, Date32Array, Int64Array, RecordBatch, RecordBatchIterator, StringArray};
use arrow_schema::ArrowError;
use std::sync::Arc;
use tierspayant::core::model::Date;

/// One line, before it is written.
pub(super) struct Line {
    pub(super) claim: u64,
    pub(super) number: u64,
    pub(super) person: u64,
    pub(super) care: Date,
    prescribed: i32,
    pub(super) exemption: &'static str,
    relation: &'static str,
    origin: &'static str,
    card: &'static str,
    nature: &'static str,
    pub(super) contract: Option<(&'static str, &'static str)>,
    pub(super) amount: i64,
    pub(super) chance: Chance,
}

/// How many lines a claim has, one after the other.
const PATTERN: [u64; 6] = [1, 2, 1, 4, 3, 2];
const PATTERN_LINES: u64 = 13;

/// The claim of a line and the place of the line in it.
fn claim_of(line: u64) -> (u64, u64) {
    let (mut claim, mut rest) = (line / PATTERN_LINES * 6, line % PATTERN_LINES);
    for lines in PATTERN {
        if rest < lines {
            break;
        }
        rest -= lines;
        claim += 1;
    }
    (claim, rest)
}

impl Line {
    pub(super) fn new(recipe: &Recipe, number: u64) -> (Self, Person) {
        let (claim, place) = claim_of(number);
        let rates = &recipe.rates;
        let whole = Chance::new(recipe.seed.wrapping_add(1), claim);
        let own = Chance::new(recipe.seed.wrapping_add(2), number);
        let person_number = whole.below(1, u64::from(recipe.people.max(1)));
        let person = Person::new(recipe, person_number);
        let claims = claim_of(recipe.lines).0.saturating_add(1);
        // Claims come in the order of their days.
        let passed = u128::from(claim) * u128::from(recipe.days) / u128::from(claims);
        let care = recipe
            .first
            .plus_days(i32::try_from(passed).unwrap_or(0))
            .unwrap_or(recipe.first);
        let has_ald = person.ald.is_some_and(|(start, _)| start <= care.unix_days());
        let in_maternity = person
            .maternity
            .is_some_and(|(start, end)| within((start, Some(end)), care));
        let related = has_ald && own.happens(2, 0.6);
        let (exemption, relation, origin) = if has_ald && own.happens(3, rates.relation_unknown) {
            ("4", "unknown", "adri")
        } else if related && own.happens(4, rates.missed) {
            ("0", "related", "card")
        } else if related {
            ("4", "related", "adri")
        } else if !has_ald && own.happens(5, rates.forced) {
            ("4", "related", "manual")
        } else {
            ("0", "unrelated", "card")
        };
        let css = person.css.filter(|(start, _)| *start <= care.unix_days());
        let contract = match css {
            Some(_) if whole.happens(6, rates.wrong_type) => Some(("99999997", "80")),
            Some(_) => Some(("99999997", "89")),
            None => None,
        };
        let line = Line {
            claim,
            number: place + 1,
            person: person_number,
            care,
            prescribed: care.unix_days().saturating_sub(whole.days(7, 20)),
            exemption,
            relation,
            origin,
            card: if whole.happens(8, 0.93) { "read" } else { "absent" },
            nature: if in_maternity && !has_ald { "30" } else { "10" },
            contract,
            amount: i64::try_from(120 + own.below(9, 900) * own.below(10, 12)).unwrap_or(0),
            chance: own,
        };
        (line, person)
    }
}

/// The lines, made batch by batch as they are asked for.
pub fn lines(recipe: &Recipe) -> Input {
    let recipe = *recipe;
    let rows = u64::try_from(recipe.rows.max(1)).unwrap_or(u64::MAX);
    let schema = some(&recipe, 0..0).schema();
    let starts = (0..recipe.lines).step_by(recipe.rows.max(1));
    let batches = starts.map(move |start| {
        let end = recipe.lines.min(start.saturating_add(rows));
        Ok::<_, ArrowError>(some(&recipe, start..end))
    });
    Box::new(RecordBatchIterator::new(batches, schema))
}

fn some(recipe: &Recipe, range: std::ops::Range<u64>) -> RecordBatch {
    let lines: Vec<Line> = range.map(|number| Line::new(recipe, number).0).collect();
    let text = |of: fn(&Line) -> Option<&'static str>| -> ArrayRef {
        Arc::new(lines.iter().map(of).collect::<StringArray>())
    };
    let bad = |line: &Line| line.chance.happens(11, recipe.rates.bad_cells);
    let people: StringArray = lines.iter().map(|line| Some(key(line.person))).collect();
    let pharmacies: StringArray = lines
        .iter()
        .map(|line| Some(format!("ph{}", line.person % 5)))
        .collect();
    let operators: StringArray = lines
        .iter()
        .map(|line| Some(format!("op{}", line.chance.below(12, 7))))
        .collect();
    let claims: Int64Array = lines.iter().map(|line| i64::try_from(line.claim).ok()).collect();
    let numbers: Int64Array = lines.iter().map(|line| i64::try_from(line.number).ok()).collect();
    let amounts: Int64Array = lines
        .iter()
        .map(|line| Some(if bad(line) { -line.amount } else { line.amount }))
        .collect();
    let care: Date32Array = lines.iter().map(|line| Some(line.care.unix_days())).collect();
    let prescribed: Date32Array = lines.iter().map(|line| Some(line.prescribed)).collect();
    batch(vec![
        ("claim_id", Arc::new(claims)),
        ("line_id", Arc::new(numbers)),
        ("person", Arc::new(people)),
        ("care_date", Arc::new(care)),
        ("prescription_date", Arc::new(prescribed)),
        ("card", text(|line| Some(line.card))),
        ("nature", text(|line| Some(line.nature))),
        ("category", text(|_| Some("drug"))),
        ("exemption", text(|line| Some(line.exemption))),
        ("relation", text(|line| Some(line.relation))),
        ("origin", text(|line| Some(line.origin))),
        ("contract_number", text(|line| line.contract.map(|one| one.0))),
        ("contract_type", text(|line| line.contract.map(|one| one.1))),
        ("amount_cents", Arc::new(amounts)),
        ("pharmacy", Arc::new(pharmacies)),
        ("operator", Arc::new(operators)),
    ])
}
