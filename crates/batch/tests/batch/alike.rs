//! Claims that are alike are asked once: random days around every limit, in few words, so that many are alike. What makes them alike is tested in
//! `crates/tierspayant/tests/classes.rs`.

use crate::expected::{Row, expected, options, run, written, written_columns};
use crate::flat::flat;
use crate::random::Dice;
use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_array::{Array, ArrayRef, DictionaryArray, RecordBatch};
use proptest::prelude::*;
use std::collections::HashSet;
use std::sync::Arc;
use tierspayant::core::decision::{Alike, BLOCK, Block, ClaimDays, EntryDays, SaidDays};
use tierspayant::core::model::{CardState, ContractEntry, Nature};
use tierspayant::core::model::{
    Category, Claim, ClaimContract, CoverageCode, Date, Dossier, ExemptionEntry, Line, Moment, Origin,
    Period, Relation, Snapshot, Source, Status, Vocabulary,
};
use tierspayant::core::tables::Policy;
use tierspayant_batch::{ANSWER, Columns, Options, RightsOptions, input};

fn one<T: Copy>(dice: &mut Dice, of: &[T]) -> T {
    of[dice.roll(of.len())]
}

fn near(dice: &mut Dice, day: Date, apart: &[i32]) -> Option<Date> {
    day.plus_days(one(dice, apart))
}

fn around(limits: &[i32]) -> Vec<i32> {
    limits
        .iter()
        .flat_map(|limit| [limit - 1, *limit, limit + 1])
        .collect()
}

fn policy() -> &'static Policy {
    &tierspayant::tables::embedded().decision.policy
}

/// A period whose bounds lie around the days of a claim.
fn period(words: &mut Dice, dice: &mut Dice, days: &[Date]) -> Period {
    let soon = policy().ends_soon_days;
    let mut bound = |apart: &[i32]| {
        let day = one(dice, days);
        let there = words.roll(4) > 0;
        near(dice, day, apart).filter(|_| there)
    };
    let start = bound(&[-900, -900, -300, -1, 0, 1]);
    let end = bound(&[900, 900, 300, soon, soon + 1, 1, 0, -1, -2]);
    Period::new(start, end).unwrap_or_default()
}

fn status(dice: &mut Dice) -> Option<Status> {
    let some = [
        None,
        None,
        Some(Status::Active),
        Some(Status::Active),
        Some(Status::Active),
        Some(Status::Pending),
    ];
    match dice.roll(12) {
        0 => Some(Status::Suspended),
        1 => Some(Status::Closed),
        _ => one(dice, &some),
    }
}

fn list<T>(dice: &mut Dice, mut entry: impl FnMut(&mut Dice) -> T) -> Option<Vec<T>> {
    let count = [None, Some(0), Some(1), Some(1), Some(1), Some(2)];
    one(dice, &count).map(|count| (0..count).map(|_| entry(dice)).collect())
}

