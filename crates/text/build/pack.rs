//! Packs templates and words into numbers that point into one text.

use crate::kind::Kind;
use crate::template::{Pool, Template, VoiceTexts, WordTable, mark};
use crate::tree::{self, Condition, Filter, Fragment, Piece, Said, Tree};
use crate::typography;
use crate::values::number_of;
use crate::voice::{Lang, Voice};
use std::collections::BTreeMap;

/// What has been packed so far. It only grows, so that what points into it stays right.
#[derive(Default)]
pub(crate) struct Packer {
    numbers: BTreeMap<Box<str>, u16>,
    letters: String,
    ends: Vec<u32>,
    code: Vec<u8>,
    words: Vec<(u16, u16, u16)>,
    forms: Vec<(u16, u16)>,
}

/// More than the packed form has room for. Texts are far from it.
const FULL: &str = "there are more texts than can be packed";

/// Where the fragments of a voice begin, by their name, and the place of each table of words.
pub(crate) struct Known {
    lang: Lang,
    fragments: BTreeMap<&'static str, u32>,
    tables: BTreeMap<&'static str, u16>,
}

impl Known {
    pub(crate) const fn new(lang: Lang) -> Self {
        Known {
            lang,
            fragments: BTreeMap::new(),
            tables: BTreeMap::new(),
        }
    }
}

type Packed<T> = Result<T, String>;

/// Words whose typography is in order but for the spaces at their ends, which depend on what stands beside them.
fn inner_firm(lang: Lang, text: &str) -> String {
    let (from, to) = (text.trim_start(), text.trim_end());
    if from.is_empty() {
        return text.to_owned();
    }
    let (before, after) = (text.len() - from.len(), text.len() - to.len());
    let ends = (
        text.get(..before).unwrap_or_default(),
        text.get(text.len() - after..).unwrap_or_default(),
    );
    format!("{}{}{}", ends.0, typography::firm(lang, text), ends.1)
}

pub(crate) fn small<T: TryFrom<usize>>(number: usize) -> Packed<T> {
    T::try_from(number).map_err(|_| FULL.to_owned())
}

/// A name by its number; one that nobody knows by a number that never has a value: its template is refused.
fn name(name: &str) -> u8 {
    number_of(name).unwrap_or(u8::MAX)
}

impl Packer {
    /// The number of a text, which is kept once.
    pub(crate) fn text(&mut self, text: &str) -> Packed<u16> {
        if let Some(number) = self.numbers.get(text) {
            return Ok(*number);
        }
        let number = small(self.ends.len())?;
        self.letters.push_str(text);
        self.ends.push(small(self.letters.len())?);
        self.numbers.insert(text.into(), number);
        Ok(number)
    }

    /// The tables of words of a voice.
    pub(crate) fn tables(
        &mut self,
        tables: &[&tree::WordTable],
        known: &mut Known,
    ) -> Packed<Vec<WordTable>> {
        let mut packed = Vec::new();
        for table in tables {
            let first = small(self.words.len())?;
            let mut words = table.words.to_vec();
            words.sort_unstable_by_key(|(word, _)| *word);
            for (word, forms) in words {
                let first = small(self.forms.len())?;
                for (form, text) in forms {
                    let form = (self.text(form)?, self.text(&inner_firm(known.lang, text))?);
                    self.forms.push(form);
                }
                let word = (self.text(word)?, first, small(forms.len())?);
                self.words.push(word);
            }
            known.tables.insert(table.name, small(packed.len())?);
            packed.push(WordTable {
                name: self.text(table.name)?,
                first,
                count: small(table.words.len())?,
            });
        }
        Ok(packed)
    }

    /// A fragment, after those that it includes.
    pub(crate) fn fragment(&mut self, fragment: &Fragment, known: &mut Known) -> Packed<()> {
        let code = self.pieces(fragment.pieces, known)?;
        let Template(at) = self.add(code)?;
        known.fragments.insert(fragment.name, at);
        Ok(())
    }

    /// A template that says the same whatever the facts is kept as it is read, a sentence with its capital.
    pub(crate) fn template(&mut self, kind: Kind, tree: Tree, known: &Known) -> Packed<Template> {
        let code = match tree {
            [Piece::Text(whole)] => {
                let mut code = vec![mark::WHOLE];
                let mut whole = typography::firm(known.lang, whole);
                if kind.is_a_sentence() {
                    typography::capital_at(&mut whole, 0);
                }
                self.short(&mut code, &whole)?;
                code.push(mark::END);
                code
            }
            _ => self.pieces(tree, known)?,
        };
        self.add(code)
    }

    fn add(&mut self, code: Vec<u8>) -> Packed<Template> {
        let at = small(self.code.len())?;
        self.code.extend(code);
        Ok(Template(at))
    }

