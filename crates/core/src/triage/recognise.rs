//! How a reject is recognised: by its key, by its label, by both, or not at all.

use super::rejects::Rejects;
use super::{RejectReport, ReportedState};
use crate::ids::RejectClass;
use crate::model::{Date, Position, text_enum};

text_enum! {
    /// What a class was recognised by.
    Recognised {
        /// The key.
        Key = "key",
        /// The label.
        Label = "label",
        /// Both, which agree.
        Both = "both",
        /// The state that the return gives, whatever key and label.
        State = "state",
        /// Neither.
        None = "none",
    }
}

text_enum! {
    /// Whether the table holds a key or a label.
    Found {
        /// None was given.
        Absent = "absent",
        /// It is in no table.
        Unknown = "unknown",
        /// It is known only for other days than that of the return.
        OtherDates = "other_dates",
        /// It is known.
        Known = "known",
    }
}

text_enum! {
    /// How a label was found.
    Matched {
        /// Its words are those of a label of the table.
        Same = "same",
        /// They are, but for endings of gender and plural.
        Inflected = "inflected",
        /// It is the beginning of a label of the table, cut off.
        Prefix = "prefix",
        /// It holds the words of a rule of the table.
        Words = "words",
    }
}

/// From how many letters on the beginning of a label stands for it.
const PREFIX_FROM: usize = 20;

/// How a reject was recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognition {
    /// The class; unknown when absent.
    pub class: Option<RejectClass>,
    /// What it was recognised by.
    pub by: Recognised,
    /// Whether the table holds the key.
    pub key: Found,
    /// Whether the table holds the label.
    pub label: Found,
    /// How the label was found; absent where it was not.
    pub matched: Option<Matched>,
    /// The classes of the key and of the label, where they point at different ones.
    pub contradiction: Option<(RejectClass, RejectClass)>,
    /// The entries that were found, by their place in the table, for other days included.
    pub entries: Vec<usize>,
    /// The rules whose words the label holds, by their place in the table; none where it was found otherwise.
    pub rules: Vec<usize>,
}

impl Rejects {
    /// Recognises a reject. A key or a label that is known only for other days gives no class, and neither does a label
    /// that holds the words of two classes. A key that is known decides over words that only resemble a label.
    pub fn recognise(&self, report: &RejectReport) -> Recognition {
        let day = report.returned_on;
        let key = Part::of(self, report.key.as_deref().map(|key| self.with_key(key)), day);
        let (label, matched, rules) = self.label(report);
        let weak = matched == Some(Matched::Words);
        let (class, by, contradiction) = match (key.class, label.class) {
            (None, None) => (None, Recognised::None, None),
            (Some(class), None) => (Some(class), Recognised::Key, None),
            (None, Some(class)) => (Some(class), Recognised::Label, None),
            (Some(one), Some(other)) if one == other => (Some(one), Recognised::Both, None),
            (Some(one), Some(other)) if weak => (Some(one), Recognised::Key, Some((one, other))),
            (Some(one), Some(other)) => (None, Recognised::None, Some((one, other))),
        };
        let (class, by) = match report.state {
            Some(ReportedState::Deferred) => (Some(RejectClass::PaymentDeferred), Recognised::State),
            Some(ReportedState::Rejected) | None => (class, by),
        };
        let mut entries = key.entries;
        entries.extend(label.entries);
        entries.sort_unstable();
        entries.dedup();
        Recognition {
            class,
            by,
            key: key.found,
            label: label.found,
            matched,
            contradiction,
            entries,
            rules,
        }
    }

    /// The label, by the closest likeness that gives a class on the day.
    fn label(&self, report: &RejectReport) -> (Part, Option<Matched>, Vec<usize>) {
        let (day, share) = (report.returned_on, report.share);
        let Some(written) = report.label.as_deref() else {
            return (Part::of(self, None, day), None, Vec::new());
        };
        let mut best = Part::without_class(Found::Unknown, Vec::new());
        let Some(label) = self.spell(written) else {
            return (best, None, Vec::new());
        };
        for matched in [Matched::Same, Matched::Inflected, Matched::Prefix] {
            let places = match matched {
                Matched::Same => self.with_label(&label),
                Matched::Inflected => self.with_stems(&label),
                Matched::Prefix if label.len() >= PREFIX_FROM => self.beginning_with(&label),
                Matched::Prefix | Matched::Words => Vec::new(),
            };
            let part = Part::of(self, Some(places), day);
            if part.class.is_some() {
                return (part, Some(matched), Vec::new());
            }
            if best.found == Found::Unknown {
                best = part;
            }
        }
        let (rules, classes): (Vec<usize>, Vec<RejectClass>) = self.with_words(&label, share).unzip();
        match classes.first() {
            Some(class) if classes.iter().all(|other| other == class) => {
                let part = Part {
                    found: Found::Known,
                    class: Some(*class),
                    entries: Vec::new(),
                };
                (part, Some(Matched::Words), rules)
            }
            _ => (best, None, Vec::new()),
        }
    }
}

/// What the table says of a key, or of a label.
struct Part {
    found: Found,
    class: Option<RejectClass>,
    entries: Vec<usize>,
}

impl Part {
    fn of(table: &Rejects, places: Option<Vec<usize>>, day: Option<Date>) -> Self {
        let Some(places) = places else {
            return Part::without_class(Found::Absent, Vec::new());
        };
        let entries: Vec<_> = places
            .iter()
            .filter_map(|place| table.entries().get(*place).map(|entry| (*place, entry)))
            .collect();
        let on_day: Vec<_> = entries
            .iter()
            .filter(|(_, one)| day.is_none_or(|day| one.validity.position(day) == Position::Within))
            .collect();
        let mut classes = on_day.iter().map(|(_, one)| one.class);
        match classes.next() {
            None if entries.is_empty() => Part::without_class(Found::Unknown, places),
            None => Part::without_class(Found::OtherDates, places),
            // Entries of one day that differ say nothing: a beginning that several labels have. Without the day of the
            // return, entries of other days may differ: then it stays unknown as well.
            Some(class) if classes.any(|other| other != class) => {
                let found = if day.is_some() {
                    Found::Unknown
                } else {
                    Found::OtherDates
                };
                Part::without_class(found, places)
            }
            Some(class) => Part {
                found: Found::Known,
                class: Some(class),
                entries: on_day.iter().map(|(place, _)| *place).collect(),
            },
        }
    }

    const fn without_class(found: Found, entries: Vec<usize>) -> Self {
        Part {
            found,
            class: None,
            entries,
        }
    }
}

#[cfg(test)]
#[path = "recognise_tests.rs"]
mod tests;
