//! Templates as the build script packs them: one text of all words, and short numbers that point into it, read in place.
//!
//! Nothing here is made at run time, and nothing holds a pointer: texts cost no parsing, no lock, no memory of their own,
//! and nothing to put right when the library is loaded.

use crate::kind::Kind;
use crate::typography::{self, Joined};
use crate::values::{Value, Variables, name_of};
use crate::voice::Voice;
use tierspayant_core::model::Date;

/// The marks of what follows in the packed code. Numbers are little-endian; a text is the number of it, in 16 bits, and a
/// name its number in 8.
pub(crate) mod mark {
    /// The end of a template, of a branch, of what else is said.
    pub(crate) const END: u8 = 0;
    /// Words as they are: a text.
    pub(crate) const TEXT: u8 = 1;
    /// A value: its name, then how it is said.
    pub(crate) const VALUE: u8 = 2;
    /// The bytes of it all in 16 bits, the number of branches in 8, each a condition and the bytes of what it says in 16;
    /// then what is said else.
    pub(crate) const IF: u8 = 3;
    /// Another template: where it begins, in 32 bits.
    pub(crate) const INCLUDE: u8 = 4;
    /// The whole of what a template says, whatever the facts, with its typography in order: a text.
    pub(crate) const WHOLE: u8 = 5;

    /// A value as it is.
    pub(crate) const PLAIN: u8 = 0;
    /// A date in the words of its language.
    pub(crate) const DATE: u8 = 1;
    /// A number with its unit: a word of the table `unit`.
    pub(crate) const UNIT: u8 = 2;
    /// A word: the number of its table in 16 bits, and its form.
    pub(crate) const WORD: u8 = 3;
    /// Beside one of these: it starts with a capital.
    pub(crate) const CAPITAL: u8 = 0x80;

    /// It is there, and neither zero nor empty nor no: a name. What is absent holds no condition.
    pub(crate) const IS: u8 = 0;
    /// It is there: a name.
    pub(crate) const GIVEN: u8 = 1;
    /// It is one of these words: a name, how many in 8 bits, the words.
    pub(crate) const ONE_OF: u8 = 2;
    /// The two are the same word: two names.
    pub(crate) const SAME: u8 = 3;
    /// The first number is above the second: two names.
    pub(crate) const ABOVE: u8 = 4;
    /// The number is above this one: a name, and 64 bits.
    pub(crate) const MORE_THAN: u8 = 5;
    /// A condition that does not hold.
    pub(crate) const NOT: u8 = 6;
    /// So many conditions, in 8 bits, that all hold.
    pub(crate) const AND: u8 = 7;
    /// So many conditions, in 8 bits, one of which holds.
    pub(crate) const OR: u8 = 8;
}

/// A template, by where it begins in the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Template(pub u32);

/// What all voices are made of.
#[derive(Debug)]
pub(crate) struct Pool {
    /// Every text once, one after the other.
    pub letters: &'static str,
    /// Where each of them ends.
    pub ends: &'static [u32],
    /// The templates.
    pub code: &'static [u8],
    /// The words of tables, those of a table sorted: the word, its first form, and how many it has.
    pub words: &'static [(u16, u16, u16)],
    /// The forms of words: the name of the form, and how it is written.
    pub forms: &'static [(u16, u16)],
}

/// The words of a table: its name, its first word, and how many it has. The form without a name is `base`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordTable {
    pub name: u16,
    pub first: u16,
    pub count: u16,
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
    #[error("the packed texts end where they should not")]
    Broken,
}

/// One voice: its texts and its words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VoiceTexts {
    pub voice: Voice,
    pub pool: &'static Pool,
    /// The texts by their ids, those of a kind together and sorted.
    pub texts: &'static [(u16, Template)],
    /// Where the texts of each kind end.
    pub ends: [u16; Kind::COUNT],
    /// Those of the reasons and of the remedies, in the order of their declaration.
    pub reasons: &'static [Template],
    pub remedies: &'static [Template],
    /// The tables of words.
    pub tables: &'static [WordTable],
}

impl Pool {
    /// A text, by its number.
    fn text(&self, number: u16) -> Option<&'static str> {
        let number = usize::from(number);
        let start = match number.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        let (start, end) = (start as usize, *self.ends.get(number)? as usize);
        self.letters.get(start..end)
    }

    /// A word of a table, in a form. One that has one form has it for every name of a form.
    fn word(&self, table: WordTable, word: &str, form: &str) -> Option<&'static str> {
        let part = |first: u16, count: u16| usize::from(first)..usize::from(first) + usize::from(count);
        let words = self.words.get(part(table.first, table.count))?;
        let named = |number: u16| self.text(number).unwrap_or_default();
        let at = words.binary_search_by(|(one, ..)| named(*one).cmp(word)).ok()?;
        let (_, first, count) = *words.get(at)?;
        let forms = self.forms.get(part(first, count))?;
        match (forms.iter().find(|(one, _)| self.text(*one) == Some(form)), forms) {
            (Some((_, text)), _) | (None, [(_, text)]) => self.text(*text),
            (None, _) => None,
        }
    }
}