fn snapshot(words: &mut Dice, dice: &mut Dice, days: &[Date]) -> Snapshot {
    let policy = policy();
    let sources = [
        Source::Adri,
        Source::Adri,
        Source::Bdo,
        Source::Vitale,
        Source::Attestation,
        Source::Manual,
    ];
    let ages = around(&[
        0,
        policy.online_max_age_days,
        policy.card_update_max_age_days,
        policy.card_reading_max_age_days,
        policy.attestation_max_age_days,
    ]);
    let ages: Vec<i32> = ages.into_iter().map(|age| -age).collect();
    let mut answered = || {
        let day = one(dice, days);
        if dice.roll(2) == 0 {
            day.plus_days(20)
        } else {
            near(dice, day, &ages)
        }
    };
    let (observed, updated) = (answered(), answered());
    let coverage = Some(vec![period(words, dice, days)]).filter(|_| words.roll(5) > 0);
    let exemptions = list(words, |words| ExemptionEntry {
        vocabulary: Vocabulary::Bdo,
        code: one(words, &["LIS", "LIS", "INV", "MAT", "XXX"]).parse().unwrap(),
        period: period(words, dice, days),
        status: status(words),
    });
    let codes = list(words, |words| CoverageCode {
        period: period(words, dice, days),
        ald: one(words, &[None, Some("0"), Some("1"), Some("9")]).map(|code| code.parse().unwrap()),
        situation: one(words, &[None, Some("0100"), Some("0104"), Some("9999")])
            .map(|code| code.parse().unwrap()),
    });
    let contracts = list(words, |words| ContractEntry {
        number: Some(
            one(words, &["99999997", "99999997", "75500017", "12345678"])
                .parse()
                .unwrap(),
        ),
        contract_type: Some(one(words, &["89", "89", "80", "42"]).parse().unwrap()),
        period: period(words, dice, days),
        status: status(words),
        ..ContractEntry::default()
    });
    Snapshot {
        observed_at: observed.map(Moment::on),
        updated_on: updated.filter(|_| words.roll(3) == 0),
        coverage,
        exemptions,
        codes: codes.filter(|_| words.roll(3) == 0),
        contracts,
        ..Snapshot::silent(one(words, &sources))
    }
}

fn claim(words: &mut Dice, dice: &mut Dice, named: &[Date]) -> (Option<Date>, Claim) {
    let policy = policy();
    let some_day: Date = "2026-03-04".parse().unwrap();
    let care = match dice.roll(3) {
        0 => one(dice, named).max("2016-01-02".parse().unwrap()),
        _ => some_day.plus_days(i32::try_from(dice.roll(40)).unwrap()).unwrap(),
    };
    let months = [
        policy.first_supply_months,
        policy.first_supply_months + policy.treatment_months,
        policy.first_supply_months + policy.treatment_months + policy.contraceptive_months,
        policy.other_prescription_months,
    ];
    let months = months.iter().flat_map(|months| {
        let months = i32::try_from(*months).unwrap();
        around(&[months * 28, months * 30 + months / 2, months * 31])
    });
    let ages: Vec<i32> = months
        .chain([0, 0, 1, 7, 20, 20, 27, -1])
        .map(|age| -age)
        .collect();
    let apart = [
        -1, 0, 1, 2, 3, 4, 5, 6, 7, 9, 12, 30, 200, 400, 729, 730, 731, 1_100,
    ];
    let as_of = near(dice, care, &apart).filter(|_| words.roll(2) == 0);
    let (number, of) = one(
        words,
        &[
            ("99999997", "89"),
            ("99999997", "80"),
            ("75500017", "42"),
            ("12345678", "00"),
        ],
    );
    let lines = (0..=words.roll(2)).map(|place| Line {
        category: one(
            words,
            &[
                Some(Category::Drug),
                Some(Category::Drug),
                Some(Category::Device),
                Some(Category::ActSeries),
                None,
            ],
        ),
        exemption: Some(one(words, &["0", "0", "4", "4", "5"]).parse().unwrap()),
        relation: Some(one(
            words,
            &[Relation::Related, Relation::Unrelated, Relation::Unknown],
        )),
        origin: one(words, &[None, Some(Origin::Adri), Some(Origin::Manual)]),
        amount_cents: one(words, &[None, Some(1_000), Some(40_000)]),
        ..Line::named(format!("{place}"))
    });
    let lines = lines.collect();
    let claim = Claim {
        prescription_date: near(dice, care, &ages).filter(|_| words.roll(5) > 0),
        card: one(
            words,
            &[
                Some(CardState::Read),
                Some(CardState::Read),
                Some(CardState::Absent),
                None,
            ],
        ),
        nature: Some(one(
            words,
            &[
                Nature::Illness,
                Nature::Illness,
                Nature::Maternity,
                Nature::LocalScheme,
            ],
        )),
        contract: (words.roll(2) == 0).then(|| ClaimContract {
            number: Some(number.parse().unwrap()),
            contract_type: Some(of.parse().unwrap()),
            ..ClaimContract::default()
        }),
        lines,
        ..Claim::on(care)
    };
    (as_of, claim)
}

