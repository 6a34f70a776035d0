//! The values that templates see: dates and words have no text of their own until a filter gives them one.

use crate::typography::harmless;
use tierspayant_core::finding::{FactKey, FactValue};
use tierspayant_core::model::{Code, Date};

/// A value.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// A date that a filter has to write.
    Day(Date),
    /// A word that a filter has to say.
    Term(&'static str),
    Number(i64),
    Code(Code<16>),
    Text(String),
    Flag(bool),
}

impl Value {
    /// Whether it counts as there: zero, an empty text and a no do not.
    pub(crate) fn holds(&self) -> bool {
        match self {
            Value::Day(_) | Value::Term(_) | Value::Code(_) => true,
            Value::Number(number) => *number != 0,
            Value::Text(text) => !text.is_empty(),
            Value::Flag(flag) => *flag,
        }
    }
}

/// The number of a name: that of a fact, or one after them. Templates are packed with it.
pub(crate) fn number_of(name: &str) -> Option<u8> {
    let more = || {
        let place = MORE.iter().position(|one| *one == name)?;
        u8::try_from(FactKey::ALL.len() + place).ok()
    };
    let fact = || FactKey::ALL.iter().find(|key| key.as_str() == name);
    more().or_else(|| fact().map(|key| *key as u8))
}

/// The name that has this number.
pub(crate) fn name_of(number: u8) -> &'static str {
    let number = usize::from(number);
    let fact = FactKey::ALL.get(number).map(|key| key.as_str());
    let more = || MORE.get(number.checked_sub(FactKey::ALL.len())?).copied();
    fact.or_else(more).unwrap_or("?")
}

/// The names that are no facts.
const MORE: &[&str] = &[
    "lines",
    "many",
    "severity",
    "alone",
    "brief",
    "all",
    "verdict",
    "basis",
    "guarantee",
    "amo",
    "amc",
    "split",
    "line",
    "now",
    "regime",
    "fund",
    "centre",
    "count",
    "amount",
    "places",
    "row",
    "file",
    "step",
    "invoice",
    "lot",
    "share",
    "state",
    "label",
    "cause",
    "until",
    "payer",
    "asked",
    "paid",
    "rejected",
    "deferred",
    "deducted",
    "short",
    "open",
    "replaced",
    "elsewhere",
    "same",
    "exempt",
    "css",
    "ame",
    "missed",
    "rule",
    "title",
    "reference",
    "confidence",
    "reject",
    "indu",
    "edition",
    "digest",
    "certainty",
    "recognised",
    "matched",
    "key_found",
    "label_found",
    "other_reject",
    "key",
    "caught",
];

/// A bit for each of them.
const _: () = assert!(FactKey::ALL.len() + MORE.len() <= 128);

/// What a template is said with: a few values, each under the number of its name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Variables {
    values: Vec<(u8, Value)>,
    /// A bit for each number that has a value.
    given: [u64; 2],
}

impl Variables {
    /// The facts, each under its key.
    pub(crate) fn facts(facts: impl IntoIterator<Item = (FactKey, FactValue)>) -> Self {
        let mut setting = Variables {
            values: Vec::with_capacity(16),
            given: [0; 2],
        };
        for (key, value) in facts {
            let value = match value {
                FactValue::Date(day) => Value::Day(day),
                FactValue::Word(word) => Value::Term(word),
                FactValue::Days(days) => Value::Number(days.into()),
                FactValue::Code(code) => Value::Code(code),
            };
            // The first fact under a key is the one that the rule put there.
            if !setting.has(key as u8) {
                setting.put(key as u8, value);
            }
        }
        setting
    }

    pub(crate) fn word(self, key: &'static str, word: Option<&'static str>) -> Self {
        self.value(key, word.map(Value::Term))
    }

    pub(crate) fn date(self, key: &'static str, day: Option<Date>) -> Self {
        self.value(key, day.map(Value::Day))
    }

    /// A text of the caller or of the tables.
    pub(crate) fn text(self, key: &'static str, text: Option<&str>) -> Self {
        self.value(key, text.map(|text| Value::Text(harmless(text))))
    }

    pub(crate) fn number(self, key: &'static str, number: usize) -> Self {
        self.value(key, i64::try_from(number).ok().map(Value::Number))
    }

    pub(crate) fn flag(self, key: &'static str, flag: bool) -> Self {
        self.value(key, Some(Value::Flag(flag)))
    }

    /// Whether there is a value under this number.
    pub(crate) fn has(&self, number: u8) -> bool {
        let bits = self.given.get(usize::from(number / 64));
        bits.is_some_and(|bits| bits >> (number % 64) & 1 != 0)
    }

    /// The value under a number.
    pub(crate) fn get(&self, number: u8) -> Option<&Value> {
        if !self.has(number) {
            return None;
        }
        let mut values = self.values.iter();
        values.find(|(one, _)| *one == number).map(|(_, value)| value)
    }

    fn put(&mut self, number: u8, value: Value) {
        self.values.push((number, value));
        if let Some(bits) = self.given.get_mut(usize::from(number / 64)) {
            *bits |= 1 << (number % 64);
        }
    }

    /// A value that is set again replaces the one before.
    fn value(mut self, key: &'static str, value: Option<Value>) -> Self {
        if let Some((number, value)) = number_of(key).zip(value) {
            if self.has(number) {
                self.values.retain(|(one, _)| *one != number);
            }
            self.put(number, value);
        }
        self
    }
}
