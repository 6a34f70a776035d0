//! Templates as the build script compiles them: pieces of text, values and conditions, read in place.
//!
//! Nothing here is made at run time: the build script writes these as constants, so that texts cost no parsing, no lock
//! and no memory of their own.

use crate::typography;
use crate::values::{Value, Variables};
use crate::voice::Voice;

/// A text, piece by piece.
pub(crate) type Template = &'static [Piece];

/// A part of a template.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Piece {
    /// Words as they are.
    Text(&'static str),
    /// A value.
    Value(Said),
    /// The first branch whose condition holds, else the rest.
    If {
        branches: &'static [(Condition, Template)],
        otherwise: Template,
    },
    /// Another text, by its name.
    Include(&'static Fragment),
}

/// A part of sentences that several texts share.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fragment {
    #[allow(dead_code, reason = "the build script asks for it")]
    pub name: &'static str,
    pub pieces: Template,
}

/// A value, and how it is said.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said {
    pub name: &'static str,
    pub filter: Filter,
    /// Whether it starts with a capital.
    pub capital: bool,
}

/// How a value is said.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Filter {
    /// As it is.
    Plain,
    /// A date in the words of its language.
    Date,
    /// A number with its unit, a word of the table `unit`.
    Unit(&'static str),
    /// A word, in a form of its table.
    Word {
        table: &'static WordTable,
        form: &'static str,
    },
}

/// The words of a table, each with its forms; `base` is the form without a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordTable {
    pub name: &'static str,
    pub words: &'static [(&'static str, &'static [(&'static str, &'static str)])],
}

