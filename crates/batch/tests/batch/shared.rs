//! What is made once and used again: the evidence of a person for all of his claims, and one answer for lines alike.

use crate::expected::{expected, options, run, written};
use crate::flat::{FlatTables, flat};
use crate::random::{Dice, dossier};
use arrow_array::{ArrayRef, RecordBatch, StringArray};
use proptest::prelude::*;
use std::sync::Arc;
use tierspayant::core::model::Dossier;
use tierspayant_batch::{Options, RightsOptions, input};

/// Claims of one person, each with its own words and days, some of them with lines alike but for their amount.
fn claims_of_one_person(dice: &mut Dice) -> Vec<Dossier> {
    let rights = dossier(dice).rights;
    let mut dossiers: Vec<Dossier> = (0..6).map(|_| dossier(dice)).collect();
    for one in &mut dossiers {
        one.rights.clone_from(&rights);
        let people = one.rights.iter_mut().map(|snapshot| &mut snapshot.person);
        for person in people.chain([&mut one.claim.person]) {
            person.id = Some("d0".parse().unwrap());
        }
        if dice.roll(2) == 0 {
            let first = one.claim.lines[0].clone();
            for (line, more) in one.claim.lines.iter_mut().zip([0, 1, 100, 1_000_000]) {
                let id = line.id.clone();
                *line = first.clone();
                line.id = id;
                line.amount_cents = first.amount_cents.map(|amount| amount + more);
            }
        }
    }
    dossiers
}

/// The lines with one key of a person and no other id.
fn under_one_key(tables: &FlatTables) -> RecordBatch {
    let lines = &tables.lines;
    let schema = lines.schema();
    let columns = schema.fields().iter().zip(lines.columns());
    let columns = columns.filter(|(field, _)| field.name() != "person_id");
    RecordBatch::try_from_iter_with_nullable(columns.map(|(field, column)| {
        let keys: ArrayRef = Arc::new(StringArray::from(vec!["d0"; lines.num_rows()]));
        let column = if field.name() == "person" {
            keys
        } else {
            Arc::clone(column)
        };
        (field.name(), column, true)
    }))
    .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn claims_of_one_person_have_the_answers_of_the_check(seed: u64, rows in 1_usize..40, threads in 1_usize..3) {
        let dossiers = claims_of_one_person(&mut Dice(seed));
        let tables = flat(&dossiers);
        let lines = under_one_key(&tables);
        let options = Options { rows, threads, ..options() };
        let lines = input(lines.schema(), vec![lines]);
        let batches = run(tables.rights_tables(), lines, &options, RightsOptions::default());
        let wanted: Vec<_> = dossiers.iter().flat_map(expected).collect();
        prop_assert_eq!(written(&batches.unwrap()), wanted);
    }
}
