//! Each single change of the claim that would make it billable, and that no fact of the dossier contradicts.

use super::days::Moved;
use super::trial::Trial;
use crate::evidence::{ContractQuery, Outcome, said_contract, said_ground, weigh};
use crate::finding::{Effect, css_or_ame_may_pay};
use crate::ids::ReasonId;
use crate::model::{ClaimContract, Code, Nature, Scheme, Share, ShareSet, Trait};
use crate::question::{AskedContract, AskedLine, Case, Claimed, Question};
use crate::rules::{is_of_an_accident, is_sent_before_care, other_scheme, told_by_one_code};
use crate::tables::{Ground, GroundSet, Holds, Tables};
use crate::verdict::Verdict;

/// One change, alone enough to make the claim billable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Correction {
    /// Ask the sources again on the day of the care.
    AskAgain,
    /// Send it to this scheme, fund and centre.
    Scheme(Scheme),
    /// Put this exemption code on the line at this place.
    Exemption {
        /// The place of the line in the claim.
        line: u16,
        /// The code.
        code: Code<4>,
    },
    /// Put this nature of insurance: maternity with no exemption code on any line, illness with the codes as they are.
    Nature(Nature),
    /// Carry this contract.
    Contract {
        /// Organism number.
        number: Option<Code<12>>,
        /// Type.
        contract_type: Option<Code<3>>,
    },
    /// Ask tiers payant for the AMO share alone.
    AmoAlone,
}

/// Every single change that makes a claim billable which is not; none when it is.
///
/// Applying one and asking again gives `billable`, uses every right on record that the changed lines have, and asks no
/// patient for what a CSS or an AME may pay.
pub fn corrections(tables: &Tables, case: &Case) -> Vec<Correction> {
    let question = &case.question;
    let mut trial = Trial::new(tables, &case.evidence);
    if trial.is_billable(question) {
        return Vec::new();
    }
    let blocked = Blocked::of(&trial, question);
    let mut kept = Vec::new();
    // No source tells which of the claim's own days is wrong.
    let asked_again = || {
        let mut moved = Moved::new(tables, question, &case.evidence);
        moved.on(tables, question.care_date).verdict()
    };
    if !is_sent_before_care(question) && asked_again() == Verdict::Billable {
        kept.push(Correction::AskAgain);
    }
    scheme(&mut trial, question, &mut kept);
    exemptions(&mut trial, question, blocked, &mut kept);
    nature(&mut trial, question, &mut kept);
    contract(&mut trial, question, &mut kept);
    // Third-party payment of such prevention is on both shares.
    let shared = |line: &AskedLine| tables.products.shared(line.traits, question.care_date).is_some();
    if question.third_party == ShareSet::Both
        && !question.lines.iter().any(shared)
        && !css_or_ame_may_pay(tables, question, &case.evidence)
    {
        let alone = Question {
            third_party: ShareSet::Amo,
            ..question.clone()
        };
        if trial.is_billable(&alone) {
            kept.push(Correction::AmoAlone);
        }
    }
    kept
}

/// Where a claim is not billable: what one line alone can mend.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Blocked {
    /// On this line only.
    Line(usize),
    /// On several lines, or as a whole.
    Beyond,
}

impl Blocked {
    /// From the reasons of the last decision: what is found on one line does not depend on another, and what is found
    /// on the claim does not depend on the codes of its lines, but where a minor may keep the care secret and where a code decides
    /// whether base rights are looked up on the day of a prescription.
    fn of(trial: &Trial<'_>, question: &Question) -> Self {
        if let Some(line) = told_by_one_code(trial.tables, question, trial.evidence) {
            return Blocked::Line(line);
        }
        let mut lines = trial
            .reasons()
            .iter()
            .filter(|reason| reason.effect != Effect::Notice)
            .map(|reason| reason.line.map(usize::from));
        match lines.next() {
            Some(Some(first)) if lines.all(|line| line == Some(first)) => Blocked::Line(first),
            _ => prescribed_by_code(trial.tables, question).map_or(Blocked::Beyond, Blocked::Line),
        }
    }
}

