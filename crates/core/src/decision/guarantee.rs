//! The guarantee of payment of the AMO share: a property of where the data came from, not of the verdict.

use crate::evidence::{Features, Freshness, Recorded, View};
use crate::finding::{Context, Reason};
use crate::ids::ReasonId;
use crate::model::{CardState, Nature, Position, Source};
use crate::question::{AskedLine, Question};
use crate::tables::Tables;
use crate::verdict::Guarantee;

/// The law guarantees payment to whoever uses the card, is not told of its opposition and changes nothing by hand.
/// Without the card, an answer of the fund on the day makes a reject unlikely and guarantees nothing.
pub(super) fn guarantee(context: &Context<'_>, reasons: &[Reason]) -> Guarantee {
    let (tables, question, evidence) = (context.tables, context.question, context.evidence);
    let holds = |features| context.features.meets(features);
    let by_hand = |line: &AskedLine| question.set_by_hand(line).is_some();
    // A maternity that no source shows was put on the claim by hand, whatever the line says of it.
    let typed_nature = question.nature == Some(Nature::Maternity);
    let forced = |one: &Reason| {
        one.id == ReasonId::ExemptionForced || (typed_nature && one.id == ReasonId::ExemptionUnknown)
    };
    let typed_alone = || {
        let typed = |view: &View| view.strength == 0 && view.holds_something();
        let speaks = |view: &View| view.source != Source::Amc && view.speaks_on(question.care_date);
        evidence.views.iter().any(typed) && !evidence.views.iter().any(speaks)
    };
    if (holds(Features::ORIGIN) && question.lines.iter().any(by_hand))
        || reasons.iter().any(forced)
        || (holds(Features::TYPED) && typed_alone())
    {
        return Guarantee::None;
    }
    let asked_online = evidence.views.iter().any(|view| {
        matches!(view.source, Source::Bdo | Source::Adri | Source::Cdri)
            && view.speaks_on(question.care_date)
            && context.freshness(view) == Freshness::Fresh
    });
    if matches!(question.card, Some(CardState::Read)) || asked_online {
        // What is not understood may be what makes the fund refuse.
        let codes = || evidence.views.iter().any(|view| not_understood(view, question));
        let known = |scheme| tables.policy.is_known(scheme);
        let unknown_scheme = || {
            let mut told = evidence.views.iter().filter(|view| view.strength > 0);
            !known(question.scheme)
                || !known(question.facts.other_scheme)
                || (holds(Features::SCHEME_ON_RECORD) && told.any(|view| !known(view.scheme)))
        };
        let contracts = || {
            let mut views = evidence.views.iter();
            views.any(|view| contracts_not_understood(tables, view, question))
        };
        let own_type = question.contract.and_then(|one| one.raw.contract_type);
        let unknown_type = own_type.is_some_and(|code| !tables.codes.knows_contract_type(code));
        if unknown_type
            || (evidence.unknown_contracts && contracts())
            || question.not_understood()
            || (holds(Features::UNKNOWN_CODES) && codes())
            || unknown_scheme()
        {
            return match question.card {
                Some(CardState::Opposed) => Guarantee::None,
                _ => Guarantee::Unknown,
            };
        }
    }
    match question.card {
        Some(CardState::Read) => Guarantee::Guaranteed,
        Some(CardState::Opposed) => Guarantee::None,
        Some(CardState::Absent | CardState::Unreadable) if asked_online => Guarantee::Likely,
        Some(CardState::Absent | CardState::Unreadable) => Guarantee::None,
        None => Guarantee::Unknown,
    }
}

/// Whether a source carries a code that is in no table and covers the day of the care.
fn not_understood(view: &View, question: &Question) -> bool {
    view.strength > 0 && view.unknown_code(question.care_date).is_some()
}

/// Whether a contract on record on the day of the care has a type, or a kind of expense, that is in no table.
fn contracts_not_understood(tables: &Tables, view: &View, question: &Question) -> bool {
    let here = |record: &Recorded| record.period.position(question.care_date) == Position::Within;
    let mut contracts = view.contracts.iter().flatten().filter(|one| here(&one.record));
    view.strength > 0 && contracts.any(|one| one.is_not_understood(tables, |right| here(&right.record)))
}
