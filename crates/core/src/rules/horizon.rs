//! R: what the tables cover, and words they do not hold.

use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::ReasonId;
use crate::model::Position;
use crate::question::AskedLine;
use crate::tables::DateRole;
use crate::verdict::DoubtBasis;

/// outside the days that the tables cover nothing is extrapolated. Gives back whether they cover the care.
pub(crate) fn tables_cover_the_care(context: &Context<'_>, found: &mut Findings) -> bool {
    let covers = context.tables.covers;
    let care = context.question.care_date;
    let limit = match covers.position(care) {
        Position::Within => return true,
        Position::Before => covers.start(),
        Position::After => covers.end(),
    };
    let facts = Facts::default()
        .date(FactKey::Date, Some(care))
        .word(FactKey::DateRole, DateRole::Care);
    let facts = facts.date(FactKey::Limit, limit);
    context.report(
        found,
        Finding::new(ReasonId::RulesBeyond, Effect::Doubt(DoubtBasis::BeyondRules)).facts(facts),
    );
    false
}

/// a profession that cannot bill such a line: one of both words is a slip.
pub(super) fn biller(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    let question = context.question;
    let Some(category) = asked.category.filter(|_| question.setting_said) else {
        return;
    };
    if context.tables.products.is_billed_by(category, question.setting) {
        return;
    }
    let effect = Effect::Doubt(DoubtBasis::Conflict);
    let finding = Finding::new(ReasonId::RulesCategoryElsewhere, effect);
    context.report(found, finding.line(line));
}

/// a word that the tables do not hold is said, never guessed.
pub(super) fn words_known(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    if asked.category.is_none() {
        let effect = Effect::Doubt(DoubtBasis::Missing);
        context.report(
            found,
            Finding::new(ReasonId::RulesCategoryMissing, effect).line(line),
        );
    }
    if asked.traits.has_unknown() {
        // It may stand for a product that is not billable.
        let effect = Effect::Doubt(DoubtBasis::BeyondRules);
        context.report(
            found,
            Finding::new(ReasonId::RulesTraitUnknown, effect).line(line),
        );
    }
}
