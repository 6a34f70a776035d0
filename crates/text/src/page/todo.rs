//! What to do: each remedy once, in the order in which remedies are done, with its share.

use super::merge::Parts;
use super::{Explained, Page};
use crate::paper::{Paper, Tone};
use crate::texts::Texts;
use crate::voice::{Audience, Lang};
use tierspayant_core::decision::Decision;
use tierspayant_core::finding::{Facts, Severity};
use tierspayant_core::ids::RemedyId;
use tierspayant_core::model::{Claim, Share};
use tierspayant_core::question::silence;

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// What it is.
    pub remedy: RemedyId,
    /// What it says in words.
    pub text: String,
    /// Whether something blocks or is in doubt without it; otherwise it is advice.
    pub needed: bool,
    parts: Parts,
}

impl Task {
    /// The shares that it concerns.
    pub fn shares(&self) -> &[Share] {
        &self.parts.shares
    }

    /// The places of the lines that it concerns, counted from 0; none stands for the claim as a whole.
    pub fn lines(&self) -> &[u16] {
        &self.parts.lines
    }
}

/// What to do about a decision: every remedy of every reason, the same text once, in the order in which remedies are
/// done.
pub fn todo(texts: &Texts, decision: &Decision, claim: &Claim, lang: Lang, audience: Audience) -> Vec<Task> {
    let mut tasks: Vec<Task> = Vec::new();
    for reason in &decision.reasons {
        let needed = reason.effect.severity() != Severity::Notice;
        let asked = silence::shares_of(claim).shares();
        let shares = reason.share.as_ref().map_or(asked, core::slice::from_ref);
        for remedy in reason.remedies.iter() {
            let text = texts.remedy(lang, audience, remedy, &reason.facts);
            let same = |task: &&mut Task| task.remedy == remedy && task.text == text;
            if let Some(task) = tasks.iter_mut().find(same) {
                task.needed |= needed;
                task.parts.add(shares, reason.line);
            } else {
                let mut parts = Parts::default();
                parts.add(shares, reason.line);
                tasks.push(Task {
                    remedy,
                    text,
                    needed,
                    parts,
                });
            }
        }
    }
    tasks.sort_by_key(|task| task.remedy);
    without_vague(tasks, |remedy| {
        texts.remedy(lang, audience, remedy, &Facts::default())
    })
}

/// A text that knows no detail gives way to one of the same remedy that does.
fn without_vague(tasks: Vec<Task>, bare: impl Fn(RemedyId) -> String) -> Vec<Task> {
    let (vague, mut kept): (Vec<Task>, Vec<Task>) =
        tasks.into_iter().partition(|task| bare(task.remedy) == task.text);
    for task in vague {
        let covers = |other: &&mut Task| {
            let lines = task.parts.lines.iter();
            other.remedy == task.remedy
                && (!on_a_line(task.remedy) || lines.into_iter().all(|line| other.parts.lines.contains(line)))
        };
        match kept.iter_mut().find(covers) {
            Some(other) => {
                other.needed |= task.needed;
                other.parts.add(&task.parts.shares, None);
            }
            None => kept.push(task),
        }
    }
    kept.sort_by_key(|task| task.remedy);
    kept
}

impl Page<'_> {
    pub(super) fn todo(&self, paper: &mut Paper) {
        let tasks = self.tasks();
        for (needed, heading) in [(true, "heading_todo"), (false, "heading_advice")] {
            let listed: Vec<&Task> = tasks.iter().filter(|task| task.needed == needed).collect();
            if listed.is_empty() {
                continue;
            }
            paper.heading(&self.bare(heading));
            for (place, task) in listed.iter().enumerate() {
                let number = if needed {
                    format!("{}. ", place + 1)
                } else {
                    format!("{} ", paper.style().sign("•", "-"))
                };
                let lines = if on_a_line(task.remedy) {
                    task.parts.lines.as_slice()
                } else {
                    &[]
                };
                let tag = self.tag(&task.parts.shares, lines, paper.style());
                let marks = [(number, Tone::Plain), (tag, Tone::Strong)];
                paper.item(2, &marks, &task.text, Tone::Plain);
            }
        }
    }

    pub(super) fn tasks(&self) -> Vec<Task> {
        let Explained { decision, claim, .. } = self.explained;
        todo(self.texts, decision, claim, self.lang, self.audience)
    }
}

/// Whether a remedy is done on a line rather than on the claim.
const fn on_a_line(remedy: RemedyId) -> bool {
    matches!(
        remedy,
        RemedyId::CorrectExemption
            | RemedyId::RemoveExemption
            | RemedyId::UnforceExemption
            | RemedyId::StateRelation
    )
}
