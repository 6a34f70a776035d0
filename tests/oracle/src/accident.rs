//! Nature 41: the accident that the claim names, on record on that day, for related care.

use crate::amo::{common, state};
use crate::code::Answer;
use crate::maternity::code_0;
use crate::opinion::Finding;
use crate::record::Absence;
use crate::said::{Asked, same_number};
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use tierspayant_core::ids::ReasonId;
use tierspayant_core::model::{AccidentRef, Date, Line, Relation, Snapshot, Trait};
use tierspayant_core::verdict::{DoubtBasis, ExemptionState, NoBasis};

pub(crate) fn of_line(world: &World<'_>, line: &Line, day: Date) -> Answer {
    let named = world.claim.accident.unwrap_or_default();
    let mut found = Vec::new();
    let mut became = ExemptionState::Unknown;
    if named.number.is_none() && named.date.is_none() {
        found.push(Finding::doubt(
            ReasonId::AtMpReferenceMissing,
            DoubtBasis::Missing,
        ));
    } else {
        became = on_record(world, line, named, day, &mut found);
    }
    // Care is not earlier than the accident.
    if named.date.is_some_and(|accident| day < accident) {
        found.push(Finding::block(
            ReasonId::AtMpCareBeforeAccident,
            NoBasis::Forbidden,
        ));
        became = ExemptionState::NotStarted;
    }
    // Only related care.
    match line.relation {
        Relation::Related => {}
        Relation::Unrelated => {
            found.push(Finding::block(ReasonId::AtMpUnrelated, NoBasis::Forbidden));
            became = ExemptionState::Unrelated;
        }
        Relation::Unknown => found.push(Finding::doubt(ReasonId::AtMpRelationUnknown, DoubtBasis::Missing)),
    }
    let answer = Answer {
        state: became,
        day: None,
        found,
    };
    code_0(world, line, answer)
}

fn on_record(
    world: &World<'_>,
    line: &Line,
    named: AccidentRef,
    day: Date,
    found: &mut Vec<Finding>,
) -> ExemptionState {
    let weighed = weigh(world, Asked::Accident(named), day);
    found.extend(common(&weighed));
    let decided = !matches!(weighed.outcome, Outcome::Conflict | Outcome::Stale);
    if decided && weighed.decides.is_some_and(|one| other_day(one, named)) {
        found.push(Finding::doubt(ReasonId::AtMpDateDiffers, DoubtBasis::Conflict));
    }
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
    state(weighed.outcome)
}

/// The number of the claim is on record, but no accident under it has its day.
fn other_day(snapshot: &Snapshot, named: AccidentRef) -> bool {
    let Some((number, day)) = named.number.zip(named.date) else {
        return false;
    };
    let same = snapshot
        .accidents
        .iter()
        .flatten()
        .filter(|one| one.number.is_some_and(|other| same_number(number, other)));
    let days: Vec<Date> = same.filter_map(|one| one.date).collect();
    !days.is_empty() && !days.contains(&day)
}
