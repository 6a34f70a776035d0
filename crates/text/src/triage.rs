//! The triage of a reject, laid out to be read: what it is, why, what to do, who pays otherwise.

use crate::kind::Kind;
use crate::layout::{Item, Layout, Role, Sign};
use crate::medium::Medium;
use crate::paper::Tone;
use crate::texts::{Texts, Told};
use crate::values::Variables;
use crate::voice::{Audience, Lang, Voice};
use tierspayant_core::finding::{Facts, Reason};
use tierspayant_core::model::Share;
use tierspayant_core::triage::{Cause, KnownAt, Matched, Payer, Rejects, Suspect, Triage};

/// A triage with what is needed to explain it.
#[derive(Clone, Copy, Debug)]
pub struct TriageExplained<'a> {
    /// The triage.
    pub triage: &'a Triage,
    /// Keys and labels, for what is known of them.
    pub rejects: &'a Rejects,
    /// Edition of the tables.
    pub edition: &'a str,
    /// Digest of the tables.
    pub digest: &'a str,
}

/// The triage as a page; for the patient, a short paragraph instead.
pub fn explain_triage(
    texts: &Texts,
    explained: &TriageExplained<'_>,
    lang: Lang,
    audience: Audience,
    medium: impl Into<Medium>,
) -> String {
    let medium = medium.into();
    let page = TriagePage {
        texts,
        explained,
        lang,
        audience,
        voice: Voice::of(lang, audience),
    };
    let mut layout = Layout::new(medium.details());
    match audience {
        Audience::Patient => page.to_patient(&mut layout),
        Audience::Counter => {
            page.class(&mut layout);
            page.causes(&mut layout);
            page.steps(&mut layout);
            page.payers(&mut layout);
            page.dates(&mut layout);
        }
    }
    medium.write(&layout, lang)
}

struct TriagePage<'a> {
    texts: &'a Texts,
    explained: &'a TriageExplained<'a>,
    lang: Lang,
    audience: Audience,
    voice: Voice,
}

