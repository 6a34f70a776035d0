//! What keeps a kind of reject from coming back: the corrective actions of the catalogue, by cause and by where the code came from.

use super::Cause;
use crate::model::{Origin, text_enum};

text_enum! {
    /// What a shop changes in the way it works, so that a kind of reject does not come back.
    Prevention {
        /// Train the team: on a bizone prescription the exemption is for the lines of the ALD zone, while the right runs.
        BizoneTraining = "bizone_training",
        /// Switch off the setting that puts an exemption on a line by itself.
        ForcingSetting = "forcing_setting",
        /// Train the team: an exemption is typed by hand only once a source shows it.
        HandTypedTraining = "hand_typed_training",
        /// Have the card updated before it is read.
        CardUpdate = "card_update",
        /// Ask ADRi at the counter, before each sending.
        AdriAtCounter = "adri_at_counter",
        /// Ask for the insurer's current card or attestation.
        ContractAtCounter = "contract_at_counter",
    }
}

impl Prevention {
    /// What prevents a cause, given where the rejected line's code came from; nothing where no habit of the counter makes it.
    pub const fn of(cause: Cause, origin: Option<Origin>) -> Option<Self> {
        Some(match (cause, origin) {
            (Cause::Forced | Cause::NeverRecorded, Some(Origin::Prescription)) => Prevention::BizoneTraining,
            (Cause::Forced | Cause::NeverRecorded, Some(Origin::Setting)) => Prevention::ForcingSetting,
            (Cause::Forced | Cause::NeverRecorded, Some(Origin::Manual)) => Prevention::HandTypedTraining,
            (Cause::StaleData | Cause::Ended | Cause::NotStarted | Cause::NotActive, Some(Origin::Card)) => {
                Prevention::CardUpdate
            }
            (
                Cause::Forced
                | Cause::NeverRecorded
                | Cause::StaleData
                | Cause::Ended
                | Cause::NotStarted
                | Cause::NotActive
                | Cause::Pending
                | Cause::WrongCode
                | Cause::Identity,
                _,
            ) => Prevention::AdriAtCounter,
            (Cause::ContractMistyped | Cause::ContractChanged, _) => Prevention::ContractAtCounter,
            (
                Cause::Lag
                | Cause::AccidentMistyped
                | Cause::Rule
                | Cause::Duplicate
                | Cause::MissingDocument
                | Cause::Prescriber
                | Cause::Late
                | Cause::Card
                | Cause::Billing
                | Cause::PaidInstead
                | Cause::Deferred
                | Cause::Unknown,
                _,
            ) => return None,
        })
    }
}

#[cfg(test)]
#[path = "prevention_tests.rs"]
mod tests;
