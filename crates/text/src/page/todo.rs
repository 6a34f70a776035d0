//! What to do: each remedy once, in the order in which remedies are done, with its share.

use super::merge::Parts;
use super::now::{Now, remedy_of};
use super::{Explained, Page};
use crate::layout::{Item, Layout, Sign};
use crate::texts::Texts;
use crate::voice::{Audience, Lang, Voice};
use std::borrow::Cow;
use tierspayant_core::decision::Decision;
use tierspayant_core::finding::{Facts, Severity};
use tierspayant_core::ids::RemedyId;
use tierspayant_core::model::{Claim, Share, ShareSet};
use tierspayant_core::question::silence;
use tierspayant_core::whatif::Correction;

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// What it is.
    pub remedy: RemedyId,
    /// What it says in words.
    pub text: Cow<'static, str>,
    /// Whether something blocks or is in doubt without it; otherwise it is advice.
    pub needed: bool,
    /// Whether its words hold a detail of the reason that asks for it, where that is looked at.
    pub(super) says_more: bool,
    parts: Parts,
}

impl Task {
    /// The shares that it concerns.
    pub fn shares(&self) -> &'static [Share] {
        self.parts.shares()
    }

    /// The words of the shares that it concerns.
    pub fn share_words(&self) -> &'static [&'static str] {
        self.parts.shares.map_or(&[], ShareSet::words)
    }

    /// The lines that it is done on; none where it is done on the claim.
    pub(super) fn lines_done(&self) -> &[u16] {
        if on_a_line(self.remedy) {
            &self.parts.lines
        } else {
            &[]
        }
    }

    /// The places of the lines that it concerns, counted from 0; none stands for the claim as a whole.
    pub fn lines(&self) -> &[u16] {
        &self.parts.lines
    }
}

/// What to do about a decision, each thing once: first what a page says is to be done now, a correction that is enough
/// among it, then what is needed before advice, and each in the order in which remedies are done.
pub fn todo(texts: &Texts, explained: &Explained<'_>, lang: Lang, audience: Audience) -> Vec<Task> {
    let page = Page::new(texts, explained, lang, audience);
    let mut tasks = page.tasks();
    match page.first(&tasks) {
        Some(Now::Task(place)) => {
            if let Some(head) = tasks.get_mut(..=place) {
                head.rotate_right(1);
            }
        }
        Some(Now::Correction(correction)) => {
            let cure = page.task_of(correction);
            // The correction says the same more exactly.
            let same = |task: &Task| {
                task.remedy == cure.remedy
                    && task
                        .parts
                        .lines
                        .iter()
                        .all(|line| cure.parts.lines.contains(line))
            };
            tasks.retain(|task| !same(task));
            tasks.insert(0, cure);
        }
        None => {}
    }
    tasks
}

/// Every remedy of every reason, the same text once; what is needed before advice.
fn remedies(texts: &Texts, decision: &Decision, claim: &Claim, voice: Voice) -> Vec<Task> {
    let mut tasks: Vec<Task> = Vec::with_capacity(8);
    let asked = silence::shares_of(claim);
    let mut again = false;
    for reason in &decision.reasons {
        let needed = reason.effect.severity() != Severity::Notice;
        let shares = reason.share.map_or(asked, ShareSet::from);
        for remedy in reason.remedies.iter() {
            let text = texts.remedy_text(voice, remedy, &reason.facts);
            let mut of_remedy = false;
            let mut same = tasks.iter_mut().filter(|task| task.remedy == remedy);
            let same = same.find(|task| {
                of_remedy = true;
                task.text == text
            });
            if let Some(task) = same {
                task.needed |= needed;
                task.parts.add(shares, reason.line);
            } else {
                again |= of_remedy;
                let mut parts = Parts::default();
                parts.add(shares, reason.line);
                // Where one text gives way to another, or is told only with a detail.
                let looked_at = of_remedy || remedy == RemedyId::CompleteClaim;
                tasks.push(Task {
                    remedy,
                    says_more: looked_at && says_more(texts, voice, remedy, &text),
                    text,
                    needed,
                    parts,
                });
            }
        }
    }
    if again {
        for task in &mut tasks {
            task.says_more = says_more(texts, voice, task.remedy, &task.text);
        }
        tasks = without_vague(tasks);
    }
    tasks.sort_by_key(|task| (!task.needed, task.remedy.place()));
    tasks
}

