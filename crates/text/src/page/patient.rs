//! What the patient is told: a short paragraph, without tables, codes or names of conditions.

use super::Page;
use crate::layout::{Item, Layout};
use crate::values::Variables;
use tierspayant_core::finding::Severity;
use tierspayant_core::verdict::Verdict;

/// How much a patient is told at once.
const MOST_MESSAGES: usize = 4;
const MOST_TASKS: usize = 4;

impl Page<'_> {
    pub(super) fn to_patient(&self, page: &mut Layout) {
        let mut sentences = vec![self.answer_sentence()];
        let mut say = |text: String| {
            let new = !text.is_empty() && !sentences.contains(&text);
            if new {
                sentences.push(text);
            }
            new
        };
        // What decides, and nothing besides it.
        let (decides, billable) = match self.explained.decision.verdict() {
            Verdict::Billable => (Severity::Notice, true),
            Verdict::Undetermined(_) => (Severity::Doubt, false),
            Verdict::NotBillable(_) => (Severity::Blocking, false),
        };
        let mut messages = 0;
        for group in self
            .groups(false)
            .into_iter()
            .filter(|group| group.severity == decides)
        {
            let told = !billable || self.texts.tells_reason(group.id);
            if told && messages < MOST_MESSAGES && say(group.message) {
                messages += 1;
            }
        }
        let mut tasks = 0;
        for task in self.tasks() {
            let told = self.texts.tells_remedy(task.remedy) && (task.needed || billable);
            if told && tasks < MOST_TASKS && say(task.text.into_owned()) {
                tasks += 1;
            }
        }
        let care = self.explained.claim.care_date;
        // Care that was given has its day.
        let to_come = self.explained.as_of.is_some_and(|asked| asked < care);
        let later = self.explained.days.earliest.filter(|day| to_come && *day > care);
        if let (false, Some(day)) = (billable, later) {
            say(self.frame("when_earliest", Variables::default().date("date", Some(day))));
        }
        if !billable {
            say(self.bare("patient_close"));
        }
        page.item(Item::text(sentences.join(" ")));
    }
}
