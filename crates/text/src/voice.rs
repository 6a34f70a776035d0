//! Languages, audiences and the three voices in which everything is said.

use core::fmt;
use std::str::FromStr;

/// The language of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
}

/// Who reads or hears a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Audience {
    /// The pharmacist.
    #[default]
    Counter,
    /// The patient who stands there, with others behind.
    Patient,
}

/// A word that is neither `fr` nor `en`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a language is `fr` or `en`")]
pub struct UnknownLang;

impl Lang {
    /// Every language.
    pub const ALL: &'static [Lang] = &[Lang::Fr, Lang::En];

    /// `fr` or `en`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Lang::Fr => "fr",
            Lang::En => "en",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(word: &str) -> Result<Self, UnknownLang> {
        match word {
            "fr" => Ok(Lang::Fr),
            "en" => Ok(Lang::En),
            _ => Err(UnknownLang),
        }
    }
}

impl Audience {
    /// Every audience.
    pub const ALL: &'static [Audience] = &[Audience::Counter, Audience::Patient];
}

/// A way of saying things. English has one voice, that of the counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Voice {
    Fr,
    FrPatient,
    En,
}

impl Voice {
    pub(crate) const fn of(lang: Lang, audience: Audience) -> Self {
        match (lang, audience) {
            (Lang::Fr, Audience::Counter) => Voice::Fr,
            (Lang::Fr, Audience::Patient) => Voice::FrPatient,
            (Lang::En, _) => Voice::En,
        }
    }

    pub(crate) const fn lang(self) -> Lang {
        match self {
            Voice::Fr | Voice::FrPatient => Lang::Fr,
            Voice::En => Lang::En,
        }
    }
}
