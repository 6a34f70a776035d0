//! The same message on several lines is said once, and names the lines.

use super::Page;
use crate::kind::Kind;
use crate::values::Variables;
use crate::voice::Lang;
use tierspayant_core::model::{Share, ShareSet};

/// The parts of the claim that a text is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub shares: Option<ShareSet>,
    /// Places of lines; none stands for the claim as a whole.
    pub lines: Vec<u16>,
}

impl Parts {
    /// The shares.
    pub(super) fn shares(&self) -> &'static [Share] {
        self.shares.map_or(&[], ShareSet::shares)
    }

    pub(super) fn add(&mut self, shares: impl Into<Option<ShareSet>>, line: Option<u16>) {
        self.shares = match (self.shares, shares.into()) {
            (Some(one), Some(other)) if one != other => Some(ShareSet::Both),
            (one, other) => one.or(other),
        };
        let Some(line) = line else { return };
        // Lines mostly come in order: sorting at each of them would grow with their square.
        if self.lines.last().is_some_and(|last| *last >= line) {
            if let Err(place) = self.lines.binary_search(&line) {
                self.lines.insert(place, line);
            }
        } else {
            self.lines.push(line);
        }
    }
}

impl Page<'_> {
    /// ` : ` or `: `.
    pub(super) fn colon(&self) -> &'static str {
        match self.lang {
            Lang::Fr => "\u{a0}: ",
            Lang::En => ": ",
        }
    }

    /// `AMO, lignes 1 et 2 · `; nothing for what concerns every part.
    pub(super) fn tag(&self, shares: &[Share], lines: &[u16]) -> String {
        let names: Vec<String> = shares.iter().map(|share| self.share_name(*share)).collect();
        let shares = Some(self.listed(&names, "list_end")).filter(|text| !text.is_empty());
        let lines = self.lines_tag(lines);
        let parts: Vec<String> = shares.into_iter().chain(lines).collect();
        if parts.is_empty() {
            String::new()
        } else {
            let tag = parts.join(", ");
            format!("{} · ", crate::typography::capital(&tag))
        }
    }

    /// `lignes 1 et 2`; nothing for a claim that has one line only.
    fn lines_tag(&self, lines: &[u16]) -> Option<String> {
        let all = self.explained.claim.lines.len();
        if lines.is_empty() || all < 2 {
            return None;
        }
        let setting = Variables::default()
            .text("lines", Some(&self.line_ids(lines)))
            .flag("many", lines.len() > 1)
            .flag("all", lines.len() == all);
        Some(self.texts.lower(self.voice, Kind::Frame, "lines_tag", setting))
    }
}