/// A claim on somebody of whom one source speaks; the person has no id yet.
fn dossier(words: &mut Dice, dice: &mut Dice, named: &[Date]) -> Dossier {
    let (as_of, claim) = claim(words, dice, named);
    let days: Vec<Date> = [Some(claim.care_date), claim.prescription_date, as_of]
        .into_iter()
        .flatten()
        .collect();
    let rights = vec![snapshot(words, dice, &days)];
    Dossier { as_of, claim, rights }
}

/// What makes a claim like another one, but for its words.
fn told(alike: &Alike, dossier: &Dossier) -> Option<String> {
    let [only] = dossier.rights.as_slice() else {
        return None;
    };
    let shape = alike.shape(only)?;
    let days = ClaimDays {
        as_of: dossier.as_of,
        care: dossier.claim.care_date,
        prescription: dossier.claim.prescription_date,
    };
    let exemptions = only.exemptions.iter().flatten().map(|one| one.period);
    let codes = only.codes.iter().flatten().map(|one| one.period);
    let contracts = only.contracts.iter().flatten().map(|one| one.period);
    let covered = only.coverage.iter().flatten().copied();
    let periods = covered.chain(exemptions).chain(codes).chain(contracts);
    let said = SaidDays {
        observed: only.observed_at.map(Moment::date),
        updated: only.updated_on,
        bounds: EntryDays {
            first: &Block::of(periods.clone()),
            second: Some(&Block::of(periods.skip(BLOCK))),
        },
    };
    Some(format!(
        "{shape:?} {:?}",
        alike.told(&alike.told_of_claim(&days)?, said)?
    ))
}

/// A table without its empty columns: claims that might say more of the person than the key are asked one by one.
pub fn filled(table: &RecordBatch) -> RecordBatch {
    let columns = table.columns().iter().enumerate();
    let filled = columns.filter(|(_, column)| column.is_empty() || column.null_count() < column.len());
    table
        .project(&filled.map(|(place, _)| place).collect::<Vec<_>>())
        .unwrap()
}

/// The same table with columns of text as dictionaries.
fn dictionaries(table: &RecordBatch) -> RecordBatch {
    let schema = table.schema();
    let columns = schema
        .fields()
        .iter()
        .zip(table.columns())
        .map(|(field, column)| {
            let column: ArrayRef = match column.as_string_opt::<i32>() {
                Some(texts) => Arc::new(texts.iter().collect::<DictionaryArray<Int32Type>>()),
                None => Arc::clone(column),
            };
            (field.name().clone(), column, true)
        });
    RecordBatch::try_from_iter_with_nullable(columns).unwrap()
}

/// How many claims have the same words.
const SAME_WORDS: u64 = 40;

