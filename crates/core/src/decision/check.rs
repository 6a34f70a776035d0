//! The check: every rule is asked, and the verdict of a part is the worst of the reasons that concern it.

use super::guarantee::guarantee;
use crate::evidence::Evidence;
use crate::finding::{Context, Findings};
use crate::finding::{Effect, Override, Reason};
use crate::model::{Date, Share, ShareSet};
use crate::question::{Case, Question};
use crate::rules::{asked_again, claim_rules, line_dates, line_rules, tables_cover_the_care};
use crate::tables::{DateRole, Tables};
use crate::verdict::{ExemptionState, Guarantee, Verdict};

/// The answer to one claim, without text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// One answer per line, in the order of the claim.
    pub lines: Vec<LineDecision>,
    /// Every reason, the heaviest first, in an order that does not depend on the order of the input.
    pub reasons: Vec<Reason>,
    amo: Option<Verdict>,
    amc: Option<Verdict>,
    guarantee: Option<Guarantee>,
}

/// The answer to one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineDecision {
    /// The day that counts for it.
    pub day: Date,
    /// Which date that is.
    pub date_role: DateRole,
    /// What became of its exemption.
    pub exemption: ExemptionState,
    /// The verdict on the AMO share; absent when it is not asked.
    pub amo: Option<Verdict>,
    /// The verdict on the AMC share; absent when it is not asked.
    pub amc: Option<Verdict>,
}

impl LineDecision {
    /// The verdict on a share; absent when it is not asked.
    pub const fn share(&self, share: Share) -> Option<Verdict> {
        match share {
            Share::Amo => self.amo,
            Share::Amc => self.amc,
        }
    }
}

impl Decision {
    /// The verdict on a share; absent when it is not asked.
    pub const fn share(&self, share: Share) -> Option<Verdict> {
        match share {
            Share::Amo => self.amo,
            Share::Amc => self.amc,
        }
    }

    /// The verdict on the claim: the worst of its parts.
    pub fn verdict(&self) -> Verdict {
        let parts = [self.amo, self.amc].into_iter().flatten();
        parts.fold(Verdict::Billable, Verdict::worse)
    }

    /// How sure the payment of the AMO share is.
    pub fn guarantee(&self) -> Guarantee {
        self.guarantee.unwrap_or(Guarantee::Unknown)
    }
}

/// Answers a case.
///
/// The same tables and the same case always give the same decision. It cannot fail: a case is well formed.
pub fn check(tables: &Tables, case: &Case) -> Decision {
    let mut decision = Decision::default();
    check_into(tables, &case.question, &case.evidence, &mut decision);
    decision
}

/// Answers a question into a decision that is reused, so that nothing is allocated once it has grown.
pub fn check_into(tables: &Tables, question: &Question, evidence: &Evidence, decision: &mut Decision) {
    check_told(tables, question, evidence, Override::default(), decision);
}

/// The decision where rules are told other features than the case has: where they are told all of them, every rule is asked.
/// That this changes nothing is how it is proved that no rule is left out that has something to say.
pub fn check_as_told(tables: &Tables, case: &Case, told: Override) -> Decision {
    let mut decision = Decision::default();
    check_told(tables, &case.question, &case.evidence, told, &mut decision);
    decision
}

fn check_told(
    tables: &Tables,
    question: &Question,
    evidence: &Evidence,
    told: Override,
    decision: &mut Decision,
) {
    let context = Context::new(tables, question, evidence, told);
    decision.reasons.clear();
    decision.lines.clear();
    let mut found = Findings {
        reasons: std::mem::take(&mut decision.reasons),
    };
    if !tables_cover_the_care(&context, &mut found) {
        // Nothing is extrapolated: no rule is asked.
        for asked in &question.lines {
            let dated = line_dates(&context, asked);
            decision.lines.push(LineDecision {
                day: dated.day,
                date_role: dated.role,
                exemption: ExemptionState::Unknown,
                amo: None,
                amc: None,
            });
        }
        conclude(&context, decision, found);
        return;
    }
    claim_rules(&context, &mut found);
    let mut first_found = [const { 0..0 }; COMPARED];
    for (place, asked) in question.lines.iter().enumerate() {
        let mut before = question.lines.iter().take(place).zip(&first_found);
        let alike = before.position(|(one, _)| one.is_alike(tables, asked));
        let answered = alike.and_then(|alike| {
            let answer = decision.lines.get(alike).copied()?;
            Some((first_found.get(alike)?.clone(), answer))
        });
        if let Some((found_there, answer)) = answered {
            found.repeat(found_there, place);
            decision.lines.push(answer);
            continue;
        }
        let start = found.reasons.len();
        let answer = line_rules(&context, place, &mut found);
        if let Some(here) = first_found.get_mut(place) {
            *here = start..found.reasons.len();
        }
        if let Some((exemption, dated)) = answer {
            let (day, role) = (dated.day, dated.role);
            decision.lines.push(LineDecision {
                day,
                date_role: role,
                exemption,
                amo: None,
                amc: None,
            });
        }
    }
    conclude(&context, decision, found);
}

