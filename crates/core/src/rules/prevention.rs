//! O-05: prevention rests on what the line is, which only its traits tell.

use super::dates::line_dates;
use super::exemption::Kept;
use super::products;
use crate::evidence::ContractQuery;
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings, is_yes};
use crate::ids::{ReasonId, RemedyId};
use crate::model::{Category, Nature, Share, Trait, Voucher};
use crate::question::{AskedLine, Claimed};
use crate::tables::{ClaimedGround, Holds};
use crate::verdict::{DoubtBasis, ExemptionState, NoBasis};

/// Code 7, or code 0 under nature 90.
pub(super) fn of_line(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) -> Kept {
    let (id, effect, state, what) = judge(context, asked);
    let facts = Facts::default().code(FactKey::Code, asked.exemption);
    let facts = what.map_or(facts, |what| facts.word(FactKey::Trait, what));
    let codes = &context.tables.codes;
    let suggested = match (id, what) {
        (ReasonId::OtherProductCode, Some(Trait::ColorectalKit)) => {
            // The same line may be a vaccine, whose code is the one that it has.
            let fitting = context.code_by_product(asked).map(|(code, _)| code);
            fitting.filter(|code| codes.code_for(ClaimedGround::Particular) == Some(*code))
        }
        (ReasonId::OtherProductCode | ReasonId::OtherVoucherOfAMinor, _) => {
            codes.code_for(ClaimedGround::NoExemption)
        }
        _ => None,
    };
    let facts = facts.code(FactKey::Suggested, suggested);
    let finding = Finding::new(id, effect).share(Share::Amo).line(line).facts(facts);
    // The nature is what is wrong only where it is that of prevention: else the code is.
    let by_code =
        id == ReasonId::OtherPreventionUnproven && context.question.nature != Some(Nature::Prevention);
    let finding = finding.instead_where(by_code, RemedyId::CorrectNature, RemedyId::RemoveExemption);
    // Under code 0 there is no exemption to take away: the nature is what asks for one.
    let absent = id == ReasonId::OtherVoucherAbsent;
    let no_code = absent && !asked.claims(ClaimedGround::Prevention);
    let finding = finding.instead_where(no_code, RemedyId::RemoveExemption, RemedyId::CorrectNature);
    // Which vaccine it is comes first, where one of them needs no voucher.
    let open = absent && effect != Effect::Block(NoBasis::Forbidden);
    let finding = finding.instead_where(open, RemedyId::RemoveExemption, RemedyId::CompleteClaim);
    context.report(found, finding);
    if (id, what) == (ReasonId::OtherByNature, Some(Trait::OralHealthExam)) {
        products::oral_exam(context, line, asked, found);
    }
    (state, line_dates(context, asked))
}

type Judged = (ReasonId, Effect, ExemptionState, Option<Trait>);

fn judge(context: &Context<'_>, asked: &AskedLine) -> Judged {
    let missing = Effect::Doubt(DoubtBasis::Missing);
    let conflict = Effect::Doubt(DoubtBasis::Conflict);
    match asked.claimed {
        Claimed::NotStated => {
            return (
                ReasonId::ExemptionNotStated,
                missing,
                ExemptionState::Unknown,
                None,
            );
        }
        Claimed::Known(ClaimedGround::NoExemption | ClaimedGround::Prevention) => {}
        Claimed::Unknown | Claimed::Known(_) => {
            let state = ExemptionState::Contradicted;
            return (ReasonId::ExemptionCodeWithNature, conflict, state, None);
        }
    }
    if asked.claims(ClaimedGround::Prevention) {
        if let Some(judged) = another_code(context, asked) {
            return judged;
        }
    }
    let there = |what: Trait| {
        let products = &context.tables.products;
        !asked.has(what) || products.exists_there(what, asked.category, context.question.setting)
    };
    let elsewhere = [Trait::FluVaccine, Trait::OralHealthExam]
        .into_iter()
        .find(|what| !there(*what));
    if let Some(what) = elsewhere {
        let open = Effect::Doubt(DoubtBasis::BeyondRules);
        return (
            ReasonId::OtherNotSettled,
            open,
            ExemptionState::Unknown,
            Some(what),
        );
    }
    let vaccine = asked.has(Trait::FluVaccine)
        || (asked.has(Trait::Prevention) && asked.category == Some(Category::Drug));
    if vaccine {
        let what = if asked.has(Trait::FluVaccine) {
            Trait::FluVaccine
        } else {
            Trait::Prevention
        };
        return voucher(context, what, asked.facts.voucher);
    }
    // A voucher that is said to be absent was expected: which care it is decides.
    if asked.has(Trait::Prevention) && asked.facts.voucher == Some(Voucher::Absent) {
        let what = Some(Trait::Prevention);
        return (
            ReasonId::OtherVoucherAbsent,
            missing,
            ExemptionState::Unknown,
            what,
        );
    }
    let by_nature = [Trait::OralHealthExam, Trait::Prevention];
    match by_nature.into_iter().find(|one| asked.has(*one)) {
        Some(what) => {
            let state = ExemptionState::Confirmed;
            (ReasonId::OtherByNature, Effect::Notice, state, Some(what))
        }
        None => {
            let state = ExemptionState::Unknown;
            (ReasonId::OtherPreventionUnproven, missing, state, None)
        }
    }
}

