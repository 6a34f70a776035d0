//! One thing to do, in the answer.

use crate::checked::Checked;
use crate::engine::{Audience, Options};
use tierspayant_core::ids::RemedyId;
use tierspayant_core::model::record::Words;
use tierspayant_core::model::{Share, Text};
use tierspayant_core::record;

record! {
    /// One thing to do.
    TaskOut {
        /// What it is.
        remedy: &'static str as Words<RemedyId>,
        /// Whether something blocks or is in doubt without it; otherwise it is advice.
        needed: bool,
        /// The shares that it concerns.
        shares: &'static [&'static str] as Words<Share>,
        /// The ids of the lines that it concerns; empty: the claim as a whole.
        lines: Vec<String>,
        /// What to do, in a sentence for the counter.
        text: Text,
    }
}

impl TaskOut {
    /// What to do about a decided dossier, in the order of the page.
    pub(crate) fn all(checked: &Checked<'_>, options: &Options) -> Vec<Self> {
        let id = |line: &u16| {
            let line = checked.claim().lines.get(usize::from(*line))?;
            Some((*line.id).to_owned())
        };
        let tasks = if options.what_if {
            checked.todo(options.lang, Audience::Counter)
        } else {
            checked.remedies(options.lang, Audience::Counter)
        };
        let out = tasks.into_iter().map(|task| TaskOut {
            remedy: task.remedy.as_str(),
            needed: task.needed,
            shares: task.share_words(),
            lines: task.lines().iter().filter_map(id).collect(),
            text: task.text,
        });
        out.collect()
    }
}
