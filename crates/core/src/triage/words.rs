//! Labels by their words: the same matter in other words than those of a label that was quoted.

use super::normal::{stems, written_out};
use crate::ids::RejectClass;
use crate::model::{List, Lookup, Share, Text};
use crate::tables::Reference;
use std::collections::BTreeSet;
use std::ops::Range;

/// From how many letters on a label may have been cut: lists are seen that keep forty.
const CUT_FROM: usize = 36;

/// Stands between two groups of stems.
const GAP: u32 = u32::MAX;

/// What a label with certain words is. Gender, plural, accents, case and apostrophes do not matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordRule {
    /// The class.
    pub class: RejectClass,
    /// The words, as a reader is told them: `DROITS + FERMES / CLOS`.
    pub words: Text,
    /// The share that has to be the rejected one; the AMO share also where the reject names none.
    pub share: Option<Share>,
    /// Where it comes from.
    pub reference: Reference,
}

/// The words of a rule, as its file has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleWords {
    /// Groups of words: the label holds one of each.
    pub words: Vec<Vec<String>>,
    /// The label holds none of these.
    pub without: Vec<String>,
}

/// The stems of a rule, by their places in [`Stems`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stemmed {
    /// Groups of stems: the label has one of each. Between two groups stands the largest number.
    pub words: List<u32>,
    /// The label has none of these.
    pub without: List<u32>,
}

/// Every stem of every rule, sorted, each once, in one text: where each of many short texts begins would cost a compiled
/// table more than their letters do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stems {
    /// One after the other.
    pub text: Text,
    /// Where each ends.
    pub ends: List<u32>,
}

/// The stems of a label that some rule has, by their places in [`Stems`].
pub(super) struct LabelStems {
    whole: Vec<u32>,
    /// Those that begin as the last word does, where the label may have been cut.
    cut: Range<u32>,
}

impl RuleWords {
    /// The words that a label holds, as a reader is told them.
    pub fn told(&self) -> String {
        let groups = self.words.iter().map(|group| group.join(" / "));
        groups.collect::<Vec<_>>().join(" + ")
    }

    /// Its stems, group by group, and those that a label must not have.
    fn stemmed(&self, short_forms: &Lookup<Text, Text>) -> (Vec<Vec<String>>, Vec<String>) {
        let each = |words: &Vec<String>| -> Vec<String> {
            let spelled = words.iter().filter_map(|word| written_out(word, short_forms));
            let stem = |word: String| stems(&word).map(str::to_owned).collect::<Vec<_>>();
            spelled.flat_map(stem).collect()
        };
        (self.words.iter().map(each).collect(), each(&self.without))
    }
}

/// The stems of all rules, and each rule by them, in the order of the rules.
pub(super) fn stemmed(rules: &[RuleWords], short_forms: &Lookup<Text, Text>) -> (Stems, Vec<Stemmed>) {
    let rules: Vec<_> = rules.iter().map(|rule| rule.stemmed(short_forms)).collect();
    let all = rules
        .iter()
        .flat_map(|(groups, without)| groups.iter().flatten().chain(without));
    let known = Stems::of(&all.map(String::as_str).collect());
    let places = |stems: &Vec<String>| {
        stems
            .iter()
            .filter_map(|stem| known.place(stem))
            .collect::<Vec<_>>()
    };
    let rules = rules.iter().map(|(groups, without)| Stemmed {
        words: groups.iter().map(places).collect::<Vec<_>>().join(&GAP).into(),
        without: places(without).into(),
    });
    let rules = rules.collect();
    (known, rules)
}

impl Stems {
    fn of(sorted: &BTreeSet<&str>) -> Self {
        let mut text = String::new();
        let mut ends = Vec::new();
        for stem in sorted {
            text.push_str(stem);
            ends.push(u32::try_from(text.len()).unwrap_or(GAP));
        }
        Stems {
            text: text.into(),
            ends: ends.into(),
        }
    }

    fn get(&self, place: usize) -> Option<&str> {
        let end = *self.ends.get(place)? as usize;
        let before = place.checked_sub(1).and_then(|before| self.ends.get(before));
        self.text.get(before.map_or(0, |start| *start as usize)..end)
    }

    /// How many stems are before the first for which this does not hold.
    fn first(&self, before: impl Fn(&str) -> bool) -> usize {
        let mut places = 0..self.ends.len();
        while !places.is_empty() {
            let middle = places.start + places.len() / 2;
            if self.get(middle).is_some_and(&before) {
                places.start = middle + 1;
            } else {
                places.end = middle;
            }
        }
        places.start
    }

    fn place(&self, stem: &str) -> Option<u32> {
        let place = self.first(|one| one < stem);
        let found = self.get(place).filter(|one| *one == stem);
        found.and_then(|_| u32::try_from(place).ok())
    }

    /// The places of those that begin so.
    fn beginning_with(&self, start: &str) -> Range<u32> {
        let number = |place: usize| u32::try_from(place).unwrap_or(GAP);
        let begins_before = |one: &str| one.bytes().take(start.len()).le(start.bytes());
        number(self.first(|one| one < start))..number(self.first(begins_before))
    }
}

impl WordRule {
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
    /// Those of a label in one spelling.
    pub(super) fn of(normal: &str, known: &Stems) -> Self {
        let cut = normal.split(' ').next_back().filter(|_| normal.len() >= CUT_FROM);
        let cut = cut.filter(|word| word.len() >= 3);
        LabelStems {
            whole: stems(normal).filter_map(|stem| known.place(stem)).collect(),
            cut: cut.map_or(0..0, |cut| known.beginning_with(cut)),
        }
    }

    fn holds(&self, stem: u32) -> bool {
        self.whole.contains(&stem) || self.cut.contains(&stem)
    }

    pub(super) fn fits(&self, rule: &Stemmed) -> bool {
        let any = |group: &[u32]| group.iter().any(|stem| self.holds(*stem));
        let mut groups = rule.words.split(|stem| *stem == GAP);
        groups.all(any) && !rule.without.iter().any(|stem| self.whole.contains(stem))
    }
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;
