//! How a reject is recognised: by its key, by its label, by both, or not at all.

use super::rejects::Rejects;
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
    /// The classes of the key and of the label, where they point at different ones.
    pub contradiction: Option<(RejectClass, RejectClass)>,
    /// The entries that were found, by their place in the table, for other days included.
    pub entries: Vec<usize>,
}

impl Rejects {
    /// Recognises a reject. A key or a label that is known only for other days gives no class.
    pub fn recognise(&self, key: Option<&str>, label: Option<&str>, day: Option<Date>) -> Recognition {
        let key = Part::of(self, key.map(|key| self.with_key(key)), day);
        let label = Part::of(self, label.map(|label| self.with_label(label)), day);
        let (class, by, contradiction) = match (key.class, label.class) {
            (None, None) => (None, Recognised::None, None),
            (Some(class), None) => (Some(class), Recognised::Key, None),
            (None, Some(class)) => (Some(class), Recognised::Label, None),
            (Some(one), Some(other)) if one == other => (Some(one), Recognised::Both, None),
            (Some(one), Some(other)) => (None, Recognised::None, Some((one, other))),
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
            contradiction,
            entries,
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
            // Without the day of the return, entries of other days may differ: then it stays unknown.
            Some(class) if classes.any(|other| other != class) => {
                Part::without_class(Found::OtherDates, places)
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