/// O-06: care that is billed under another code than that of prevention.
fn another_code(context: &Context<'_>, asked: &AskedLine) -> Option<Judged> {
    let question = context.question;
    let state = ExemptionState::Contradicted;
    if let Some(Holds::Now(row)) = question.exempt_care(context.tables, asked) {
        if row.what == Trait::ColorectalKit {
            let effect = Effect::Doubt(DoubtBasis::Conflict);
            return Some((ReasonId::OtherProductCode, effect, state, Some(row.what)));
        }
    }
    // Both insurers pay it under code 0; the AMO pays it all only where there is no complementary insurer.
    let shared = context.tables.products.shared(asked.traits, question.care_date)?;
    let effect = if insurer_carried(context) || question.asks(Share::Amc) {
        Effect::Block(NoBasis::Forbidden)
    } else if insurer_on_record(context) {
        Effect::Doubt(DoubtBasis::Conflict)
    } else {
        return None;
    };
    Some((ReasonId::OtherProductCode, effect, state, Some(shared)))
}

/// Whether the claim carries a contract.
pub(super) fn insurer_carried(context: &Context<'_>) -> bool {
    let carried = context.question.contract;
    carried.is_some_and(|one| one.raw.number.is_some() || one.raw.contract_type.is_some())
}

/// Whether a CSS or an insurer's own contract that the claim does not carry is on record on the day of the care.
pub(super) fn insurer_on_record(context: &Context<'_>) -> bool {
    [ContractQuery::Css, ContractQuery::AnyPrivate]
        .into_iter()
        .any(|query| is_yes(&context.contract(query)))
}

/// A vaccine is paid in full with the voucher of the fund; measles, mumps and rubella of a minor without any.
fn voucher(context: &Context<'_>, what: Trait, shown: Option<Voucher>) -> Judged {
    let needs_none = || what == Trait::Prevention && context.question.is_minor(context.tables) != Some(false);
    let (id, effect, state) = match shown {
        Some(Voucher::Present)
            if what == Trait::FluVaccine && context.question.is_outside_flu_campaign(context.tables) =>
        {
            let open = Effect::Doubt(DoubtBasis::BeyondRules);
            (ReasonId::OtherVoucherOutside, open, ExemptionState::Unknown)
        }
        Some(Voucher::Present)
            if what == Trait::FluVaccine && context.question.is_minor(context.tables) == Some(true) =>
        {
            let open = Effect::Doubt(DoubtBasis::Missing);
            (ReasonId::OtherVoucherOfAMinor, open, ExemptionState::Unknown)
        }
        Some(Voucher::Present) => (ReasonId::OtherByNature, Effect::Notice, ExemptionState::Confirmed),
        Some(Voucher::Absent) if needs_none() => (
            ReasonId::OtherVoucherAbsent,
            Effect::Doubt(DoubtBasis::Missing),
            ExemptionState::Unknown,
        ),
        Some(Voucher::Absent) => (
            ReasonId::OtherVoucherAbsent,
            Effect::Block(NoBasis::Forbidden),
            ExemptionState::NotRecorded,
        ),
        None => (
            ReasonId::OtherVoucherUnknown,
            Effect::Doubt(DoubtBasis::Missing),
            ExemptionState::Unknown,
        ),
    };
    (id, effect, state, Some(what))
}