/// What is left of the code of a template.
#[derive(Clone, Copy)]
struct Code {
    pool: &'static Pool,
    rest: &'static [u8],
}

impl Code {
    /// That of a template.
    fn at(pool: &'static Pool, at: u32) -> Self {
        let rest = pool.code.get(at as usize..).unwrap_or_default();
        Code { pool, rest }
    }

    #[inline]
    fn bytes<const N: usize>(&mut self) -> Result<[u8; N], Unsaid> {
        let (bytes, rest) = self.rest.split_first_chunk::<N>().ok_or(Unsaid::Broken)?;
        self.rest = rest;
        Ok(*bytes)
    }

    #[inline]
    fn byte(&mut self) -> Result<u8, Unsaid> {
        self.bytes::<1>().map(|[byte]| byte)
    }

    /// What follows after so many bytes.
    #[inline]
    fn after(&self, bytes: usize) -> Result<&'static [u8], Unsaid> {
        self.rest.get(bytes..).ok_or(Unsaid::Broken)
    }

    fn short(&mut self) -> Result<u16, Unsaid> {
        self.bytes().map(u16::from_le_bytes)
    }

    fn text(&mut self) -> Result<&'static str, Unsaid> {
        let number = self.short()?;
        self.pool.text(number).ok_or(Unsaid::Broken)
    }

    /// Reads a condition to its end, and says whether it holds.
    fn holds(&mut self, setting: &Variables) -> Result<bool, Unsaid> {
        let mark = self.byte()?;
        match mark {
            mark::NOT => return self.holds(setting).map(|held| !held),
            mark::AND | mark::OR => {
                let mut held = mark == mark::AND;
                for _ in 0..self.byte()? {
                    let one = self.holds(setting)?;
                    held = if mark == mark::AND {
                        held && one
                    } else {
                        held || one
                    };
                }
                return Ok(held);
            }
            _ => {}
        }
        let name = self.byte()?;
        if mark == mark::GIVEN {
            return Ok(setting.has(name));
        }
        let value = setting.get(name);
        match mark {
            mark::IS => Ok(value.is_some_and(Value::holds)),
            mark::ONE_OF => {
                let count = self.byte()?;
                let mut held = false;
                let word = match value {
                    Some(Value::Term(word)) => *word,
                    Some(Value::Code(code)) => code.as_str(),
                    _ => {
                        self.rest = self.after(2 * usize::from(count))?;
                        return Ok(false);
                    }
                };
                for _ in 0..count {
                    held |= self.text()? == word;
                }
                Ok(held)
            }
            mark::SAME => {
                let other = setting.get(self.byte()?);
                Ok(
                    matches!((value, other), (Some(Value::Term(one)), Some(Value::Term(other))) if one == other),
                )
            }
            mark::ABOVE => {
                let other = setting.get(self.byte()?);
                Ok(
                    matches!((value, other), (Some(Value::Number(one)), Some(Value::Number(other))) if one > other),
                )
            }
            mark::MORE_THAN => {
                let least = self.bytes().map(i64::from_le_bytes)?;
                Ok(matches!(value, Some(Value::Number(number)) if *number > least))
            }
            _ => Err(Unsaid::Broken),
        }
    }
}

impl VoiceTexts {
    /// The text of a kind under an id.
    pub(crate) fn template(&self, kind: Kind, id: &str) -> Option<Template> {
        let kind = kind as usize;
        let start = kind.checked_sub(1).and_then(|before| self.ends.get(before));
        let (start, end) = (start.copied().unwrap_or_default(), *self.ends.get(kind)?);
        let texts = self.texts.get(usize::from(start)..usize::from(end))?;
        let named = |number: u16| self.pool.text(number).unwrap_or_default();
        let at = texts.binary_search_by(|(one, _)| named(*one).cmp(id)).ok()?;
        texts.get(at).map(|(_, template)| *template)
    }

