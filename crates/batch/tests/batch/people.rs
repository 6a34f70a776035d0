//! The same claim on people of whom one thing is said otherwise, by the claim, by one of two sources or by the order in which they
//! spoke: each has the answer of the check, not that of another.

use crate::alike::{NIRS, filled, with_nirs};
use crate::expected::{Row, expected, options, run, written};
use crate::flat::flat;
use crate::words_on_record::{claim, on_record};
use tierspayant::core::model::{
    BirthRank, CardState, Date, Dossier, Moment, Nature, Period, Person, Snapshot, Source,
};
use tierspayant_batch::RightsOptions;

type Change = fn(&mut Dossier);

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn at(hour: u32) -> Option<Moment> {
    Moment::at(day("2026-03-04"), hour, 0, 0).ok()
}

fn born(dossier: &mut Dossier, text: &str) {
    let birth = text.parse().ok();
    dossier.claim.person.birth_date = birth;
    for said in &mut dossier.rights {
        said.person.birth_date = birth;
    }
}

fn nir(place: usize) -> Option<tierspayant::core::model::Nir> {
    NIRS[place].parse().ok()
}

/// Two online answers on one day: the first has base rights, the second none.
fn two_answers(dossier: &mut Dossier, first: u32, second: u32) {
    let [one, other] = dossier.rights.as_mut_slice() else {
        panic!("there are two")
    };
    // Alone it would say the same as both of before.
    one.contracts = None;
    other.clone_from(one);
    other.coverage = Some(Vec::new());
    one.observed_at = at(first);
    other.observed_at = at(second);
}

/// Two attestations: the first has base rights, the second none.
fn two_papers(dossier: &mut Dossier, first: &str, second: &str) {
    two_answers(dossier, 9, 9);
    for (said, updated) in dossier.rights.iter_mut().zip([first, second]) {
        said.source = Source::Attestation;
        said.updated_on = updated.parse().ok();
    }
}

/// So many base rights that the days of the contract of the first source, which ends on a day, stand in the second block.
fn long_history(dossier: &mut Dossier, end: &str) {
    let old = Period::new(None, Some(day("2020-01-02"))).unwrap();
    let said = &mut dossier.rights[0];
    said.coverage = Some(vec![Period::ALWAYS, old, old, old, old, old, old, old]);
    said.contracts.as_mut().unwrap()[0].period = Period::new(None, Some(day(end))).unwrap();
    said.exemptions = None;
    dossier.rights[1].contracts = None;
    dossier.rights[1].exemptions = None;
}

/// The second source, asked on a day, alone speaks of base rights.
fn second_alone(dossier: &mut Dossier, asked: &str) {
    let [first, second] = &mut dossier.rights[..] else {
        panic!("two sources")
    };
    first.coverage = None;
    first.exemptions = None;
    first.contracts = None;
    second.exemptions = Some(Vec::new());
    second.contracts = None;
    first.source = Source::Bdo;
    first.observed_at = Some(Moment::on(day("2024-01-02")));
    second.source = Source::Adri;
    second.observed_at = Some(Moment::on(day(asked)));
}

/// What may be otherwise, with its name. Each has answers that no other has.
const CHANGES: [(&str, Change); 21] = [
    ("nothing", |_| {}),
    ("the birth date of the claim", |one| {
        one.claim.person.birth_date = "19860514".parse().ok();
    }),
    ("a birth date after the care", |one| born(one, "20260401")),
    ("the key of the NIR", |one| one.claim.person.nir = nir(2)),
    ("another NIR", |one| one.claim.person.nir = nir(1)),
    ("another NIR, of a child", |one| {
        one.claim.person.nir = nir(1);
        born(one, "20150514");
    }),
    ("the second source without base rights", |one| {
        one.rights[1].coverage = Some(Vec::new());
    }),
    ("the second source without exemptions", |one| {
        one.rights[1].exemptions = Some(Vec::new());
    }),
    ("the first source asked long ago", |one| {
        one.rights[0].observed_at = Some(Moment::on(day("2025-01-02")));
    }),
    ("the second source asked after the question", |one| {
        one.rights[1].observed_at = Some(Moment::on(day("2026-03-05")));
    }),
    // Both after the first source, which says nothing of base rights: their age alone tells them apart.
    ("the second source alone on base rights", |one| {
        second_alone(one, "2026-03-04");
    }),
    ("the second source alone on base rights, long ago", |one| {
        second_alone(one, "2025-01-02");
    }),
    ("many base rights, and a contract that is over", |one| {
        long_history(one, "2026-03-03");
    }),
    ("many base rights, and a contract that goes on", |one| {
        long_history(one, "2030-03-03");
    }),
    ("the contract of the second source over", |one| {
        one.rights[1].contracts.as_mut().unwrap()[0].period =
            Period::new(None, Some(day("2026-03-03"))).unwrap();
    }),
    ("the first of two answers later", |one| two_answers(one, 11, 10)),
    ("the first of two answers earlier", |one| two_answers(one, 10, 11)),
    ("two answers at once", |one| two_answers(one, 10, 10)),
    ("the first of two papers later", |one| {
        two_papers(one, "2026-03-02", "2026-03-01");
    }),
    ("the first of two papers earlier", |one| {
        two_papers(one, "2026-03-01", "2026-03-02");
    }),
    ("a birth rank", |one| {
        one.claim.person.birth_rank = BirthRank::new(1).ok();
        one.rights[1].person.birth_rank = BirthRank::new(2).ok();
        one.rights[0].contracts = Some(Vec::new());
    }),
];

