//! Keys and labels of rejects that are public, by class and by date.

use super::normal::{Abbreviation, normal_key, normal_label, stems};
use super::words::{LabelStems, Stemmed, WordRule};
use crate::ids::RejectClass;
use crate::model::{Date, Period, Position, Share};
use crate::tables::Reference;

/// One key or label of a reject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownReject {
    /// The class that the library gives it.
    pub class: RejectClass,
    /// The anomaly key, `NNNN-NNN`.
    pub key: Option<Box<str>>,
    /// The label as it is sent.
    pub label: Option<Box<str>>,
    /// Other spellings of the same label.
    pub aliases: Vec<Box<str>>,
    /// What a source says of a key whose label it does not quote.
    pub meaning: Option<Box<str>>,
    /// The days of return for which it is known.
    pub validity: Period,
    /// Where it comes from.
    pub reference: Reference,
}

/// Every key and label that is public.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rejects {
    entries: Vec<KnownReject>,
    rules: Vec<WordRule>,
    abbreviations: Vec<Abbreviation>,
    spelled: Vec<Spelled>,
    stemmed: Vec<Stemmed>,
}

/// The key and the labels of an entry, in one spelling.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Spelled {
    key: Option<String>,
    labels: Vec<String>,
}

impl Rejects {
    /// The table of these entries, or the place of the first entry that shares its key or a label with an earlier one
    /// of another class on the same day.
    pub fn new(
        entries: Vec<KnownReject>,
        rules: Vec<WordRule>,
        abbreviations: Vec<Abbreviation>,
    ) -> Result<Self, usize> {
        let spell = |one: &KnownReject| Spelled {
            key: one.key.as_deref().and_then(normal_key),
            labels: (one.label.iter().chain(&one.aliases))
                .filter_map(|label| normal_label(label, &abbreviations))
                .collect(),
        };
        let spelled: Vec<Spelled> = entries.iter().map(spell).collect();
        let pairs: Vec<(&KnownReject, &Spelled)> = entries.iter().zip(&spelled).collect();
        for (place, (entry, words)) in pairs.iter().enumerate() {
            let clashes = |(other, others): &(&KnownReject, &Spelled)| {
                let same_key = words.key.is_some() && words.key == others.key;
                let same_label = words.labels.iter().any(|label| others.labels.contains(label));
                (same_key || same_label) && entry.class != other.class && meet(entry.validity, other.validity)
            };
            if pairs.iter().take(place).any(clashes) {
                return Err(place);
            }
        }
        Ok(Rejects {
            stemmed: rules.iter().map(|rule| rule.stemmed(&abbreviations)).collect(),
            entries,
            rules,
            abbreviations,
            spelled,
        })
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

    /// The entries of a class that are known for a day.
    pub fn of_class(&self, class: RejectClass, day: Date) -> impl Iterator<Item = &KnownReject> {
        self.entries
            .iter()
            .filter(move |one| one.class == class && one.validity.position(day) == Position::Within)
    }

    /// The places of the entries with this key.
    pub(super) fn with_key(&self, key: &str) -> Vec<usize> {
        let wanted = normal_key(key);
        self.places(|one| wanted.is_some() && one.key == wanted)
    }

    /// A label in one spelling.
    pub(super) fn spell(&self, label: &str) -> Option<String> {
        normal_label(label, &self.abbreviations)
    }

    /// The places of the entries with this label, in one spelling.
    pub(super) fn with_label(&self, label: &str) -> Vec<usize> {
        self.places(|one| one.labels.iter().any(|known| known == label))
    }

    /// The same, whatever the endings of gender and plural.
    pub(super) fn with_stems(&self, label: &str) -> Vec<usize> {
        let wanted = stems(label);
        self.places(|one| one.labels.iter().any(|known| stems(known) == wanted))
    }

    /// The places of the entries of whose label this is the beginning.
    pub(super) fn beginning_with(&self, label: &str) -> Vec<usize> {
        self.places(|one| one.labels.iter().any(|known| known.starts_with(label)))
    }

    /// The rules whose words a label holds, for the share that was rejected.
    pub(super) fn with_words(
        &self,
        label: &str,
        share: Option<Share>,
    ) -> impl Iterator<Item = (usize, RejectClass)> {
        let label = LabelStems::of(label);
        let rules = self.rules.iter().zip(&self.stemmed).enumerate();
        rules
            .filter(move |(_, (rule, stemmed))| rule.is_for(share) && label.fits(stemmed))
            .map(|(place, (rule, _))| (place, rule.class))
    }

    fn places(&self, fits: impl Fn(&Spelled) -> bool) -> Vec<usize> {
        let fitting = self.spelled.iter().enumerate().filter(|(_, one)| fits(one));
        fitting.map(|(place, _)| place).collect()
    }
}

/// Whether two periods share a day.
fn meet(one: Period, other: Period) -> bool {
    let before = |end: Option<Date>, start: Option<Date>| matches!((end, start), (Some(end), Some(start)) if end < start);
    !before(one.end(), other.start()) && !before(other.end(), one.start())
}
