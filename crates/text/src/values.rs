//! The values that templates see: dates and words have no text of their own until a filter gives them one.

use crate::typography::harmless;
use core::fmt;
use minijinja::value::{Object, ObjectRepr, Value};
use std::collections::BTreeMap;
use std::sync::Arc;
use tierspayant_core::finding::{FactKey, FactValue};
use tierspayant_core::model::Date;

/// A date that a filter has to write.
#[derive(Debug)]
pub(crate) struct Day(pub Date);

impl Object for Day {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A word that a filter has to say.
#[derive(Debug)]
pub(crate) struct Term(pub &'static str);

impl Object for Term {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// What a template is rendered with.
#[derive(Clone, Debug, Default)]
pub(crate) struct Variables(BTreeMap<&'static str, Value>);

impl Variables {
    /// The facts, each under its key.
    pub(crate) fn facts(facts: impl IntoIterator<Item = (FactKey, FactValue)>) -> Self {
        let mut setting = Variables::default();
        for (key, value) in facts {
            let value = match value {
                FactValue::Date(day) => Value::from_object(Day(day)),
                FactValue::Word(word) => Value::from_object(Term(word)),
                FactValue::Days(days) => Value::from(days),
                FactValue::Code(code) => Value::from(code.as_str()),
            };
            // The first fact under a key is the one that the rule put there.
            setting.0.entry(key.as_str()).or_insert(value);
        }
        setting
    }

    pub(crate) fn word(self, key: &'static str, word: Option<&'static str>) -> Self {
        self.value(key, word.map(|word| Value::from_object(Term(word))))
    }

    pub(crate) fn date(self, key: &'static str, day: Option<Date>) -> Self {
        self.value(key, day.map(|day| Value::from_object(Day(day))))
    }

    /// A text of the caller or of the tables.
    pub(crate) fn text(self, key: &'static str, text: Option<&str>) -> Self {
        self.value(key, text.map(|text| Value::from(harmless(text))))
    }

    pub(crate) fn number(self, key: &'static str, number: usize) -> Self {
        self.value(key, Some(Value::from(number)))
    }

    pub(crate) fn flag(self, key: &'static str, flag: bool) -> Self {
        self.value(key, Some(Value::from(flag)))
    }

    fn value(mut self, key: &'static str, value: Option<Value>) -> Self {
        if let Some(value) = value {
            self.0.insert(key, value);
        }
        self
    }

    pub(crate) fn into_value(self) -> Value {
        Value::from_object(Names(self.0))
    }
}

#[derive(Debug)]
struct Names(BTreeMap<&'static str, Value>);

impl Object for Names {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.0.get(key.as_str()?).cloned()
    }
}
