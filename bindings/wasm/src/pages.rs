//! Pages and pictures, to be put into a page of the host that has [`style_sheet`].

use crate::fault::{option, thrown};
use crate::{dossier, engine, language, parsed, window};
use js_sys::Error;
use tierspayant::format::parse_reject;
use tierspayant::text::STYLE_SHEET;
use tierspayant::{Audience, HtmlFrame, HtmlStyle, Medium, Style};
use tierspayant_returns::intake::{Intake, Options};
use wasm_bindgen::prelude::wasm_bindgen;

fn audience_of(audience: &str) -> Result<Audience, Error> {
    match audience {
        "counter" => Ok(Audience::Counter),
        "patient" => Ok(Audience::Patient),
        _ => Err(option("audience", "expected one of: counter, patient")),
    }
}

/// `text`, `html` (an element) or `document` (a document of HTML).
fn medium(form: &str, details: bool) -> Result<Medium, Error> {
    let html = |frame| Medium::Html(HtmlStyle { details, frame });
    match form {
        "text" => Ok(Medium::Terminal(Style {
            details,
            ..Style::default()
        })),
        "html" => Ok(html(HtmlFrame::Bare)),
        "document" => Ok(html(HtmlFrame::Document)),
        _ => Err(option("form", "expected one of: text, html, document")),
    }
}

/// The page of an answer.
#[wasm_bindgen]
pub fn page(dossier: &str, lang: &str, audience: &str, form: &str, details: bool) -> Result<String, Error> {
    let medium = medium(form, details)?;
    let dossier = self::dossier(dossier)?;
    Ok(engine()
        .check(&dossier)
        .explain(language(lang)?, audience_of(audience)?, medium))
}

/// The timeline of a dossier: `text`, `html`, `document` or `svg`.
#[wasm_bindgen(js_name = timelinePage)]
pub fn timeline_page(
    dossier: &str,
    lang: &str,
    form: &str,
    first: Option<String>,
    last: Option<String>,
) -> Result<String, Error> {
    let (lang, dossier) = (language(lang)?, self::dossier(dossier)?);
    let (first, last) = window(&dossier, first.as_deref(), last.as_deref())?;
    let engine = engine();
    let timeline = engine.timeline(&dossier, first, last);
    Ok(match form {
        "svg" => engine.timeline_svg(&dossier, &timeline, lang, HtmlFrame::Document),
        _ => engine.draw_timeline(&dossier, &timeline, lang, medium(form, false)?),
    })
}

/// The page of a triage.
#[wasm_bindgen(js_name = triagePage)]
pub fn triage_page(
    reject: &str,
    lang: &str,
    audience: &str,
    form: &str,
    details: bool,
) -> Result<String, Error> {
    let medium = medium(form, details)?;
    let document = parse_reject(reject.as_bytes())
        .map_err(|fault| thrown(&fault.to_string(), fault.code(), fault.place()))?;
    Ok(engine().explain_triage(&document, language(lang)?, audience_of(audience)?, medium))
}

/// The work list of a file of returns, with the claims that were sent where they are known: one dossier, or one a line.
#[wasm_bindgen(js_name = workList)]
pub fn work_list(
    returns: &[u8],
    claims: Option<String>,
    today: Option<String>,
    lang: &str,
    form: &str,
) -> Result<String, Error> {
    let refused =
        |fault: tierspayant_returns::intake::IntakeError| thrown(&fault.to_string(), "TP-RT-001", "returns");
    let options = Options::default();
    let mut intake = Intake::default();
    intake.add_returns(returns, &options).map_err(refused)?;
    if let Some(claims) = claims {
        intake.add_claims(claims.as_bytes(), &options).map_err(refused)?;
    }
    let engine = engine();
    let follow = intake.follow(&engine, parsed("today", today.as_deref())?);
    Ok(follow.work_list(engine.texts(), language(lang)?, medium(form, false)?))
}

/// The style sheet of pages and pictures.
#[wasm_bindgen(js_name = styleSheet)]
pub fn style_sheet() -> String {
    STYLE_SHEET.to_owned()
}
