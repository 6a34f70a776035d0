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

use crate::evidence::Features;
use crate::finding::{Context, FactKey, Findings, Reason};
use crate::ids::ReasonId;
use crate::verdict::ExemptionState;

/// Asks rules in the order in which they are declared, each with the features that it applies to: where a case has none of
/// them, a rule has nothing to say.
macro_rules! ask {
    ($features:expr, $arguments:tt: $($family:ident::$rule:ident applies to $($feature:ident) or +;)*) => {{
        let features = $features;
        if features.meets(const { Features::NONE$($(.or(Features::$feature))+)* }) {
            $(if features.meets(const { Features::NONE$(.or(Features::$feature))+ }) {
                $family::$rule $arguments;
            })*
        }
    }};
}

/// The rules on the claim as a whole.
pub(crate) fn claim_rules(context: &Context<'_>, found: &mut Findings) {
    ask! { context.features, (context, found):
        identity::same_person applies to IDENTITY;
        identity::nir_key applies to IDENTITY;
        identity::one_nir applies to IDENTITY;
        identity::born_before_care applies to BIRTH;
        coverage::rights_open applies to ALWAYS;
        situations::known applies to UNKNOWN_CODES;
        scheme::consistent applies to SCHEME_ON_RECORD;
        scheme::known applies to SCHEME;
        situations::pays applies to UNPAID;
        psychologist::third_party applies to PSYCHOLOGIST;
        psychologist::of_age applies to PSYCHOLOGIST;
        payer::paid_instead applies to PAID_INSTEAD;
        products::alone applies to TRAITS;
        payer::mode applies to MODE;
        secrecy::asked applies to MODE;
        card::not_opposed applies to CARD_NOT_READ;
        card::changed_by_hand applies to ORIGIN;
        exemption::nature_known applies to NATURE_OPEN;
        local_scheme::on_record applies to LOCAL_SCHEME;
        maternity::plausible applies to MATERNITY;
        ame::at_mayotte applies to CONTRACT;
        contract::all applies to AMC_ASKED or CSS_OR_AME;
        insurer::rights applies to INSURER;
        remarks::only_paper applies to CARD_OR_PAPER;
        remarks::unknown_codes applies to UNKNOWN_CODES;
    }
    rules_by_day(context, found);
}

/// The rules that compare the day of the question or of transmission.
fn rules_by_day(context: &Context<'_>, found: &mut Findings) {
    ask! { context.features, (context, found):
        time::care_not_in_future applies to ASKED_ON;
        time::sent_after_care applies to SENT_ON;
        time::sent_in_time applies to SENT_ON;
        time::within_limitation applies to SENT_ON;
        remarks::after_question applies to ASKED_ON;
    }
}

/// What they find.
const FOUND_BY_DAY: [ReasonId; 5] = [
    ReasonId::TimeCareInFuture,
    ReasonId::TimeSentBeforeCare,
    ReasonId::TimeLate,
    ReasonId::TimeLimitation,
    ReasonId::SourceAfterQuestion,
];

/// What is found of an agreement that was asked for: whether its silence counts depends on the day of the question.
const FOUND_BY_SILENCE: [ReasonId; 3] = [
    ReasonId::CoverageAgreementRequested,
    ReasonId::CoverageAgreementOld,
    ReasonId::CoverageAgreementSilence,
];

/// Asks the rules by day alone, beside what was found for a claim that was asked on another day. It gives no answer where other
/// reasons may depend on that day: by a day to wait for, or by an agreement that was asked for.
pub(crate) fn asked_again(context: &Context<'_>, before: &[Reason], found: &mut Findings) -> bool {
    let waits = |one: &Reason| one.facts.has(FactKey::RetryOn);
    let kept = before.iter().filter(|one| !FOUND_BY_DAY.contains(&one.id));
    if kept
        .clone()
        .any(|one| waits(one) || FOUND_BY_SILENCE.contains(&one.id))
    {
        return false;
    }
    found.reasons.extend(kept);
    rules_by_day(context, found);
    true
}

/// The rules on one line; gives back what became of its exemption and the day that was kept.
pub(crate) fn line_rules(
    context: &Context<'_>,
    line: usize,
    found: &mut Findings,
) -> Option<(ExemptionState, Dated)> {
    let asked = context.question.lines.get(line)?;
    ask! { context.features_of(asked), (context, line, asked, found):
        horizon::words_known applies to NO_CATEGORY or TRAITS;
        horizon::biller applies to BILLER;
        dates::prescription_known applies to PRESCRIBED or BY_PRESCRIPTION;
        card::product_needs_it applies to CARD_NOT_READ;
        pharmacy::generic_accepted applies to TRAITS;
        pharmacy::substitution_refused applies to TRAITS;
        pharmacy::prescription_recent applies to PRESCRIBED;
        time::prescription_recent applies to PRESCRIBED;
        ame::of_line applies to CONTRACT;
        documents::of_prescriber applies to TRAITS or LINE_FACTS;
        documents::prescription applies to LINE_FACTS;
        documents::proof applies to LINE_FACTS;
        agreement::of_line applies to TRAITS or LINE_FACTS;
        transport::ground applies to TRANSPORT;
        transport::shared applies to TRAITS;
        payer::prescriber applies to PRESCRIBER;
        payer::included applies to TRAITS;
        payer::for_everybody applies to BILLER;
        insurer::need_not_pay applies to TRAITS;
        products::not_paid applies to TRAITS;
        products::flu_targets applies to TRAITS;
        ald::transport applies to TRANSPORT;
        at_mp::named_elsewhere applies to ACCIDENT or TRAITS or LINE_FACTS;
        person::infirmity applies to TRAITS or MILITARY;
    }
    Some(exemption::of_line(context, line, asked, found))
}
