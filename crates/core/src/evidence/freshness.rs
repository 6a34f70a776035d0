//! Is what a source said recent enough to decide? The ages allowed are data.

use super::view::View;
use crate::model::{CardState, Date, Moment, Source};
use crate::tables::Policy;

/// Whether an answer is recent enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Recent enough.
    Fresh,
    /// Too old, or of unknown age when `age_days` is absent.
    Stale {
        /// Age found, in days.
        age_days: Option<i32>,
        /// Age allowed, in days.
        allowed_days: i32,
    },
}

/// How recent the answer of a source is for care given on a day.
pub fn freshness(view: &View, policy: &Policy, card: Option<CardState>, care: Date) -> Freshness {
    let asked_on = view.observed_at.map(Moment::date);
    match view.source {
        Source::Bdo | Source::Adri | Source::Cdri | Source::Portal | Source::Amc => {
            within(asked_on, care, policy.online_max_age_days)
        }
        // The day on which it was looked at says nothing of the day on which it was issued.
        Source::Attestation => within(view.updated, care, policy.attestation_max_age_days),
        Source::Vitale | Source::Apcv => {
            let reading = match (card, asked_on) {
                // Read for this claim: the reading is as old as the claim, unless it says otherwise.
                (Some(CardState::Read), None) => Freshness::Fresh,
                (None | Some(CardState::Read | CardState::Opposed), _) => {
                    within(asked_on, care, policy.card_reading_max_age_days)
                }
                // Not read for this claim: what an earlier reading gave is of the past.
                (Some(CardState::Absent | CardState::Unreadable), _) => Freshness::Stale {
                    age_days: asked_on.map(|day| care.days_since(day)),
                    allowed_days: policy.card_reading_max_age_days,
                },
            };
            match (reading, view.updated) {
                (Freshness::Fresh, Some(updated)) => {
                    within(Some(updated), care, policy.card_update_max_age_days)
                }
                (reading, _) => reading,
            }
        }
        Source::Manual => Freshness::Fresh,
    }
}

fn within(day: Option<Date>, care: Date, allowed_days: i32) -> Freshness {
    match day.map(|day| care.days_since(day)) {
        Some(age) if age <= allowed_days => Freshness::Fresh,
        age_days => Freshness::Stale {
            age_days,
            allowed_days,
        },
    }
}
