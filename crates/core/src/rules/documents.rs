//! F-04, D-05 and D-06: the prescriber's document, the prescription of a line, the proofs.

use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::{ReasonId, RemedyId};
use crate::model::{Category, DocumentState, PrescriptionState, Proof, Share, Trait, TransportGround};
use crate::question::AskedLine;
use crate::tables::{DateRole, DocumentEffect, DocumentRule};
use crate::verdict::{DoubtBasis, NoBasis};

/// F-04: a product that the fund pays only with a document of the prescriber.
pub(super) fn of_prescriber(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    let care = context.question.care_date;
    let products = &context.tables.products;
    if products.documents.about(asked.traits).next().is_none() {
        of_another(context, line, asked, found);
    }
    for row in products.documents(asked.traits, care) {
        of_product(context, line, asked, row, found);
    }
}

fn of_product(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    row: &DocumentRule,
    found: &mut Findings,
) {
    let care = context.question.care_date;
    let (id, effect) = match asked.facts.document {
        Some(DocumentState::Present) => return,
        Some(DocumentState::Absent) => (ReasonId::PharmacyDocumentAbsent, row.absent),
        Some(DocumentState::OutsideTerms) => (ReasonId::PharmacyDocumentOutsideTerms, row.outside_terms),
        None => (ReasonId::PharmacyDocumentNotSaid, row.not_said),
    };
    let effect = match effect {
        DocumentEffect::Nothing => return,
        DocumentEffect::Notice => Effect::Notice,
        DocumentEffect::Missing => Effect::Doubt(DoubtBasis::Missing),
        DocumentEffect::NotSettled => Effect::Doubt(DoubtBasis::BeyondRules),
        DocumentEffect::Forbidden => Effect::Block(NoBasis::Forbidden),
    };
    let facts = Facts::default()
        .word(FactKey::Trait, row.what)
        .date(FactKey::Limit, row.nothing_from.filter(|day| *day <= care));
    context.report(found, Finding::new(id, effect).line(line).facts(facts));
}

/// A document that is missing, or that puts the prescription outside its terms, of a product that no word tells.
fn of_another(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    let id = match asked.facts.document {
        None | Some(DocumentState::Present) => return,
        Some(DocumentState::Absent) => ReasonId::PharmacyDocumentAbsent,
        Some(DocumentState::OutsideTerms) => ReasonId::PharmacyDocumentOutsideTerms,
    };
    let finding = Finding::new(id, Effect::Doubt(DoubtBasis::Missing));
    context.report(found, finding.line(line));
}

/// D-05: care without a prescription that no rule allows without one.
pub(super) fn prescription(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    if asked.facts.prescription.state != Some(PrescriptionState::None) {
        return;
    }
    let policy = &context.tables.policy;
    // Of the professions that a prescription sends patients to.
    let direct = policy.direct_access.contains(&context.question.setting);
    let prescribed = match asked.category {
        Some(
            Category::Drug | Category::Device | Category::Biology | Category::ActSeries | Category::Transport,
        ) => true,
        // The prevention check-up is offered without one.
        Some(Category::Act) => direct && !asked.has(Trait::Prevention),
        Some(Category::Stay) | None => false,
    };
    if !prescribed
        || asked.has(Trait::FluVaccine)
        || asked.facts.transport.ground == Some(TransportGround::Summons)
        || context.question.without_prescription(context.tables, asked)
    {
        return;
    }
    let effect = Effect::Doubt(DoubtBasis::BeyondRules);
    let finding = Finding::new(ReasonId::TimePrescriptionNone, effect)
        .line(line)
        .facts(of_a_prescription());
    context.report(found, finding.also_where(direct, RemedyId::CheckDirectAccess));
}

/// That it is the prescription which is missing.
pub(super) fn of_a_prescription() -> Facts {
    Facts::default().word(FactKey::DateRole, DateRole::Prescription)
}

/// D-06: a document that the fund asks for and does not have may cost the payment later.
pub(super) fn proof(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    let id = match asked.facts.proof {
        None | Some(Proof::Sent) => return,
        Some(Proof::Missing) => ReasonId::TimeProofMissing,
        Some(Proof::ToSend) => ReasonId::TimeProofToSend,
    };
    let finding = Finding::new(id, Effect::Notice).share(Share::Amo);
    context.report(found, finding.line(line));
}
