//! The evidence of each person, prepared at the first claim and used again by every other one, on every thread.

use crate::frame::ColumnFault;
use crate::person::Stated;
use crate::rights::Rights;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use tierspayant::core::evidence::Evidence;
use tierspayant::core::model::{Dossier, Scheme};
use tierspayant::core::tables::Tables;

/// The evidence of so many people is kept, at less than a kilobyte each; that of others is made for each claim.
const KEPT: usize = 1 << 18;

/// What the evidence of a claim depends on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Asked<'a> {
    pub(crate) person: Option<u32>,
    pub(crate) stated: Stated<'a>,
    pub(crate) scheme: Scheme,
}

/// Evidence, and what claims stated when it was made, besides the id.
struct Made {
    stated: Stated<'static>,
    scheme: Scheme,
    evidence: Evidence,
}

/// The evidence of everybody, as far as it was asked for.
pub(crate) struct Prepared {
    people: Vec<OnceLock<Box<Made>>>,
    left: AtomicUsize,
}

impl Prepared {
    /// Nobody's evidence yet.
    pub(crate) fn new(people: usize) -> Self {
        Prepared {
            people: core::iter::repeat_with(OnceLock::new).take(people).collect(),
            left: AtomicUsize::new(KEPT),
        }
    }

    /// Reads what is kept of some people, and nothing else: the memory of one need not be waited for before that of the
    /// next is asked for, so that their claims find it at hand.
    pub(crate) fn fetch(&self, people: &[Option<u32>]) {
        for person in people.iter().flatten() {
            let place = usize::try_from(*person).ok();
            let made = place.and_then(|place| self.people.get(place)?.get());
            if let Some(view) = made.and_then(|made| made.evidence.views.first()) {
                let coverage = view.coverage.as_ref().and_then(|list| list.first().copied());
                let right = view.exemptions.first().copied();
                let contract = view.contracts.as_ref().and_then(|list| list.first().copied());
                core::hint::black_box((coverage, right, contract, view.observed_at, view.strength));
            }
        }
    }

    /// Takes one of the places that are left.
    fn take(&self) -> bool {
        let less = |left: usize| left.checked_sub(1);
        self.left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, less)
            .is_ok()
    }
}

/// Gives evidence to the claims of one batch.
pub(crate) struct Witness<'a> {
    tables: &'a Tables,
    rights: &'a Rights,
    prepared: &'a Prepared,
    /// Whether claims name people by the key of the tables.
    id_is_key: bool,
    dossier: Dossier,
    last: Option<(Asked<'a>, Evidence)>,
}

impl<'a> Witness<'a> {
    pub(crate) fn new(
        tables: &'a Tables,
        rights: &'a Rights,
        prepared: &'a Prepared,
        id_is_key: bool,
        dossier: Dossier,
    ) -> Self {
        Witness {
            tables,
            rights,
            prepared,
            id_is_key,
            dossier,
            last: None,
        }
    }

    /// The evidence that a claim asks for.
    pub(crate) fn evidence(&mut self, asked: &Asked<'a>) -> Result<Option<&Evidence>, ColumnFault> {
        let prepared = self.prepared;
        let slot = asked.person.filter(|_| self.id_is_key).and_then(|person| {
            let place = usize::try_from(person).ok()?;
            prepared.people.get(place)
        });
        let stated = Stated {
            id: None,
            ..asked.stated
        };
        if let Some(slot) = slot {
            if slot.get().is_none() && prepared.take() {
                let evidence = self.make(asked)?;
                let stated = Stated { id: None, ..stated };
                let scheme = asked.scheme;
                // Another thread may have been faster: its evidence is as good.
                let _ = slot.set(Box::new(Made {
                    stated,
                    scheme,
                    evidence,
                }));
            }
            if let Some(made) = slot.get()
                && made.scheme == asked.scheme
                && made.stated == stated
            {
                return Ok(Some(&made.evidence));
            }
        }
        if self.last.as_ref().is_none_or(|(known, _)| known != asked) {
            let evidence = self.make(asked)?;
            self.last = Some((*asked, evidence));
        }
        Ok(self.last.as_ref().map(|(_, evidence)| evidence))
    }

    fn make(&mut self, asked: &Asked<'_>) -> Result<Evidence, ColumnFault> {
        self.dossier.claim.person = asked.stated.person("person", None)?;
        self.dossier.claim.scheme = asked.scheme;
        match asked.person {
            Some(person) => self.rights.fill(person, &mut self.dossier.rights),
            None => self.dossier.rights.clear(),
        }
        Ok(Evidence::new(self.tables, &self.dossier))
    }
}
