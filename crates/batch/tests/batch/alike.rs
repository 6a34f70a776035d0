//! Claims that are alike are asked once: random days around every limit, in few words, so that many are alike. What makes them alike is tested in
//! `crates/tierspayant/tests/classes`.

use crate::expected::{Row, expected, options, run, written, written_columns};
use crate::flat::flat;
use crate::random::Dice;
use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_array::{Array, ArrayRef, DictionaryArray, RecordBatch, StringArray};
use proptest::prelude::*;
use std::collections::HashSet;
use std::sync::Arc;
use tierspayant::core::decision::{
    Alike, BLOCK, Block, ClaimDays, EntryDays, Meant, SaidDays, Shape, SpokenDays,
};
use tierspayant::core::evidence::identify;
use tierspayant::core::model::{BirthRank, CardState, ContractEntry, Nature};
use tierspayant::core::model::{
    Category, Claim, ClaimContract, CoverageCode, Date, Dossier, ExemptionEntry, Line, Moment, Nir, Origin,
    Period, Person, Relation, Snapshot, Source, Status, Vocabulary,
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
    let others = [
        policy.first_supply_months,
        policy.other_prescription_months,
        policy.supplied_at_most(),
    ];
    let months = policy.supplied_for().map(|(_, months)| months).chain(others);
    let months = months.flat_map(|months| {
        let months = i32::try_from(months).unwrap();
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

/// A NIR whose key fits, another one, and one whose key does not fit.
pub const NIRS: [&str; 3] = ["185051234567833", "285051234567880", "185051234567834"];

/// What is said of somebody who is of some age around a limit on a day; mostly the same of one person.
fn person(words: &mut Dice, dice: &mut Dice, care: Date) -> Person {
    let policy = policy();
    let years = [
        policy.newborn_years,
        policy.maternity_from_years,
        policy.psychologist_from_years,
        policy.age_of_majority,
        policy.dependant_years,
        40,
        40,
    ];
    let months = one(dice, &years) * 12;
    let born = care.plus_months(-months).unwrap();
    let born = born.plus_days(one(dice, &[-200, -1, 0, 0, 1, 30, 200])).unwrap();
    let (year, month, day) = (born.year(), born.month(), born.day());
    let written = match words.roll(6) {
        0 => format!("{year}-{month:02}-{day:02}"),
        1 => format!("{year}{month:02}00"),
        2 => format!("{year}1332"),
        _ => format!("{year}{month:02}{day:02}"),
    };
    Person {
        id: None,
        birth_date: (words.roll(2) == 0).then(|| written.parse().unwrap()),
        birth_rank: (words.roll(8) == 0).then(|| BirthRank::new(1).unwrap()),
        nir: (words.roll(4) == 0).then(|| NIRS[0].parse().unwrap()),
    }
}

/// What a source says of the person of a claim, who may be somebody else by some word.
fn as_said(words: &mut Dice, dice: &mut Dice, meant: &Person) -> Person {
    let mut said = Person {
        birth_date: meant.birth_date.filter(|_| words.roll(2) == 0),
        birth_rank: meant.birth_rank.filter(|_| words.roll(2) == 0),
        nir: meant.nir.filter(|_| words.roll(2) == 0),
        id: None,
    };
    match (words.roll(8), dice.roll(3)) {
        (0, 0) => said.birth_date = Some("19600101".parse().unwrap()),
        (1, 0) => said.birth_rank = BirthRank::new(2).ok(),
        (2, some) => said.nir = Some(NIRS[some].parse().unwrap()),
        _ => {}
    }
    said
}

/// A claim on somebody of whom sources speak, one or several; nobody has an id yet.
fn dossier(words: &mut Dice, dice: &mut Dice, named: &[Date]) -> Dossier {
    let (as_of, mut claim) = claim(words, dice, named);
    let days: Vec<Date> = [Some(claim.care_date), claim.prescription_date, as_of]
        .into_iter()
        .flatten()
        .collect();
    let count = one(words, &[1, 1, 1, 2, 2, 3, 4, 5]);
    let mut rights: Vec<Snapshot> = (0..count).map(|_| snapshot(words, dice, &days)).collect();
    if words.roll(2) == 0 {
        claim.person = person(words, dice, claim.care_date);
        for one in &mut rights {
            one.person = as_said(words, dice, &claim.person);
        }
    }
    if words.roll(4) == 0 {
        claim.person = Person::default();
    }
    Dossier { as_of, claim, rights }
}

/// A table with these cells in its column of NIRs, which documents never write.
pub fn with_nirs(table: &RecordBatch, nirs: impl Iterator<Item = Option<Nir>>) -> RecordBatch {
    let text = |nir: Nir| {
        let known = NIRS.into_iter().find(|text| text.parse() == Ok(nir));
        known.unwrap()
    };
    let nirs: StringArray = nirs.map(|nir| nir.map(text)).collect();
    let mut columns = table.columns().to_vec();
    columns[table.schema().index_of("nir").unwrap()] = Arc::new(nirs);
    RecordBatch::try_new(table.schema(), columns).unwrap()
}

/// What makes a claim like another one, but for its words.
fn told(alike: &Alike, dossier: &Dossier) -> Option<String> {
    let rights = dossier.rights.as_slice();
    let shape = Shape::of(rights)?;
    let person = &dossier.claim.person;
    let born = person.birth_date.and_then(|birth| birth.days());
    let meant = Meant::of(&identify(person, rights), born)?;
    let days = ClaimDays {
        as_of: dossier.as_of,
        care: dossier.claim.care_date,
        prescription: dossier.claim.prescription_date,
    };
    let periods = rights.iter().flat_map(|only| {
        let exemptions = only.exemptions.iter().flatten().map(|one| one.period);
        let codes = only.codes.iter().flatten().map(|one| one.period);
        let contracts = only.contracts.iter().flatten().map(|one| one.period);
        let covered = only.coverage.iter().flatten().copied();
        covered.chain(exemptions).chain(codes).chain(contracts)
    });
    let spoken = rights.iter().map(|one| SpokenDays {
        observed: one.observed_at.map(Moment::date),
        updated: one.updated_on,
    });
    let spoken: Vec<SpokenDays> = spoken.collect();
    let (first, others) = spoken.split_first()?;
    let said = SaidDays {
        first: *first,
        others,
        bounds: EntryDays {
            first: &Block::of(periods.clone()),
            second: Some(&Block::of(periods.skip(BLOCK))),
        },
    };
    Some(format!(
        "{shape:?} {:?}",
        alike.told(&alike.told_of_claim(&days)?, said, &meant)?
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

/// How many claims may be alike others, how many of them on somebody of whom several sources speak or of whom more than an id is
/// said, and how many keys they have.
#[derive(Default)]
struct Compared {
    alike: usize,
    of_several: usize,
    named: usize,
    keys: usize,
}

/// Answers claims as a table, and each of them by the check.
fn compare(seed: u64, count: u64) -> Compared {
    let tables = &tierspayant::tables::embedded().decision;
    let (alike, named) = (Alike::new(tables), tables.named_days());
    let mut dice = Dice(seed);
    // Several claims have the same words, whatever their days.
    let alike_words = |place: u64| Dice(seed ^ (place / SAME_WORDS) << 32);
    let dossiers = (0..count).map(|place| dossier(&mut alike_words(place), &mut dice, &named));
    let dossiers: Vec<Dossier> = dossiers.collect();
    let mut flat = flat(&dossiers);
    let of_lines = dossiers.iter().flat_map(|one| {
        let nir = one.claim.person.nir;
        one.claim.lines.iter().map(move |_| nir)
    });
    flat.lines = filled(&with_nirs(&flat.lines, of_lines));
    for (name, table) in &mut flat.rights {
        if *name == "snapshots" {
            let said = dossiers.iter().flat_map(|one| &one.rights);
            *table = with_nirs(table, said.map(|one| one.person.nir));
        }
        *table = filled(table);
    }
    // Each person has the key of the tables as id.
    let (mut wanted, mut keys, mut compared) = (Vec::new(), HashSet::new(), Compared::default());
    for (place, mut dossier) in dossiers.into_iter().enumerate() {
        let id = Some(format!("d{place}").parse().unwrap());
        dossier.claim.person.id.clone_from(&id);
        dossier
            .rights
            .iter_mut()
            .for_each(|one| one.person.id.clone_from(&id));
        if let Some(told) = told(&alike, &dossier) {
            compared.alike += 1;
            compared.of_several += usize::from(dossier.rights.len() > 1);
            let person = Person {
                id: None,
                ..dossier.claim.person.clone()
            };
            compared.named += usize::from(person != Person::default());
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
    compared.keys = keys.len();
    compared
}

#[test]
fn many_claims_are_alike_and_have_the_answers_of_the_check() {
    let Compared {
        alike,
        of_several,
        named,
        keys,
    } = compare(1, 5_500);
    assert!(alike > 1_000 && keys < alike, "{keys} of {alike}");
    assert!(
        of_several > 300 && named > 200,
        "{of_several} and {named} of {alike}"
    );
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