/// A claim that states who is meant, on whom the fund and a card say the same.
fn dossier(exemption: &str, carried: bool, card: CardState) -> Dossier {
    let care = day("2026-03-04");
    let person = Person {
        birth_date: "19850514".parse().ok(),
        nir: nir(0),
        ..Person::default()
    };
    let said = |source| Snapshot {
        source,
        person: person.clone(),
        ..on_record(care, false)
    };
    let mut claim = claim(care, exemption, carried);
    claim.person = person.clone();
    claim.nature = Some(Nature::Illness);
    claim.card = Some(card);
    Dossier {
        as_of: Some(care),
        claim,
        rights: vec![said(Source::Adri), said(Source::Vitale)],
    }
}

#[test]
fn what_is_said_of_people_and_in_which_order_tells_them_apart() {
    let claims = ["4", "0"].into_iter().flat_map(|exemption| {
        let of_cards = |card| [true, false].map(|carried| dossier(exemption, carried, card));
        [CardState::Read, CardState::Absent]
            .into_iter()
            .flat_map(of_cards)
    });
    let dossiers = claims.flat_map(|claim| {
        CHANGES.iter().map(move |(_, change)| {
            let mut changed = claim.clone();
            change(&mut changed);
            changed
        })
    });
    // Each of them twice: the second is recalled.
    let dossiers: Vec<Dossier> = dossiers.flat_map(|one| [one.clone(), one]).collect();
    let mut flat = flat(&dossiers);
    let of_claims = dossiers.iter().map(|one| one.claim.person.nir);
    flat.lines = filled(&with_nirs(&flat.lines, of_claims));
    for (name, table) in &mut flat.rights {
        if *name == "snapshots" {
            let said = dossiers.iter().flat_map(|one| &one.rights);
            *table = with_nirs(table, said.map(|one| one.person.nir));
        }
        *table = filled(table);
    }
    let wanted = dossiers.into_iter().enumerate().map(|(place, mut dossier)| {
        let id = Some(format!("d{place}").parse().unwrap());
        let people = dossier.rights.iter_mut().map(|said| &mut said.person);
        for person in people.chain([&mut dossier.claim.person]) {
            person.id.clone_from(&id);
        }
        expected(&dossier)
    });
    let wanted: Vec<Vec<Row>> = wanted.collect();
    let changes = CHANGES.len() * 2;
    let answers =
        |place: usize| -> Vec<&Vec<Row>> { wanted.chunks(changes).map(|claim| &claim[place]).collect() };
    for (place, (name, _)) in CHANGES.iter().enumerate() {
        for (before, (other, _)) in CHANGES.iter().enumerate().take(place) {
            assert!(answers(place * 2) != answers(before * 2), "{name} and {other}");
        }
    }
    let batches = run(
        flat.rights_tables(),
        flat.lines_input(),
        &options(),
        RightsOptions::default(),
    );
    let found = written(&batches.unwrap());
    let wanted: Vec<Row> = wanted.into_iter().flatten().collect();
    assert_eq!(found.len(), wanted.len());
    for (row, (found, wanted)) in found.iter().zip(&wanted).enumerate() {
        let (name, _) = CHANGES[row % changes / 2];
        assert_eq!(found, wanted, "{name}, row {row}");
    }
}
