//! Every text, loaded and compiled once.

use crate::data::{Data, Entry};
use crate::error::{TextError, TextProblem};
use crate::known::{Kind, word_tables};
use crate::templates::{VoiceTemplates, Words};
use crate::values::Variables;
use crate::verify::verify;
use crate::voice::{Audience, Lang, Voice};
use std::collections::BTreeSet;
use tierspayant_core::finding::{Facts, Reason};
use tierspayant_core::ids::{ReasonId, RejectClass, RemedyId};
use tierspayant_core::triage::Cause;

/// The texts compiled in.
const EMBEDDED: &[(&str, &str)] = &[
    ("words.toml", include_str!("../data/words.toml")),
    ("fragments.toml", include_str!("../data/fragments.toml")),
    ("frames.toml", include_str!("../data/frames.toml")),
    ("reasons-rights.toml", include_str!("../data/reasons-rights.toml")),
    ("reasons-care.toml", include_str!("../data/reasons-care.toml")),
    (
        "reasons-contracts.toml",
        include_str!("../data/reasons-contracts.toml"),
    ),
    (
        "reasons-products.toml",
        include_str!("../data/reasons-products.toml"),
    ),
    ("remedies.toml", include_str!("../data/remedies.toml")),
    ("rejects.toml", include_str!("../data/rejects.toml")),
    ("triage.toml", include_str!("../data/triage.toml")),
];

/// Every text of the product, in every voice.
#[derive(Debug)]
pub struct Texts {
    engines: [VoiceTemplates; 3],
    told: BTreeSet<&'static str>,
}

impl Texts {
    /// The texts compiled in.
    pub fn embedded() -> Result<Self, TextError> {
        // These are proved by the tests of this crate.
        Self::load(EMBEDDED.iter().copied(), Proof::Skip)
    }

    /// The texts compiled in, as files: a start for texts of one's own.
    pub fn embedded_files() -> impl Iterator<Item = (&'static str, &'static str)> {
        EMBEDDED.iter().copied()
    }

    /// The texts of these files, each a name and its content. Together they must hold every text.
    ///
    /// ```
    /// use tierspayant_text::Texts;
    /// let files = Texts::embedded_files().map(|(name, content)| match name {
    ///     "rejects.toml" => (name, "[reject.rights_closed]\nfr = \"droits {{ fermés }}\""),
    ///     _ => (name, content),
    /// });
    /// let refused = Texts::from_files(files).unwrap_err();
    /// assert!(refused.to_string().starts_with("rejects.toml:1: "));
    /// ```
    pub fn from_files<N: AsRef<str>, C: AsRef<str>>(
        files: impl Iterator<Item = (N, C)>,
    ) -> Result<Self, TextError> {
        Self::load(files, Proof::Render)
    }

    fn load<N: AsRef<str>, C: AsRef<str>>(
        files: impl Iterator<Item = (N, C)>,
        proof: Proof,
    ) -> Result<Self, TextError> {
        let mut data = Data::default();
        for (name, content) in files {
            data.read(name.as_ref(), content.as_ref())?;
        }
        let [fr, fr_patient, en] = Voice::ALL;
        let engines = [
            engine(&data, fr, proof)?,
            engine(&data, fr_patient, proof)?,
            engine(&data, en, proof)?,
        ];
        let told = [Kind::Reason, Kind::Remedy].into_iter().flat_map(|kind| {
            let told = |id: &&str| entry(&data, kind, id).is_some_and(|one| one.tell);
            kind.ids().into_iter().filter(told).collect::<Vec<_>>()
        });
        Ok(Texts {
            told: told.collect(),
            engines,
        })
    }

    /// The message of a reason, with the line in front where its id is given.
    pub fn reason(&self, lang: Lang, audience: Audience, reason: &Reason, line_id: Option<&str>) -> String {
        let voice = Voice::of(lang, audience);
        let message = self.reason_message(voice, reason, Told::ALONE);
        match line_id.filter(|_| audience == Audience::Counter) {
            None => message,
            Some(id) => {
                let setting = Variables::default().text("lines", Some(id)).flag("many", false);
                format!("{} {message}", self.frame(voice, "line_prefix", setting))
            }
        }
    }

    /// What to do next. The facts are those of the reason that asks for it.
    pub fn remedy(&self, lang: Lang, audience: Audience, remedy: RemedyId, facts: &Facts) -> String {
        let setting = Variables::facts(facts.iter());
        self.say(Voice::of(lang, audience), Kind::Remedy, remedy.as_str(), setting)
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
        self.word_in(lang, table, word, "base")
    }

    /// The same in one of the forms that its table has, such as `otherwise` of a guarantee.
    pub fn word_in(&self, lang: Lang, table: &str, word: &str, form: &str) -> String {
        self.form(Voice::of(lang, Audience::Counter), table, word, form)
    }

    /// What stands over a part of the page, such as `title(Lang::Fr, "heading_todo")`; the id itself when there is none.
    pub fn title(&self, lang: Lang, id: &str) -> String {
        self.frame(Voice::of(lang, Audience::Counter), id, Variables::default())
    }

    /// A day as the counter reads it.
    pub fn day(&self, lang: Lang, day: tierspayant_core::model::Date) -> String {
        self.date(Voice::of(lang, Audience::Counter), day)
    }

    pub(crate) fn reason_message(&self, voice: Voice, reason: &Reason, told: Told) -> String {
        let setting = Variables::facts(reason.facts.iter())
            .word("severity", Some(reason.effect.severity().as_str()))
            .flag("alone", told.alone)
            .flag("brief", told.brief);
        self.say(voice, Kind::Reason, reason.id.as_str(), setting)
    }

