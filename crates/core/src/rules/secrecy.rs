//! C-04: care that a minor may ask for in secret.

use crate::evidence::Evidence;
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::ReasonId;
use crate::model::{CardState, Mode, Share};
use crate::question::{AskedLine, Question};
use crate::tables::{ClaimedGround, Tables};
use crate::verdict::DoubtBasis;

/// Whether every line bills care that a minor may ask for in secret, and no source says anything.
pub(super) fn is_secret(context: &Context<'_>) -> bool {
    may_be_secret(context.tables, context.question, context.evidence) && all_secret(context)
}

/// Whether the person is a minor without a card, of whom no source says anything.
fn may_be_secret(tables: &Tables, question: &Question, evidence: &Evidence) -> bool {
    question.card == Some(CardState::Absent)
        && !evidence
            .views
            .iter()
            .any(|view| view.speaks_on(question.care_date))
        && !evidence.identity.nobody
        && !evidence.identity.ambiguous
        && question.is_minor(tables) == Some(true)
        && !question.lines.is_empty()
}

/// The line whose code alone keeps the claim from being secret, where there is one: base rights hang on that code then.
pub(crate) fn told_by_one_code(tables: &Tables, question: &Question, evidence: &Evidence) -> Option<usize> {
    if !may_be_secret(tables, question, evidence) {
        return None;
    }
    let lines = question.lines.iter().enumerate();
    let mut told = lines.filter(|(_, line)| !is_kept_secret(tables, line));
    let (place, _) = told.next()?;
    told.next().is_none().then_some(place)
}

/// Base rights are not looked up under a fictitious number.
pub(super) fn not_looked_up(context: &Context<'_>, found: &mut Findings) {
    let finding = Finding::new(ReasonId::CoverageSecret, Effect::Notice);
    context.report(found, finding.share(Share::Amo));
}

/// The claim asks for the secrecy that texts give to minors, for some care.
pub(super) fn asked(context: &Context<'_>, found: &mut Findings) {
    let question = context.question;
    if question.facts.mode != Some(Mode::Secrecy) {
        return;
    }
    let basis = match question.is_minor(context.tables) {
        Some(true) if all_secret(context) => return,
        Some(_) => DoubtBasis::BeyondRules,
        None => DoubtBasis::Missing,
    };
    let facts = Facts::default().word(FactKey::Mode, Mode::Secrecy);
    let finding = Finding::new(ReasonId::CoverageSecretDiffers, Effect::Doubt(basis));
    context.report(found, finding.facts(facts));
}

fn all_secret(context: &Context<'_>) -> bool {
    let mut lines = context.question.lines.iter();
    lines.all(|line| is_kept_secret(context.tables, line))
}

/// Care that a minor may ask for in secret, under its code, whatever the dates of its rows.
fn is_kept_secret(tables: &Tables, line: &AskedLine) -> bool {
    let mut rows = tables.products.exempt.about(line.traits);
    rows.any(|row| row.secret) && line.claims(ClaimedGround::Particular)
}