/// The one line whose code decides whether it needs a prescription.
fn prescribed_by_code(tables: &Tables, question: &Question) -> Option<usize> {
    let by_code = |line: &AskedLine| match question.exempt_care(tables, line) {
        Some(Holds::Now(row)) => row.without_prescription && row.prescribed_unless_exempt,
        _ => false,
    };
    let mut lines = question
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| by_code(line));
    let (first, _) = lines.next()?;
    lines.next().is_none().then_some(first)
}

/// The payer that the strongest source names, or the one that the law names.
fn scheme(trial: &mut Trial<'_>, question: &Question, kept: &mut Vec<Correction>) {
    let asked = question.scheme;
    let named = other_scheme(trial.tables, question, trial.evidence).map(|view| {
        // A fund is one of its regime, and a centre one of its fund.
        let regime = view.scheme.regime.or(asked.regime);
        let fund = view.scheme.fund.or(asked.fund.filter(|_| regime == asked.regime));
        let same = (regime, fund) == (asked.regime, asked.fund);
        let centre = view.scheme.centre.or(asked.centre.filter(|_| same));
        Scheme { regime, fund, centre }
    });
    let policy = &trial.tables.policy;
    let infirmity = question
        .lines
        .iter()
        .any(|line| line.has(Trait::MilitaryInfirmity));
    let by_law = Scheme {
        regime: Some(policy.military_scheme),
        fund: Some(policy.military_fund),
        centre: None,
    };
    let by_law = Some(by_law).filter(|one| infirmity && (asked.regime, asked.fund) != (one.regime, one.fund));
    // A scheme that is none, or none any more, is nobody's payer, whoever names it.
    let named = named.filter(|one| policy.is_payer(*one, question.care_date));
    for scheme in [named, by_law].into_iter().flatten() {
        if trial.is_billable_under(question, scheme) {
            kept.push(Correction::Scheme(scheme));
        }
    }
}

/// Another code on one line. The exemption then comes from the record, not from where it came before.
fn exemptions(trial: &mut Trial<'_>, question: &Question, blocked: Blocked, kept: &mut Vec<Correction>) {
    let Blocked::Line(place) = blocked else { return };
    // A code is about the AMO share.
    if !question.asks(Share::Amo) {
        return;
    }
    let Some(asked) = question.lines.get(place) else {
        return;
    };
    let codes = trial.tables.codes.claim_codes.keys().copied();
    // Care that a decision of the fund exempts is never put on the patient, as long as nothing says what was decided.
    let decided = trial.tables.policy.decision_needed.first_of(asked.traits);
    let none = trial.tables.codes.code_without_exemption();
    let given_up = |code: Code<4>| decided.is_some() && none == Some(code);
    let mut changed = question.clone();
    for code in codes.filter(|code| asked.exemption != Some(*code) && !given_up(*code)) {
        if let Some(line) = changed.lines.get_mut(place) {
            put(trial.tables, line, Some(code));
        }
        let enough = trial.is_billable(&changed) && !trial.misses_an_exemption(Some(place));
        if let (true, Ok(line)) = (enough, u16::try_from(place)) {
            kept.push(Correction::Exemption { line, code });
        }
    }
}

fn put(tables: &Tables, line: &mut AskedLine, code: Option<Code<4>>) {
    line.exemption = code;
    line.claimed = Claimed::of(tables, code);
    line.origin = None;
}

