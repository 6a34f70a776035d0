//! Compiles the texts of all voices, and proves them.

use crate::compile::{Known, compile, included, kept, kept_text};
use crate::data::{Data, Entry, Place, Word};
use crate::error::{TextError, TextProblem};
use crate::known::{Kind, template_name, word_tables};
use crate::pack::{self, Packer};
use crate::proof::verify;
use crate::template::{Pool, VoiceTexts};
use crate::tree::{Fragment, Tree, WordTable};
use crate::voice::Voice;
use std::collections::BTreeSet;

/// Every text, as it is compiled in.
#[derive(Debug)]
pub(crate) struct Compiled {
    pub voices: [VoiceTexts; 3],
    /// What they are all made of.
    pub pool: &'static Pool,
    /// The ids of what the patient is told.
    pub told: Vec<&'static str>,
}

/// Compiles the texts of these files, each a name and its content. Together they must hold every text.
pub(crate) fn compiled<N: AsRef<str>, C: AsRef<str>>(
    files: impl Iterator<Item = (N, C)>,
) -> Result<Compiled, TextError> {
    let mut data = Data::default();
    for (name, content) in files {
        data.read(name.as_ref(), content.as_ref())?;
    }
    let [fr, fr_patient, en] = Voice::ALL;
    let mut packer = Packer::default();
    let mut voice = |of| voice(&data, of, &mut packer);
    let voices = [voice(fr)?, voice(fr_patient)?, voice(en)?];
    let told = [Kind::Reason, Kind::Remedy].into_iter().flat_map(|kind| {
        let told = |id: &&str| entry(&data, kind, id).is_some_and(|one| one.tell);
        kind.ids().into_iter().filter(told).collect::<Vec<_>>()
    });
    Ok(Compiled {
        told: told.collect::<BTreeSet<_>>().into_iter().collect(),
        voices,
        pool: packer.pool(),
    })
}

fn entry<'d>(data: &'d Data, kind: Kind, id: &str) -> Option<&'d Entry> {
    data.texts.get(&(kind, id.into()))
}

/// Compiles one voice and proves its templates.
fn voice(data: &Data, voice: Voice, packer: &mut Packer) -> Result<VoiceTexts, TextError> {
    let tables = words(data, voice)?;
    let fragments = fragments(data, voice, &tables)?;
    let full = |detail: String| bad_texts(voice, detail);
    let mut packed = pack::Known::new(voice.lang());
    let word_tables = packer.tables(&tables, &mut packed).map_err(full)?;
    for fragment in &fragments {
        packer.fragment(fragment, &mut packed).map_err(full)?;
    }
    let known = Known {
        tables: &tables,
        fragments: &fragments,
    };
    let (mut texts, mut to_prove) = (Vec::new(), Vec::new());
    for ((kind, id), entry) in &data.texts {
        let name = template_name(*kind, id);
        let source = source(entry, *kind, &name, voice)?;
        let (tree, names) =
            compile(source, &known).map_err(|detail| bad_template(entry, &name, voice, detail))?;
        let template = packer.template(*kind, tree, &packed).map_err(full)?;
        if *kind != Kind::Fragment {
            texts.push((*kind, id, template));
        }
        to_prove.push((*kind, id, entry, template, names));
    }
    // The entries are sorted by their kinds and ids.
    let up_to = |kind: usize| texts.iter().filter(|(one, ..)| *one as usize <= kind).count();
    let mut ends = [0; Kind::COUNT];
    for (kind, end) in ends.iter_mut().enumerate() {
        *end = pack::small(up_to(kind)).map_err(full)?;
    }
    let numbered = [Kind::Reason, Kind::Remedy].map(|kind| {
        let named = |id: &str| texts.iter().find(|(one, name, _)| *one == kind && ***name == *id);
        let ids = kind.ids();
        ids.iter()
            .filter_map(|id| named(id))
            .map(|(.., one)| *one)
            .collect()
    });
    let texts: Result<Vec<_>, String> = texts
        .iter()
        .map(|(_, id, template)| Ok((packer.text(id)?, *template)))
        .collect();
    let texts = texts.map_err(full)?;
    for kind in Kind::ALL {
        for id in kind.ids() {
            if entry(data, kind, id).is_none() {
                return Err(missing(&Place::default(), &template_name(kind, id), voice));
            }
        }
    }
    let texts = packer.voice(voice, texts, ends, numbered, word_tables);
    for (kind, id, entry, template, names) in to_prove {
        verify(&texts, kind, id, template, &names)
            .map_err(|detail| bad_template(entry, &template_name(kind, id), voice, detail))?;
    }
    Ok(texts)
}

