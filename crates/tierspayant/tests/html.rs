//! Every case as HTML: read by an HTML5 parser without a fault, word for word the page of the terminal, and nothing of the
//! input is markup.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use serde_json::json;
use tierspayant::core::triage::Followed;
use tierspayant::format::{parse_dossier, parse_reject};
use tierspayant::text::{Balance, Gaps, Unread, WorkRow, work_list};
use tierspayant::{Audience, Dossier, Engine, HtmlFrame, HtmlStyle, Lang, Medium, Share, Style};
use tierspayant_testkit::case_files;

/// What a page may be made of.
const ELEMENTS: &[&str] = &[
    "html", "head", "meta", "title", "style", "body", "main", "div", "section", "h1", "h2", "h3", "p", "ul",
    "li", "strong", "span", "table", "thead", "tbody", "tr", "th", "td", "figure", "svg", "defs", "pattern",
    "path", "circle", "rect", "line", "text", "desc",
];
const ATTRIBUTES: &[&str] = &[
    "charset",
    "name",
    "content",
    "lang",
    "class",
    "role",
    "scope",
    "data-title",
    "aria-hidden",
    "id",
    "width",
    "height",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "cx",
    "cy",
    "r",
    "d",
    "dx",
    "fill",
    "text-anchor",
    "patternUnits",
    "patternTransform",
    "viewBox",
    "xmlns",
];

/// A page without the width of a terminal.
const UNBOUNDED: usize = 1_000_000;

fn parsed(html: &str) -> RcDom {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    assert!(
        dom.errors.borrow().is_empty(),
        "{:?} in\n{html}",
        dom.errors.borrow()
    );
    check_elements(&dom.document);
    dom
}

/// Only what the product writes is an element or an attribute; nothing runs and nothing is fetched.
fn check_elements(node: &Handle) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        assert!(ELEMENTS.contains(&&*name.local), "<{}>", name.local);
        for one in attrs.borrow().iter() {
            let name = &*one.name.local;
            assert!(ATTRIBUTES.contains(&name), "{name}={:?}", one.value);
            assert!(
                name != "fill" || one.value.starts_with("url(#tp-"),
                "{}",
                one.value
            );
        }
    }
    node.children.borrow().iter().for_each(check_elements);
}

/// The text of what is shown; of pictures too where they are asked for.
fn text(node: &Handle, pictures: bool, out: &mut String) {
    match &node.data {
        NodeData::Text { contents } => out.push_str(&contents.borrow()),
        NodeData::Element { name, .. } => {
            let hidden = ["head", "style", "title", "desc"].contains(&&*name.local);
            if hidden || (!pictures && &*name.local == "svg") {
                return;
            }
        }
        _ => {}
    }
    for child in node.children.borrow().iter() {
        text(child, pictures, out);
    }
}

