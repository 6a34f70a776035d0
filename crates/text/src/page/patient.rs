//! What the patient is told: a short paragraph, without tables, codes or names of conditions.

use super::Page;
use crate::paper::{Paper, Tone};
use crate::values::Setting;
use tierspayant_core::decision::{Severity, Verdict};

impl Page<'_> {
    pub(super) fn to_patient(&self, paper: &mut Paper) {
        let decision = self.explained.decision;
        let billable = decision.verdict() == Verdict::Billable;
        let mut sentences = vec![self.answer_sentence()];
        let mut say = |text: String| {
            if !text.is_empty() && !sentences.contains(&text) {
                sentences.push(text);
            }
        };
        for group in self.groups() {
            if group.severity != Severity::Notice || self.texts.tells_reason(group.id) {
                say(group.message);
            }
        }
        for task in self.tasks() {
            // A notice that the patient is not told of asks nothing of the patient either.
            let asked = task.needed || billable;
            if asked && self.texts.tells_remedy(task.remedy) {
                say(task.text);
            }
        }
        let later = self
            .explained
            .days
            .earliest
            .filter(|day| *day > self.explained.claim.care_date);
        if let (false, Some(day)) = (billable, later) {
            say(self.frame("when_earliest", Setting::default().date("date", Some(day))));
        }
        if !billable {
            say(self.bare("patient_close"));
        }
        paper.item(0, &[], &sentences.join(" "), Tone::Plain);
    }
}
