//! Compiles the text of a template into pieces.
//!
//! A template holds `{{ name|filter("form")|cap }}`, `{% if … %}`, `{% elif … %}`, `{% else %}`, `{% endif %}` and
//! `{% include "fragment" %}`. A condition is a name, `name is given`, `is one_of("word", …)`, `is same(name)`,
//! `is above(name)` or `name > number`, joined by `not`, `and` and `or`.

use crate::tree::{Condition, Filter, Fragment, Piece, Said, Tree, WordTable};
use std::collections::BTreeSet;

/// What a template may refer to.
pub(crate) struct Known<'k> {
    pub tables: &'k [&'static WordTable],
    pub fragments: &'k [&'static Fragment],
}

/// Keeps a value as long as the process lasts, as a constant is kept: a build is short.
pub(crate) fn kept<T>(list: Vec<T>) -> &'static [T] {
    Vec::leak(list)
}

pub(crate) fn kept_text(text: &str) -> &'static str {
    String::leak(text.to_owned())
}

/// Compiles a template; also the names that it uses itself.
pub(crate) fn compile(source: &str, known: &Known<'_>) -> Result<(Tree, BTreeSet<&'static str>), String> {
    let mut parser = Parser {
        rest: source,
        known,
        names: BTreeSet::new(),
    };
    let (pieces, end) = parser.pieces()?;
    match end {
        End::Source => Ok((pieces, parser.names)),
        _ => Err("syntax error: `elif`, `else` or `endif` without `if`".to_owned()),
    }
}

/// The fragments that a template includes.
pub(crate) fn included(source: &str) -> Vec<&str> {
    let parts = source.split("{% include \"").skip(1);
    parts.filter_map(|part| part.split('"').next()).collect()
}

struct Parser<'s, 'k> {
    rest: &'s str,
    known: &'k Known<'k>,
    names: BTreeSet<&'static str>,
}

/// What ended a list of pieces.
enum End {
    Source,
    Elif(Condition),
    Else,
    Endif,
}

impl Parser<'_, '_> {
    fn pieces(&mut self) -> Result<(Tree, End), String> {
        let mut pieces = Vec::new();
        loop {
            let at = self.rest.find("{{").into_iter().chain(self.rest.find("{%")).min();
            let (text, from) = self.rest.split_at(at.unwrap_or(self.rest.len()));
            if !text.is_empty() {
                pieces.push(Piece::Text(kept_text(text)));
            }
            let Some((open, inner)) = from.split_at_checked(2) else {
                self.rest = "";
                return Ok((kept(pieces), End::Source));
            };
            let close = if open == "{{" { "}}" } else { "%}" };
            let (inner, after) = inner
                .split_once(close)
                .ok_or_else(|| format!("syntax error: `{open}` without `{close}`"))?;
            self.rest = after;
            let mut words = Words::new(inner)?;
            if open == "{{" {
                pieces.push(Piece::Value(self.said(&mut words)?));
                words.end()?;
                continue;
            }
            let end = match words.name()? {
                "if" => {
                    let condition = self.condition(&mut words)?;
                    pieces.push(self.branches(condition)?);
                    None
                }
                "include" => {
                    let name = words.quoted()?;
                    let fragment = self.known.fragments.iter().find(|one| one.name == name);
                    pieces.push(Piece::Include(fragment.ok_or_else(|| {
                        format!("there is no fragment `{name}` before this one")
                    })?));
                    None
                }
                "elif" => Some(End::Elif(self.condition(&mut words)?)),
                "else" => Some(End::Else),
                "endif" => Some(End::Endif),
                other => return Err(format!("syntax error: unknown statement `{other}`")),
            };
            words.end()?;
            if let Some(end) = end {
                return Ok((kept(pieces), end));
            }
        }
    }

    fn branches(&mut self, first: Condition) -> Result<Piece, String> {
        let (mut branches, mut condition) = (Vec::new(), first);
        loop {
            let (pieces, end) = self.pieces()?;
            branches.push((condition, pieces));
            let otherwise = match end {
                End::Elif(next) => {
                    condition = next;
                    continue;
                }
                End::Endif => kept(Vec::new()),
                End::Else => match self.pieces()? {
                    (pieces, End::Endif) => pieces,
                    _ => return Err("syntax error: `else` without `endif`".to_owned()),
                },
                End::Source => return Err("syntax error: `if` without `endif`".to_owned()),
            };
            return Ok(Piece::If {
                branches: kept(branches),
                otherwise,
            });
        }
    }

