//! Reads the files of texts into entries that know where they come from.

use crate::error::{TextError, TextProblem};
use crate::known::{Kind, word_tables};
use crate::voice::Voice;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

impl Voice {
    pub(crate) const ALL: [Voice; 3] = [Voice::Fr, Voice::FrPatient, Voice::En];

    /// The key of this voice in the files.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Voice::Fr => "fr",
            Voice::FrPatient => "fr_patient",
            Voice::En => "en",
        }
    }
}

/// A place in a file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    pub file: Box<str>,
    pub line: Option<usize>,
}

impl Place {
    pub(crate) fn error(&self, problem: TextProblem) -> TextError {
        TextError {
            file: self.file.clone(),
            line: self.line,
            problem,
        }
    }
}

/// One text in its voices.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    pub place: Place,
    pub voices: [Option<Box<str>>; 3],
    /// Whether the patient is told of it where that is not plain.
    pub tell: bool,
}

/// The forms of a word in one voice; `base` is the form without a name.
pub(crate) type Forms = BTreeMap<Box<str>, Box<str>>;

/// One word in its voices.
#[derive(Clone, Debug, Default)]
pub(crate) struct Word {
    pub place: Place,
    pub voices: [Option<Forms>; 3],
}

/// Everything that the files hold.
#[derive(Clone, Debug, Default)]
pub(crate) struct Data {
    pub texts: BTreeMap<(Kind, Box<str>), Entry>,
    pub words: BTreeMap<(Box<str>, Box<str>), Word>,
}

impl Data {
    /// Reads one more file.
    pub(crate) fn read(&mut self, file: &str, content: &str) -> Result<(), TextError> {
        let reader = Reader::new(file, content);
        let root = DeTable::parse(content).map_err(|error| {
            let line = error.span().map(|span| reader.line(span.start));
            let problem = TextProblem::Toml(error.message().into());
            TextError {
                file: file.into(),
                line,
                problem,
            }
        })?;
        for (section, value) in root.get_ref() {
            let place = reader.place(section);
            let table = reader.table(section.get_ref(), value, &place)?;
            let kind = Kind::ALL
                .into_iter()
                .find(|one| one.as_str() == section.get_ref());
            match (kind, &**section.get_ref()) {
                (Some(kind), _) => self.texts(&reader, kind, table)?,
                (None, "word") => self.words(&reader, table)?,
                (None, other) => {
                    let expected = "reason, remedy, reject, cause, correction, frame, fragment or word";
                    return Err(place.error(TextProblem::Form {
                        what: other.into(),
                        expected,
                    }));
                }
            }
        }
        Ok(())
    }

    fn texts(&mut self, reader: &Reader<'_>, kind: Kind, table: &DeTable<'_>) -> Result<(), TextError> {
        let known = kind.ids();
        for (id, value) in table {
            let place = reader.place(id);
            let name = format!("{}.{}", kind.as_str(), id.get_ref());
            if kind != Kind::Fragment && !known.contains(&&**id.get_ref()) {
                return Err(place.error(TextProblem::UnknownId(name.into())));
            }
            let mut entry = Entry {
                place: place.clone(),
                ..Entry::default()
            };
            for (key, value) in reader.table(&name, value, &place)? {
                let here = reader.place(key);
                let voice = Voice::ALL
                    .iter()
                    .position(|voice| voice.key() == key.get_ref())
                    .and_then(|at| entry.voices.get_mut(at));
                match (voice, value.get_ref(), &**key.get_ref()) {
                    (Some(slot), DeValue::String(text), _) => *slot = Some(flat(text)),
                    (None, DeValue::Boolean(tell), "tell") => entry.tell = *tell,
                    _ => {
                        return Err(reader.form(
                            &here,
                            &name,
                            "fr, fr_patient or en as text, tell as a boolean",
                        ));
                    }
                }
            }
            if self
                .texts
                .insert((kind, (&**id.get_ref()).into()), entry)
                .is_some()
            {
                return Err(place.error(TextProblem::Twice(name.into())));
            }
        }
        Ok(())
    }

    fn words(&mut self, reader: &Reader<'_>, tables: &DeTable<'_>) -> Result<(), TextError> {
        let known = word_tables();
        for (table, words) in tables {
            let list = known.iter().find(|(name, _)| name == table.get_ref());
            let place = reader.place(table);
            for (word, value) in reader.table(table.get_ref(), words, &place)? {
                let place = reader.place(word);
                let name = format!("word.{}.{}", table.get_ref(), word.get_ref());
                if !list.is_some_and(|(_, words)| words.contains(&&**word.get_ref())) {
                    return Err(place.error(TextProblem::UnknownId(name.into())));
                }
                let mut entry = Word {
                    place: place.clone(),
                    ..Word::default()
                };
                for (key, value) in reader.table(&name, value, &place)? {
                    let here = reader.place(key);
                    let slot = Voice::ALL
                        .iter()
                        .position(|voice| voice.key() == key.get_ref())
                        .and_then(|at| entry.voices.get_mut(at));
                    let Some(slot) = slot else {
                        return Err(reader.form(&here, &name, "fr, fr_patient or en"));
                    };
                    *slot = Some(forms(reader, &name, &here, value)?);
                }
                let key = ((&**table.get_ref()).into(), (&**word.get_ref()).into());
                if self.words.insert(key, entry).is_some() {
                    return Err(place.error(TextProblem::Twice(name.into())));
                }
            }
        }
        Ok(())
    }
}

/// One text for every form, or a table of forms that holds `base`.
fn forms(
    reader: &Reader<'_>,
    name: &str,
    place: &Place,
    value: &Spanned<DeValue<'_>>,
) -> Result<Forms, TextError> {
    const EXPECTED: &str = "a text, or a table of texts with `base`";
    let mut forms = Forms::new();
    match value.get_ref() {
        DeValue::String(text) => {
            forms.insert("base".into(), flat(text));
        }
        DeValue::Table(table) => {
            for (form, text) in table {
                let DeValue::String(text) = text.get_ref() else {
                    return Err(reader.form(&reader.place(form), name, EXPECTED));
                };
                forms.insert((&**form.get_ref()).into(), flat(text));
            }
        }
        _ => return Err(reader.form(place, name, EXPECTED)),
    }
    let good = forms.contains_key("base") && forms.values().all(|text| !text.is_empty());
    if good {
        Ok(forms)
    } else {
        Err(reader.form(place, name, EXPECTED))
    }
}

/// A text on one line: the lines of a file are for its readers.
fn flat(text: &str) -> Box<str> {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ").into()
}

struct Reader<'a> {
    file: &'a str,
    /// Where each line but the first starts.
    starts: Vec<usize>,
}

impl<'a> Reader<'a> {
    fn new(file: &'a str, content: &str) -> Self {
        let breaks = content.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Reader {
            file,
            starts: breaks.map(|(offset, _)| offset + 1).collect(),
        }
    }

    fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset) + 1
    }

    fn place<T>(&self, spanned: &Spanned<T>) -> Place {
        Place {
            file: self.file.into(),
            line: Some(self.line(spanned.span().start)),
        }
    }

    fn form(&self, place: &Place, what: &str, expected: &'static str) -> TextError {
        place.error(TextProblem::Form {
            what: what.into(),
            expected,
        })
    }

    fn table<'v, 'i>(
        &self,
        what: &str,
        value: &'v Spanned<DeValue<'i>>,
        place: &Place,
    ) -> Result<&'v DeTable<'i>, TextError> {
        match value.get_ref() {
            DeValue::Table(table) => Ok(table),
            _ => Err(self.form(place, what, "a table")),
        }
    }
}
