//! When the same claim would be billable, and the single corrections that would make it so.

use super::Page;
use crate::known::Kind;
use crate::paper::{Paper, Tone};
use crate::values::Variables;
use tierspayant_core::model::{Code, Nature};
use tierspayant_core::whatif::Correction;

impl Page<'_> {
    pub(super) fn when(&self, paper: &mut Paper) {
        let days = self.explained.days;
        let care = self.explained.claim.care_date;
        let mut sentences = Vec::new();
        let mut say = |id: &str, day| sentences.push(self.frame(id, Variables::default().date("date", day)));
        match days.earliest {
            None => say("when_never", None),
            Some(day) if day == care => say("when_now", Some(day)),
            Some(day) => say("when_earliest", Some(day)),
        }
        match (days.earliest, days.latest) {
            (None, _) => {}
            (Some(_), Some(day)) => say("when_latest", Some(day)),
            (Some(_), None) => say("when_open", None),
        }
        if days.earliest.is_some() {
            say("when_note", None);
        }
        paper.heading(&self.bare("heading_when"));
        paper.item(2, &[], &sentences.join(" "), Tone::Plain);
    }

    pub(super) fn corrections(&self, paper: &mut Paper) {
        let corrections = self.explained.corrections;
        if corrections.is_empty() {
            return;
        }
        paper.heading(&self.bare("heading_corrections"));
        let mut said: Vec<String> = Vec::new();
        for correction in corrections {
            let text = self.correction(*correction);
            if !said.contains(&text) {
                said.push(text);
            }
        }
        for text in said {
            let mark = (format!("{} ", paper.style().sign("•", "-")), Tone::Plain);
            paper.item(2, &[mark], &text, Tone::Plain);
        }
    }

    /// One correction; the codes that would do for one line are said together.
    fn correction(&self, correction: Correction) -> String {
        let (id, setting) = match correction {
            Correction::AskAgain => ("ask_again", Variables::default()),
            Correction::Exemption { line, code } => {
                let codes: Vec<String> = self.codes_for(line).iter().map(Code::to_string).collect();
                let ids = self.line_ids(&[line]);
                let several = self.explained.claim.lines.len() > 1;
                let named = ids.first().map(String::as_str).filter(|_| several);
                let setting = Variables::default()
                    .text("line", named)
                    .text("code", Some(code.as_str()))
                    .text("codes", Some(&self.listed(&codes, "list_end_or")));
                ("exemption", setting)
            }
            Correction::Nature(Nature::Maternity) => ("maternity", Variables::default()),
            Correction::Nature(nature) => (
                "nature",
                Variables::default().text("nature", Some(nature.as_str())),
            ),
            Correction::Scheme(scheme) => {
                let setting = Variables::default()
                    .text("regime", scheme.regime.as_ref().map(Code::as_str))
                    .text("fund", scheme.fund.as_ref().map(Code::as_str))
                    .text("centre", scheme.centre.as_ref().map(Code::as_str));
                ("scheme", setting)
            }
            Correction::Contract {
                number,
                contract_type,
            } => {
                let setting = Variables::default()
                    .text("number", number.as_ref().map(Code::as_str))
                    .text("type", contract_type.as_ref().map(Code::as_str));
                ("contract", setting)
            }
            Correction::AmoAlone => ("amo_alone", Variables::default()),
        };
        self.texts.say(self.voice, Kind::Correction, id, setting)
    }

    fn codes_for(&self, place: u16) -> Vec<Code<4>> {
        let corrections = self.explained.corrections.iter();
        let codes = corrections.filter_map(|one| match one {
            Correction::Exemption { line, code } if *line == place => Some(*code),
            _ => None,
        });
        codes.collect()
    }
}
