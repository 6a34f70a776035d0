//! The pictures of the README: the answer and the timeline of its example, made by the product.

use crate::process::root;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use tierspayant::core::model::Moment;
use tierspayant::format::parse_dossier;
use tierspayant::readers::{Format, ReadOptions, read};
use tierspayant::text::STYLE_SHEET;
use tierspayant::{Audience, Dossier, Engine, HtmlFrame, HtmlStyle, Lang};

/// Room for the answer, in pixels. The browser test finds out when it is too small.
const WIDTH: u32 = 760;
const HEIGHT: u32 = 900;

/// The folder of the pictures.
pub(super) fn folder() -> PathBuf {
    root().join("docs/pictures")
}

/// Every picture, by the name of its file.
pub(super) fn written(engine: &Engine) -> Result<BTreeMap<String, String>, String> {
    let dossier = example()?;
    let care = dossier.claim.care_date;
    let around = |days| care.plus_days(days).unwrap_or(care);
    let timeline = engine.timeline(&dossier, around(-365), around(365));
    let mut pictures = BTreeMap::new();
    // The README is in English.
    let lang = Lang::En;
    let timeline = engine.timeline_svg(&dossier, &timeline, lang, HtmlFrame::Document);
    pictures.insert("timeline.svg".to_owned(), timeline);
    pictures.insert("answer.svg".to_owned(), answer(engine, &dossier, lang));
    Ok(pictures)
}

/// The page of the answer, held by a picture.
fn answer(engine: &Engine, dossier: &Dossier, lang: Lang) -> String {
    let style = HtmlStyle {
        details: false,
        frame: HtmlFrame::Bare,
    };
    let page = engine.check(dossier).explain(lang, Audience::Counter, style);
    let page = page.replacen("<div ", "<div xmlns=\"http://www.w3.org/1999/xhtml\" ", 1);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"tierspayant\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         viewBox=\"0 0 {WIDTH} {HEIGHT}\">\n<style>\n{STYLE_SHEET}</style>\n\
         <rect class=\"sheet\" width=\"100%\" height=\"100%\"/>\n\
         <foreignObject width=\"100%\" height=\"100%\">\n{page}</foreignObject>\n</svg>\n"
    )
}

/// The dossier of the README's example: its claim, its card and its ADRi answer.
fn example() -> Result<Dossier, String> {
    let file = |name: &str| {
        let path = root().join("examples/counter").join(name);
        fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let mut dossier = parse_dossier(&file("claim.json")?).map_err(|fault| fault.to_string())?;
    let options = ReadOptions {
        observed_at: dossier.as_of.map(Moment::on),
    };
    for (name, format) in [("card.in", Format::Ssv), ("adri.json", Format::AdriJson)] {
        let read = read(format, &file(name)?, &options).map_err(|fault| format!("{name}: {fault}"))?;
        dossier.rights.extend(read.snapshots);
    }
    Ok(dossier)
}
