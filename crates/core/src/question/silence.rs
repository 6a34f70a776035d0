//! What silence means: the one place that says what a field that was not given stands for, whichever interface the
//! claim came through. Everything that is not here is simply not known.

use crate::model::{CardState, Claim, Date, Mode, Relation, Setting, ShareSet};

/// The shares that ask for tiers payant: every share that the claim could carry.
pub const fn third_party(said: Option<ShareSet>, carries_contract: bool) -> ShareSet {
    match said {
        Some(shares) => shares,
        None if carries_contract => ShareSet::Both,
        None => ShareSet::Amo,
    }
}

/// The shares of a claim that ask for tiers payant.
pub const fn shares_of(claim: &Claim) -> ShareSet {
    third_party(claim.third_party, claim.contract.is_some())
}

/// Who bills: a pharmacy.
pub const fn setting(said: Option<Setting>) -> Setting {
    match said {
        Some(setting) => setting,
        None => Setting::Pharmacy,
    }
}

/// The day of transmission: the day the question is asked.
pub const fn transmission_date(said: Option<Date>, as_of: Option<Date>) -> Option<Date> {
    match said {
        Some(day) => Some(day),
        None => as_of,
    }
}

/// The relation of a line to the condition that exempts: not known.
pub const fn relation(said: Option<Relation>) -> Relation {
    match said {
        Some(relation) => relation,
        None => Relation::Unknown,
    }
}

/// What became of the card: as the way in which the claim is made says it.
pub const fn card(said: Option<CardState>, mode: Option<Mode>) -> Option<CardState> {
    match (said, mode) {
        (Some(card), _) => Some(card),
        (None, Some(Mode::Card)) => Some(CardState::Read),
        (None, Some(Mode::Degraded | Mode::Remote | Mode::Secrecy)) => Some(CardState::Absent),
        (None, None) => None,
    }
}
