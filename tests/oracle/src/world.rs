//! The dossier, the tables, and the snapshots that are heard.

use crate::finding::Finding;
use crate::people;
use tierspayant_core::model::{Claim, Dossier, Line, Snapshot};
use tierspayant_core::tables::Tables;

pub(crate) struct World<'a> {
    pub tables: &'a Tables,
    pub dossier: &'a Dossier,
    pub claim: &'a Claim,
    /// Snapshots about the person of the claim.
    pub heard: Vec<&'a Snapshot>,
    /// What was found of identities.
    pub identity: Vec<Finding>,
}

impl<'a> World<'a> {
    pub fn new(tables: &'a Tables, dossier: &'a Dossier) -> Self {
        let (heard, identity) = people::heard(dossier);
        World {
            tables,
            dossier,
            claim: &dossier.claim,
            heard,
            identity,
        }
    }

    pub fn lines(&self) -> impl Iterator<Item = (u16, &'a Line)> {
        (0..).zip(&self.claim.lines)
    }
}