fn words_of(html: &str, pictures: bool) -> Vec<String> {
    let mut out = String::new();
    text(&parsed(html).document, pictures, &mut out);
    words(&out)
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

fn styles(details: bool) -> (Style, HtmlStyle) {
    let terminal = Style {
        width: UNBOUNDED,
        details,
        ..Style::default()
    };
    let html = HtmlStyle {
        details,
        frame: HtmlFrame::Document,
    };
    (terminal, html)
}

fn same_words(engine: &Engine, dossier: &Dossier, details: bool, name: &str) {
    let checked = engine.check(dossier);
    for lang in Lang::ALL {
        for audience in Audience::ALL {
            // Half of the cases with details in French, the other half in English.
            let (terminal, html) = styles(*audience == Audience::Counter && (*lang == Lang::Fr) == details);
            let page = checked.explain(*lang, *audience, html);
            let lines = checked.explain(*lang, *audience, terminal);
            assert_eq!(words_of(&page, false), words(&lines), "{name}");
        }
    }
}

/// The picture is well formed, its bars tile each row, and the page below it says what the terminal says of changes.
fn same_timeline(engine: &Engine, dossier: &Dossier, lang: Lang, name: &str) {
    let care = dossier.claim.care_date;
    let (first, last) = (
        care.plus_days(-400).unwrap_or(care),
        care.plus_days(400).unwrap_or(care),
    );
    let timeline = engine.timeline(dossier, first, last);
    let (terminal, html) = styles(false);
    let found = words_of(&engine.draw_timeline(dossier, &timeline, lang, html), false);
    // Where nothing changes, the terminal's drawing ends with its legend.
    let narrow = Style {
        width: 400,
        ..terminal
    };
    let lines = engine.draw_timeline(dossier, &timeline, lang, narrow);
    let changes = ["\nCe qui change", "\nWhat changes"]
        .iter()
        .find_map(|heading| lines.find(heading));
    assert_eq!(
        found,
        changes.map_or_else(Vec::new, |at| words(lines.get(at..).unwrap())),
        "{name}"
    );

    let svg = engine.timeline_svg(dossier, &timeline, lang, HtmlFrame::Document);
    let document = roxmltree::Document::parse(&svg).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    for part in ["title", "desc"] {
        let told = root
            .children()
            .find(|one| one.has_tag_name(("http://www.w3.org/2000/svg", part)));
        assert!(
            told.unwrap().text().is_some_and(|text| !text.is_empty()),
            "{name}"
        );
    }
    let bars = document.descendants().filter(|one| {
        let told = one.first_element_child();
        one.tag_name().name() == "svg"
            && told.is_some_and(|one| one.tag_name().name() == "title")
            && *one != root
    });
    let expected: usize = timeline.rights.iter().map(|(_, intervals)| intervals.len()).sum();
    assert_eq!(bars.count(), expected + timeline.claim.len(), "{name}");
}

#[test]
fn every_case_says_the_same_in_both() {
    let engine = Engine::embedded();
    let mut cases = 0;
    for (family, file) in case_files().unwrap() {
        for case in file["cases"].as_array().unwrap() {
            let name = format!("{family}/{}", case["name"]);
            cases += 1;
            if let Some(reject) = case.get("document") {
                let document = parse_reject(&serde_json::to_vec(reject).unwrap()).unwrap();
                for lang in Lang::ALL {
                    for audience in Audience::ALL {
                        let (terminal, html) = styles(true);
                        let page = engine.explain_triage(&document, *lang, *audience, html);
                        let lines = engine.explain_triage(&document, *lang, *audience, terminal);
                        assert_eq!(words_of(&page, false), words(&lines), "{name}");
                    }
                }
                continue;
            }
            let Ok(dossier) = parse_dossier(&serde_json::to_vec(&case["dossier"]).unwrap()) else {
                continue;
            };
            same_words(&engine, &dossier, cases % 2 == 0, &name);
            same_timeline(
                &engine,
                &dossier,
                if cases % 2 == 0 { Lang::Fr } else { Lang::En },
                &name,
            );
        }
    }
    assert!(cases > 300, "{cases}");
}

/// Texts that would be markup, close what is open, or end an attribute.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onload='alert(1)",
    "</style></title></svg><iframe src=//e>",
    "]]><!--",
    "&lt;b&gt;&#x3c;",
    "javascript:alert(1)",
    "{{ 7|date }}",
    "\u{202e}\u{0}\u{1b}[31m",
];

#[test]
fn nothing_of_the_input_is_markup() {
    let engine = Engine::embedded();
    for text in HOSTILE {
        // A document with a character that no text holds is refused before it is shown.
        let id: String = text
            .chars()
            .filter(|one| !one.is_control() && *one != '\u{202e}')
            .collect();
        let dossier = json!({
            "format": "tierspayant/1", "as_of": "2026-11-20",
            "claim": {
                "id": id,
                "care_date": "2026-11-20", "nature": "10", "third_party": ["amo", "amc"], "card": "read",
                "lines": [
                    { "id": id, "category": "drug", "exemption": "4", "relation": "related", "amount_cents": 100 },
                    { "id": format!("{id}2"), "category": "drug", "exemption": "0", "amount_cents": 100 }
                ]
            },
            "rights": [ { "source": "adri", "observed_at": "2026-11-20T09:00:00", "coverage": [ { "start": "2019-03-01" } ] } ]
        });
        let dossier = parse_dossier(&serde_json::to_vec(&dossier).unwrap()).unwrap();
        for details in [false, true] {
            same_words(&engine, &dossier, details, text);
        }
        same_timeline(&engine, &dossier, Lang::Fr, text);
        let page = engine
            .check(&dossier)
            .explain(Lang::Fr, Audience::Counter, styles(true).1);
        assert!(page.contains("<td"), "{page}");

        let rows = [work_row(text)];
        let gaps = Gaps {
            rows: vec![Unread {
                file: Some(1),
                row: 2,
            }],
            checks: 1,
        };
        let list = |medium: Medium| {
            work_list(
                engine.texts(),
                &rows,
                &Balance::default(),
                &gaps,
                Lang::Fr,
                medium,
            )
        };
        let (terminal, html) = styles(true);
        assert_eq!(words_of(&list(html.into()), true), words(&list(terminal.into())));
    }
}

fn work_row(text: &str) -> WorkRow {
    WorkRow {
        invoice: text.to_owned(),
        lot: Some(text.to_owned()),
        share: Share::Amo,
        state: Followed::Rejected,
        unpaid_cents: 100,
        label: Some(text.to_owned()),
        cause: None,
        next: None,
        payer: None,
        too_late_on: None,
    }
}
