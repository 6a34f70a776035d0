//! Every text, as the build script compiled and proved it.

use crate::kind::Kind;
use crate::template::{Pool, Template, VoiceTexts, WordTable};
use crate::values::Variables;
use crate::voice::{Audience, Lang, Voice};
use std::borrow::Cow;
use tierspayant_core::finding::{Facts, Reason};
use tierspayant_core::ids::{ReasonId, RejectClass, RemedyId};
use tierspayant_core::triage::Cause;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// What most sentences have room in.
const USUAL: usize = 640;

/// Every text of the product, in every voice. It holds nothing of its own: the texts are constants.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    voices: &'static [VoiceTexts; 3],
    told: &'static [&'static str],
}

impl Texts {
    /// The texts compiled in.
    pub const fn embedded() -> Self {
        Texts {
            voices: &VOICES,
            told: TOLD,
        }
    }

    /// The message of a reason, with the line in front where its id is given.
    pub fn reason(&self, lang: Lang, audience: Audience, reason: &Reason, line_id: Option<&str>) -> String {
        let voice = Voice::of(lang, audience);
        let mut out = String::with_capacity(USUAL);
        if let Some(id) = line_id.filter(|_| audience == Audience::Counter) {
            let setting = Variables::default().text("lines", Some(id)).flag("many", false);
            self.add(voice, Kind::Frame, "line_prefix", &setting, &mut out);
            out.push(' ');
        }
        self.add_reason(voice, reason, Told::ALONE, &mut out);
        out
    }

    /// What to do next. The facts are those of the reason that asks for it.
    pub fn remedy(&self, lang: Lang, audience: Audience, remedy: RemedyId, facts: &Facts) -> String {
        self.remedy_text(Voice::of(lang, audience), remedy, facts)
            .into_owned()
    }

    /// The same; borrowed where it says the same whatever the facts.
    pub(crate) fn remedy_text(&self, voice: Voice, remedy: RemedyId, facts: &Facts) -> Cow<'static, str> {
        let texts = self.voice(voice);
        let template = texts.remedies.get(remedy as usize);
        if let Some(whole) = template.and_then(|template| texts.whole(*template)) {
            return Cow::Borrowed(whole);
        }
        let mut out = String::with_capacity(USUAL);
        let setting = Variables::facts(facts.iter());
        self.add_sentence(voice, template, remedy.as_str(), &setting, &mut out);
        Cow::Owned(out)
    }

    /// The cause of a reject. The facts are those of what shows it.
    pub fn cause(&self, lang: Lang, audience: Audience, cause: Cause, facts: &Facts) -> String {
        let setting = Variables::facts(facts.iter());
        self.say(Voice::of(lang, audience), Kind::Cause, cause.as_str(), setting)
    }

    /// The name of a class of reject, to be put into a sentence or after a colon.
    pub fn reject(&self, lang: Lang, class: RejectClass) -> String {
        self.lower(
            Voice::of(lang, Audience::Counter),
            Kind::Reject,
            class.as_str(),
            Variables::default(),
        )
    }

    /// A word of the decision as the counter reads it, such as `word(Lang::Fr, "basis", "stale")`; the word itself when
    /// no table holds it.
    pub fn word(&self, lang: Lang, table: &str, word: &str) -> String {
        self.form(Voice::of(lang, Audience::Counter), table, word, "base")
    }

    pub(crate) fn reason_message(&self, voice: Voice, reason: &Reason, told: Told) -> String {
        let mut out = String::with_capacity(USUAL);
        self.add_reason(voice, reason, told, &mut out);
        out
    }

    fn add_reason(&self, voice: Voice, reason: &Reason, told: Told, out: &mut String) {
        let template = self.voice(voice).reasons.get(reason.id as usize);
        let setting = reason_setting(reason, told);
        self.add_sentence(voice, template, reason.id.as_str(), &setting, out);
    }

    /// Adds what a template says with a capital at its start; the id where there is none.
    fn add_sentence(
        &self,
        voice: Voice,
        template: Option<&Template>,
        id: &str,
        setting: &Variables,
        out: &mut String,
    ) {
        let start = out.len();
        let texts = self.voice(voice);
        if template.is_none_or(|template| texts.add(*template, setting, out).is_err()) {
            out.push_str(id);
        }
        crate::typography::capital_at(out, start);
    }

    pub(crate) fn frame(&self, voice: Voice, id: &str, setting: Variables) -> String {
        self.say(voice, Kind::Frame, id, setting)
    }

    /// A frame that goes into a line, without a capital of its own.
    pub(crate) fn lower(&self, voice: Voice, kind: Kind, id: &str, setting: Variables) -> String {
        let mut out = String::new();
        self.add_lower(voice, kind, id, &setting, &mut out);
        out
    }

    pub(crate) fn say(&self, voice: Voice, kind: Kind, id: &str, setting: Variables) -> String {
        let mut out = String::new();
        self.add(voice, kind, id, &setting, &mut out);
        out
    }

    /// Adds a text with a capital at its start.
    fn add(&self, voice: Voice, kind: Kind, id: &str, setting: &Variables, out: &mut String) {
        let start = out.len();
        self.add_lower(voice, kind, id, setting, out);
        crate::typography::capital_at(out, start);
    }

    fn add_lower(&self, voice: Voice, kind: Kind, id: &str, setting: &Variables, out: &mut String) {
        let texts = self.voice(voice);
        let template = texts.template(kind, id);
        if template.is_none_or(|template| texts.add(template, setting, out).is_err()) {
            out.push_str(id);
        }
    }

    pub(crate) fn form(&self, voice: Voice, table: &str, word: &str, form: &str) -> String {
        let said = self.voice(voice).word(table, word, form);
        said.unwrap_or_else(|| word.to_owned())
    }

    pub(crate) fn date(&self, voice: Voice, day: tierspayant_core::model::Date) -> String {
        self.voice(voice).date(day)
    }

    /// Whether the patient is told of a notice.
    pub(crate) fn tells_reason(&self, id: ReasonId) -> bool {
        self.told.contains(&id.as_str())
    }

    /// Whether the patient has a part in a remedy.
    pub(crate) fn tells_remedy(&self, id: RemedyId) -> bool {
        self.told.contains(&id.as_str())
    }

    pub(crate) const fn voice(&self, voice: Voice) -> &'static VoiceTexts {
        let [fr, fr_patient, en] = self.voices;
        match voice {
            Voice::Fr => fr,
            Voice::FrPatient => fr_patient,
            Voice::En => en,
        }
    }
}

fn reason_setting(reason: &Reason, told: Told) -> Variables {
    Variables::facts(reason.facts.iter())
        .word("severity", Some(reason.effect.severity().as_str()))
        .flag("alone", told.alone)
        .flag("brief", told.brief)
}

/// How a reason is told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    /// On its own, not on a page that says what a doubt asks for.
    pub alone: bool,
    /// Without what can be looked up: the day that was tested.
    pub brief: bool,
}

impl Told {
    /// Whole, and on its own.
    pub(crate) const ALONE: Self = Told {
        alone: true,
        brief: false,
    };
}