/// The nature that the record shows, where nothing of the claim speaks against it: an accident stays one.
fn nature(trial: &mut Trial<'_>, question: &Question, kept: &mut Vec<Correction>) {
    let (illness, maternity) = match question.nature {
        Some(Nature::Accident | Nature::Prevention | Nature::Military) => return,
        Some(Nature::Maternity) => (maternity_is_denied(trial, question), false),
        Some(Nature::LocalScheme) => {
            let local = on_record(trial, question, Ground::LocalScheme);
            (matches!(local, Outcome::No(_)), true)
        }
        None | Some(Nature::Illness | Nature::Unknown(_)) => (false, true),
    };
    let shown = matches!(on_record(trial, question, Ground::Maternity), Outcome::Yes(_));
    let maternity = maternity && shown;
    let accident = question
        .accident
        .is_some_and(|one| one.number.is_some() || one.date.is_some());
    // An accident is no sickness and no maternity.
    if accident || question.lines.iter().any(is_of_an_accident) {
        return;
    }
    for to in [
        maternity.then_some(Nature::Maternity),
        illness.then_some(Nature::Illness),
    ]
    .into_iter()
    .flatten()
    {
        let mut changed = Question {
            nature: Some(to),
            ..question.clone()
        };
        if to == Nature::Maternity {
            let none = trial.tables.codes.code_without_exemption();
            for line in &mut changed.lines {
                put(trial.tables, line, none);
            }
        }
        if trial.is_billable(&changed) && !trial.misses_an_exemption(None) {
            kept.push(Correction::Nature(to));
        }
    }
}

/// Whether the decision on the claim as it is says of every line that no maternity is on record: on its day or, where
/// funds differ on which day counts, on that of the care.
fn maternity_is_denied(trial: &mut Trial<'_>, question: &Question) -> bool {
    let listed = question.lines.iter().any(|line| line.has(Trait::MaternityListed));
    if listed {
        return false;
    }
    let denied_at_the_care = matches!(on_record(trial, question, Ground::Maternity), Outcome::No(_));
    trial.is_billable(question);
    let denied = |id: ReasonId| match id {
        ReasonId::ExemptionNotRecorded
        | ReasonId::ExemptionNotStarted
        | ReasonId::ExemptionEnded
        | ReasonId::ExemptionNotActive => true,
        ReasonId::TimeDateNotSettled => denied_at_the_care,
        _ => false,
    };
    let lines = trial
        .reasons()
        .iter()
        .filter(|one| denied(one.id))
        .filter_map(|one| one.line);
    let mut lines: Vec<u16> = lines.collect();
    lines.sort_unstable();
    lines.dedup();
    lines.len() == question.lines.len()
}

/// What the evidence says of a ground on the day of the care.
fn on_record<'t>(trial: &Trial<'t>, question: &Question, ground: Ground) -> Outcome<'t> {
    let (care, wanted) = (question.care_date, GroundSet::of(ground));
    let weighed = weigh(
        &trial.evidence.views,
        &trial.tables.policy,
        question.card,
        care,
        |view| said_ground(view, wanted, care),
    );
    weighed.outcome
}

/// The contracts on record, each instead of the one that the claim carries.
fn contract(trial: &mut Trial<'_>, question: &Question, kept: &mut Vec<Correction>) {
    if question.third_party == ShareSet::Amo {
        return;
    }
    let tables = trial.tables;
    for query in [ContractQuery::Css, ContractQuery::Ame, ContractQuery::AnyPrivate] {
        let views = &trial.evidence.views;
        let weighed = weigh(views, &tables.policy, question.card, question.care_date, |view| {
            said_contract(view, query, question.care_date)
        });
        let Outcome::Yes(record) = weighed.outcome else {
            continue;
        };
        let number = record.code.and_then(|code| code.as_str().parse().ok());
        let raw = ClaimContract {
            number,
            contract_type: record.contract_type,
            ..ClaimContract::default()
        };
        let changed = Question {
            contract: Some(AskedContract::new(tables, raw)),
            ..question.clone()
        };
        let number_and_type =
            |one: Option<AskedContract>| one.map(|one| (one.raw.number, one.raw.contract_type));
        let differs = number_and_type(changed.contract) != number_and_type(question.contract);
        if differs && trial.is_billable(&changed) {
            kept.push(Correction::Contract {
                number,
                contract_type: record.contract_type,
            });
        }
    }
}
