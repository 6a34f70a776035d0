//! The formats that can be read.

use std::fmt;
use std::str::FromStr;

/// A format that a reader understands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// `ssv`: the buffer of groups 101 to 111 that a reading of a carte Vitale gives.
    Ssv,
    /// `adri-json`: an ADRi answer as billing engines hand it over in JSON.
    AdriJson,
    /// `cnam-droits`: answers of the rights API of the CNAM.
    CnamDroits,
    /// `c2s`: an answer of API Particulier on the complémentaire santé solidaire, versions 2 and 3.
    C2s,
    /// `jfse`: a card reading as the jFSE engine hands it over in JSON, a phone's card (apCV) included.
    Jfse,
    /// `lecture-vitale`: the XML of the Lecture Vitale library.
    LectureVitale,
}

/// A name that no reader has; its text lists those that there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownFormat;

impl fmt::Display for UnknownFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected one of: ")?;
        for (place, format) in Format::ALL.iter().enumerate() {
            let before = if place == 0 { "" } else { ", " };
            write!(f, "{before}{format}")?;
        }
        Ok(())
    }
}

impl std::error::Error for UnknownFormat {}

impl Format {
    /// Every format, in the order of the documentation.
    pub const ALL: &'static [Format] = &[
        Format::Ssv,
        Format::AdriJson,
        Format::CnamDroits,
        Format::C2s,
        Format::Jfse,
        Format::LectureVitale,
    ];

    /// The name used on the command line and in every language.
    pub const fn as_str(self) -> &'static str {
        match self {
            Format::Ssv => "ssv",
            Format::AdriJson => "adri-json",
            Format::CnamDroits => "cnam-droits",
            Format::C2s => "c2s",
            Format::Jfse => "jfse",
            Format::LectureVitale => "lecture-vitale",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        Format::ALL
            .iter()
            .copied()
            .find(|format| format.as_str() == name)
            .ok_or(UnknownFormat)
    }
}

#[cfg(test)]
#[path = "format_tests.rs"]
mod tests;