/// What a branch asks for. What is absent holds no condition.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Condition {
    /// It is there, and neither zero nor empty nor no.
    Is(&'static str),
    /// It is there.
    Given(&'static str),
    /// It is one of these words.
    OneOf(&'static str, &'static [&'static str]),
    /// The two are the same word.
    Same(&'static str, &'static str),
    /// The first number is above the second.
    Above(&'static str, &'static str),
    /// The number is above this one.
    MoreThan(&'static str, i64),
    Not(&'static Condition),
    And(&'static [Condition]),
    Or(&'static [Condition]),
}

/// Why a template cannot be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unsaid {
    #[error("undefined value `{0}`: a fact that may be absent stands inside an `if`")]
    Undefined(&'static str),
    #[error("`{0}`: a date or a word goes through its filter")]
    NeedsFilter(&'static str),
    #[error("`{0}` is not what its filter takes")]
    WrongFilter(&'static str),
    #[error("no word.{0}.{1}, form `{2}`")]
    NoWord(&'static str, &'static str, &'static str),
}

/// One voice: its texts and its words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VoiceTexts {
    pub voice: Voice,
    /// The texts, sorted by name.
    pub texts: &'static [(&'static str, Template)],
    /// The tables of words.
    pub words: &'static [&'static WordTable],
}

impl WordTable {
    /// A word that has one form in this voice has it for every name of a form.
    pub(crate) fn word(&self, word: &str, form: &str) -> Option<&'static str> {
        let (_, forms) = self.words.iter().find(|(one, _)| *one == word)?;
        match (forms.iter().find(|(one, _)| *one == form), *forms) {
            (Some((_, text)), _) => Some(text),
            (None, [(_, text)]) => Some(text),
            (None, _) => None,
        }
    }
}

impl VoiceTexts {
    /// The text under a name: `reason/time.ends_soon`, or the bare name of a fragment.
    pub(crate) fn template(&self, name: &str) -> Option<Template> {
        let at = self.texts.binary_search_by(|(one, _)| (*one).cmp(name)).ok()?;
        self.texts.get(at).map(|(_, template)| *template)
    }

    /// Says a template, its typography in order.
    pub(crate) fn render(&self, template: Template, setting: &Variables) -> Result<String, Unsaid> {
        let mut out = String::with_capacity(160);
        self.pieces(template, setting, &mut out)?;
        Ok(typography::firm(self.voice.lang(), &out))
    }

    fn pieces(&self, pieces: Template, setting: &Variables, out: &mut String) -> Result<(), Unsaid> {
        for piece in pieces {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Value(said) => self.value(said, setting, out)?,
                Piece::Include(fragment) => self.pieces(fragment.pieces, setting, out)?,
                Piece::If { branches, otherwise } => {
                    let held = branches.iter().find(|(condition, _)| condition.holds(setting));
                    self.pieces(held.map_or(otherwise, |(_, pieces)| pieces), setting, out)?;
                }
            }
        }
        Ok(())
    }

    fn value(&self, said: &Said, setting: &Variables, out: &mut String) -> Result<(), Unsaid> {
        let start = out.len();
        let value = setting.get(said.name).ok_or(Unsaid::Undefined(said.name))?;
        match (said.filter, value) {
            (Filter::Plain, Value::Day(_) | Value::Term(_)) => return Err(Unsaid::NeedsFilter(said.name)),
            (Filter::Plain, Value::Text(text)) => out.push_str(text),
            (Filter::Plain, Value::Code(code)) => out.push_str(code.as_str()),
            (Filter::Plain, Value::Number(number)) => out.push_str(&number.to_string()),
            (Filter::Plain, Value::Flag(flag)) => out.push_str(if *flag { "true" } else { "false" }),
            (Filter::Date, Value::Day(day)) => out.push_str(&self.date(*day)),
            (Filter::Unit(unit), Value::Number(number)) => {
                let one = *number == 1 || (*number == 0 && self.voice != Voice::En);
                let form = if one { "one" } else { "base" };
                out.push_str(&number.to_string());
                out.push(' ');
                out.push_str(self.lookup("unit", unit, form).unwrap_or_default());
            }
            (Filter::Word { table, form }, Value::Term(word)) => {
                let text = table.word(word, form);
                out.push_str(text.ok_or(Unsaid::NoWord(table.name, word, form))?);
            }
            _ => return Err(Unsaid::WrongFilter(said.name)),
        }
        if said.capital {
            let text = out.split_off(start);
            out.push_str(&typography::capital(&text));
        }
        Ok(())
    }

    fn lookup(&self, table: &str, word: &str, form: &str) -> Option<&'static str> {
        let table = self.words.iter().find(|one| one.name == table)?;
        table.word(word, form)
    }

    /// A word as it is said.
    pub(crate) fn word(&self, table: &str, word: &str, form: &str) -> Option<String> {
        let text = self.lookup(table, word, form)?;
        Some(typography::firm(self.voice.lang(), text))
    }

    /// A date as it is read.
    pub(crate) fn date(&self, day: tierspayant_core::model::Date) -> String {
        let month = self.lookup("month", &day.month().to_string(), "base");
        typography::date(self.voice.lang(), day, month.unwrap_or_default())
    }
}

impl Condition {
    fn holds(&self, setting: &Variables) -> bool {
        let value = |name| setting.get(name);
        match *self {
            Condition::Is(name) => value(name).is_some_and(Value::holds),
            Condition::Given(name) => value(name).is_some(),
            Condition::OneOf(name, words) => {
                matches!(value(name), Some(Value::Term(word)) if words.contains(word))
            }
            Condition::Same(one, other) => {
                matches!((value(one), value(other)), (Some(Value::Term(one)), Some(Value::Term(other))) if one == other)
            }
            Condition::Above(one, other) => {
                matches!((value(one), value(other)), (Some(Value::Number(one)), Some(Value::Number(other))) if one > other)
            }
            Condition::MoreThan(name, least) => {
                matches!(value(name), Some(Value::Number(number)) if *number > least)
            }
            Condition::Not(one) => !one.holds(setting),
            Condition::And(all) => all.iter().all(|one| one.holds(setting)),
            Condition::Or(any) => any.iter().any(|one| one.holds(setting)),
        }
    }
}
