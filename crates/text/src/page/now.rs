//! The one thing to do now: what cures, before what may settle it, before what is left.

use super::Page;
use super::todo::Task;
use crate::layout::{Item, Layout, Role, Sign};
use tierspayant_core::finding::{Effect, Reason};
use tierspayant_core::ids::{ReasonId, RemedyId};
use tierspayant_core::model::Nature;
use tierspayant_core::verdict::{DoubtBasis, Verdict};
use tierspayant_core::whatif::Correction;

/// What is to be done now.
#[derive(Clone, Copy)]
pub(super) enum Now {
    /// This correction.
    Correction(Correction),
    /// The task at this place.
    Task(usize),
}

impl Page<'_> {
    /// Says it on the second line; nothing where nothing is needed.
    pub(super) fn now(&self, page: &mut Layout, tasks: &[Task], now: Option<Now>) {
        let (text, parts) = match now {
            Some(Now::Correction(one)) => (self.correction(one, true), String::new()),
            Some(Now::Task(place)) => {
                let Some(task) = tasks.get(place) else { return };
                let tag = self.tag(self.share_tag(task), task.lines_done());
                (task.text.clone().into_owned(), tag)
            }
            None => return,
        };
        page.gap();
        let lead = format!("{}{}{parts}", self.bare("heading_now"), self.colon());
        page.item(Item::of(Role::Now, 0, text).sign(Sign::Arrow).lead(lead));
    }

    /// The one thing to do now, if anything is needed or a right is left aside.
    pub(super) fn first(&self, tasks: &[Task]) -> Option<Now> {
        let corrections = self.explained.corrections.iter().copied().enumerate();
        let cure = corrections.min_by_key(|(place, one)| (remedy_of(*one).place(), *place));
        // Where one change is enough, it is done; but a question or a wait that comes before it is not skipped.
        let first = match cure {
            Some((_, one)) => {
                let before = Some(remedy_of(one).place());
                let first = match given_up(one) {
                    Some(GivenUp::Right) => {
                        self.finds_the_fact(tasks, |basis| basis != DoubtBasis::BeyondRules)
                    }
                    // What no text settles is asked before another ground is claimed.
                    Some(GivenUp::Ground) => {
                        self.finds_the_fact(tasks, |basis| basis == DoubtBasis::BeyondRules)
                    }
                    None => None,
                };
                // What one line alone gives up is not given up for the others.
                let split = |task: &&Task| task.needed && task.remedy == RemedyId::SplitInvoice;
                let apart = || tasks.iter().find(split).filter(|_| one == Correction::AmoAlone);
                first.or_else(|| self.first_of(tasks, before)).or_else(apart)
            }
            None => self.first_of(tasks, None),
        };
        // A right that is not used is the one thing to do on a claim that can be sent.
        let first = first.or_else(|| cure.is_none().then(|| self.unused_right(tasks)).flatten());
        match (first, cure) {
            (Some(task), _) => tasks.iter().position(|one| one == task).map(Now::Task),
            (None, Some((_, one))) => Some(Now::Correction(one)),
            (None, None) => None,
        }
    }

    /// What finds the fact that an undetermined answer waits for: nobody gives up a right that may be there.
    fn finds_the_fact<'t>(&self, tasks: &'t [Task], of: fn(DoubtBasis) -> bool) -> Option<&'t Task> {
        let decision = self.explained.decision;
        if !matches!(decision.verdict(), Verdict::Undetermined(_)) {
            return None;
        }
        let open = |one: &&Reason| match one.effect {
            Effect::Doubt(basis) => of(basis),
            Effect::Block(_) | Effect::Notice => false,
        };
        let asked = |task: &Task| {
            let mut reasons = decision.reasons.iter().filter(open);
            reasons.any(|one| one.remedies.has(task.remedy))
        };
        let mut needed = tasks.iter().filter(|task| task.needed);
        needed.find(|task| finds(task) && asked(task))
    }

    /// What would use a right on record that the claim leaves aside.
    fn unused_right<'t>(&self, tasks: &'t [Task]) -> Option<&'t Task> {
        let unused = [ReasonId::ExemptionMissed, ReasonId::ContractMissed];
        let mut reasons = self.explained.decision.reasons.iter();
        let reason = reasons.find(|reason| unused.contains(&reason.id))?;
        let first = reason.remedies.iter().min_by_key(|one| one.place())?;
        tasks.iter().find(|task| task.remedy == first)
    }

    /// The first thing that is needed; with a cure at hand, only what is done before it and waits or asks.
    fn first_of<'t>(&self, tasks: &'t [Task], before: Option<usize>) -> Option<&'t Task> {
        let mut needed = tasks.iter().filter(|task| task.needed);
        match before {
            Some(place) => needed.find(|task| {
                let waits = matches!(task.remedy, RemedyId::HoldUntil | RemedyId::QueryAdri);
                waits && task.remedy.place() < place
            }),
            // Nothing alone is enough: whose rights and whether they are open comes first, else what is done first of
            // what weighs most.
            None => {
                let reasons = &self.explained.decision.reasons;
                let weight = reasons.first()?.effect.severity();
                let weighty = || reasons.iter().filter(|one| one.effect.severity() == weight);
                let base = weighty().find(|one| {
                    let id = one.id.as_str();
                    id.starts_with("identity.") || id.starts_with("coverage.")
                });
                let first = match base {
                    // Rights that the fund's own service shows closed: the patient pays, and asks the fund.
                    Some(one) if closed_for_sure(one) => Some(RemedyId::PatientPays),
                    Some(one) => one.remedies.iter().next(),
                    None => weighty()
                        .flat_map(|one| one.remedies.iter())
                        .min_by_key(|one| one.place()),
                };
                let mut of_first = tasks
                    .iter()
                    .filter(|task| task.needed && Some(task.remedy) == first);
                of_first.next().or_else(|| needed.next())
            }
        }
    }
}

