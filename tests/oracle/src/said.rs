//! What one snapshot says to one question: yes, no or silent, and sometimes pending or unclear.

use crate::contract::{is_leaver, kind_of};
use crate::prolonged::lasting;
use crate::record::{Absence, Coded, Entry, Key, Says, Twin, entry, entry_of, length, of_entries, twin};
use crate::world::World;
use tierspayant_core::model::{
    AccidentEntry, ClaimAccident, ClaimContract, Code, ContractEntry, Date, Period, Position, Snapshot,
    Source, Status,
};
use tierspayant_core::tables::{AldMeaning, Ground, GroundSet, RightKind, SituationPays};

/// A question.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Asked {
    Coverage,
    Grounds(GroundSet),
    Accident(ClaimAccident),
    Contract(RightKind),
    /// A situation under which the fund pays this.
    Pays(SituationPays),
    /// An insurer's own contract, under this number or under any.
    Private(Option<Code<12>>),
}

impl Asked {
    /// The word for the right: of several grounds, the first.
    pub fn word(self) -> &'static str {
        match self {
            Asked::Coverage | Asked::Pays(_) => RightKind::Coverage.as_str(),
            Asked::Grounds(set) => set.first().map_or("", Ground::as_str),
            Asked::Accident(_) => RightKind::Accident.as_str(),
            Asked::Contract(kind) => kind.as_str(),
            Asked::Private(_) => RightKind::PrivateContract.as_str(),
        }
    }
}

pub(crate) fn says(world: &World<'_>, snapshot: &Snapshot, asked: Asked, day: Date) -> Says {
    // An insurer speaks of its own contracts, and of nothing else.
    let insurer = snapshot.source == Source::Amc && !matches!(asked, Asked::Private(_));
    if insurer || !reaches(world, snapshot, day) {
        return Says::Silent;
    }
    match asked {
        Asked::Coverage => coverage(world, snapshot, day),
        Asked::Pays(pays) => situation(world, snapshot, pays, day),
        Asked::Grounds(set) => grounds(world, snapshot, set, day),
        Asked::Accident(named) => accident(world, snapshot, named, day),
        Asked::Contract(kind) => contract(world, snapshot, kind, day, |_| true),
        Asked::Private(number) => contract(world, snapshot, RightKind::PrivateContract, day, |one| {
            number.is_none() || one.number == number
        }),
    }
}

/// Whether a snapshot says anything at all of a day.
pub(crate) fn speaks_on(world: &World<'_>, snapshot: &Snapshot, day: Date) -> bool {
    let lists = [
        snapshot.coverage.is_some(),
        snapshot.codes.is_some(),
        snapshot.exemptions.is_some(),
        snapshot.maternity.is_some(),
        snapshot.accidents.is_some(),
        snapshot.contracts.is_some(),
    ];
    lists.contains(&true) && reaches(world, snapshot, day)
}

