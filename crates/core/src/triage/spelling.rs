//! The keys, labels and words of a table of rejects in one spelling, sorted, so that a reject is looked up and not
//! compared with each entry.

use super::normal::{Abbreviation, normal_key, short_forms, stems, written_out};
use super::rejects::{KnownReject, joined};
use super::words::{RuleWords, Stemmed, Stems, stemmed};
use crate::model::{List, Lookup, Text};

/// Texts, sorted, each with the place of the entry that has it.
pub type Places = List<(Text, usize)>;

/// The keys, labels and words of a table of rejects in one spelling.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spelling {
    /// The keys.
    pub keys: Places,
    /// The labels.
    pub labels: Places,
    /// The labels without endings of gender and plural.
    pub stems: Places,
    /// Short forms, with what they stand for.
    pub short_forms: Lookup<Text, Text>,
    /// The stems of all rules.
    pub known: Stems,
    /// The words of each rule, in the order of the rules.
    pub rules: List<Stemmed>,
}

impl Spelling {
    pub(super) fn of(entries: &[KnownReject], rules: &[RuleWords], abbreviations: &[Abbreviation]) -> Self {
        let short_forms = short_forms(abbreviations);
        let (mut keys, mut labels, mut endless) = (Vec::new(), Vec::new(), Vec::new());
        for (place, one) in entries.iter().enumerate() {
            if let Some(key) = one.key.as_deref().and_then(normal_key) {
                keys.push((key.into(), place));
            }
            for label in one.label.iter().chain(one.aliases.iter()) {
                if let Some(label) = written_out(label, &short_forms) {
                    endless.push((joined(stems(&label)).into(), place));
                    labels.push((label.into(), place));
                }
            }
        }
        let (known, rules) = stemmed(rules, &short_forms);
        Spelling {
            keys: sorted(keys),
            labels: sorted(labels),
            stems: sorted(endless),
            short_forms,
            known,
            rules: rules.into(),
        }
    }

    /// The places of the entries that share a key or a label, in order, for each key and label.
    pub(super) fn groups(&self) -> impl Iterator<Item = Vec<usize>> {
        let lists = [&self.keys, &self.labels].into_iter();
        let same = lists.flat_map(|list| list.chunk_by(|(one, _), (other, _)| one == other));
        same.map(|same| same.iter().map(|(_, place)| *place).collect())
    }

    pub(super) fn with_key(&self, key: &str) -> Vec<usize> {
        places(&self.keys, key, |one| one == key)
    }

    pub(super) fn with_label(&self, label: &str) -> Vec<usize> {
        places(&self.labels, label, |one| one == label)
    }

    pub(super) fn with_stems(&self, stems: &str) -> Vec<usize> {
        places(&self.stems, stems, |one| one == stems)
    }

    pub(super) fn beginning_with(&self, label: &str) -> Vec<usize> {
        places(&self.labels, label, |one| one.starts_with(label))
    }
}

fn sorted(mut list: Vec<(Text, usize)>) -> Places {
    list.sort_unstable();
    list.dedup();
    list.into()
}

/// The places of the texts that fit, which stand together from the first that is not before a text on.
fn places(list: &Places, from: &str, fits: impl Fn(&str) -> bool) -> Vec<usize> {
    let start = list.partition_point(|(one, _)| &**one < from);
    let rest = list.get(start..).unwrap_or_default().iter();
    let fitting = rest.take_while(|(one, _)| fits(one));
    let mut places: Vec<usize> = fitting.map(|(_, place)| *place).collect();
    places.sort_unstable();
    places.dedup();
    places
}
