//! When the same claim would be billable, and the single corrections that would make it so.

use super::Page;
use super::now::Now;
use crate::kind::Kind;
use crate::layout::{Item, Layout, Sign};
use crate::values::Variables;
use tierspayant_core::model::{Code, Nature};
use tierspayant_core::whatif::Correction;

impl Page<'_> {
    /// The first day for care that is still to come; with details, the whole run. Care that was given has its day.
    pub(super) fn when(&self, page: &mut Layout) {
        let days = self.explained.days;
        let care = self.explained.claim.care_date;
        let details = page.details;
        let to_come = self.explained.as_of.is_some_and(|asked| asked < care);
        let mut sentences = Vec::new();
        let mut say = |id: &str, day| sentences.push(self.frame(id, Variables::default().date("date", day)));
        match days.earliest {
            Some(day) if day > care && (to_come || details) => say("when_earliest", Some(day)),
            Some(day) if day == care && details => say("when_now", Some(day)),
            _ => {}
        }
        if let (Some(_), Some(day), true) = (days.earliest, days.latest, details) {
            say("when_latest", Some(day));
        }
        if sentences.is_empty() {
            return;
        }
        sentences.push(self.bare("when_note"));
        page.heading(self.bare("heading_when"));
        page.item(Item::inside(sentences.join(" ")));
    }

    /// The single corrections besides the one that was said first.
    pub(super) fn corrections(&self, page: &mut Layout, now: Option<Now>) {
        let mut said: Vec<String> = Vec::new();
        for correction in self.explained.corrections {
            let text = self.correction(*correction, false);
            let told = matches!(now, Some(Now::Correction(first)) if first == *correction);
            if !told && !said.contains(&text) {
                said.push(text);
            }
        }
        if said.is_empty() {
            return;
        }
        page.heading(self.bare("heading_corrections"));
        for text in said {
            page.item(Item::entry(Sign::Bullet, text));
        }
    }

    /// One correction, in words; `now` where it is the thing to do.
    pub(super) fn correction(&self, correction: Correction, now: bool) -> String {
        let (id, setting) = match correction {
            Correction::AskAgain => ("ask_again", Variables::default()),
            Correction::Exemption { line, code } => {
                let several = self.explained.claim.lines.len() > 1;
                let named = Some(self.line_ids(&[line])).filter(|_| several);
                let setting = Variables::default()
                    .text("line", named.as_deref())
                    .text("code", Some(code.as_str()));
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
        self.texts
            .say(self.voice, Kind::Correction, id, setting.flag("now", now))
    }
}
