use super::{style, tp_style};
use facade::{Audience, Engine, Lang, parse_dossier};
use std::mem::{offset_of, size_of};
use std::ptr::null;

#[test]
fn details_of_a_page_are_asked_for_and_an_older_caller_has_none() {
    let size = |of: usize| u32::try_from(of).unwrap();
    let mut given = tp_style {
        size: size(size_of::<tp_style>()),
        width: 100,
        color: 0,
        ascii: 0,
        details: 1,
    };
    let details = |given: *const tp_style| unsafe { style(given) }.ok().map(|style| style.details);
    assert_eq!(details(&raw const given), Some(true));
    given.details = 2;
    assert_eq!(details(&raw const given), None);
    given.details = 1;
    given.size = size(offset_of!(tp_style, details));
    assert_eq!(details(&raw const given), Some(false));
    assert_eq!(details(null()), Some(false));
}

#[test]
fn details_show_the_law() {
    let dossier = r#"{"format":"tierspayant/1","claim":{"care_date":"2026-11-20","card":"opposed","lines":[{"id":"1"}]}}"#;
    let dossier = parse_dossier(dossier.as_bytes()).unwrap();
    let engine = Engine::embedded();
    let checked = engine.check(&dossier);
    let page = |details| {
        let style = facade::Style {
            details,
            ..facade::Style::default()
        };
        checked.explain(Lang::Fr, Audience::Counter, style)
    };
    assert!(page(true).contains("2026.11") && !page(false).contains("2026.11"));
}
