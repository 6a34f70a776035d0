//! The remedies of a reason, each once.

use super::RemedyId;
use crate::model::Fault;
use crate::model::record::{Field, Fields, Input, Kind, Misplaced, Output, Privacy, Value, Words};

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
        let mut left = self.0;
        let mut places = 0_u32;
        while let Some(others) = left.checked_sub(1) {
            let place = PLACES.get(left.trailing_zeros() as usize).copied();
            places |= place.map_or(0, |place| 1 << place);
            left &= others;
        }
        std::iter::from_fn(move || {
            let others = places.checked_sub(1)?;
            let remedy = RemedyId::IN_ORDER.get(places.trailing_zeros() as usize);
            places &= others;
            remedy.copied()
        })
    }
}

/// Written as the list of its words.
impl Field<Words<RemedyId>> for RemedySet {
    const KIND: Kind = Kind::List(&<RemedyId as Value>::KIND);
    const REQUIRED: bool = true;
    const PRIVACY: Privacy = Privacy::Public;
    type Slot = ();

    fn take<S: Input>((): &mut (), _: &str, input: S) -> Result<(), S::Error> {
        Err(input.refuse(Fault::Shape))
    }

    fn finish((): (), names: &'static [&'static str]) -> Result<Self, Misplaced> {
        Err(Misplaced::field(names, Fault::Shape))
    }

    fn write<F: Fields>(&self, names: &'static [&'static str], fields: &mut F) -> Result<(), F::Error> {
        names.first().map_or(Ok(()), |name| fields.field(name, self))
    }
}

impl Value for RemedySet {
    const KIND: Kind = Kind::List(&<RemedyId as Value>::KIND);

    fn read<S: Input>(input: S) -> Result<Option<Self>, S::Error> {
        Err(input.refuse(Fault::Shape))
    }

    fn write<W: Output>(&self, output: W) -> Result<W::Done, W::Error> {
        let mut room = RemedyId::IN_ORDER;
        let slots = room.iter_mut().zip(self.iter());
        let count = slots.map(|(slot, remedy)| *slot = remedy).count();
        output.list(room.get(..count).unwrap_or_default())
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
        PLACES
            .get(self as usize)
            .copied()
            .map_or(PLACES.len(), usize::from)
    }
}

/// The place of each remedy in the order in which they are done.
#[expect(clippy::indexing_slicing, reason = "every remedy is below their count")]
const PLACES: [u8; RemedyId::ALL.len()] = {
    let mut places = [0; RemedyId::ALL.len()];
    let mut place = 0;
    while place < places.len() {
        places[RemedyId::IN_ORDER[place] as usize] = place as u8;
        place += 1;
    }
    places
};

#[cfg(test)]
#[path = "remedy_set_tests.rs"]
mod tests;
