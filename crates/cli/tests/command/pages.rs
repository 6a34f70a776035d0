//! Pages for a browser: a document of its own, with the status of the text.

use crate::run::run;

const DOSSIER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/data/dossier.json");
const REJECT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/data/reject.json");
const RETURNS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/readers/noemie-576.ret");

#[test]
fn every_page_is_a_document_without_script() {
    for arguments in [
        vec!["check", DOSSIER],
        vec!["check", DOSSIER, "--audience", "patient", "--details"],
        vec!["timeline", DOSSIER, "--lang", "en"],
        vec!["triage", REJECT],
        vec!["todo", RETURNS],
    ] {
        let text = run(&arguments);
        let page = run(&[&arguments[..], &["--format", "html"]].concat());
        assert_eq!(page.status, text.status, "{arguments:?}");
        assert_eq!(page.err, text.err);
        assert!(page.out.starts_with("<!DOCTYPE html>\n"), "{arguments:?}");
        assert!(page.out.ends_with("</html>\n") && page.out.contains("<style>"));
        assert!(!page.out.contains("<script") && !page.out.contains("http-equiv"));
    }
}

#[test]
fn a_timeline_is_a_picture() {
    let done = run(&["timeline", DOSSIER, "--format", "svg"]);
    assert_eq!(done.status, Some(0));
    assert!(done.out.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    assert!(done.out.contains("<title>Droits et facture, du ") && done.out.contains("<desc>"));
    // A picture is of days: no other page has one.
    assert_eq!(run(&["check", DOSSIER, "--format", "svg"]).status, Some(64));
}
