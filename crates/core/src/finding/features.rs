//! The features of a claim and of its lines, beside those of what the sources hold.

use crate::evidence::{Evidence, Features};
use crate::model::{CardState, Category, Nature, Setting, Share, Traits};
use crate::question::{AskedLine, Question};
use crate::tables::Tables;

/// The features of a claim, and of what the sources hold.
pub(super) fn of_case(question: &Question, evidence: &Evidence) -> Features {
    let by_nature = match question.nature {
        None | Some(Nature::Unknown(_)) => Features::NATURE_OPEN,
        Some(Nature::LocalScheme) => Features::LOCAL_SCHEME,
        Some(Nature::Military) => Features::MILITARY,
        Some(Nature::Accident) => Features::ACCIDENT,
        Some(Nature::Illness | Nature::Maternity | Nature::Prevention) => Features::NONE,
    };
    let card_not_read = question.card != Some(CardState::Read);
    let prescriber = question.facts.prescriber.standing.is_some();
    let of_claim = evidence
        .features
        .or(by_nature)
        .and_where(question.as_of.is_some(), Features::ASKED_ON)
        .and_where(question.transmission_date.is_some(), Features::SENT_ON)
        .and_where(question.accident.is_some(), Features::ACCIDENT)
        .and_where(question.contract.is_some(), Features::CONTRACT)
        .and_where(question.asks(Share::Amc), Features::AMC_ASKED)
        .and_where(card_not_read, Features::CARD_NOT_READ)
        .and_where(question.facts.mode.is_some(), Features::MODE)
        .and_where(question.facts.paid_instead.is_some(), Features::PAID_INSTEAD)
        .and_where(prescriber, Features::PRESCRIBER)
        .and_where(question.setting == Setting::Psychologist, Features::PSYCHOLOGIST)
        .and_where(question.setting_said, Features::BILLER)
        .and_where(question.scheme.regime.is_some(), Features::SCHEME)
        .and_where(question.prescription_date.is_some(), Features::PRESCRIBED);
    question.lines.iter().fold(of_claim, |known, line| {
        known
            .and_where(line.traits != Traits::default(), Features::TRAITS)
            .and_where(line.origin.is_some(), Features::ORIGIN)
    })
}

/// The features of one line of a case.
pub(super) fn of_line(tables: &Tables, of_case: Features, line: &AskedLine) -> Features {
    let by_prescription = |category| tables.date_rule(category).counts_prescription();
    of_case
        .without(Features::OF_LINES)
        .and_where(line.traits != Traits::default(), Features::TRAITS)
        .and_where(line.facts.says_something(), Features::LINE_FACTS)
        .and_where(line.facts.prescription.date.is_some(), Features::PRESCRIBED)
        .and_where(line.origin.is_some(), Features::ORIGIN)
        .and_where(line.category.is_none(), Features::NO_CATEGORY)
        .and_where(line.category == Some(Category::Transport), Features::TRANSPORT)
        .and_where(
            line.category.is_some_and(by_prescription),
            Features::BY_PRESCRIPTION,
        )
}
