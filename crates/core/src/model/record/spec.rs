//! What describes a record: the source of the pages, the schemas and the types of other languages.

/// A record of the document.
#[derive(Debug)]
pub struct RecordSpec {
    /// Its name, as the struct is called.
    pub name: &'static str,
    /// What it is, in lines.
    pub doc: &'static [&'static str],
    /// Its fields, in the order in which they are written.
    pub fields: &'static [FieldSpec],
}

/// A field of a record.
#[derive(Debug)]
pub struct FieldSpec {
    /// Its name in the document, then other names that are read as well.
    pub names: &'static [&'static str],
    /// Its name in the struct.
    pub member: &'static str,
    /// What it means, in lines.
    pub doc: &'static [&'static str],
    /// What it holds.
    pub kind: Kind,
    /// Whether it must be there.
    pub required: bool,
    /// What its absence means, where that is more than "not said".
    pub absent: Option<&'static str>,
    /// Whom it may tell of.
    pub privacy: Privacy,
    /// The fields that stand in the record in place of this one, such as `start` and `end` of a period.
    pub spread: Option<&'static [FieldSpec]>,
}

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A day.
    Date,
    /// A day, with a time of day where it is known.
    Moment,
    /// A text kept as written, of at most so many bytes.
    Text(usize),
    /// A raw code of at most so many characters.
    Code(usize),
    /// A raw code of at most so many characters, of which these are known.
    KnownCode(usize, &'static WordList),
    /// A code of exactly so many digits.
    Digits(usize),
    /// A birth date, raw.
    BirthDate,
    /// A NIR.
    Nir,
    /// One word of a closed list.
    Word(&'static WordList),
    /// One word of either closed list.
    EitherWord(&'static WordList, &'static WordList),
    /// An object whose keys are words of this list, and whose values are texts or whole numbers.
    Facts(&'static WordList),
    /// One word of a list that may grow: another word is noted, not refused.
    OpenWord(&'static WordList),
    /// A whole number with its bounds.
    Number(u64, u64),
    /// True or false.
    Boolean,
    /// An object.
    Record(&'static RecordSpec),
    /// A list.
    List(&'static Kind),
    /// A list of at least one item, none of them twice.
    Set(&'static Kind),
    /// This text and no other.
    Constant(&'static str),
}

/// A list of words.
#[derive(Debug)]
pub struct WordList {
    /// Its name, as the type is called.
    pub name: &'static str,
    /// What it tells, in lines.
    pub doc: &'static [&'static str],
    /// Its words, in the order of their declaration.
    pub words: &'static [Word],
}

/// A word of a list.
#[derive(Debug)]
pub struct Word {
    /// As it is written.
    pub word: &'static str,
    /// What it means, in lines.
    pub doc: &'static [&'static str],
}

/// What is said of a record, a field or a word: nothing in the library as it is shipped, which writes no page.
/// `cargo xtask dist` builds it with this variable set.
pub const fn told(lines: &'static [&'static str]) -> &'static [&'static str] {
    match option_env!("TIERSPAYANT_SMALL") {
        Some(_) => &[],
        None => lines,
    }
}

/// Whom a value may tell of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Privacy {
    /// Nobody.
    Public,
    /// A person: never part of a digest, an error or a log.
    Identity,
    /// A person, by a number that is never written again.
    NeverWritten,
}

impl RecordSpec {
    /// The fields as they stand in the document.
    pub fn each(&self) -> impl Iterator<Item = &'static FieldSpec> {
        each(self.fields)
    }

    /// Whom it may tell of: a person, where each of its fields does.
    pub const fn privacy(&self) -> Privacy {
        let mut fields = self.fields;
        while let [field, rest @ ..] = fields {
            if matches!(field.privacy, Privacy::Public) {
                return Privacy::Public;
            }
            fields = rest;
        }
        Privacy::Identity
    }

    /// Whether a key of the document is one of its fields.
    pub fn has(&self, key: &str) -> bool {
        has(self.fields, key)
    }

    /// The first name of the field that has this name.
    pub fn canonical(&self, key: &str) -> Option<&'static str> {
        self.each()
            .find(|field| field.names.contains(&key))
            .map(FieldSpec::name)
    }
}

fn has(fields: &[FieldSpec], key: &str) -> bool {
    fields.iter().any(|field| match field.spread {
        Some(spread) => has(spread, key),
        None => field.names.contains(&key),
    })
}

fn each(fields: &'static [FieldSpec]) -> Box<dyn Iterator<Item = &'static FieldSpec>> {
    Box::new(fields.iter().flat_map(|field| match field.spread {
        Some(spread) => each(spread),
        None => Box::new(std::iter::once(field)),
    }))
}

impl FieldSpec {
    /// Its name in the document.
    pub fn name(&self) -> &'static str {
        self.names.first().copied().unwrap_or(self.member)
    }
}