/// Base rights that are closed, where asking another source is not advised.
fn closed_for_sure(reason: &Reason) -> bool {
    let asks = [
        RemedyId::QueryAdri,
        RemedyId::UpdateCard,
        RemedyId::AskAttestation,
    ];
    let asked = asks.iter().any(|remedy| reason.remedies.has(*remedy));
    reason.id == ReasonId::CoverageNotOpen && reason.remedies.has(RemedyId::PatientPays) && !asked
}

/// What a correction gives up.
enum GivenUp {
    /// A right that the claim asks for.
    Right,
    /// The ground on which it asks, for another one.
    Ground,
}

fn given_up(correction: Correction) -> Option<GivenUp> {
    match correction {
        Correction::Exemption { code, .. } if code.as_str() != "0" => Some(GivenUp::Ground),
        Correction::Exemption { .. } | Correction::AmoAlone | Correction::Nature(Nature::Illness) => {
            Some(GivenUp::Right)
        }
        Correction::Nature(_)
        | Correction::AskAgain
        | Correction::Scheme(_)
        | Correction::Contract { .. } => None,
    }
}

/// Whether a task asks who the beneficiary is, asks somebody else, or waits for what somebody will say.
fn finds(task: &Task) -> bool {
    match task.remedy {
        RemedyId::CheckIdentity
        | RemedyId::StateRelation
        | RemedyId::HoldUntil
        | RemedyId::QueryAdri
        | RemedyId::UpdateCard
        | RemedyId::AskAttestation
        | RemedyId::AgreeWithService
        | RemedyId::ContactAmc
        | RemedyId::ContactFund => true,
        RemedyId::CompleteClaim => task.says_more,
        _ => false,
    }
}

/// The remedy that a correction is, for its place among the others.
pub(super) fn remedy_of(correction: Correction) -> RemedyId {
    match correction {
        Correction::AskAgain => RemedyId::QueryAdri,
        Correction::Scheme(_) => RemedyId::CorrectScheme,
        Correction::Exemption { code, .. } if code.as_str() == "0" => RemedyId::RemoveExemption,
        Correction::Exemption { .. } => RemedyId::CorrectExemption,
        Correction::Nature(_) => RemedyId::CorrectNature,
        Correction::Contract { .. } => RemedyId::CorrectContract,
        Correction::AmoAlone => RemedyId::AmoAlone,
    }
}
