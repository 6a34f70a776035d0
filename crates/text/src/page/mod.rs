//! The explanation of a decision, laid out to be read with a patient waiting.

mod answer;
mod merge;
mod now;
mod owed;
mod patient;
mod table;
mod todo;
mod when;
mod why;

pub use todo::{Task, todo};

use crate::layout::{Item, Layout, Sign};
use crate::medium::Medium;
use crate::texts::Texts;
use crate::values::Variables;
use crate::voice::{Audience, Lang, Voice};
use tierspayant_core::decision::Decision;
use tierspayant_core::model::{Claim, Date, Share};
use tierspayant_core::tables::Tables;
use tierspayant_core::verdict::Verdict;
use tierspayant_core::whatif::{BillableDays, Correction};

/// A decision with what is needed to explain it.
#[derive(Clone, Copy, Debug)]
pub struct Explained<'a> {
    /// The decision.
    pub decision: &'a Decision,
    /// The claim that it answers, for the ids, categories and amounts of its lines.
    pub claim: &'a Claim,
    /// The day of the question, where it is known.
    pub as_of: Option<Date>,
    /// The days on which the same claim would be billable.
    pub days: BillableDays,
    /// The single corrections that would make it billable.
    pub corrections: &'a [Correction],
    /// The tables that it was decided by, for the law behind each reason and the edition.
    pub tables: &'a Tables,
}

/// The explanation as a page: the answer, the one thing to do, who pays, the lines, why, what else to do; with details,
/// also the law behind each reason, when, and the edition. For the patient, a short paragraph instead.
pub fn explain(
    texts: &Texts,
    explained: &Explained<'_>,
    lang: Lang,
    audience: Audience,
    medium: impl Into<Medium>,
) -> String {
    let medium = medium.into();
    let page = Page::new(texts, explained, lang, audience);
    let mut layout = Layout::new(medium.details());
    match audience {
        Audience::Patient => page.to_patient(&mut layout),
        Audience::Counter => {
            page.answer(&mut layout);
            let tasks = page.tasks();
            let now = page.first(&tasks);
            page.now(&mut layout, &tasks, now);
            page.owed(&mut layout);
            page.table(&mut layout);
            page.why(&mut layout);
            page.corrections(&mut layout, now);
            page.todo(&mut layout, &tasks, now);
            page.when(&mut layout);
            if layout.details {
                page.edition(&mut layout);
            }
        }
    }
    medium.write(&layout, lang)
}

/// How many lines are named one by one.
const MOST_IDS: usize = 8;

/// What every part of the page reads.
struct Page<'a> {
    texts: &'a Texts,
    explained: &'a Explained<'a>,
    lang: Lang,
    voice: Voice,
}

impl<'a> Page<'a> {
    fn new(texts: &'a Texts, explained: &'a Explained<'a>, lang: Lang, audience: Audience) -> Self {
        Page {
            texts,
            explained,
            lang,
            voice: Voice::of(lang, audience),
        }
    }

    fn frame(&self, id: &str, setting: Variables) -> String {
        self.texts.frame(self.voice, id, setting)
    }

    fn bare(&self, id: &str) -> String {
        self.frame(id, Variables::default())
    }

    /// The shares that ask for tiers payant.
    fn shares(&self) -> &'static [Share] {
        tierspayant_core::question::silence::shares_of(self.explained.claim).shares()
    }

    fn share_name(&self, share: Share) -> String {
        self.texts.form(self.voice, "share", share.as_str(), "base")
    }

    /// The ids of lines by their places: `1, 2 et 3`; of many, the first ones and how many more.
    fn line_ids(&self, places: &[u16]) -> String {
        let id = |place: &u16| self.explained.claim.lines.get(usize::from(*place));
        let known = |places: &[u16]| -> Vec<String> {
            let lines = places.iter().filter_map(id);
            lines.map(|line| crate::typography::harmless(&line.id)).collect()
        };
        match places.split_at_checked(MOST_IDS) {
            Some((first, more)) if more.len() > 1 => {
                let mut named = known(first);
                let count = more.len().to_string();
                named.push(self.texts.lower(
                    self.voice,
                    crate::kind::Kind::Frame,
                    "more_lines",
                    Variables::default().text("count", Some(&count)),
                ));
                self.listed(&named, "list_end")
            }
            _ => self.listed(&known(places), "list_end"),
        }
    }

    /// `1, 2 et 3`.
    fn listed(&self, items: &[String], last: &str) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., end] => {
                let word = self
                    .texts
                    .lower(self.voice, crate::kind::Kind::Frame, last, Variables::default());
                format!("{} {word} {end}", first.join(", "))
            }
        }
    }

    fn edition(&self, page: &mut Layout) {
        let tables = self.explained.tables;
        let digest: String = tables.digest.chars().take(12).collect();
        let setting = Variables::default()
            .text("edition", Some(&tables.edition))
            .text("digest", Some(&*digest).filter(|digest| !digest.is_empty()));
        page.gap();
        page.item(Item::aside(0, self.frame("edition", setting)));
    }
}

/// The sign of a verdict.
const fn mark(verdict: Verdict) -> Sign {
    match verdict {
        Verdict::Billable => Sign::Yes,
        Verdict::Undetermined(_) => Sign::Unsure,
        Verdict::NotBillable(_) => Sign::No,
    }
}