    /// The whole of what a template says, where it says the same whatever the facts.
    pub(crate) fn whole(&self, template: Template) -> Option<&'static str> {
        let mut code = Code::at(self.pool, template.0);
        (code.byte().ok()? == mark::WHOLE).then(|| code.text().ok())?
    }

    /// Adds what a template says to a text, its typography in order.
    pub(crate) fn add(
        &self,
        template: Template,
        setting: &Variables,
        out: &mut String,
    ) -> Result<(), Unsaid> {
        if let Some(whole) = self.whole(template) {
            out.push_str(whole);
            return Ok(());
        }
        let start = out.len();
        let mut joined = Joined::new(self.voice.lang(), out);
        let said = self.say(template.0, setting, &mut joined);
        joined.finish();
        if said.is_err() {
            out.truncate(start);
        }
        said
    }

    fn say(&self, at: u32, setting: &Variables, out: &mut Joined<'_>) -> Result<(), Unsaid> {
        let mut code = Code::at(self.pool, at);
        self.pieces(&mut code, setting, out)
    }

    fn pieces(&self, code: &mut Code, setting: &Variables, out: &mut Joined<'_>) -> Result<(), Unsaid> {
        loop {
            match code.byte()? {
                mark::END => return Ok(()),
                mark::TEXT | mark::WHOLE => {
                    out.add(code.text()?);
                }
                mark::VALUE => self.value(code, setting, out)?,
                mark::INCLUDE => self.say(code.bytes().map(u32::from_le_bytes)?, setting, out)?,
                mark::IF => {
                    let bytes = usize::from(code.short()?);
                    let end = code.after(bytes)?;
                    let branches = code.byte()?;
                    for _ in 0..branches {
                        let held = code.holds(setting)?;
                        let bytes = usize::from(code.short()?);
                        if held {
                            break;
                        }
                        code.rest = code.after(bytes)?;
                    }
                    // The branch that held, or else what is said when none did.
                    self.pieces(code, setting, out)?;
                    code.rest = end;
                }
                _ => return Err(Unsaid::Broken),
            }
        }
    }

    fn value(&self, code: &mut Code, setting: &Variables, out: &mut Joined<'_>) -> Result<(), Unsaid> {
        let (name, filter) = (code.byte()?, code.byte()?);
        let value = setting
            .get(name)
            .ok_or_else(|| Unsaid::Undefined(name_of(name)))?;
        let begins = match (filter & !mark::CAPITAL, value) {
            (mark::PLAIN, Value::Day(_) | Value::Term(_)) => return Err(Unsaid::NeedsFilter(name_of(name))),
            (mark::PLAIN, Value::Text(text)) => out.add_any(text),
            (mark::PLAIN, Value::Code(code)) => out.add_any(code.as_str()),
            (mark::PLAIN, Value::Number(number)) => out.add(&number.to_string()),
            (mark::PLAIN, Value::Flag(flag)) => out.add(if *flag { "true" } else { "false" }),
            (mark::DATE, Value::Day(day)) => out.add_with('0', |out| {
                typography::add_date(self.voice.lang(), *day, |month| self.month(month), out)
            }),
            (mark::UNIT, Value::Number(number)) => {
                let one = *number == 1 || (*number == 0 && self.voice != Voice::En);
                let form = if one { "one" } else { "base" };
                let begins = out.add(&number.to_string());
                out.add(" ");
                out.add(self.lookup("unit", code.text()?, form).unwrap_or_default());
                begins
            }
            (mark::WORD, Value::Term(word)) => {
                let (table, form) = (usize::from(code.short()?), code.text()?);
                let table = *self.tables.get(table).ok_or(Unsaid::Broken)?;
                let text = self.pool.word(table, word, form);
                let named = || self.pool.text(table.name).unwrap_or_default();
                out.add(text.ok_or_else(|| Unsaid::NoWord(named(), word, form))?)
            }
            _ => return Err(Unsaid::WrongFilter(name_of(name))),
        };
        if filter & mark::CAPITAL != 0 {
            out.capital(begins);
        }
        Ok(())
    }

    fn lookup(&self, table: &str, word: &str, form: &str) -> Option<&'static str> {
        let named = |one: &&WordTable| self.pool.text(one.name) == Some(table);
        self.pool.word(*self.tables.iter().find(named)?, word, form)
    }

    /// A word as it is said.
    pub(crate) fn word(&self, table: &str, word: &str, form: &str) -> Option<String> {
        let text = self.lookup(table, word, form)?;
        Some(typography::firm(self.voice.lang(), text))
    }

    /// A date as it is read.
    pub(crate) fn date(&self, day: Date) -> String {
        let mut out = String::with_capacity(24);
        typography::add_date(self.voice.lang(), day, |month| self.month(month), &mut out);
        out
    }

    fn month(&self, month: u32) -> &'static str {
        let name = self.lookup("month", &month.to_string(), "base");
        name.unwrap_or_default()
    }
}