    /// What there is now, kept as long as the process lasts, as a constant is kept: a build is short.
    pub(crate) fn pool(&self) -> &'static Pool {
        Box::leak(Box::new(Pool {
            letters: String::leak(self.letters.clone()),
            ends: Vec::leak(self.ends.clone()),
            code: Vec::leak(self.code.clone()),
            words: Vec::leak(self.words.clone()),
            forms: Vec::leak(self.forms.clone()),
        }))
    }

    /// A voice of templates that were packed.
    pub(crate) fn voice(
        &self,
        voice: Voice,
        texts: Vec<(u16, Template)>,
        ends: [u16; Kind::COUNT],
        numbered: [Vec<Template>; 2],
        tables: Vec<WordTable>,
    ) -> VoiceTexts {
        let [reasons, remedies] = numbered.map(Vec::leak);
        VoiceTexts {
            voice,
            pool: self.pool(),
            texts: Vec::leak(texts),
            ends,
            reasons,
            remedies,
            tables: Vec::leak(tables),
        }
    }

    fn short(&mut self, code: &mut Vec<u8>, text: &str) -> Packed<()> {
        code.extend(self.text(text)?.to_le_bytes());
        Ok(())
    }

    fn pieces(&mut self, tree: Tree, known: &Known) -> Packed<Vec<u8>> {
        let mut code = Vec::new();
        for piece in tree {
            match piece {
                Piece::Text(text) => {
                    code.push(mark::TEXT);
                    self.short(&mut code, &inner_firm(known.lang, text))?;
                }
                Piece::Value(said) => self.said(said, known, &mut code)?,
                Piece::Include(fragment) => {
                    let at = known.fragments.get(fragment.name);
                    let at = at.ok_or_else(|| format!("`{}` is not packed yet", fragment.name))?;
                    code.push(mark::INCLUDE);
                    code.extend(at.to_le_bytes());
                }
                Piece::If { branches, otherwise } => {
                    let mut inner = vec![small(branches.len())?];
                    for (condition, then) in *branches {
                        self.condition(condition, &mut inner)?;
                        let then = self.pieces(then, known)?;
                        inner.extend(small::<u16>(then.len())?.to_le_bytes());
                        inner.extend(then);
                    }
                    inner.extend(self.pieces(otherwise, known)?);
                    code.push(mark::IF);
                    code.extend(small::<u16>(inner.len())?.to_le_bytes());
                    code.extend(inner);
                }
            }
        }
        code.push(mark::END);
        Ok(code)
    }

    fn said(&mut self, said: &Said, known: &Known, code: &mut Vec<u8>) -> Packed<()> {
        code.push(mark::VALUE);
        code.push(name(said.name));
        let capital = if said.capital { mark::CAPITAL } else { 0 };
        match said.filter {
            Filter::Plain => code.push(mark::PLAIN | capital),
            Filter::Date => code.push(mark::DATE | capital),
            Filter::Unit(unit) => {
                code.push(mark::UNIT | capital);
                self.short(code, unit)?;
            }
            Filter::Word { table, form } => {
                let at = known.tables.get(table.name);
                let at = at.ok_or_else(|| format!("`{}` is not packed yet", table.name))?;
                code.push(mark::WORD | capital);
                code.extend(at.to_le_bytes());
                self.short(code, form)?;
            }
        }
        Ok(())
    }

    fn condition(&mut self, condition: &Condition, code: &mut Vec<u8>) -> Packed<()> {
        let mut names = |mark: u8, names: &[&str]| {
            code.push(mark);
            code.extend(names.iter().map(|one| name(one)));
        };
        match *condition {
            Condition::Is(name) => names(mark::IS, &[name]),
            Condition::Given(name) => names(mark::GIVEN, &[name]),
            Condition::Same(one, other) => names(mark::SAME, &[one, other]),
            Condition::Above(one, other) => names(mark::ABOVE, &[one, other]),
            Condition::MoreThan(name, least) => {
                names(mark::MORE_THAN, &[name]);
                code.extend(least.to_le_bytes());
            }
            Condition::OneOf(name, words) => {
                names(mark::ONE_OF, &[name]);
                code.push(small(words.len())?);
                words.iter().try_for_each(|word| self.short(code, word))?;
            }
            Condition::Not(one) => {
                code.push(mark::NOT);
                self.condition(one, code)?;
            }
            Condition::And(all) => self.conditions(mark::AND, all, code)?,
            Condition::Or(any) => self.conditions(mark::OR, any, code)?,
        }
        Ok(())
    }

    fn conditions(&mut self, mark: u8, all: &[Condition], code: &mut Vec<u8>) -> Packed<()> {
        code.push(mark);
        code.push(small(all.len())?);
        all.iter().try_for_each(|one| self.condition(one, code))
    }
}
