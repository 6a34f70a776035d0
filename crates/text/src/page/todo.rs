//! What to do: each remedy once, in the order in which remedies are done, with its share.

use super::Page;
use super::merge::Parts;
use crate::paper::{Paper, Tone};
use tierspayant_core::finding::{Facts, Severity};
use tierspayant_core::ids::RemedyId;

/// One thing to do.
pub(super) struct Task {
    pub remedy: RemedyId,
    pub text: String,
    /// Whether something blocks or is in doubt without it.
    pub needed: bool,
    parts: Parts,
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

    /// Every remedy of every reason, the same text once, in the order of the list of remedies.
    pub(super) fn tasks(&self) -> Vec<Task> {
        let mut tasks: Vec<Task> = Vec::new();
        for reason in &self.explained.decision.reasons {
            let needed = reason.effect.severity() != Severity::Notice;
            let shares = reason.share.as_ref().map_or(self.shares(), core::slice::from_ref);
            for remedy in reason.remedies.iter() {
                let text = self.texts.remedy(self.lang, self.audience, remedy, &reason.facts);
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
        self.without_vague(tasks)
    }

    /// A text that knows no detail gives way to one of the same remedy that does.
    fn without_vague(&self, tasks: Vec<Task>) -> Vec<Task> {
        let vague = |task: &Task| {
            let bare = self
                .texts
                .remedy(self.lang, self.audience, task.remedy, &Facts::default());
            bare == task.text
        };
        let (vague, mut kept): (Vec<Task>, Vec<Task>) = tasks.into_iter().partition(vague);
        for task in vague {
            let covers = |other: &&mut Task| {
                let lines = task.parts.lines.iter();
                other.remedy == task.remedy
                    && (!on_a_line(task.remedy)
                        || lines.into_iter().all(|line| other.parts.lines.contains(line)))
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