/// Answers claims as a table, and each of them by the check.
fn compare(seed: u64, count: u64) -> (usize, usize) {
    let tables = &tierspayant::tables::embedded().decision;
    let (alike, named) = (Alike::new(tables), tables.named_days());
    let mut dice = Dice(seed);
    // Several claims have the same words, whatever their days.
    let alike_words = |place: u64| Dice(seed ^ (place / SAME_WORDS) << 32);
    let dossiers = (0..count).map(|place| dossier(&mut alike_words(place), &mut dice, &named));
    let dossiers: Vec<Dossier> = dossiers.collect();
    let mut flat = flat(&dossiers);
    flat.lines = filled(&flat.lines);
    for (_, table) in &mut flat.rights {
        *table = filled(table);
    }
    // Each person has the key of the tables as id.
    let (mut wanted, mut keys, mut of_a_class) = (Vec::new(), HashSet::new(), 0);
    for (place, mut dossier) in dossiers.into_iter().enumerate() {
        let id = Some(format!("d{place}").parse().unwrap());
        dossier.claim.person.id.clone_from(&id);
        dossier
            .rights
            .iter_mut()
            .for_each(|one| one.person.id.clone_from(&id));
        if let Some(told) = told(&alike, &dossier) {
            of_a_class += 1;
            keys.insert((told, u64::try_from(place).unwrap() / SAME_WORDS));
        }
        wanted.extend(expected(&dossier));
    }
    let options = Options {
        rows: 500,
        ..options()
    };
    let batches = run(
        flat.rights_tables(),
        flat.lines_input(),
        &options,
        RightsOptions::default(),
    );
    let found = written(&batches.unwrap());
    assert_eq!(found.len(), wanted.len());
    for (row, (found, wanted)) in found.iter().zip(&wanted).enumerate() {
        assert_eq!(found, wanted, "row {row} of seed {seed}");
    }
    // Dictionaries, and some of the columns, say the same.
    let lines = dictionaries(&flat.lines);
    let some: Vec<&str> = ANSWER.iter().copied().filter(|_| dice.roll(3) == 0).collect();
    let columns = Columns::named(some.clone()).unwrap_or_default();
    let some = if some.is_empty() { ANSWER.to_vec() } else { some };
    let options = Options {
        columns,
        threads: 1 + dice.roll(2),
        ..options
    };
    let batches = run(
        flat.rights_tables(),
        input(lines.schema(), vec![lines]),
        &options,
        RightsOptions::default(),
    );
    let found = written_columns(&batches.unwrap(), &some);
    assert_eq!(found.len(), wanted.len());
    for (row, (found, wanted)) in found.iter().zip(&wanted).enumerate() {
        let wanted = wanted.iter().filter(|(name, _)| some.contains(name));
        let wanted: Row = wanted.cloned().collect();
        assert_eq!(*found, wanted, "row {row} of seed {seed}, as dictionaries");
    }
    (of_a_class, keys.len())
}

#[test]
fn many_claims_are_alike_and_have_the_answers_of_the_check() {
    let (of_a_class, keys) = compare(1, 4_000);
    assert!(of_a_class > 1_000 && keys < of_a_class, "{keys} of {of_a_class}");
}

/// The same claim on people of whom sources state an id, which is the key of the tables for some of them only.
#[test]
fn somebody_of_whom_another_id_is_stated_is_like_no_other() {
    let day: Date = "2026-03-04".parse().unwrap();
    let dossiers: Vec<Dossier> = (0..6)
        .map(|place| {
            let mut said = Snapshot {
                observed_at: Some(Moment::on(day)),
                coverage: Some(vec![Period::ALWAYS]),
                exemptions: Some(Vec::new()),
                codes: Some(Vec::new()),
                ..Snapshot::silent(Source::Adri)
            };
            let id = if place % 3 == 1 {
                "other".to_owned()
            } else {
                format!("d{place}")
            };
            said.person.id = Some(id.parse().unwrap());
            let claim = Claim {
                card: Some(CardState::Read),
                lines: vec![Line {
                    category: Some(Category::Drug),
                    exemption: Some("0".parse().unwrap()),
                    ..Line::named("0")
                }],
                ..Claim::on(day)
            };
            Dossier {
                as_of: None,
                claim,
                rights: vec![said],
            }
        })
        .collect();
    let mut flat = flat(&dossiers);
    flat.lines = filled(&flat.lines);
    let wanted = dossiers.into_iter().enumerate().flat_map(|(place, mut dossier)| {
        dossier.claim.person.id = Some(format!("d{place}").parse().unwrap());
        expected(&dossier)
    });
    let wanted: Vec<_> = wanted.collect();
    assert_ne!(wanted[0], wanted[1]);
    let batches = run(
        flat.rights_tables(),
        flat.lines_input(),
        &options(),
        RightsOptions::default(),
    );
    assert_eq!(written(&batches.unwrap()), wanted);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn claims_that_are_alike_have_the_answers_of_the_check(seed: u64) {
        compare(seed, 1_000);
    }
}