    pub(crate) fn frame(&self, voice: Voice, id: &str, setting: Variables) -> String {
        self.say(voice, Kind::Frame, id, setting)
    }

    /// A frame that goes into a line, without a capital of its own.
    pub(crate) fn lower(&self, voice: Voice, kind: Kind, id: &str, setting: Variables) -> String {
        let name = template_name(kind, id);
        let rendered = self.engine(voice).render(&name, setting.into_value());
        rendered.unwrap_or_else(|_| id.to_owned())
    }

    pub(crate) fn say(&self, voice: Voice, kind: Kind, id: &str, setting: Variables) -> String {
        crate::typography::capital(&self.lower(voice, kind, id, setting))
    }

    pub(crate) fn form(&self, voice: Voice, table: &str, word: &str, form: &str) -> String {
        let said = self.engine(voice).word(table, word, form);
        said.unwrap_or_else(|| word.to_owned())
    }

    pub(crate) fn date(&self, voice: Voice, day: tierspayant_core::model::Date) -> String {
        self.engine(voice).date(day)
    }

    /// Whether the patient is told of a notice.
    pub(crate) fn tells_reason(&self, id: ReasonId) -> bool {
        self.told.contains(id.as_str())
    }

    /// Whether the patient has a part in a remedy.
    pub(crate) fn tells_remedy(&self, id: RemedyId) -> bool {
        self.told.contains(id.as_str())
    }

    pub(crate) fn engine(&self, voice: Voice) -> &VoiceTemplates {
        let [fr, fr_patient, en] = &self.engines;
        match voice {
            Voice::Fr => fr,
            Voice::FrPatient => fr_patient,
            Voice::En => en,
        }
    }
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

/// Whether templates are tried when they are loaded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Proof {
    Render,
    Skip,
}

/// The name of a template: a fragment has its bare name, so that others include it.
pub(crate) fn template_name(kind: Kind, id: &str) -> String {
    match kind {
        Kind::Fragment => id.to_owned(),
        _ => format!("{}/{id}", kind.as_str()),
    }
}

fn entry<'d>(data: &'d Data, kind: Kind, id: &str) -> Option<&'d Entry> {
    data.texts.get(&(kind, id.into()))
}

/// Compiles one voice and proves its templates.
fn engine(data: &Data, voice: Voice, proof: Proof) -> Result<VoiceTemplates, TextError> {
    let mut engine = VoiceTemplates::new(voice, words(data, voice)?);
    for ((kind, id), entry) in &data.texts {
        let name = template_name(*kind, id);
        let source = spoken(entry, voice).ok_or_else(|| {
            entry.place.error(TextProblem::Missing {
                id: name.as_str().into(),
                voice: voice.key(),
            })
        })?;
        let empty = source.is_empty() && *kind != Kind::Fragment;
        let wordless = *kind != Kind::Fragment
            && kind.speaks_to_patients()
            && entry.voices.get(voice as usize).is_none_or(Option::is_none);
        if empty || wordless {
            return Err(entry.place.error(TextProblem::Missing {
                id: name.as_str().into(),
                voice: voice.key(),
            }));
        }
        engine
            .add(name.clone(), source)
            .map_err(|detail| bad_template(entry, &name, voice, detail))?;
    }
    for kind in Kind::ALL {
        for id in kind.ids() {
            let Some(entry) = entry(data, kind, id) else {
                let place = crate::data::Place::default();
                return Err(place.error(TextProblem::Missing {
                    id: template_name(kind, id).into(),
                    voice: voice.key(),
                }));
            };
            if proof == Proof::Skip {
                continue;
            }
            verify(&engine, kind, id)
                .map_err(|detail| bad_template(entry, &template_name(kind, id), voice, detail))?;
        }
    }
    let fragments = data.texts.iter().filter(|((kind, _), _)| *kind == Kind::Fragment);
    for ((_, id), entry) in fragments.filter(|_| proof == Proof::Render) {
        verify(&engine, Kind::Fragment, id).map_err(|detail| bad_template(entry, id, voice, detail))?;
    }
    Ok(engine)
}

fn bad_template(entry: &Entry, id: &str, voice: Voice, detail: String) -> TextError {
    entry.place.error(TextProblem::Template {
        id: id.into(),
        voice: voice.key(),
        detail: detail.into(),
    })
}

/// What an entry says in a voice; the patient hears the counter's words where there are no others.
fn spoken(entry: &Entry, voice: Voice) -> Option<&str> {
    let [fr, fr_patient, en] = &entry.voices;
    match voice {
        Voice::Fr => fr.as_deref(),
        Voice::FrPatient => fr_patient.as_deref().or(fr.as_deref()),
        Voice::En => en.as_deref(),
    }
}

/// The words of one voice, each known word exactly once.
fn words(data: &Data, voice: Voice) -> Result<Words, TextError> {
    let mut tables = Words::new();
    for (table, words) in word_tables() {
        for word in words {
            let entry = data.words.get(&(table.into(), word.into()));
            let forms = entry.and_then(|entry| {
                let [fr, fr_patient, en] = &entry.voices;
                match voice {
                    Voice::Fr => fr.as_ref(),
                    Voice::FrPatient => fr_patient.as_ref().or(fr.as_ref()),
                    Voice::En => en.as_ref(),
                }
            });
            let Some(forms) = forms else {
                let place = entry.map(|entry| entry.place.clone()).unwrap_or_default();
                return Err(place.error(TextProblem::Missing {
                    id: format!("word.{table}.{word}").into(),
                    voice: voice.key(),
                }));
            };
            tables
                .entry(table.into())
                .or_default()
                .insert(word.into(), forms.clone());
        }
    }
    Ok(tables)
}
