//! `timeline`: the rights over time, and the answer to the claim on each day.

use crate::args::{DrawnForm, TimelineArgs};
use crate::failure::Failure;
use crate::input::{dossier, engine};
use crate::output::print;
use std::process::ExitCode;
use tierspayant::HtmlFrame;

/// Days on each side of the care that are drawn when none are asked for.
const YEAR: i32 = 365;

pub(crate) fn run(args: &TimelineArgs) -> Result<ExitCode, Failure> {
    let dossier = dossier(&args.dossier)?;
    let engine = engine(&args.tables)?;
    let care = dossier.claim.care_date;
    let first = args.from_day.or_else(|| care.plus_days(-YEAR)).unwrap_or(care);
    let last = args.to_day.or_else(|| care.plus_days(YEAR)).unwrap_or(care);
    if last < first {
        return Err(Failure::Usage("the last day is before the first"));
    }
    let timeline = engine.timeline(&dossier, first, last);
    let lang = args.show.lang.into();
    let text = match args.format {
        DrawnForm::Json => engine.timeline_json(&dossier, &timeline) + "\n",
        DrawnForm::Svg => engine.timeline_svg(&dossier, &timeline, lang, HtmlFrame::Document),
        DrawnForm::Html => engine.draw_timeline(&dossier, &timeline, lang, args.show.html()),
        DrawnForm::Text => engine.draw_timeline(&dossier, &timeline, lang, args.show.style()),
    };
    print(|out| out.write_all(text.as_bytes()))?;
    Ok(ExitCode::SUCCESS)
}
