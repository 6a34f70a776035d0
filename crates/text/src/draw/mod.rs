//! The rights of a person over time, drawn with characters or as a picture.

mod changes;
mod characters;
mod picture;
mod scale;
mod svg;

use crate::kind::Kind;
use crate::medium::{HtmlFrame, Medium};
use crate::texts::Texts;
use crate::values::Variables;
use crate::voice::{Audience, Lang, Voice};
use tierspayant_core::model::Date;
use tierspayant_core::timeline::{Certainty, FollowedRight, Timeline};
use tierspayant_core::verdict::Verdict;

/// The days that a timeline marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkedDays {
    /// The day of the care, on which the claim is asked.
    pub care: Date,
    /// The day of the question, where it is known.
    pub asked: Option<Date>,
}

/// One row for each right, with a scale of dates above, a mark on the day of the care, a row with the verdict of the
/// claim, a legend, and the exact days on which something changes: as characters, or as a picture in a page of HTML.
pub fn draw_timeline(
    texts: &Texts,
    timeline: &Timeline,
    days: MarkedDays,
    lang: Lang,
    medium: impl Into<Medium>,
) -> String {
    let drawing = Drawing::new(texts, timeline, days, lang);
    match medium.into() {
        Medium::Terminal(style) => drawing.characters(style),
        Medium::Html(style) => drawing.page(style.frame),
    }
}

/// The same as a picture: a document of SVG, or an element that fills the width of the page it is put into.
pub fn timeline_svg(
    texts: &Texts,
    timeline: &Timeline,
    days: MarkedDays,
    lang: Lang,
    frame: HtmlFrame,
) -> String {
    Drawing::new(texts, timeline, days, lang).picture(frame)
}

/// What every part of a drawing reads.
struct Drawing<'a> {
    texts: &'a Texts,
    timeline: &'a Timeline,
    days: MarkedDays,
    voice: Voice,
}

impl<'a> Drawing<'a> {
    const fn new(texts: &'a Texts, timeline: &'a Timeline, days: MarkedDays, lang: Lang) -> Self {
        Drawing {
            texts,
            timeline,
            days,
            voice: Voice::of(lang, Audience::Counter),
        }
    }
}

impl Drawing<'_> {
    /// A label for each right, and one for the claim.
    fn labels(&self) -> Vec<String> {
        let rights = self.timeline.rights.iter();
        let label = |right: FollowedRight| self.texts.form(self.voice, "right", word_of(right), "short");
        rights
            .map(|(right, _)| label(*right))
            .chain([self.frame("timeline_claim", Variables::default())])
            .collect()
    }

    fn frame(&self, id: &str, setting: Variables) -> String {
        self.texts.frame(self.voice, id, setting)
    }

    /// A frame that goes into a line.
    fn lower(&self, id: &str, setting: Variables) -> String {
        self.texts.lower(self.voice, Kind::Frame, id, setting)
    }

    /// A month as a scale names it.
    fn month(&self, day: Date) -> String {
        match self.voice.lang() {
            Lang::Fr => format!("{:02}/{:04}", day.month(), day.year()),
            Lang::En => {
                let name = self
                    .texts
                    .form(self.voice, "month", &day.month().to_string(), "base");
                format!("{} {}", name.chars().take(3).collect::<String>(), day.year())
            }
        }
    }

    /// The certainties that are drawn, in their order.
    fn certainties(&self) -> Vec<Certainty> {
        let rights = self.timeline.rights.iter();
        let seen: Vec<Certainty> = rights
            .flat_map(|(_, intervals)| intervals.iter().map(|one| one.certainty))
            .collect();
        let all = Certainty::ALL.iter().copied();
        all.filter(|one| seen.contains(one)).collect()
    }

    /// The verdicts that are drawn, each once, in the order of their days.
    fn verdicts(&self) -> Vec<Verdict> {
        let mut found: Vec<Verdict> = Vec::new();
        for one in &self.timeline.claim {
            if !found.iter().any(|other| other.as_str() == one.verdict.as_str()) {
                found.push(one.verdict);
            }
        }
        found
    }
}

const fn word_of(right: FollowedRight) -> &'static str {
    match right {
        FollowedRight::Coverage => "coverage",
        FollowedRight::Exemption(ground) => ground.as_str(),
        FollowedRight::Contract(kind) => kind.as_str(),
    }
}
