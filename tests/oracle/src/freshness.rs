//! What is fresh, and which of two answers is the more recent.

use crate::world::World;
use tierspayant_core::model::{CardState, Date, Moment, Snapshot, Source};

pub(crate) fn is_card(source: Source) -> bool {
    matches!(source, Source::Vitale | Source::Apcv)
}

/// Stale: an answer given before the care; a card not read for this claim, or not updated; an old attestation.
pub(crate) fn is_fresh(world: &World<'_>, snapshot: &Snapshot) -> bool {
    let policy = &world.tables.policy;
    let care = world.claim.care_date;
    let age = |day: Date| care.days_since(day);
    let asked = snapshot.observed_at.map(|moment| age(moment.date()));
    match snapshot.source {
        Source::Bdo | Source::Adri | Source::Cdri | Source::Portal | Source::Amc => {
            asked.is_some_and(|age| age <= policy.online_max_age_days)
        }
        Source::Attestation => snapshot
            .updated_on
            .is_some_and(|issued| age(issued) <= policy.attestation_max_age_days),
        Source::Vitale | Source::Apcv => {
            let read = match asked {
                Some(age) => age <= policy.card_reading_max_age_days,
                None => world.card() == Some(CardState::Read),
            };
            let missing = matches!(world.card(), Some(CardState::Absent | CardState::Unreadable));
            let old = snapshot
                .updated_on
                .is_some_and(|updated| age(updated) > policy.card_update_max_age_days);
            read && !missing && !old
        }
        Source::Manual => false,
    }
}

/// Of equal ranks the more recent: last update or date of issue for cards and attestations, then the reading.
/// A day without a time is its midnight.
pub(crate) fn recency(snapshot: &Snapshot) -> (Option<Date>, Option<Moment>) {
    let updated = match snapshot.source {
        Source::Attestation | Source::Vitale | Source::Apcv => snapshot.updated_on,
        _ => None,
    };
    let midnight = |moment: Moment| Moment::at(moment.date(), 0, 0, 0).unwrap_or(moment);
    let asked = snapshot
        .observed_at
        .map(|moment| midnight(Moment::on(moment.date())).max(moment));
    (updated.or(asked.map(Moment::date)), asked)
}

/// The age, in days, of what is too old, and the age allowed.
pub(crate) fn age(world: &World<'_>, snapshot: &Snapshot) -> (Option<i32>, i32) {
    let policy = &world.tables.policy;
    let age = |day: Date| world.claim.care_date.days_since(day);
    let asked = snapshot.observed_at.map(|moment| age(moment.date()));
    let updated = snapshot.updated_on.map(age);
    match snapshot.source {
        Source::Bdo | Source::Adri | Source::Cdri | Source::Portal | Source::Amc => {
            (asked, policy.online_max_age_days)
        }
        Source::Attestation => (updated, policy.attestation_max_age_days),
        Source::Vitale | Source::Apcv => {
            let missing = matches!(world.card(), Some(CardState::Absent | CardState::Unreadable));
            let read = match asked {
                Some(age) => age <= policy.card_reading_max_age_days,
                None => world.card() == Some(CardState::Read),
            };
            match updated.filter(|age| *age > policy.card_update_max_age_days) {
                Some(updated) if read && !missing => (Some(updated), policy.card_update_max_age_days),
                _ => (asked, policy.card_reading_max_age_days),
            }
        }
        Source::Manual => (None, 0),
    }
}
