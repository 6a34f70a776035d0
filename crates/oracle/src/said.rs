//! What one snapshot says to one question: yes, no or silent, and sometimes pending or unclear.

use crate::contract::kind_of;
use crate::record::{Absence, Entry, Says, entry, of_entries};
use crate::world::World;
use tierspayant_core::model::{
    AccidentEntry, AccidentRef, ClaimContract, Code, ContractEntry, Date, Position, Snapshot,
};
use tierspayant_core::tables::{AldMeaning, Ground, GroundSet, RightKind};

/// A question.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Asked {
    Coverage,
    Grounds(GroundSet),
    Accident(AccidentRef),
    Contract(RightKind),
    /// A private contract under this number.
    Private(Option<Code<12>>),
}

pub(crate) fn says(world: &World<'_>, snapshot: &Snapshot, asked: Asked, day: Date) -> Says {
    let trust = world.tables.source(snapshot.source);
    let covered = snapshot.scheme.regime.or(world.claim.scheme.regime);
    let beyond = snapshot
        .horizon
        .is_some_and(|seen| seen.position(day) != Position::Within);
    let not_served = covered.is_some_and(|regime| trust.schemes_not_covered.contains(&regime));
    if beyond || not_served || trust.strength == 0 {
        return Says::Silent;
    }
    match asked {
        Asked::Coverage => coverage(world, snapshot, day),
        Asked::Grounds(grounds) => several(world, snapshot, grounds, day),
        Asked::Accident(named) => accident(world, snapshot, named, day),
        Asked::Contract(kind) => contract(world, snapshot, kind, day, |_| true),
        Asked::Private(number) => contract(world, snapshot, RightKind::PrivateContract, day, |one| {
            number.is_none() || one.number == number
        }),
    }
}

/// The answer of a list: an entry counts for any source, an absence where the source can show it.
fn of_list(entries: &[Entry], listed: bool, can_show: bool) -> Says {
    match of_entries(entries) {
        Some(said) => said,
        None if listed && can_show => Says::No(Absence::NotRecorded),
        None => Says::Silent,
    }
}

fn coverage(world: &World<'_>, snapshot: &Snapshot, day: Date) -> Says {
    let periods = snapshot.coverage.iter().flatten();
    let entries: Vec<Entry> = periods
        .map(|period| entry(snapshot, *period, None, day))
        .collect();
    let can_show = world
        .tables
        .source(snapshot.source)
        .shows
        .shows(RightKind::Coverage);
    of_list(&entries, snapshot.coverage.is_some(), can_show)
}

/// Any of several grounds: a no needs a no on each.
fn several(world: &World<'_>, snapshot: &Snapshot, grounds: GroundSet, day: Date) -> Says {
    let all: Vec<Says> = grounds
        .iter()
        .map(|one| ground(world, snapshot, one, day))
        .collect();
    for said in [Says::Yes, Says::Pending, Says::Unclear, Says::Silent] {
        if all.contains(&said) {
            return said;
        }
    }
    let absences = all.iter().filter_map(|said| match said {
        Says::No(absence) => Some(*absence),
        _ => None,
    });
    absences.max().map_or(Says::Silent, Says::No)
}

fn ground(world: &World<'_>, snapshot: &Snapshot, asked: Ground, day: Date) -> Says {
    let books = &world.tables.codes;
    let asked_set = GroundSet::of(asked);
    let on_day = |period: tierspayant_core::model::Period| period.position(day) == Position::Within;
    let mut entries = Vec::new();
    let mut denied = false;
    let mut open = false;

    for one in snapshot.exemptions.iter().flatten() {
        match books.exemptions.get(&(one.vocabulary, one.code)) {
            Some(meaning) if meaning.meets(asked_set) => {
                entries.push(entry(snapshot, one.period, one.status, day));
            }
            Some(_) => {}
            None => open |= on_day(one.period),
        }
    }
    if let Some(record) = snapshot.maternity.filter(|_| asked == Ground::Maternity) {
        if let Some(period) = record.period {
            entries.push(entry(snapshot, period, record.status, day));
        }
    }
    let by_codes = asked == Ground::Ald || books.situation_scope.meets(asked_set);
    for one in snapshot.codes.iter().flatten() {
        let shown = match asked {
            Ground::Ald => one.ald.map(|digit| {
                books
                    .ald_digits
                    .get(&digit)
                    .map(|known| *known == AldMeaning::Ald)
            }),
            _ if by_codes => one.situation.map(|code| {
                books
                    .situations
                    .get(&code)
                    .map(|known| known.grounds.meets(asked_set))
            }),
            _ => None,
        };
        match shown {
            Some(Some(true)) => entries.push(entry(snapshot, one.period, None, day)),
            Some(Some(false)) => denied |= on_day(one.period),
            Some(None) => open |= on_day(one.period),
            None => {}
        }
    }

    let said = of_entries(&entries);
    let listed = snapshot.exemptions.is_some() || (snapshot.codes.is_some() && by_codes);
    let can_show = world.tables.source(snapshot.source).shows.shows_all(asked_set);
    match said {
        Some(Says::Yes) if denied => Says::Unclear,
        Some(Says::Yes | Says::Pending | Says::Unclear | Says::No(Absence::NotActive)) => {
            said.unwrap_or(Says::Silent)
        }
        _ if denied => said.unwrap_or(Says::No(Absence::NotRecorded)),
        _ if open => Says::Silent,
        _ => of_list(&entries, listed, can_show),
    }
}

/// The accident that a claim names, and one on record: by number where both have one, else by day.
pub(crate) fn same_accident(named: AccidentRef, on_record: &AccidentEntry) -> bool {
    match (named.number, on_record.number) {
        (Some(number), Some(other)) => number == other,
        _ => named.date.is_some() && named.date == on_record.date,
    }
}

fn accident(world: &World<'_>, snapshot: &Snapshot, named: AccidentRef, day: Date) -> Says {
    let same = snapshot
        .accidents
        .iter()
        .flatten()
        .filter(|one| same_accident(named, one));
    let entries: Vec<Entry> = same
        .map(|one| entry(snapshot, one.period, one.status, day))
        .collect();
    let can_show = world
        .tables
        .source(snapshot.source)
        .shows
        .shows(RightKind::Accident);
    of_list(&entries, snapshot.accidents.is_some(), can_show)
}

fn contract(
    world: &World<'_>,
    snapshot: &Snapshot,
    kind: RightKind,
    day: Date,
    wanted: impl Fn(&ContractEntry) -> bool,
) -> Says {
    let entries: Vec<Entry> = of_kind(world, snapshot, kind)
        .filter(|one| wanted(one))
        .map(|one| entry(snapshot, one.period, one.status, day))
        .collect();
    let can_show = world.tables.source(snapshot.source).shows.shows(kind);
    of_list(&entries, snapshot.contracts.is_some(), can_show)
}

/// The contracts of a kind on record.
pub(crate) fn of_kind<'a>(
    world: &'a World<'_>,
    snapshot: &'a Snapshot,
    kind: RightKind,
) -> impl Iterator<Item = &'a ContractEntry> {
    let all = snapshot.contracts.iter().flatten();
    all.filter(move |one| kind_of(world, carried(one)) == kind)
}

/// A contract on record as a claim would carry it.
pub(crate) fn carried(entry: &ContractEntry) -> ClaimContract {
    ClaimContract {
        number: entry.number,
        contract_type: entry.contract_type,
        ..ClaimContract::default()
    }
}
