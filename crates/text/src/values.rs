//! The values that templates see: dates and words have no text of their own until a filter gives them one.

use crate::typography::harmless;
use tierspayant_core::finding::{FactKey, FactValue};
use tierspayant_core::model::{Code, Date};

/// A value under a name.
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

/// What a template is said with: a few values, each under its name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Variables(Vec<(&'static str, Value)>);

impl Variables {
    /// The facts, each under its key.
    pub(crate) fn facts(facts: impl IntoIterator<Item = (FactKey, FactValue)>) -> Self {
        let mut setting = Variables(Vec::with_capacity(8));
        for (key, value) in facts {
            let value = match value {
                FactValue::Date(day) => Value::Day(day),
                FactValue::Word(word) => Value::Term(word),
                FactValue::Days(days) => Value::Number(days.into()),
                FactValue::Code(code) => Value::Code(code),
            };
            // The first fact under a key is the one that the rule put there.
            if setting.get(key.as_str()).is_none() {
                setting.0.push((key.as_str(), value));
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

    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        self.0
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    }

    /// A value that is set again replaces the one before.
    fn value(mut self, key: &'static str, value: Option<Value>) -> Self {
        if let Some(value) = value {
            self.0.retain(|(one, _)| *one != key);
            self.0.push((key, value));
        }
        self
    }
}
