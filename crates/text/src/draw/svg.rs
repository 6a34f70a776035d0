//! Elements of a picture: bars, their patterns, words.
//!
//! What runs along the days is placed in hundredths of the width, so that a picture fills the page that it is put into and
//! its words keep their size.

use crate::html::Escaped;
use std::fmt::{self, Display, Formatter};
use tierspayant_core::model::{Date, Period};
use tierspayant_core::timeline::Certainty;
use tierspayant_core::verdict::Verdict;

/// How a bar is filled: a colour, and a pattern for who does not see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fill {
    pub class: &'static str,
    pub pattern: Option<&'static str>,
}

pub(super) const fn certainty_fill(certainty: Certainty) -> Fill {
    let (class, pattern) = match certainty {
        Certainty::Proved => ("good-fill", None),
        Certainty::Horizon => ("good-fill", Some("tp-stripes")),
        Certainty::Assumed => ("good-fill", Some("tp-dots")),
        Certainty::Contradicted => ("unsure-fill", Some("tp-cross")),
        Certainty::Pending => ("unsure-fill", Some("tp-spots")),
        Certainty::Stale => ("unsure-fill", Some("tp-lines")),
        Certainty::Unknown => ("unsure-fill", Some("tp-dots")),
        Certainty::Absent => ("rail", None),
    };
    Fill { class, pattern }
}

pub(super) const fn verdict_fill(verdict: Verdict) -> Fill {
    let (class, pattern) = match verdict {
        Verdict::Billable => ("good-fill", None),
        Verdict::Undetermined(_) => ("unsure-fill", Some("tp-stripes")),
        Verdict::NotBillable(_) => ("bad-fill", Some("tp-grid")),
    };
    Fill { class, pattern }
}

/// The patterns, once in each picture.
pub(super) const PATTERNS: &str = r#"<defs>
<pattern id="tp-stripes" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V8"/></pattern>
<pattern id="tp-dots" width="7" height="7" patternUnits="userSpaceOnUse"><circle class="dot" cx="3" cy="3" r="1.4"/></pattern>
<pattern id="tp-grid" width="7" height="7" patternUnits="userSpaceOnUse"><path class="hatch thin" d="M0 0H7M0 0V7"/></pattern>
<pattern id="tp-cross" width="8" height="8" patternUnits="userSpaceOnUse"><path class="hatch ink" d="M0 0L8 8M8 0L0 8"/></pattern>
<pattern id="tp-spots" width="8" height="8" patternUnits="userSpaceOnUse"><circle class="dot ink" cx="4" cy="4" r="1.6"/></pattern>
<pattern id="tp-lines" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path class="hatch ink" d="M0 0V8"/></pattern>
</defs>
"#;

/// A place along the days, in thousandths of a hundredth of the width.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Along(i64);

impl Along {
    /// Which end of a text stands here, so that the text stays in the picture.
    pub(super) const fn anchor(self) -> &'static str {
        match self.0 {
            ..33_000 => "",
            33_000..67_000 => " text-anchor=\"middle\"",
            _ => " text-anchor=\"end\"",
        }
    }

    pub(super) const fn up_to(self, other: Along) -> Along {
        Along(other.0 - self.0)
    }

    /// Whether a text of some length has room from here on in a picture as narrow as a telephone.
    pub(super) fn holds(self, characters: usize) -> bool {
        const PIXELS: i64 = 280;
        let needed = i64::try_from(characters).unwrap_or(i64::MAX).saturating_mul(7);
        self.0.saturating_mul(PIXELS) / 100_000 >= needed.saturating_add(8)
    }
}

impl Display for Along {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:03}%", self.0 / 1_000, self.0 % 1_000)
    }
}

/// The days of a picture.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    first: Date,
    count: i64,
}

impl Days {
    pub(super) fn new(first: Date, last: Date) -> Self {
        Days {
            first,
            count: i64::from(last.days_since(first)).max(0) + 1,
        }
    }

    /// Where a day starts.
    pub(super) fn start(self, day: Date) -> Along {
        let offset = i64::from(day.days_since(self.first)).clamp(0, self.count);
        Along(offset * 100_000 / self.count)
    }

    /// Where the days of a period start and how far they go.
    pub(super) fn run(self, period: Period) -> (Along, Along) {
        let from = period.start().map_or(Along(0), |day| self.start(day));
        let to = period
            .end()
            .and_then(|day| day.plus_days(1))
            .map_or(Along(100_000), |day| self.start(day));
        (from, from.up_to(to))
    }

    pub(super) fn hold(self, day: Date) -> bool {
        (0..self.count).contains(&i64::from(day.days_since(self.first)))
    }
}

/// A bar with what it says when it is pointed at, and a word in it.
pub(super) fn bar(
    place: (Along, Along),
    (top, height): (usize, usize),
    fill: Fill,
    told: &str,
    word: &str,
) -> String {
    let (from, width) = place;
    let mut out = format!(
        "<svg x=\"{from}\" y=\"{top}\" width=\"{width}\" height=\"{height}\"><title>{}</title>",
        Escaped(told)
    );
    out.push_str(&filled("100%", height, fill));
    if !word.is_empty() {
        let base = top_of_text(height);
        out.push_str(&format!(
            "<text class=\"on\" x=\"6\" y=\"{base}\">{}</text>",
            Escaped(word)
        ));
    }
    out.push_str("</svg>\n");
    out
}

/// A filled rectangle, for a bar or the legend.
pub(super) fn filled(width: &str, height: usize, fill: Fill) -> String {
    let mut out = format!(
        "<rect class=\"{}\" width=\"{width}\" height=\"{height}\"/>",
        fill.class
    );
    if let Some(pattern) = fill.pattern {
        out.push_str(&format!(
            "<rect fill=\"url(#{pattern})\" width=\"{width}\" height=\"{height}\"/>"
        ));
    }
    out.push_str(&format!(
        "<rect class=\"edge\" width=\"{width}\" height=\"{height}\"/>"
    ));
    out
}

const fn top_of_text(height: usize) -> usize {
    height / 2 + 5
}
