//! Labels by their words: the same matter in other words than those of a label that was quoted.

use super::normal::{stems, written_out};
use crate::ids::RejectClass;
use crate::model::{List, Lookup, Share, Text};
use crate::tables::Reference;

/// From how many letters on a label may have been cut: lists are seen that keep forty.
const CUT_FROM: usize = 36;

/// The words that make a label one of a class. Gender, plural, accents, case and apostrophes do not matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordRule {
    /// The class.
    pub class: RejectClass,
    /// Groups of words: the label holds one of each.
    pub words: List<List<Text>>,
    /// The label holds none of these.
    pub without: List<Text>,
    /// The share that has to be the rejected one; the AMO share also where the reject names none.
    pub share: Option<Share>,
    /// Where it comes from.
    pub reference: Reference,
}

/// The stems of a rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stemmed {
    /// Groups of stems: the label has one of each.
    pub words: List<List<Text>>,
    /// The label has none of these.
    pub without: List<Text>,
}

/// The stems of a label.
pub(super) struct LabelStems<'l> {
    whole: Vec<&'l str>,
    /// The last one as written, where the label may have been cut.
    cut: Option<&'l str>,
}

impl WordRule {
    pub(super) fn stemmed(&self, short_forms: &Lookup<Text, Text>) -> Stemmed {
        let each = |words: &[Text]| {
            let spelled = words.iter().filter_map(|word| written_out(word, short_forms));
            let stem = |word: String| {
                stems(&word)
                    .map(|stem| Text::Owned(stem.to_owned()))
                    .collect::<Vec<_>>()
            };
            spelled.flat_map(stem).collect::<List<Text>>()
        };
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

impl<'l> LabelStems<'l> {
    /// The stems of a label in one spelling.
    pub(super) fn of(normal: &'l str) -> Self {
        let cut = normal.split(' ').next_back().filter(|_| normal.len() >= CUT_FROM);
        LabelStems {
            whole: stems(normal).collect(),
            cut: cut.filter(|word| word.len() >= 3),
        }
    }

    fn holds(&self, stem: &str) -> bool {
        self.whole.contains(&stem) || self.cut.is_some_and(|cut| stem.starts_with(cut))
    }

    pub(super) fn fits(&self, rule: &Stemmed) -> bool {
        let any = |group: &List<Text>| group.iter().any(|stem| self.holds(stem));
        rule.words.iter().all(any) && !rule.without.iter().any(|stem| self.whole.contains(&&**stem))
    }
}
