//! A claim that carries an AME.

use crate::calendar::from;
use crate::calendar::plus_months;
use crate::code::{carries_ame, claimed};
use crate::finding::Finding;
use crate::product::of_age;
use crate::said::Asked;
use crate::traits::Traits as _;
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use tierspayant_core::model::{Code, Line, PriorAgreement, Share};
use tierspayant_core::tables::{ClaimedGround, RightKind};
use tierspayant_core::verdict::{DoubtBasis, NoBasis};

pub(crate) fn findings(world: &World<'_>, line: &Line) -> Vec<Finding> {
    if !carries_ame(world) {
        return Vec::new();
    }
    let code = code(world, line).into_iter();
    code.chain(excluded(world, line))
        .chain(delay(world, line))
        .collect()
}

/// Code 0 is the right one.
fn code(world: &World<'_>, line: &Line) -> Option<Finding> {
    let meaning = claimed(world, line.exemption?)?;
    if meaning == ClaimedGround::NoExemption {
        return None;
    }
    let none: Option<Code<4>> = world.tables.codes.code_without_exemption();
    let found = Finding::doubt("contract.ame_code", DoubtBasis::Conflict);
    Some(found.code_of(line).code("suggested", none).on(Share::Amo))
}

/// What the AME does not pay for adults.
fn excluded(world: &World<'_>, line: &Line) -> Option<Finding> {
    let care = world.claim.care_date;
    let one = line.first_of(&["rate_15", "spa_cure"])?;
    if Some(care) < from(2015, 2, 6) {
        return None;
    }
    let id = "contract.ame_excluded";
    let found = match world.birth_of_claim().and_then(|birth| of_age(birth, care)) {
        Some(true) => Finding::block(id, NoBasis::Forbidden),
        Some(false) => return None,
        None => Finding::doubt(id, DoubtBasis::Missing),
    };
    Some(found.word("trait", one))
}

/// Programmed care of adults may wait for nine months of AME, unless the fund agreed.
fn delay(world: &World<'_>, line: &Line) -> Option<Finding> {
    let care = world.claim.care_date;
    let minor = world.birth_of_claim().and_then(|birth| of_age(birth, care)) == Some(false);
    let granted = line.facts.prior_agreement == Some(PriorAgreement::Granted);
    if granted || !line.has("programmed_care") || minor || Some(care) < from(2021, 1, 1) {
        return None;
    }
    let weighed = weigh(world, Asked::Contract(RightKind::Ame), care);
    let start = match weighed.outcome {
        Outcome::Yes(period) => period.start(),
        _ => None,
    };
    let waited = start
        .and_then(|start| plus_months(start, 9))
        .is_some_and(|day| day <= care);
    (!waited).then(|| {
        Finding::doubt("contract.ame_delay", DoubtBasis::Missing)
            .word("trait", "programmed_care")
            .day("start", start)
    })
}
