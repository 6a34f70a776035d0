//! A cache of the evidence of each person: made at the first claim, shared by every later one, on every thread.

use crate::frame::ColumnFault;
use crate::person::Stated;
use crate::rights::Rights;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use tierspayant::core::evidence::Evidence;
use tierspayant::core::model::{Date, Dossier, Scheme, Snapshot};
use tierspayant::core::tables::Tables;
use tierspayant::core::triage::known_by;

/// How many people the cache holds, at less than a kilobyte each; the evidence of others is made for each claim.
const CAPACITY: usize = 1 << 18;

/// What the evidence of a claim depends on: the key of the cache.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct EvidenceKey<'a> {
    pub(crate) person: Option<u32>,
    pub(crate) stated: Stated<'a>,
    pub(crate) scheme: Scheme,
    /// Only what was known on this day counts, and whether the claim read the card; everything when absent.
    pub(crate) known_by: Option<(Date, bool)>,
}

/// Evidence, and what claims stated when it was made, besides the id.
struct Cached {
    stated: Stated<'static>,
    scheme: Scheme,
    evidence: Evidence,
}

/// The evidence of everybody who was asked for so far, by the number of the person.
pub(crate) struct EvidenceCache {
    people: Vec<OnceLock<Box<Cached>>>,
    left: AtomicUsize,
}

impl EvidenceCache {
    /// Nobody's evidence yet.
    pub(crate) fn new(people: usize) -> Self {
        EvidenceCache {
            people: std::iter::repeat_with(OnceLock::new).take(people).collect(),
            left: AtomicUsize::new(CAPACITY),
        }
    }

    /// Takes one of the slots that are left.
    fn take_slot(&self) -> bool {
        let less = |left: usize| left.checked_sub(1);
        self.left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, less)
            .is_ok()
    }
}

/// The evidence for the claims of one batch, through the cache.
pub(crate) struct CachedEvidence<'a> {
    tables: &'a Tables,
    rights: &'a Rights,
    cache: &'a EvidenceCache,
    /// Whether claims name people by the key of the tables.
    id_is_key: bool,
    dossier: Dossier,
    last: Option<(EvidenceKey<'a>, Evidence)>,
}

impl<'a> CachedEvidence<'a> {
    pub(crate) fn new(
        tables: &'a Tables,
        rights: &'a Rights,
        cache: &'a EvidenceCache,
        id_is_key: bool,
        dossier: Dossier,
    ) -> Self {
        CachedEvidence {
            tables,
            rights,
            cache,
            id_is_key,
            dossier,
            last: None,
        }
    }

    /// The evidence that a claim asks for.
    pub(crate) fn evidence(&mut self, asked: &EvidenceKey<'a>) -> Result<Option<&Evidence>, ColumnFault> {
        let cache = self.cache;
        let part = asked.person.zip(asked.known_by);
        let part = part.is_some_and(|(person, (day, card))| !self.rights.all_known(person, day, card));
        let slot = asked
            .person
            .filter(|_| self.id_is_key && !part)
            .and_then(|person| {
                let place = usize::try_from(person).ok()?;
                cache.people.get(place)
            });
        let stated = Stated {
            id: None,
            ..asked.stated
        };
        if let Some(slot) = slot {
            if slot.get().is_none() && cache.take_slot() {
                let evidence = self.make(asked)?;
                let stated = Stated { id: None, ..stated };
                let scheme = asked.scheme;
                // Another thread may have been faster: its evidence is as good.
                let _ = slot.set(Box::new(Cached {
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

    fn make(&mut self, asked: &EvidenceKey<'_>) -> Result<Evidence, ColumnFault> {
        self.dossier.claim.person = asked.stated.person("person", None)?;
        self.dossier.claim.scheme = asked.scheme;
        match asked.person {
            Some(person) => self.rights.fill(person, &asked.scheme, &mut self.dossier.rights),
            None => {
                self.dossier.rights.clear();
                self.dossier.rights.extend(self.rights.of_nobody(&asked.scheme));
            }
        }
        if let Some((day, card)) = asked.known_by {
            let known = |one: &Snapshot| known_by(one.source, one.observed_at, day, card);
            self.dossier.rights.retain(known);
        }
        Ok(Evidence::new(self.tables, &self.dossier))
    }
}
