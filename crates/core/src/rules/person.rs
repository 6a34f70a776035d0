//! P: persons exempt by invalidity, annuity or military pension.

use super::exemption::{Kept, on_record};
use super::finding::{Context, Finding, Findings};
use crate::decision::{AskedLine, DoubtBasis, Effect, FactKey, Facts, ReasonId};
use crate::model::{Share, Trait};
use crate::tables::{Ground, GroundSet};

/// E-01, P-01 and P-02: the person is exempt, and the care is of a kind that this exempts.
pub(super) fn of_line(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) -> Kept {
    let exempt = GroundSet::of(Ground::ExemptPerson).and(GroundSet::of(Ground::Military));
    let kept = on_record(context, line, asked, exempt, found);
    // Whether drugs at 15 % and 30 % keep their rate: a vendor's table and its own labels disagree.
    let low = context.tables.policy.low_rate_drugs.first_of(asked.traits);
    if let Some(low) = low {
        doubt(context, line, ReasonId::PersonDrugClass, low, found);
    }
    // Care of a pensioned infirmity is billed to another fund.
    if asked.has(Trait::MilitaryInfirmity) {
        doubt(
            context,
            line,
            ReasonId::PersonMilitaryRouting,
            Trait::MilitaryInfirmity,
            found,
        );
    }
    kept
}

fn doubt(context: &Context<'_>, line: usize, id: ReasonId, one: Trait, found: &mut Findings) {
    let facts = Facts::default().word(FactKey::Trait, one.as_str());
    let finding = Finding::new(id, Effect::Doubt(DoubtBasis::BeyondRules))
        .share(Share::Amo)
        .line(line);
    context.report(found, finding.facts(facts));
}
