//! The remedies of a reason, each once.

use super::RemedyId;

/// A set of remedies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct RemedySet(u32);

impl RemedySet {
    /// No remedy.
    pub const NONE: RemedySet = RemedySet(0);

    /// This set and one more.
    #[must_use]
    pub const fn with(self, remedy: RemedyId) -> Self {
        RemedySet(self.0 | 1 << (remedy as u8))
    }

    /// This set and another.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        RemedySet(self.0 | other.0)
    }

    /// Whether it holds a remedy.
    pub const fn has(self, remedy: RemedyId) -> bool {
        self.0 & (1 << (remedy as u8)) != 0
    }

    /// This set without one.
    #[must_use]
    pub const fn without(self, remedy: RemedyId) -> Self {
        RemedySet(self.0 & !(1 << (remedy as u8)))
    }

    /// The remedies, in the order in which they are done.
    pub fn iter(self) -> impl Iterator<Item = RemedyId> {
        RemedyId::IN_ORDER
            .iter()
            .copied()
            .filter(move |one| self.has(*one))
    }
}

impl RemedyId {
    /// Every remedy in the order in which they are done: what cures first, then what may settle it, then what is left.
    pub const IN_ORDER: [RemedyId; RemedyId::ALL.len()] = [
        RemedyId::CorrectScheme,
        RemedyId::CheckIdentity,
        RemedyId::CheckPrescriber,
        RemedyId::CorrectNature,
        RemedyId::CheckDirectAccess,
        RemedyId::CompleteClaim,
        RemedyId::AskAgreement,
        RemedyId::StateRelation,
        RemedyId::CorrectExemption,
        RemedyId::CorrectContract,
        RemedyId::SplitInvoice,
        RemedyId::WaitForFund,
        RemedyId::FindPayment,
        RemedyId::HoldUntil,
        RemedyId::QueryAdri,
        RemedyId::UpdateCard,
        RemedyId::AskAttestation,
        RemedyId::AgreeWithService,
        RemedyId::ContactAmc,
        RemedyId::UnforceExemption,
        RemedyId::RemoveExemption,
        RemedyId::AmoAlone,
        RemedyId::SendProof,
        RemedyId::ContactFund,
        RemedyId::RenewCss,
        RemedyId::FixSetting,
        RemedyId::RecycleInvoice,
        RemedyId::NewFse,
        RemedyId::PaperWithProofs,
        RemedyId::PatientPays,
    ];

    /// Its place in that order.
    pub fn place(self) -> usize {
        let place = Self::IN_ORDER.iter().position(|one| *one == self);
        place.unwrap_or(Self::IN_ORDER.len())
    }
}

#[cfg(test)]
#[path = "remedy_set_tests.rs"]
mod tests;
