//! The rules: small functions that read the question and the evidence and say what they found.
//!
//! A rule never answers for the whole claim and never sees what another rule found.

mod agreement;
mod ald;
mod ame;
mod at_mp;
mod card;
mod contract;
mod contract_number;
mod coverage;
mod dates;
mod documents;
mod exemption;
mod horizon;
mod identity;
mod implausible;
mod insurer;
mod local_scheme;
mod maternity;
mod missed;
mod other;
mod payer;
mod person;
mod pharmacy;
mod prevention;
mod products;
mod psychologist;
mod remarks;
mod scheme;
mod secrecy;
mod situations;
mod time;
mod transport;
mod two_dates;

pub(crate) use agreement::{safe_day_of, silence_lasts_to};
pub(crate) use at_mp::is_of_an_accident;
pub(crate) use dates::{Dated, line_dates};
pub(crate) use horizon::tables_cover_the_care;
pub(crate) use pharmacy::longest;
pub(crate) use scheme::other_scheme;
pub(crate) use secrecy::told_by_one_code;
pub(crate) use time::{is_sent_before_care, limitation_limit};

use crate::finding::{Context, FactKey, Findings, Reason};
use crate::ids::ReasonId;
use crate::model::PriorAgreement;
use crate::question::AskedLine;
use crate::verdict::ExemptionState;

/// The rules on the claim as a whole.
pub(crate) fn claim_rules(context: &Context<'_>, found: &mut Findings) {
    identity::same_person(context, found);
    identity::nir_key(context, found);
    identity::one_nir(context, found);
    identity::born_before_care(context, found);
    coverage::rights_open(context, found);
    situations::known(context, found);
    scheme::consistent(context, found);
    scheme::known(context, found);
    situations::pays(context, found);
    psychologist::third_party(context, found);
    psychologist::of_age(context, found);
    payer::paid_instead(context, found);
    products::alone(context, found);
    payer::mode(context, found);
    secrecy::asked(context, found);
    card::not_opposed(context, found);
    card::changed_by_hand(context, found);
    exemption::nature_known(context, found);
    local_scheme::on_record(context, found);
    maternity::plausible(context, found);
    ame::at_mayotte(context, found);
    contract::all(context, found);
    insurer::rights(context, found);
    time::care_not_in_future(context, found);
    time::sent_after_care(context, found);
    time::sent_in_time(context, found);
    time::within_limitation(context, found);
    remarks::only_paper(context, found);
    remarks::unknown_codes(context, found);
    remarks::after_question(context, found);
}

/// What the rules find that compare the day of the question or of transmission.
const FOUND_BY_DAY: [ReasonId; 5] = [
    ReasonId::TimeCareInFuture,
    ReasonId::TimeSentBeforeCare,
    ReasonId::TimeLate,
    ReasonId::TimeLimitation,
    ReasonId::SourceAfterQuestion,
];

/// Asks those rules alone, beside what was found for a claim that was asked on another day. It gives no answer where other
/// reasons may depend on that day: by a day to wait for, or by an agreement that was asked for.
pub(crate) fn asked_again(context: &Context<'_>, before: &[Reason], found: &mut Findings) -> bool {
    let waits = |one: &Reason| one.facts.get(FactKey::RetryOn).is_some();
    let pending = |line: &AskedLine| line.facts.prior_agreement == Some(PriorAgreement::Requested);
    let mut kept = before.iter().filter(|one| !FOUND_BY_DAY.contains(&one.id));
    if kept.clone().any(waits) || context.question.lines.iter().any(pending) {
        return false;
    }
    found.reasons.extend(kept.by_ref());
    time::care_not_in_future(context, found);
    time::sent_after_care(context, found);
    time::sent_in_time(context, found);
    time::within_limitation(context, found);
    remarks::after_question(context, found);
    true
}

/// The rules on one line; gives back what became of its exemption and the day that was kept.
pub(crate) fn line_rules(
    context: &Context<'_>,
    line: usize,
    found: &mut Findings,
) -> Option<(ExemptionState, Dated)> {
    let asked = context.question.lines.get(line)?;
    horizon::words_known(context, line, asked, found);
    horizon::biller(context, line, asked, found);
    dates::prescription_known(context, line, asked, found);
    card::product_needs_it(context, line, asked, found);
    pharmacy::generic_accepted(context, line, asked, found);
    pharmacy::substitution_refused(context, line, asked, found);
    pharmacy::prescription_recent(context, line, asked, found);
    time::prescription_recent(context, line, asked, found);
    ame::of_line(context, line, asked, found);
    documents::of_prescriber(context, line, asked, found);
    documents::prescription(context, line, asked, found);
    documents::proof(context, line, asked, found);
    agreement::of_line(context, line, asked, found);
    transport::ground(context, line, asked, found);
    transport::shared(context, line, asked, found);
    payer::prescriber(context, line, asked, found);
    payer::included(context, line, asked, found);
    insurer::need_not_pay(context, line, asked, found);
    products::injection(context, line, asked, found);
    products::flu_targets(context, line, asked, found);
    ald::transport(context, line, asked, found);
    at_mp::named_elsewhere(context, line, asked, found);
    person::infirmity(context, line, asked, found);
    Some(exemption::of_line(context, line, asked, found))
}