/// The fragments, each compiled after those that it includes.
fn fragments(
    data: &Data,
    voice: Voice,
    tables: &[&'static WordTable],
) -> Result<Vec<&'static Fragment>, TextError> {
    let mut fragments: Vec<&'static Fragment> = Vec::new();
    let fragment = |(key, _): &(&(Kind, Box<str>), &Entry)| key.0 == Kind::Fragment;
    let mut left: Vec<_> = data.texts.iter().filter(fragment).collect();
    while !left.is_empty() {
        let (mut later, before) = (Vec::new(), fragments.len());
        for (key, entry) in left {
            let (kind, id) = key;
            let source = source(entry, *kind, id, voice)?;
            let waits = |name: &&str| fragments.iter().all(|one| one.name != *name);
            if included(source).iter().any(waits) {
                later.push((key, entry));
                continue;
            }
            let known = Known {
                tables,
                fragments: &fragments,
            };
            let compiled = compile(source, &known);
            let (pieces, _): (Tree, _) = compiled.map_err(|detail| bad_template(entry, id, voice, detail))?;
            let name = kept_text(id);
            fragments.push(Box::leak(Box::new(Fragment { name, pieces })));
        }
        if let (Some(((_, id), entry)), true) = (later.first(), fragments.len() == before) {
            let detail = "it includes itself, or what is nowhere".to_owned();
            return Err(bad_template(entry, id, voice, detail));
        }
        left = later;
    }
    Ok(fragments)
}

/// What an entry says in a voice, which must be there; a fragment may be empty.
fn source<'e>(entry: &'e Entry, kind: Kind, name: &str, voice: Voice) -> Result<&'e str, TextError> {
    let fragment = kind == Kind::Fragment;
    let own = entry.voices.get(voice as usize).is_some_and(Option::is_some);
    let source = spoken(entry, voice).filter(|source| fragment || !source.is_empty());
    source
        .filter(|_| fragment || own || !kind.speaks_to_patients())
        .ok_or_else(|| missing(&entry.place, name, voice))
}

fn missing(place: &Place, id: &str, voice: Voice) -> TextError {
    place.error(TextProblem::Missing {
        id: id.into(),
        voice: voice.key(),
    })
}

/// What is wrong with all texts of a voice together.
fn bad_texts(voice: Voice, detail: String) -> TextError {
    Place::default().error(TextProblem::Template {
        id: "all".into(),
        voice: voice.key(),
        detail: detail.into(),
    })
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
fn words(data: &Data, voice: Voice) -> Result<Vec<&'static WordTable>, TextError> {
    let mut tables: Vec<&'static WordTable> = Vec::new();
    for (name, list) in word_tables() {
        let mut words = Vec::new();
        for word in list {
            let entry = data.words.get(&(name.into(), word.into()));
            let Some(forms) = entry.and_then(|entry| forms(entry, voice)) else {
                let place = entry.map(|entry| entry.place.clone()).unwrap_or_default();
                return Err(missing(&place, &format!("word.{name}.{word}"), voice));
            };
            let forms = forms
                .iter()
                .map(|(form, text)| (kept_text(form), kept_text(text)));
            words.push((word, kept(forms.collect())));
        }
        let words = kept(words);
        tables.push(Box::leak(Box::new(WordTable { name, words })));
    }
    Ok(tables)
}

fn forms(entry: &Word, voice: Voice) -> Option<&crate::data::Forms> {
    let [fr, fr_patient, en] = &entry.voices;
    match voice {
        Voice::Fr => fr.as_ref(),
        Voice::FrPatient => fr_patient.as_ref().or(fr.as_ref()),
        Voice::En => en.as_ref(),
    }
}
