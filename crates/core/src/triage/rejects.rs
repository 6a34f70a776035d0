//! Keys and labels of rejects that are public, by class and by date.

use super::normal::{Abbreviation, normal_key, stems, written_out};
use super::spelling::Spelling;
use super::words::{LabelStems, RuleWords, WordRule};
use crate::ids::RejectClass;
use crate::model::{Date, List, Period, Position, Share, Text};
use crate::tables::Reference;

/// One key or label of a reject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownReject {
    /// The class that the library gives it.
    pub class: RejectClass,
    /// The anomaly key, `NNNN-NNN`.
    pub key: Option<Text>,
    /// The label as it is sent.
    pub label: Option<Text>,
    /// Other spellings of the same label.
    pub aliases: List<Text>,
    /// What a source says of a key whose label it does not quote.
    pub meaning: Option<Text>,
    /// The days of return for which it is known.
    pub validity: Period,
    /// Where it comes from.
    pub reference: Reference,
}

/// Every key and label that is public.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rejects {
    entries: List<KnownReject>,
    rules: List<WordRule>,
    abbreviations: List<Abbreviation>,
    spelling: Spelling,
}

impl Rejects {
    /// The table of these entries, or the place of the first entry that shares its key or a label with an earlier one
    /// of another class on the same day.
    pub fn new(
        entries: Vec<KnownReject>,
        rules: Vec<(WordRule, RuleWords)>,
        abbreviations: Vec<Abbreviation>,
    ) -> Result<Self, usize> {
        let (rules, words): (Vec<WordRule>, Vec<RuleWords>) = rules.into_iter().unzip();
        let spelling = Spelling::of(&entries, &words, &abbreviations);
        let clashes = |same: &[usize]| {
            let rows = || {
                same.iter()
                    .filter_map(|place| Some((*place, entries.get(*place)?)))
            };
            rows().find_map(|(place, entry)| {
                let mut earlier = rows().take_while(|(other, _)| *other < place);
                let differs = |(_, other): (usize, &KnownReject)| {
                    entry.class != other.class && meet(entry.validity, other.validity)
                };
                earlier.any(differs).then_some(place)
            })
        };
        match spelling.groups().filter_map(|same| clashes(&same)).min() {
            Some(place) => Err(place),
            None => Ok(Rejects {
                entries: entries.into(),
                rules: rules.into(),
                abbreviations: abbreviations.into(),
                spelling,
            }),
        }
    }

    /// The table compiled in, which a build has made by [`Rejects::new`].
    pub const fn compiled(
        entries: &'static [KnownReject],
        rules: &'static [WordRule],
        abbreviations: &'static [Abbreviation],
        spelling: Spelling,
    ) -> Self {
        Rejects {
            entries: List::Borrowed(entries),
            rules: List::Borrowed(rules),
            abbreviations: List::Borrowed(abbreviations),
            spelling,
        }
    }

    /// Every entry, in the order of the file.
    pub fn entries(&self) -> &[KnownReject] {
        &self.entries
    }

    /// The words that make a label one of a class, in the order of the file.
    pub fn rules(&self) -> &[WordRule] {
        &self.rules
    }

    /// The short forms that labels use.
    pub fn abbreviations(&self) -> &[Abbreviation] {
        &self.abbreviations
    }

    /// Its keys, labels and words in one spelling.
    pub const fn spelling(&self) -> &Spelling {
        &self.spelling
    }

    /// The entries of a class that are known for a day.
    pub fn of_class(&self, class: RejectClass, day: Date) -> impl Iterator<Item = &KnownReject> {
        self.entries
            .iter()
            .filter(move |one| one.class == class && one.validity.position(day) == Position::Within)
    }

    /// The places of the entries with this key.
    pub(super) fn with_key(&self, key: &str) -> Vec<usize> {
        normal_key(key).map_or_else(Vec::new, |key| self.spelling.with_key(&key))
    }

    /// A label in one spelling.
    pub(super) fn spell(&self, label: &str) -> Option<String> {
        written_out(label, &self.spelling.short_forms)
    }

    /// The places of the entries with this label, in one spelling.
    pub(super) fn with_label(&self, label: &str) -> Vec<usize> {
        self.spelling.with_label(label)
    }

    /// The same, whatever the endings of gender and plural.
    pub(super) fn with_stems(&self, label: &str) -> Vec<usize> {
        self.spelling.with_stems(&joined(stems(label)))
    }

    /// The places of the entries of whose label this is the beginning.
    pub(super) fn beginning_with(&self, label: &str) -> Vec<usize> {
        self.spelling.beginning_with(label)
    }

    /// The rules whose words a label holds, for the share that was rejected.
    pub(super) fn with_words(
        &self,
        label: &str,
        share: Option<Share>,
    ) -> impl Iterator<Item = (usize, RejectClass)> {
        let label = LabelStems::of(label, &self.spelling.known);
        let rules = self.rules.iter().zip(self.spelling.rules.iter()).enumerate();
        rules
            .filter(move |(_, (rule, stemmed))| rule.is_for(share) && label.fits(stemmed))
            .map(|(place, (rule, _))| (place, rule.class))
    }
}

/// Stems with a blank between them.
pub(super) fn joined<'s>(stems: impl Iterator<Item = &'s str>) -> String {
    let mut text = String::new();
    for stem in stems {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(stem);
    }
    text
}

/// Whether two periods share a day.
fn meet(one: Period, other: Period) -> bool {
    let before = |end: Option<Date>, start: Option<Date>| matches!((end, start), (Some(end), Some(start)) if end < start);
    !before(one.end(), other.start()) && !before(other.end(), one.start())
}