/// Whether a day is one that the service could see, for a scheme that it serves.
pub(crate) fn reaches(world: &World<'_>, snapshot: &Snapshot, day: Date) -> bool {
    let trust = world.tables.source(snapshot.source);
    let regime = world.claim.scheme.regime.or(snapshot.scheme.regime);
    let served = regime.is_none_or(|regime| !trust.schemes_not_covered.contains(&regime));
    let seen = snapshot
        .horizon
        .is_none_or(|seen| seen.position(day) == Position::Within);
    served && seen && trust.strength > 0
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

/// Whether a situation of the day pays this: another one that is known says no.
fn situation(world: &World<'_>, snapshot: &Snapshot, pays: SituationPays, day: Date) -> Says {
    let books = &world.tables.codes;
    let codes = snapshot.codes.iter().flatten();
    let on_day = codes.filter(|one| one.period.position(day) == Position::Within);
    let known: Vec<(Period, SituationPays)> = on_day
        .filter_map(|one| Some((one.period, books.situations.get(&one.situation?)?.pays)))
        .collect();
    let shown = known.iter().filter(|(_, one)| *one == pays);
    match shown.map(|(period, _)| *period).max_by_key(|one| length(*one)) {
        Some(period) => Says::Yes(period),
        None if !known.is_empty() => Says::No(Absence::NotRecorded),
        None => Says::Silent,
    }
}

/// Any of these grounds: an entry on one of them counts; a code denies them when it shows none of them.
fn grounds(world: &World<'_>, snapshot: &Snapshot, asked: GroundSet, day: Date) -> Says {
    let books = &world.tables.codes;
    let on_day = |period: Period| period.position(day) == Position::Within;
    let ald = GroundSet::of(Ground::Ald);
    let by_situation = books.situation_scope.intersects(asked);
    let mut entries = Vec::new();
    let mut coded = Vec::new();
    let mut denied = false;
    let mut open = false;
    let record = snapshot
        .maternity
        .filter(|_| asked.intersects(GroundSet::of(Ground::Maternity)));
    let record = record.and_then(|record| Some((record, record.period?)));

    for one in snapshot.exemptions.iter().flatten() {
        match books.exemptions.get(&(one.vocabulary, one.code)) {
            Some(meaning) if meaning.intersects(asked) => {
                let key = (Some(one.vocabulary), Some(one.code));
                entries.push(entry_of(snapshot, key, one.period, one.status, day));
                coded.push(Coded {
                    key,
                    one_right: record.is_some(),
                    status: one.status,
                    period: one.period,
                    in_force: in_force(entry(snapshot, one.period, one.status, day)),
                });
            }
            Some(_) => {}
            None => open |= on_day(one.period),
        }
    }
    if let Some((record, period)) = record {
        let one = entry(snapshot, period, record.status, day);
        entries.push(one);
        // The record and the motives are one right.
        coded.push(Coded {
            key: (None, None),
            one_right: true,
            status: record.status,
            period,
            in_force: in_force(one),
        });
    }
    let listed = of_entries(&entries);
    let mut shown = GroundSet::NONE;
    for one in snapshot.codes.iter().flatten() {
        let digit = one
            .ald
            .filter(|_| asked.intersects(ald))
            .map(|digit| books.ald_digits.get(&digit));
        let situation = one
            .situation
            .filter(|_| by_situation)
            .map(|code| books.situations.get(&code));
        let shows = digit == Some(Some(&AldMeaning::Ald))
            || situation
                .flatten()
                .is_some_and(|known| known.grounds.intersects(asked));
        let no_ald = digit == Some(Some(&AldMeaning::NoAld)) && ald.is_superset(asked);
        let no_situation = situation.flatten().is_some() && books.situation_scope.is_superset(asked);
        if shows {
            if on_day(one.period) {
                let by_digit = if digit == Some(Some(&AldMeaning::Ald)) {
                    ald
                } else {
                    GroundSet::NONE
                };
                shown = shown.union(by_digit);
                shown = shown.union(situation.flatten().map_or(GroundSet::NONE, |known| known.grounds));
            }
            entries.push(entry(snapshot, one.period, None, day));
        } else if on_day(one.period) {
            let denies = no_ald || no_situation;
            denied |= denies;
            open |= !denies && (digit == Some(None) || situation == Some(None));
        }
    }

    let said = of_entries(&entries);
    // A code shows the ground, and what is listed of it is suspended or refused: nothing else of the list holds.
    let stopped =
        matches!(listed, None | Some(Says::No(_))).then(|| hidden(world, snapshot, asked, shown, day));
    if let Some(twin) = stopped.flatten() {
        return Says::Unclear(Some(twin));
    }
    let twin = twin(&coded, day);
    match said {
        Some(Says::Yes(_)) if twin.is_some() => return Says::Unclear(twin),
        Some(Says::Yes(_)) if denied => return Says::Unclear(None),
        Some(Says::Yes(_) | Says::Pending(_) | Says::Unclear(_) | Says::No(Absence::NotActive(..))) => {}
        _ if denied => return said.unwrap_or(Says::No(Absence::NotRecorded)),
        _ if open => return Says::Silent,
        _ => {}
    }
    // An empty list of codes says that there is none of what codes can show.
    let by_code = books.situation_scope.union(ald).is_superset(asked);
    let no_code = by_code && snapshot.codes.as_ref().is_some_and(Vec::is_empty);
    // A list of exemptions denies only what the motives of the source can name.
    let named = world.tables.source(snapshot.source).listed.is_superset(asked);
    let listed = snapshot.exemptions.is_some() && named || no_code;
    let can_show = world.tables.source(snapshot.source).shows.shows_all(asked);
    of_list(&entries, listed, can_show)
}

/// Which of these grounds the entry of a period shows; of several the last by list and code, which a situation has none of.
pub(crate) fn ground_of(
    world: &World<'_>,
    snapshot: &Snapshot,
    asked: GroundSet,
    period: Period,
    day: Date,
) -> Option<Ground> {
    let books = &world.tables.codes;
    let exemptions = snapshot.exemptions.iter().flatten();
    let exemptions = exemptions
        .filter(|one| one.period == period && in_force(entry(snapshot, one.period, one.status, day)))
        .filter_map(|one| books.exemptions.get(&(one.vocabulary, one.code)).copied());
    let codes = snapshot.codes.iter().flatten();
    let codes = codes.filter(|one| one.period == period);
    let mut situations: Vec<Code<8>> = codes.filter_map(|one| one.situation).collect();
    situations.sort_unstable();
    let codes = situations
        .iter()
        .filter_map(|code| books.situations.get(code).map(|known| known.grounds));
    let mut shown = codes
        .chain(exemptions)
        .filter(|meaning| meaning.intersects(asked));
    let meaning = shown.next_back()?;
    asked.iter().find(|one| meaning.intersects(GroundSet::of(*one)))
}

/// The periods of maternity that a snapshot shows, each with its state.
pub(crate) fn maternities(world: &World<'_>, one: &Snapshot) -> Vec<(Period, Option<Status>)> {
    let all = keyed_maternities(world, one).into_iter();
    all.map(|(period, _, status)| (period, status)).collect()
}

/// The same, each with its list and its code.
pub(crate) fn keyed_maternities(world: &World<'_>, one: &Snapshot) -> Vec<(Period, Key, Option<Status>)> {
    let books = &world.tables.codes;
    let shows = |meaning: GroundSet| meaning.intersects(GroundSet::of(Ground::Maternity));
    let entries = one.exemptions.iter().flatten().filter(|entry| {
        let meaning = books.exemptions.get(&(entry.vocabulary, entry.code));
        meaning.is_some_and(|meaning| shows(*meaning))
    });
    let codes = one.codes.iter().flatten().filter(|code| {
        let known = code.situation.and_then(|code| books.situations.get(&code));
        known.is_some_and(|known| shows(known.grounds))
    });
    let record = one
        .maternity
        .and_then(|record| Some((record.period?, (None, None), record.status)));
    entries
        .map(|entry| {
            let key = (Some(entry.vocabulary), Some(entry.code));
            (entry.period, key, entry.status)
        })
        .chain(codes.map(|code| (code.period, (None, code.situation.and_then(Code::resize)), None)))
        .chain(record)
        .collect()
}

fn in_force(one: Entry) -> bool {
    matches!(one, Entry::InForce(_))
}

/// Of what is listed and suspended or refused on the day, on a ground that a code shows, what lasts longest.
fn hidden(
    world: &World<'_>,
    snapshot: &Snapshot,
    asked: GroundSet,
    shown: GroundSet,
    day: Date,
) -> Option<Twin> {
    let both = shown.intersection(asked);
    let of = |key, status, period| Coded {
        key,
        status,
        period,
        in_force: false,
        one_right: true,
    };
    let exemptions = snapshot.exemptions.iter().flatten().filter(|one| {
        let meaning = world.tables.codes.exemptions.get(&(one.vocabulary, one.code));
        meaning.is_some_and(|meaning| meaning.intersects(both))
    });
    let record = snapshot
        .maternity
        .filter(|_| both.intersects(GroundSet::of(Ground::Maternity)));
    let record = record.and_then(|one| Some(of((None, None), one.status, one.period?)));
    let mut all: Vec<Coded> = exemptions
        .map(|one| of((Some(one.vocabulary), Some(one.code)), one.status, one.period))
        .collect();
    all.extend(record);
    let code = Coded {
        in_force: true,
        ..of((None, None), None, Period::default())
    };
    all.push(code);
    twin(&all, day)
}

/// The accident that a claim names, and one on record: by number where both have one, else by day.
pub(crate) fn same_accident(named: ClaimAccident, on_record: &AccidentEntry) -> bool {
    match (named.number, on_record.number) {
        (Some(number), Some(other)) => same_number(number, other),
        _ => named.date.is_some() && named.date == on_record.date,
    }
}

/// Old cards carry eight of the nine digits: the ninth is a key.
pub(crate) fn same_number(one: Code<12>, other: Code<12>) -> bool {
    let (one, other) = (one.as_str(), other.as_str());
    let less_key = |long: &str, short: &str| long.len() == 9 && short.len() == 8 && long.starts_with(short);
    one == other || less_key(one, other) || less_key(other, one)
}

fn accident(world: &World<'_>, snapshot: &Snapshot, named: ClaimAccident, day: Date) -> Says {
    let same = snapshot
        .accidents
        .iter()
        .flatten()
        .filter(|one| same_accident(named, one));
    let same: Vec<&AccidentEntry> = same.collect();
    let entries: Vec<Entry> = same
        .iter()
        .map(|one| {
            let key = (None, one.number.and_then(Code::resize));
            entry_of(snapshot, key, one.period, one.status, day)
        })
        .collect();
    let coded: Vec<Coded> = same
        .iter()
        .map(|one| Coded {
            key: (None, one.number.and_then(Code::resize)),
            one_right: true,
            status: one.status,
            period: one.period,
            in_force: in_force(entry(snapshot, one.period, one.status, day)),
        })
        .collect();
    let can_show = world
        .tables
        .source(snapshot.source)
        .shows
        .shows(RightKind::Accident);
    match of_list(&entries, snapshot.accidents.is_some(), can_show) {
        Says::Yes(_) if twin(&coded, day).is_some() => Says::Unclear(twin(&coded, day)),
        said => said,
    }
}

fn contract(
    world: &World<'_>,
    snapshot: &Snapshot,
    kind: RightKind,
    day: Date,
    wanted: impl Fn(&ContractEntry) -> bool,
) -> Says {
    let of_kind: Vec<&ContractEntry> = of_kind(world, snapshot, kind).filter(|one| wanted(one)).collect();
    let entries: Vec<Entry> = of_kind
        .iter()
        .map(|one| {
            let key = (None, one.number.and_then(Code::resize));
            entry_of(snapshot, key, lasting(world, one), one.status, day)
        })
        .collect();
    let coded: Vec<Coded> = of_kind
        .iter()
        .map(|one| Coded {
            key: (None, one.number.and_then(Code::resize)),
            one_right: false,
            status: one.status,
            period: lasting(world, one),
            in_force: in_force(entry(snapshot, lasting(world, one), one.status, day)),
        })
        .collect();
    let can_show = world.tables.source(snapshot.source).shows.shows(kind);
    match of_list(&entries, snapshot.contracts.is_some(), can_show) {
        Says::Yes(_) if twin(&coded, day).is_some() => Says::Unclear(twin(&coded, day)),
        said => said,
    }
}

/// Whether an answer shows such a CSS on the day of the care, and does not contradict itself on it.
pub(crate) fn shows_css(
    world: &World<'_>,
    snapshot: &Snapshot,
    wanted: impl Fn(&ContractEntry) -> bool,
) -> bool {
    let said = contract(world, snapshot, RightKind::Css, world.claim.care_date, wanted);
    matches!(said, Says::Yes(_))
}

/// The contracts of a kind on record.
pub(crate) fn of_kind<'a>(
    world: &'a World<'_>,
    snapshot: &'a Snapshot,
    kind: RightKind,
) -> impl Iterator<Item = &'a ContractEntry> {
    let all = snapshot.contracts.iter().flatten();
    // The contract of a leaver is neither a CSS nor an insurer's own.
    all.filter(move |one| kind_of(world, carried(one)) == kind && !is_leaver(world, carried(one)))
}

/// A contract on record as a claim would carry it.
pub(crate) fn carried(entry: &ContractEntry) -> ClaimContract {
    ClaimContract {
        number: entry.number,
        contract_type: entry.contract_type,
        ..ClaimContract::default()
    }
}
