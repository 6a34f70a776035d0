//! The rights of everybody, indexed once: what each snapshot of a person says lies together, sorted.

mod build;
mod entries;
mod grouped;
mod head;
mod interner;
mod record;
mod snapshots;

pub use build::{RightsBuilder, RightsOptions, RightsTables};
pub use head::{List, Lists};

use crate::error::RowError;
use grouped::Grouped;
use hashbrown::HashMap;
use head::Head;
use interner::Interner;
pub(crate) use record::Record;
use record::Records;
use tierspayant::core::decision::{EntryDays, SaidDays};
use tierspayant::core::model::{
    AccidentEntry, Code, ContractEntry, CoverageCode, Date, ExemptionEntry, MaternityEntry, Period, Person,
    Scheme, Snapshot,
};
use tierspayant::core::triage::known_by;

/// The rights of everybody. It never changes once it is built, and threads share it.
pub struct Rights {
    people: Interner,
    heads: Grouped<Head>,
    records: Records,
    coverage: Grouped<Period>,
    codes: Grouped<CoverageCode>,
    exemptions: Grouped<ExemptionEntry>,
    maternity: Grouped<MaternityEntry>,
    accidents: Grouped<AccidentEntry>,
    contracts: Grouped<ContractEntry>,
    faults: HashMap<u32, RowError>,
    complete: Lists,
    /// What the source of complete lists says of whoever has no row; absent where nobody says when it was asked.
    nobody: Option<Head>,
    /// The régimes whose people the complete lists hold; all where there is none.
    complete_regimes: Vec<Code<2>>,
}

impl std::fmt::Debug for Rights {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rights")
            .field("people", &self.people.len())
            .field("snapshots", &self.heads.len())
            .finish_non_exhaustive()
    }
}

impl Rights {
    /// How many people there are.
    pub fn people(&self) -> usize {
        self.people.len()
    }

    /// How many snapshots there are.
    pub fn snapshots(&self) -> usize {
        self.heads.len()
    }

    /// The number of a person.
    #[inline]
    pub(crate) fn find(&self, person: &str) -> Option<u32> {
        self.people.find(person)
    }

    /// What is wrong with the rights of a person, if anything is.
    pub(crate) fn fault(&self, person: u32) -> Option<&RowError> {
        if self.faults.is_empty() {
            return None;
        }
        self.faults.get(&person)
    }

    /// Whether everything that is held of a person was known on a day.
    pub(crate) fn all_known(&self, person: u32, day: Date, card_read: bool) -> bool {
        let mut heads = self.heads.of(person).iter();
        heads.all(|head| known_by(head.source, head.observed, day, card_read))
    }

    /// What complete lists say of a person who has no row in any table: that there is nothing. `None` where no list is complete for that scheme, or
    /// where nothing says who was asked and when.
    pub(crate) fn of_nobody(&self, scheme: &Scheme) -> Option<Snapshot> {
        let head = self.nobody.as_ref().filter(|_| self.is_complete_for(scheme))?;
        let empty = |list| self.complete.has(list);
        Some(Snapshot {
            observed_at: head.observed,
            coverage: empty(List::Coverage).then(Vec::new),
            codes: empty(List::Codes).then(Vec::new),
            exemptions: empty(List::Exemptions).then(Vec::new),
            accidents: empty(List::Accidents).then(Vec::new),
            contracts: empty(List::Contracts).then(Vec::new),
            ..Snapshot::silent(head.source)
        })
    }

    fn is_complete_for(&self, scheme: &Scheme) -> bool {
        let named = scheme
            .regime
            .is_some_and(|regime| self.complete_regimes.contains(&regime));
        self.complete_regimes.is_empty() || named
    }

    /// What is on record of a person.
    #[inline]
    pub(crate) fn record(&self, person: u32) -> Option<&Record> {
        self.records.get(person)
    }

    /// The days that a record names.
    #[inline]
    pub(crate) fn said<'r>(&'r self, record: &'r Record) -> SaidDays<'r> {
        SaidDays {
            first: record.spoken,
            others: self.records.others(record),
            bounds: EntryDays {
                first: &record.first,
                second: self.records.more(record),
            },
        }
    }

    /// How many forms records have.
    pub(crate) fn forms(&self) -> usize {
        self.records.forms()
    }

    /// Writes the snapshots of a person over others, as their tables have them: that no row may mean an empty list
    /// depends on the scheme of a claim, and on nothing that is of the person.
    pub(crate) fn written(&self, person: u32, snapshots: &mut Vec<Snapshot>) {
        self.fill_with(person, Lists::default(), snapshots);
    }

    /// Writes who the snapshots of a person are about over other snapshots.
    pub(crate) fn people_meant(&self, person: u32, snapshots: &mut Vec<Snapshot>) {
        snapshots.clear();
        snapshots.extend(self.heads.of(person).iter().map(|head| Snapshot {
            person: self.person_meant(person, head),
            ..Snapshot::silent(head.source)
        }));
    }

    fn person_meant(&self, person: u32, head: &Head) -> Person {
        match &head.stated {
            Some(stated) => Person::clone(stated),
            None => Person {
                id: self.key(person).parse().ok(),
                ..Person::default()
            },
        }
    }

    /// The key of a person in the tables.
    pub(crate) fn key(&self, person: u32) -> &str {
        self.people.get(person)
    }

    /// Writes the snapshots of a person of this scheme over those of another.
    pub(crate) fn fill(&self, person: u32, scheme: &Scheme, snapshots: &mut Vec<Snapshot>) {
        let complete = if self.is_complete_for(scheme) {
            self.complete
        } else {
            Lists::default()
        };
        self.fill_with(person, complete, snapshots);
    }

    fn fill_with(&self, person: u32, complete: Lists, snapshots: &mut Vec<Snapshot>) {
        let range = self.heads.range(person);
        let heads = self.heads.of(person);
        snapshots.truncate(heads.len());
        for (place, (number, head)) in range.zip(heads).enumerate() {
            if place == snapshots.len() {
                snapshots.push(Snapshot::silent(head.source));
            }
            let (Some(snapshot), Ok(number)) = (snapshots.get_mut(place), u32::try_from(number)) else {
                return;
            };
            self.fill_one(person, number, head, complete, snapshot);
        }
    }

    fn fill_one(&self, person: u32, number: u32, head: &Head, complete: Lists, snapshot: &mut Snapshot) {
        let lists = head.lists.and(complete);
        snapshot.source = head.source;
        snapshot.observed_at = head.observed;
        snapshot.updated_on = head.updated;
        snapshot.horizon = head.horizon;
        snapshot.scheme = head.scheme;
        snapshot.person = self.person_meant(person, head);
        copy(
            &mut snapshot.coverage,
            self.coverage.of(number),
            lists.has(List::Coverage),
        );
        copy(&mut snapshot.codes, self.codes.of(number), lists.has(List::Codes));
        copy(
            &mut snapshot.exemptions,
            self.exemptions.of(number),
            lists.has(List::Exemptions),
        );
        snapshot.maternity = self.maternity.of(number).first().copied();
        copy(
            &mut snapshot.accidents,
            self.accidents.of(number),
            lists.has(List::Accidents),
        );
        copy(
            &mut snapshot.contracts,
            self.contracts.of(number),
            lists.has(List::Contracts),
        );
    }
}

/// An empty list that was not part of the answer says nothing.
fn copy<T: Clone>(list: &mut Option<Vec<T>>, entries: &[T], stated: bool) {
    if entries.is_empty() && !stated {
        *list = None;
    } else {
        let list = list.get_or_insert_default();
        list.clear();
        list.extend_from_slice(entries);
    }
}