    fn named(&mut self, words: &mut Words<'_>) -> Result<&'static str, String> {
        let name = kept_text(words.name()?);
        self.names.insert(name);
        Ok(name)
    }

    fn said(&mut self, words: &mut Words<'_>) -> Result<Said, String> {
        let mut said = Said {
            name: self.named(words)?,
            filter: Filter::Plain,
            capital: false,
        };
        while words.skip("|") {
            let filter = words.name()?;
            let table = self.known.tables.iter().find(|table| table.name == filter);
            match (filter, table) {
                ("cap", _) => said.capital = true,
                ("date", _) => said.filter = Filter::Date,
                ("days", _) => said.filter = Filter::Unit("day"),
                ("working_days", _) => said.filter = Filter::Unit("working_day"),
                (_, Some(table)) => {
                    let form = if words.skip("(") {
                        let form = kept_text(words.quoted()?);
                        words.need(")")?;
                        form
                    } else {
                        "base"
                    };
                    said.filter = Filter::Word { table, form };
                }
                (other, None) => return Err(format!("unknown filter `{other}`")),
            }
        }
        Ok(said)
    }

    fn condition(&mut self, words: &mut Words<'_>) -> Result<Condition, String> {
        let mut any = vec![self.all(words)?];
        while words.skip("or") {
            any.push(self.all(words)?);
        }
        Ok(joined(any, Condition::Or))
    }

    fn all(&mut self, words: &mut Words<'_>) -> Result<Condition, String> {
        let mut all = vec![self.one(words)?];
        while words.skip("and") {
            all.push(self.one(words)?);
        }
        Ok(joined(all, Condition::And))
    }

    fn one(&mut self, words: &mut Words<'_>) -> Result<Condition, String> {
        if words.skip("not") {
            let one = self.one(words)?;
            return Ok(Condition::Not(Box::leak(Box::new(one))));
        }
        let name = self.named(words)?;
        if words.skip(">") {
            let number = words.name()?;
            let number = number
                .parse()
                .map_err(|_| format!("syntax error: `{number}` is no number"))?;
            return Ok(Condition::MoreThan(name, number));
        }
        if !words.skip("is") {
            return Ok(Condition::Is(name));
        }
        let test = words.name()?;
        if test == "given" {
            return Ok(Condition::Given(name));
        }
        words.need("(")?;
        let condition = match test {
            "one_of" => {
                let mut list = vec![kept_text(words.quoted()?)];
                while words.skip(",") {
                    list.push(kept_text(words.quoted()?));
                }
                Condition::OneOf(name, kept(list))
            }
            "same" => Condition::Same(name, self.named(words)?),
            "above" => Condition::Above(name, self.named(words)?),
            other => return Err(format!("unknown test `{other}`")),
        };
        words.need(")")?;
        Ok(condition)
    }
}

fn joined(mut list: Vec<Condition>, join: fn(&'static [Condition]) -> Condition) -> Condition {
    match list.pop() {
        Some(one) if list.is_empty() => one,
        Some(last) => {
            list.push(last);
            join(kept(list))
        }
        None => join(&[]),
    }
}

/// The words and signs between a pair of braces.
struct Words<'s>(std::collections::VecDeque<&'s str>);

impl<'s> Words<'s> {
    fn new(inner: &'s str) -> Result<Self, String> {
        let mut words = std::collections::VecDeque::new();
        let mut rest = inner.trim_start();
        while let Some(first) = rest.chars().next() {
            let length = match first {
                '"' => {
                    let closed = rest.get(1..).and_then(|text| text.find('"'));
                    closed.ok_or("syntax error: a quote is open")? + 2
                }
                '|' | '(' | ')' | ',' | '>' => 1,
                _ if is_word(first) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
                other => return Err(format!("syntax error: `{other}`")),
            };
            let (word, after) = rest.split_at(length);
            words.push_back(word);
            rest = after.trim_start();
        }
        Ok(Words(words))
    }

    fn next(&mut self) -> Result<&'s str, String> {
        self.0
            .pop_front()
            .ok_or_else(|| "syntax error: something is missing at the end".to_owned())
    }

    fn name(&mut self) -> Result<&'s str, String> {
        let word = self.next()?;
        if word.starts_with(is_word) {
            Ok(word)
        } else {
            Err(format!("syntax error: `{word}` where a name is expected"))
        }
    }

    fn quoted(&mut self) -> Result<&'s str, String> {
        let word = self.next()?;
        word.strip_prefix('"')
            .and_then(|word| word.strip_suffix('"'))
            .ok_or_else(|| format!("syntax error: `{word}` where a quoted word is expected"))
    }

    fn skip(&mut self, wanted: &str) -> bool {
        let here = self.0.front() == Some(&wanted);
        if here {
            self.0.pop_front();
        }
        here
    }

    fn need(&mut self, wanted: &str) -> Result<(), String> {
        if self.skip(wanted) {
            Ok(())
        } else {
            Err(format!("syntax error: `{wanted}` is missing"))
        }
    }

    fn end(&self) -> Result<(), String> {
        match self.0.front() {
            None => Ok(()),
            Some(word) => Err(format!("syntax error: `{word}` is left over")),
        }
    }
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}