/// Whether the words of a remedy hold a detail of the reason that asks for it.
fn says_more(texts: &Texts, voice: Voice, remedy: RemedyId, text: &str) -> bool {
    text != texts.remedy_text(voice, remedy, &Facts::default())
}

/// A text that knows no detail gives way to one of the same remedy that does.
fn without_vague(tasks: Vec<Task>) -> Vec<Task> {
    let (vague, mut kept): (Vec<Task>, Vec<Task>) = tasks.into_iter().partition(|task| !task.says_more);
    for task in vague {
        let covers = |other: &&mut Task| {
            let lines = task.parts.lines.iter();
            other.remedy == task.remedy
                && (!on_a_line(task.remedy) || lines.into_iter().all(|line| other.parts.lines.contains(line)))
        };
        match kept.iter_mut().find(covers) {
            Some(other) => {
                other.needed |= task.needed;
                if let Some(shares) = task.parts.shares {
                    other.parts.add(shares, None);
                }
            }
            None => kept.push(task),
        }
    }
    kept
}

/// How much advice a page without details gives.
const MOST_ADVICE: usize = 2;
/// How many further things to do it names.
const MOST_TASKS: usize = 3;

impl Page<'_> {
    /// What else there is to do, and advice.
    pub(super) fn todo(&self, page: &mut Layout, tasks: &[Task], now: Option<Now>) {
        let details = page.details;
        // A correction says the same more exactly.
        let corrected = |task: &Task| {
            let mut corrections = self.explained.corrections.iter();
            corrections.any(|one| remedy_of(*one) == task.remedy)
        };
        let first = match now {
            Some(Now::Task(place)) => tasks.get(place),
            Some(Now::Correction(_)) | None => None,
        };
        let told = |task: &Task| first == Some(task) || corrected(task);
        for (needed, heading, most) in [
            (true, "heading_todo", MOST_TASKS),
            (false, "heading_advice", MOST_ADVICE),
        ] {
            // "Complete the claim" without a word on what is missing says no more than the reasons do.
            let says = |task: &Task| details || task.remedy != RemedyId::CompleteClaim || task.says_more;
            let open = tasks
                .iter()
                .filter(|task| task.needed == needed && !told(task) && says(task));
            let listed: Vec<&Task> = open.take(if details { tasks.len() } else { most }).collect();
            if listed.is_empty() {
                continue;
            }
            page.heading(self.bare(heading));
            for task in listed {
                let tag = self.tag(self.share_tag(task), task.lines_done());
                page.item(Item::entry(Sign::Bullet, task.text.clone().into_owned()).lead(tag));
            }
        }
    }

    /// The share that a task concerns, where it is not every share that is asked.
    pub(super) fn share_tag(&self, task: &Task) -> &'static [Share] {
        if task.shares().len() == self.shares().len() {
            &[]
        } else {
            task.shares()
        }
    }

    pub(super) fn tasks(&self) -> Vec<Task> {
        let Explained { decision, claim, .. } = self.explained;
        remedies(self.texts, decision, claim, self.voice)
    }

    /// A correction that is enough, as the thing to do.
    fn task_of(&self, correction: Correction) -> Task {
        let line = match correction {
            Correction::Exemption { line, .. } => Some(line),
            _ => None,
        };
        let mut parts = Parts::default();
        parts.add(silence::shares_of(self.explained.claim), line);
        Task {
            remedy: remedy_of(correction),
            text: self.correction(correction, true).into(),
            needed: true,
            says_more: true,
            parts,
        }
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
            | RemedyId::SplitInvoice
    )
}
