//! Nature 41: the accident that the claim names, on record on that day, for related care.

use crate::amo::{bound, state};
use crate::code::Answer;
use crate::finding::Finding;
use crate::maternity::code_0;
use crate::record::Absence;
use crate::said::{Asked, same_number};
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use tierspayant_core::finding::FactKey;
use tierspayant_core::ids::ReasonId;
use tierspayant_core::model::{AccidentRef, Date, Line, Relation, Snapshot, Trait};
use tierspayant_core::verdict::{DoubtBasis, ExemptionState, NoBasis};

pub(crate) fn of_line(world: &World<'_>, line: &Line, day: Date) -> Answer {
    let named = world.claim.accident.unwrap_or_default();
    let mut found = Vec::new();
    let mut became = ExemptionState::Unknown;
    let tell = |one: Finding| one.asked(Asked::Accident(named), day);
    if named.number.is_none() && named.date.is_none() {
        found.push(tell(Finding::doubt(
            ReasonId::AtMpReferenceMissing,
            DoubtBasis::Missing,
        )));
    } else {
        became = on_record(world, line, named, day, &mut found);
    }
    // Care is not earlier than the accident.
    if let Some(accident) = named.date.filter(|accident| day < *accident) {
        let early = Finding::block(ReasonId::AtMpCareBeforeAccident, NoBasis::Forbidden);
        found.push(tell(early).day(FactKey::AccidentDate, accident));
        became = ExemptionState::NotStarted;
    }
    // Only related care.
    match line.relation {
        Relation::Related => {}
        Relation::Unrelated => {
            found.push(tell(Finding::block(ReasonId::AtMpUnrelated, NoBasis::Forbidden)));
            became = ExemptionState::Unrelated;
        }
        Relation::Unknown => found.push(tell(Finding::doubt(
            ReasonId::AtMpRelationUnknown,
            DoubtBasis::Missing,
        ))),
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
    found.extend(weighed.common.clone());
    if let Some(other) = weighed.decides().and_then(|one| other_day(one, named)) {
        let differs = Finding::doubt(ReasonId::AtMpDateDiffers, DoubtBasis::Conflict);
        found.push(
            weighed
                .tell(differs)
                .day(FactKey::AccidentDate, named.date)
                .day(FactKey::OtherDate, other),
        );
    }
    match weighed.outcome {
        Outcome::No(absence @ Absence::Ended(_)) if line.traits.has(Trait::AgreedAfterConsolidation) => {
            let agreed = Finding::doubt(ReasonId::AtMpAgreedCare, DoubtBasis::BeyondRules);
            found.push(bound(weighed.tell(agreed), absence));
        }
        Outcome::No(absence) => {
            let id = match absence {
                Absence::NotRecorded => ReasonId::AtMpNotRecorded,
                Absence::NotStarted(_) => ReasonId::AtMpNotStarted,
                Absence::Ended(_) => ReasonId::AtMpEnded,
                Absence::NotActive(..) => ReasonId::AtMpNotActive,
            };
            let told = weighed.tell(Finding::block(id, NoBasis::NotGranted));
            found.push(match absence {
                Absence::NotActive(_, status) => told.status(Some(status)),
                _ => bound(told, absence),
            });
        }
        Outcome::Pending(_) => {
            found.push(weighed.tell(Finding::doubt(ReasonId::AtMpPending, DoubtBasis::Pending)))
        }
        Outcome::Unknown => {
            found.push(weighed.tell(Finding::doubt(ReasonId::AtMpUnknown, DoubtBasis::Missing)))
        }
        Outcome::Yes(_) | Outcome::Conflict | Outcome::Stale => {}
    }
    state(weighed.outcome)
}

/// The number of the claim is on record, but no accident under it has its day: the first of theirs.
fn other_day(snapshot: &Snapshot, named: AccidentRef) -> Option<Date> {
    let (number, day) = named.number.zip(named.date)?;
    let same = snapshot
        .accidents
        .iter()
        .flatten()
        .filter(|one| one.number.is_some_and(|other| same_number(number, other)));
    let days: Vec<Date> = same.filter_map(|one| one.date).collect();
    days.first().copied().filter(|_| !days.contains(&day))
}