/// The answer to a claim that was asked on another day `before`, with the same evidence: the same as [`check`] gives. Only
/// the rules that compare the day of the question are asked again, where nothing else depends on it.
pub(crate) fn check_again(tables: &Tables, case: &Case, before: &Decision) -> Decision {
    let context = Context::new(tables, &case.question, &case.evidence, Override::default());
    let mut found = Findings {
        reasons: Vec::with_capacity(before.reasons.len() + 2),
    };
    let covered = tables_cover_the_care(&context, &mut Findings::default());
    if !covered || !asked_again(&context, &before.reasons, &mut found) {
        return check(tables, case);
    }
    let mut decision = Decision {
        lines: before.lines.clone(),
        ..Decision::default()
    };
    conclude(&context, &mut decision, found);
    decision
}

/// How many of the first lines each line is compared with, before it is asked for itself.
const COMPARED: usize = 4;

/// The verdicts, from the reasons.
fn conclude(context: &Context<'_>, decision: &mut Decision, found: Findings) {
    let question = context.question;
    decision.reasons = found.reasons;
    if question.third_party != ShareSet::Both {
        let asked = |reason: &Reason| reason.share.is_none_or(|share| question.asks(share));
        if !decision.reasons.iter().all(asked) {
            decision.reasons.retain(asked);
        }
    }
    let (amo, amc) = parts(question, &decision.reasons, &mut decision.lines);
    decision.amo = amo;
    decision.amc = amc;
    decision.guarantee = Some(guarantee(context, &decision.reasons));
    sort(question, &mut decision.reasons);
}

/// The verdicts on each share: of a line, the worst of the reasons that concern it; of the claim, the worst line.
fn parts(
    question: &Question,
    reasons: &[Reason],
    lines: &mut [LineDecision],
) -> (Option<Verdict>, Option<Verdict>) {
    let start = |share| question.asks(share).then_some(Verdict::Billable);
    let unhurt = (start(Share::Amo), start(Share::Amc));
    let count = lines.len();
    let line_of = |reason: &Reason| reason.line.map(usize::from).filter(|place| *place < count);
    let weighty = || reasons.iter().filter(|reason| reason.effect != Effect::Notice);
    let (mut all_lines, mut of_lines) = (unhurt, false);
    for reason in weighty() {
        if line_of(reason).is_some() {
            of_lines = true;
        } else {
            all_lines = worsened(all_lines, reason);
        }
    }
    for line in lines.iter_mut() {
        (line.amo, line.amc) = all_lines;
    }
    let mut worst = all_lines;
    for reason in weighty().filter(|_| of_lines) {
        if let Some(line) = line_of(reason).and_then(|place| lines.get_mut(place)) {
            (line.amo, line.amc) = worsened((line.amo, line.amc), reason);
            worst = worsened(worst, reason);
        }
    }
    if count == 0 { unhurt } else { worst }
}

/// What verdicts on both shares become by one more reason.
fn worsened(
    (amo, amc): (Option<Verdict>, Option<Verdict>),
    reason: &Reason,
) -> (Option<Verdict>, Option<Verdict>) {
    let verdict = Some(reason.effect.verdict());
    match reason.share {
        Some(Share::Amo) => (worse(amo, verdict), amc),
        Some(Share::Amc) => (amo, worse(amc, verdict)),
        None => (worse(amo, verdict), worse(amc, verdict)),
    }
}

/// The worse of two verdicts on a share that is asked.
fn worse(held: Option<Verdict>, found: Option<Verdict>) -> Option<Verdict> {
    Some(held?.worse(found?))
}

/// Orders reasons by weight, id, share, id of the line and facts; the same reason is given once.
fn sort(question: &Question, reasons: &mut Vec<Reason>) {
    if reasons.len() < 2 {
        return;
    }
    let rank = |line: Option<u16>| {
        line.and_then(|line| question.lines.get(usize::from(line)))
            .map(|line| line.rank)
    };
    reasons.sort_unstable_by(|one, other| {
        let key = |reason: &Reason| (reason.effect.severity(), reason.id, reason.share);
        key(one)
            .cmp(&key(other))
            .then_with(|| rank(one.line).cmp(&rank(other.line)))
            .then_with(|| one.facts.cmp(&other.facts))
            .then_with(|| one.effect.cmp(&other.effect))
    });
    reasons.dedup();
}
