//! Payment of the AMO share: a property of where the data came from.

use crate::claim::has_unknown_code;
use crate::code::claimed;
use crate::contract::has_unknown_word;
use crate::finding::Finding;
use crate::implausible;
use crate::said::speaks_on;
use crate::world::World;
use std::collections::BTreeSet;
use tierspayant_core::model::{CardState, Line, Nature, Origin, Snapshot, Source};
use tierspayant_core::verdict::Guarantee;

pub(crate) fn of(world: &World<'_>, reasons: &BTreeSet<Finding>) -> Guarantee {
    let claim = world.claim;
    let maternity = claim.nature == Some(Nature::Maternity);
    let forced = reasons
        .iter()
        .any(|one| one.id == "exemption.forced" || maternity && one.id == "exemption.unknown");
    let by_hand = claim.lines.iter().any(|line| set_by_hand(world, line));
    let online_on_the_day = world.heard.iter().any(|one| {
        matches!(one.source, Source::Bdo | Source::Adri | Source::Cdri)
            && speaks_on(world, one, claim.care_date)
            && one
                .observed_at
                .is_some_and(|moment| claim.care_date <= moment.date())
    });
    let guarantee = match world.card() {
        Some(CardState::Opposed) => Guarantee::None,
        _ if by_hand || forced || typed_alone(world) => Guarantee::None,
        None => Guarantee::Unknown,
        Some(CardState::Read) => Guarantee::Guaranteed,
        Some(_) if online_on_the_day => Guarantee::Likely,
        Some(_) => Guarantee::None,
    };
    match guarantee {
        Guarantee::Guaranteed | Guarantee::Likely if not_understood(world) => Guarantee::Unknown,
        known => known,
    }
}

/// An exemption, of the line or of the nature, that was typed by hand or set by the software.
pub(crate) fn set_by_hand(world: &World<'_>, line: &Line) -> bool {
    let by_nature = matches!(world.claim.nature, Some(Nature::Maternity | Nature::Accident));
    let by_code = line.exemption.is_some_and(|code| code.as_str() != "0");
    matches!(line.origin, Some(Origin::Manual | Origin::Setting)) && (by_nature || by_code)
}

/// Somebody typed rights, and nobody else but an insurer says anything of the care date.
fn typed_alone(world: &World<'_>) -> bool {
    let holds = |one: &Snapshot| {
        let lists = [
            one.coverage.is_some(),
            one.codes.is_some(),
            one.exemptions.is_some(),
            one.maternity.is_some(),
            one.accidents.is_some(),
            one.contracts.is_some(),
        ];
        lists.contains(&true)
    };
    let care = world.claim.care_date;
    let mut heard = world.heard.iter();
    heard.any(|one| one.source == Source::Manual && holds(one))
        && !world
            .heard
            .iter()
            .any(|one| one.source != Source::Amc && speaks_on(world, one, care))
}

/// A word that some rule reads and that nobody understands.
fn not_understood(world: &World<'_>) -> bool {
    let claim = world.claim;
    let of_line = |line: &Line| {
        let code = line.exemption.is_some_and(|code| claimed(world, code).is_none());
        code || line.traits.has_unknown()
    };
    matches!(claim.nature, Some(Nature::Unknown(_)))
        || claim.lines.iter().any(of_line)
        || implausible::names_unknown_scheme(world)
        || has_unknown_word(world)
        || has_unknown_code(world)
}
