//! Nature 41: the accident that the claim names, on record on that day, for related care.

use crate::amo::{common, state};
use crate::code::Found;
use crate::maternity::code_0;
use crate::opinion::Finding;
use crate::record::Absence;
use crate::said::Asked;
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use tierspayant_core::decision::{DoubtBasis, ExemptionState, NoBasis, ReasonId};
use tierspayant_core::model::{Date, Line, Relation, Trait};

pub(crate) fn on_day(world: &World<'_>, line: &Line, day: Date) -> Found {
    let named = world.claim.accident.unwrap_or_default();
    let mut found = Vec::new();
    let mut became = ExemptionState::Unknown;
    if named.number.is_none() && named.date.is_none() {
        found.push(Finding::doubt(
            ReasonId::AtMpReferenceMissing,
            DoubtBasis::Missing,
        ));
    } else {
        let weighed = weigh(world, Asked::Accident(named), day);
        found.extend(common(&weighed));
        became = state(weighed.outcome);
        match weighed.outcome {
            Outcome::No(Absence::Ended) if line.traits.has(Trait::AgreedAfterConsolidation) => {
                found.push(Finding::doubt(ReasonId::AtMpAgreedCare, DoubtBasis::BeyondRules));
            }
            Outcome::No(absence) => found.push(Finding::block(
                match absence {
                    Absence::NotRecorded => ReasonId::AtMpNotRecorded,
                    Absence::NotStarted => ReasonId::AtMpNotStarted,
                    Absence::Ended => ReasonId::AtMpEnded,
                    Absence::NotActive => ReasonId::AtMpNotActive,
                },
                NoBasis::NotGranted,
            )),
            Outcome::Pending => found.push(Finding::doubt(ReasonId::AtMpPending, DoubtBasis::Pending)),
            Outcome::Unknown => found.push(Finding::doubt(ReasonId::AtMpUnknown, DoubtBasis::Missing)),
            Outcome::Yes | Outcome::Conflict | Outcome::Stale => {}
        }
    }
    if named
        .date
        .is_some_and(|accident| world.claim.care_date < accident)
    {
        found.push(Finding::block(
            ReasonId::AtMpCareBeforeAccident,
            NoBasis::Forbidden,
        ));
    }
    let other_day = world
        .heard
        .iter()
        .flat_map(|one| one.accidents.iter().flatten())
        .any(|one| {
            let same = named.number.is_some() && named.number == one.number;
            same && named
                .date
                .zip(one.date)
                .is_some_and(|(named, other)| named != other)
        });
    if other_day {
        found.push(Finding::doubt(ReasonId::AtMpDateDiffers, DoubtBasis::Conflict));
    }
    match line.relation {
        Relation::Related => {}
        Relation::Unrelated => {
            found.push(Finding::block(ReasonId::AtMpUnrelated, NoBasis::Forbidden));
            became = ExemptionState::Unrelated;
        }
        Relation::Unknown => found.push(Finding::doubt(ReasonId::AtMpRelationUnknown, DoubtBasis::Missing)),
    }
    code_0(line, became, found)
}
