//! Labels by their words: the same matter in other words than those of a label that was quoted.

use super::normal::{Abbreviation, normal_label, stems};
use crate::ids::RejectClass;
use crate::model::Share;
use crate::tables::Reference;

/// From how many letters on a label may have been cut: lists are seen that keep forty.
const CUT_FROM: usize = 36;

/// The words that make a label one of a class. Gender, plural, accents, case and apostrophes do not matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordRule {
    /// The class.
    pub class: RejectClass,
    /// Groups of words: the label holds one of each.
    pub words: Vec<Vec<Box<str>>>,
    /// The label holds none of these.
    pub without: Vec<Box<str>>,
    /// The share that has to be the rejected one; the AMO share also where the reject names none.
    pub share: Option<Share>,
    /// Where it comes from.
    pub reference: Reference,
}

/// The stems of a rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stemmed {
    words: Vec<Vec<String>>,
    without: Vec<String>,
}

/// The stems of a label.
pub(super) struct LabelStems {
    whole: Vec<String>,
    /// The last one as written, where the label may have been cut.
    cut: Option<String>,
}

impl WordRule {
    pub(super) fn stemmed(&self, abbreviations: &[Abbreviation]) -> Stemmed {
        let stem = |word: &str| stems(&normal_label(word, abbreviations).unwrap_or_default());
        let each = |words: &[Box<str>]| words.iter().flat_map(|word| stem(word)).collect::<Vec<_>>();
        Stemmed {
            words: self.words.iter().map(|group| each(group)).collect(),
            without: each(&self.without),
        }
    }

    /// Whether the rule is meant for a reject of this share.
    pub(super) fn is_for(&self, share: Option<Share>) -> bool {
        match (self.share, share) {
            (None, _) | (Some(Share::Amo), None) => true,
            (Some(meant), Some(rejected)) => meant == rejected,
            (Some(Share::Amc), None) => false,
        }
    }
}

impl LabelStems {
    /// The stems of a label in one spelling.
    pub(super) fn of(normal: &str) -> Self {
        let cut = normal.split(' ').next_back().filter(|_| normal.len() >= CUT_FROM);
        LabelStems {
            whole: stems(normal),
            cut: cut.map(str::to_owned).filter(|word| word.len() >= 3),
        }
    }

    fn holds(&self, stem: &String) -> bool {
        let cut = self.cut.as_ref();
        self.whole.contains(stem) || cut.is_some_and(|cut| stem.starts_with(cut.as_str()))
    }

    pub(super) fn fits(&self, rule: &Stemmed) -> bool {
        let any = |group: &Vec<String>| group.iter().any(|stem| self.holds(stem));
        rule.words.iter().all(any) && !rule.without.iter().any(|stem| self.whole.contains(stem))
    }
}
