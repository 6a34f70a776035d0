//! The dossier, the tables, and the snapshots that are heard.

use crate::birth::Birth;
use crate::finding::Finding;
use crate::people;
use tierspayant_core::model::{CardState, Claim, Dossier, Line, Mode, Nature, Setting, Share, Snapshot};
use tierspayant_core::tables::Tables;

pub(crate) struct World<'a> {
    pub tables: &'a Tables,
    pub dossier: &'a Dossier,
    pub claim: &'a Claim,
    /// Snapshots about the person of the claim.
    pub heard: Vec<&'a Snapshot>,
    /// What was found of identities.
    pub identity: Vec<Finding>,
    /// The birth date of the claim, else the earliest on record.
    pub birth: Option<Birth>,
}

impl<'a> World<'a> {
    pub fn new(tables: &'a Tables, dossier: &'a Dossier) -> Self {
        let (heard, identity) = people::heard(dossier);
        World {
            tables,
            dossier,
            claim: &dossier.claim,
            birth: people::birth(&dossier.claim.person, &heard),
            heard,
            identity,
        }
    }

    /// What became of the card.
    pub fn card(&self) -> Option<CardState> {
        let by_mode = self.claim.facts.mode.map(|mode| match mode {
            Mode::Card => CardState::Read,
            Mode::Degraded | Mode::Remote | Mode::Secrecy => CardState::Absent,
        });
        self.claim.card.or(by_mode)
    }

    /// Whether a share asks for tiers payant: where the claim does not say, every one that it could carry.
    pub fn asks(&self, share: Share) -> bool {
        match self.claim.third_party {
            Some(shares) => shares.contains(share),
            None => share == Share::Amo || self.claim.contract.is_some(),
        }
    }

    /// Whether the nature of insurance leaves it to the codes of the lines what is exempt.
    pub fn codes_exempt(&self) -> bool {
        !matches!(
            self.claim.nature,
            Some(Nature::Maternity | Nature::Accident | Nature::Prevention)
        )
    }

    /// Who bills: a pharmacy where it is not said.
    pub fn setting(&self) -> &str {
        self.claim.setting.map_or("pharmacy", Setting::as_str)
    }

    /// The birth date of the claim, where it gives an age.
    pub fn birth_of_claim(&self) -> Option<Birth> {
        self.claim.person.birth_date.and_then(Birth::of)
    }

    pub fn lines(&self) -> impl Iterator<Item = (u16, &'a Line)> {
        (0..).zip(&self.claim.lines)
    }
}
