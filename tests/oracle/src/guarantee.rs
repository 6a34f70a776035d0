//! Payment of the AMO share: a property of where the data came from.

use crate::said::speaks_on;
use crate::world::World;
use tierspayant_core::model::{CardState, Origin, Source};
use tierspayant_core::verdict::Guarantee;

pub(crate) fn of(world: &World<'_>) -> Guarantee {
    let claim = world.claim;
    let by_hand = claim.lines.iter().any(|line| {
        matches!(line.origin, Some(Origin::Manual | Origin::Setting))
            && claims(line.exemption.as_ref().map(|code| code.as_str()))
    });
    let online_on_the_day = world.heard.iter().any(|one| {
        matches!(one.source, Source::Bdo | Source::Adri | Source::Cdri)
            && speaks_on(world, one, claim.care_date)
            && one
                .observed_at
                .is_some_and(|moment| claim.care_date <= moment.date())
    });
    match claim.card {
        Some(CardState::Opposed) => Guarantee::None,
        _ if by_hand => Guarantee::None,
        None => Guarantee::Unknown,
        Some(CardState::Read) => Guarantee::Guaranteed,
        Some(_) if online_on_the_day => Guarantee::Likely,
        Some(_) => Guarantee::None,
    }
}

fn claims(code: Option<&str>) -> bool {
    code.is_some_and(|code| code != "0")
}
