//! The rights of everybody, indexed once: what each snapshot of a person says lies together, sorted.

mod build;
mod entries;
mod grouped;
mod head;
mod interner;
mod snapshots;

pub use build::{RightsBuilder, RightsOptions, RightsTables};
pub use head::{List, Lists};

use crate::error::RowError;
use grouped::Grouped;
use hashbrown::HashMap;
use head::Head;
use interner::Interner;
use tierspayant::core::model::{
    AccidentEntry, ContractEntry, CoverageCode, ExemptionEntry, MaternityEntry, Period, Person, Snapshot,
};

/// The rights of everybody. It never changes once it is built, and threads share it.
pub struct Rights {
    people: Interner,
    heads: Grouped<Head>,
    coverage: Grouped<Period>,
    codes: Grouped<CoverageCode>,
    exemptions: Grouped<ExemptionEntry>,
    maternity: Grouped<MaternityEntry>,
    accidents: Grouped<AccidentEntry>,
    contracts: Grouped<ContractEntry>,
    faults: HashMap<u32, RowError>,
    complete: Lists,
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

    /// Writes the snapshots of a person over those of another.
    pub(crate) fn fill(&self, person: u32, snapshots: &mut Vec<Snapshot>) {
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
            self.fill_one(person, number, head, snapshot);
        }
    }

    fn fill_one(&self, person: u32, number: u32, head: &Head, snapshot: &mut Snapshot) {
        let lists = head.lists.and(self.complete);
        snapshot.source = head.source;
        snapshot.observed_at = head.observed;
        snapshot.updated_on = head.updated;
        snapshot.horizon = head.horizon;
        snapshot.scheme = head.scheme;
        snapshot.person = match &head.stated {
            Some(stated) => Person::clone(stated),
            None => Person {
                id: self.people.get(person).parse().ok(),
                ..Person::default()
            },
        };
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