impl TriagePage<'_> {
    fn frame(&self, id: &str, setting: Variables) -> String {
        self.texts.frame(self.voice, id, setting)
    }

    fn bare(&self, id: &str) -> String {
        self.frame(id, Variables::default())
    }

    /// What the reject is, and what the tables know of it.
    fn class(&self, page: &mut Layout) {
        let found = &self.explained.triage.recognition;
        let reject = found.class.map(|class| self.texts.reject(self.lang, class));
        let first = match (&reject, found.contradiction) {
            (_, Some((key, label))) => {
                let (key, label) = (
                    self.texts.reject(self.lang, key),
                    self.texts.reject(self.lang, label),
                );
                let setting = Variables::default()
                    .text("reject", Some(&key))
                    .text("other_reject", Some(&label));
                self.frame("triage_contradiction", setting)
            }
            (Some(reject), None) => {
                let setting = Variables::default()
                    .text("reject", Some(reject))
                    .word("recognised", Some(found.by.as_str()))
                    .word(
                        "matched",
                        found
                            .matched
                            .filter(|one| *one != Matched::Same)
                            .map(Matched::as_str),
                    );
                self.frame("triage_class", setting)
            }
            (None, None) => {
                let setting = Variables::default()
                    .word("key_found", Some(found.key.as_str()))
                    .word("label_found", Some(found.label.as_str()));
                self.frame("triage_unknown", setting)
            }
        };
        page.item(Item::of(Role::Answer, 0, first).tone(Tone::Strong));
        if !page.details {
            return;
        }
        let entries = self.explained.rejects.entries();
        for known in found.entries.iter().filter_map(|place| entries.get(*place)) {
            let label = known.label.as_deref().or(known.meaning.as_deref());
            let setting = Variables::default()
                .text("key", known.key.as_deref())
                .text("label", label)
                .date("start", known.validity.start())
                .date("end", known.validity.end())
                .text("reference", Some(&known.reference.text))
                .word("confidence", Some(known.reference.confidence.as_str()));
            let text = self.texts.lower(self.voice, Kind::Frame, "triage_known", setting);
            page.item(Item::aside(1, text));
        }
    }

    fn cause(&self, suspect: Option<&Suspect>) -> String {
        let cause = suspect.map_or(Cause::Unknown, |one| one.cause);
        let shown = suspect.and_then(|one| one.evidence.first());
        let facts = shown.map_or_else(Facts::default, |one| one.facts);
        self.texts.cause(self.lang, self.audience, cause, &facts)
    }

    fn causes(&self, page: &mut Layout) {
        let triage = self.explained.triage;
        page.heading(self.bare("heading_cause"));
        page.item(Item::inside(self.cause(triage.suspects.first())));
        let evidence = triage.suspects.first().map(|one| one.evidence.as_slice());
        for one in evidence.unwrap_or_default() {
            let decision = match one.asked {
                KnownAt::Now => &triage.now,
                KnownAt::BeforeSending => &triage.before,
            };
            let same = |reason: &&Reason| reason.id == one.id && reason.facts == one.facts;
            let Some(reason) = decision.reasons.iter().find(same) else {
                continue;
            };
            let text = match one.asked {
                KnownAt::Now => self.reason(reason),
                KnownAt::BeforeSending => {
                    format!("{} {}", self.bare("triage_evidence_before"), self.reason(reason))
                }
            };
            page.item(Item::entry(Sign::Bullet, text));
        }
        let others = triage.suspects.get(1..).unwrap_or_default();
        if !others.is_empty() {
            page.heading(self.bare("heading_other_causes"));
            for other in others {
                page.item(Item::entry(Sign::Bullet, self.cause(Some(other))));
            }
        }
    }

    fn reason(&self, reason: &Reason) -> String {
        self.texts.reason_message(self.voice, reason, Told::ALONE)
    }

    fn steps(&self, page: &mut Layout) {
        page.heading(self.bare("heading_now"));
        for (place, step) in self.explained.triage.steps.iter().enumerate() {
            let text = self
                .texts
                .remedy(self.lang, self.audience, step.remedy, &step.facts);
            page.item(Item::entry(Sign::Number(place + 1), text));
        }
    }

    fn payers(&self, page: &mut Layout) {
        // Where no page says who pays, nothing is said of it.
        let payers = self.explained.triage.payers.iter();
        let settled: Vec<_> = payers.filter(|(_, payer)| *payer != Payer::NotSettled).collect();
        if settled.is_empty() {
            return;
        }
        page.heading(self.bare("heading_payers"));
        for (share, payer) in settled {
            let setting = Variables::default()
                .word("share", Some(share.as_str()))
                .word("payer", Some(payer.as_str()));
            page.item(Item::inside(self.frame("triage_payer", setting)));
        }
    }

    /// Before sending, now, limitation, risk of a payment reclaimed later, edition.
    fn dates(&self, page: &mut Layout) {
        let triage = self.explained.triage;
        page.gap();
        let caught = Variables::default().word("caught", Some(triage.caught.answer().as_str()));
        page.item(Item::text(self.frame("triage_caught", caught)));
        let now = Variables::default().word("verdict", Some(triage.verdict.as_str()));
        page.item(Item::text(self.frame("triage_now", now)));
        if let Some(day) = triage.limitation {
            let text = self.frame("triage_limitation", Variables::default().date("date", Some(day)));
            page.item(Item::text(text));
        }
        for risk in &triage.indu {
            let setting = Variables::default().word("indu", Some(risk.as_str()));
            page.item(Item::text(self.frame("triage_indu", setting)));
        }
        if !page.details {
            return;
        }
        let digest: String = self.explained.digest.chars().take(12).collect();
        let setting = Variables::default()
            .text("edition", Some(self.explained.edition))
            .text("digest", Some(&*digest).filter(|digest| !digest.is_empty()));
        page.gap();
        page.item(Item::aside(0, self.frame("edition", setting)));
    }

    fn to_patient(&self, page: &mut Layout) {
        let triage = self.explained.triage;
        let told = triage.class().map(|class| {
            self.texts
                .lower(self.voice, Kind::Reject, class.as_str(), Variables::default())
        });
        let mut sentences = vec![match &told {
            Some(reject) => self.frame("triage_told", Variables::default().text("reject", Some(reject))),
            None => self.bare("triage_told_unknown"),
        }];
        sentences.push(self.cause(triage.suspects.first()));
        for step in &triage.steps {
            if self.texts.tells_remedy(step.remedy) {
                sentences.push(
                    self.texts
                        .remedy(self.lang, self.audience, step.remedy, &step.facts),
                );
            }
        }
        let amc = triage.payers.iter().find(|(share, _)| *share == Share::Amc);
        if let Some((_, payer)) = amc {
            let setting = Variables::default().word("payer", Some(payer.as_str()));
            sentences.push(self.frame("triage_told_payer", setting));
        }
        sentences.push(self.bare("patient_close"));
        page.item(Item::text(sentences.join(" ")));
    }
}
