//! One voice: its templates, compiled once, and the filters that they use.

use crate::typography;
use crate::values::{Day, Term};
use crate::voice::Voice;
use minijinja::value::{Rest, Value};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The words of one voice: table, word, form.
pub(crate) type Words = BTreeMap<Box<str>, BTreeMap<Box<str>, BTreeMap<Box<str>, Box<str>>>>;

/// One voice.
#[derive(Debug)]
pub(crate) struct VoiceTemplates {
    voice: Voice,
    words: Arc<Words>,
    templates: Environment<'static>,
}

impl VoiceTemplates {
    pub(crate) fn new(voice: Voice, words: Words) -> Self {
        let words = Arc::new(words);
        let mut templates = Environment::empty();
        templates.set_undefined_behavior(UndefinedBehavior::SemiStrict);
        templates.set_auto_escape_callback(|_| AutoEscape::None);
        templates.set_formatter(|out, _, value| {
            if value.downcast_object_ref::<Day>().is_some() || value.downcast_object_ref::<Term>().is_some() {
                return Err(Error::new(
                    ErrorKind::BadSerialization,
                    "a date or a word goes through its filter",
                ));
            }
            if value.is_undefined() {
                return Err(Error::from(ErrorKind::UndefinedError));
            }
            out.write_str(value.as_str().unwrap_or(&value.to_string()))
                .map_err(Error::from)
        });
        for table in words.keys() {
            let (name, words) = (table.clone(), Arc::clone(&words));
            templates.add_filter(table.to_string(), move |value: &Value, forms: Rest<String>| {
                let word = value
                    .downcast_object_ref::<Term>()
                    .map(|term| term.0)
                    .ok_or_else(|| not_a(value, "this filter takes a word"))?;
                let form = forms.first().map_or("base", String::as_str);
                lookup(&words, &name, word, form)
                    .map(str::to_owned)
                    .ok_or_else(|| {
                        Error::new(
                            ErrorKind::InvalidOperation,
                            format!("no word.{name}.{word}, form `{form}`"),
                        )
                    })
            });
        }
        for (filter, unit) in [("days", "day"), ("working_days", "working_day")] {
            let words = Arc::clone(&words);
            templates.add_filter(filter, move |number: i64| {
                let one = number == 1 || (number == 0 && voice != Voice::En);
                let form = if one { "one" } else { "base" };
                let unit = lookup(&words, "unit", unit, form).unwrap_or_default();
                format!("{number} {unit}")
            });
        }
        let months = Arc::clone(&words);
        templates.add_filter("date", move |value: &Value| {
            let day = value
                .downcast_object_ref::<Day>()
                .ok_or_else(|| not_a(value, "this filter takes a date"))?
                .0;
            let month = lookup(&months, "month", &day.month().to_string(), "base").unwrap_or_default();
            Ok::<_, Error>(typography::date(voice.lang(), day, month))
        });
        templates.add_filter("cap", |text: String| typography::capital(&text));
        templates.add_test("given", |value: &Value| !value.is_undefined());
        templates.add_test("one_of", |value: &Value, words: Rest<String>| {
            let term = value.downcast_object_ref::<Term>();
            term.is_some_and(|term| words.iter().any(|word| word == term.0))
        });
        templates.add_test("same", |value: &Value, other: &Value| {
            let term = |value: &Value| value.downcast_object_ref::<Term>().map(|term| term.0);
            term(value).is_some() && term(value) == term(other)
        });
        templates.add_test("after", |value: &Value, other: &Value| {
            let (one, other) = (
                value.downcast_object_ref::<Day>(),
                other.downcast_object_ref::<Day>(),
            );
            matches!((one, other), (Some(one), Some(other)) if one.0 > other.0)
        });
        templates.add_test("above", |value: &Value, other: &Value| {
            let number = |value: &Value| i64::try_from(value.clone()).ok();
            matches!((number(value), number(other)), (Some(one), Some(other)) if one > other)
        });
        VoiceTemplates {
            voice,
            words,
            templates,
        }
    }

    /// Compiles a template under a name.
    pub(crate) fn add(&mut self, name: String, source: &str) -> Result<(), String> {
        self.templates
            .add_template_owned(name, source.to_owned())
            .map_err(|error| describe(&error))
    }

    /// The names that a template uses and does not set.
    pub(crate) fn names_used(&self, name: &str) -> Vec<String> {
        let template = self.templates.get_template(name);
        let mut names: Vec<String> = template
            .map(|one| one.undeclared_variables(false))
            .into_iter()
            .flatten()
            .collect();
        names.sort_unstable();
        names
    }

    /// Renders a template and puts the text in order.
    pub(crate) fn render(&self, name: &str, context: Value) -> Result<String, String> {
        let rendered = self
            .templates
            .get_template(name)
            .and_then(|one| one.render(context));
        rendered
            .map(|text| typography::firm(self.voice.lang(), &text))
            .map_err(|error| describe(&error))
    }

    /// A word as it is said.
    pub(crate) fn word(&self, table: &str, word: &str, form: &str) -> Option<String> {
        let text = lookup(&self.words, table, word, form)?;
        Some(typography::firm(self.voice.lang(), text))
    }

    /// A date as it is read.
    pub(crate) fn date(&self, day: tierspayant_core::model::Date) -> String {
        let month = lookup(&self.words, "month", &day.month().to_string(), "base").unwrap_or_default();
        typography::date(self.voice.lang(), day, month)
    }
}

/// A word that has one form in this voice has it for every name of a form.
fn lookup<'w>(words: &'w Words, table: &str, word: &str, form: &str) -> Option<&'w str> {
    let forms = words.get(table)?.get(word)?;
    match forms.get(form) {
        Some(text) => Some(text),
        None if forms.len() == 1 => forms.get("base").map(|text| &**text),
        None => None,
    }
}

/// A fact that is absent, or one of another kind.
fn not_a(value: &Value, expected: &'static str) -> Error {
    if value.is_undefined() {
        Error::new(
            ErrorKind::UndefinedError,
            "a fact that may be absent stands inside an `if`",
        )
    } else {
        Error::new(ErrorKind::InvalidOperation, expected)
    }
}

fn describe(error: &Error) -> String {
    error.to_string()
}
