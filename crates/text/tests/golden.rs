//! Whole pages, as they are read. `UPDATE_GOLDEN=1` writes them anew.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

use std::fs;
use std::path::PathBuf;
use tierspayant_core::decision::check;
use tierspayant_core::ids::ReasonId;
use tierspayant_core::model::Dossier;
use tierspayant_core::question::Case;
use tierspayant_core::tables::{RuleInfo, Rulebook, Tables};
use tierspayant_core::timeline::timeline;
use tierspayant_core::whatif::{billable_days, corrections};
use tierspayant_text::{Audience, Explained, Lang, MarkedDays, Style, Texts, draw_timeline, explain};

/// The tables, but for what changes with each of their editions.
fn tables() -> Tables {
    let tables = tierspayant_tables::embedded().decision.clone();
    let rules = tables.rules.rules().iter().map(|rule| RuleInfo {
        reference: tierspayant_core::tables::Reference {
            text: format!("law of {}", rule.id).into(),
            ..rule.reference.clone()
        },
        ..rule.clone()
    });
    let reasons = ReasonId::ALL
        .iter()
        .map(|id| tables.rules.reason(*id).unwrap().clone());
    let rules = Rulebook::new(rules.collect(), reasons.collect()).unwrap();
    Tables {
        edition: "2026.11".into(),
        digest: "0123456789abcdef".into(),
        rules,
        ..tables
    }
}

fn page(texts: &Texts, tables: &Tables, dossier: &Dossier) -> String {
    let case = Case::new(tables, dossier);
    let decision = check(tables, &case);
    let corrections = corrections(tables, &case);
    let explained = Explained {
        decision: &decision,
        as_of: dossier.as_of,
        claim: &dossier.claim,
        days: billable_days(tables, &case),
        corrections: &corrections,
        tables,
    };
    let care = dossier.claim.care_date;
    let (first, last) = (care.plus_days(-180).unwrap(), care.plus_days(360).unwrap());
    let timeline = timeline(tables, &case, first, last);
    let wide = Style {
        width: 100,
        ..Style::default()
    };
    let ascii = Style {
        ascii: true,
        ..Style::default()
    };
    let colored = Style { color: true, ..wide };
    let mut out = String::new();
    let mut part = |title: &str, text: String| {
        out.push_str(&format!("=== {title}\n\n{text}\n"));
    };
    part(
        "fr",
        explain(texts, &explained, Lang::Fr, Audience::Counter, wide),
    );
    let whole = Style {
        details: true,
        ..wide
    };
    part(
        "fr, with details",
        explain(texts, &explained, Lang::Fr, Audience::Counter, whole),
    );
    part(
        "fr, patient",
        explain(texts, &explained, Lang::Fr, Audience::Patient, wide),
    );
    part(
        "en, 80 columns, ascii",
        explain(texts, &explained, Lang::En, Audience::Counter, ascii),
    );
    part(
        "fr, timeline",
        draw_timeline(texts, &timeline, MarkedDays { care, asked: None }, Lang::Fr, wide),
    );
    part(
        "en, timeline, 80 columns, ascii",
        draw_timeline(
            texts,
            &timeline,
            MarkedDays { care, asked: None },
            Lang::En,
            ascii,
        ),
    );
    let painted = explain(texts, &explained, Lang::Fr, Audience::Counter, colored);
    let first_line = painted
        .lines()
        .next()
        .unwrap_or_default()
        .replace('\u{1b}', "ESC");
    part("fr, colour, first line", first_line + "\n");
    out
}

#[test]
fn pages() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let (texts, tables) = (Texts::embedded(), tables());
    for name in ["billable", "blocked", "to_check"] {
        let json = fs::read(folder.join(format!("{name}.json"))).unwrap();
        let dossier = tierspayant_format::parse_dossier(&json).unwrap();
        let found = page(&texts, &tables, &dossier);
        let golden = folder.join(format!("{name}.txt"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, &found).unwrap();
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        assert!(found == expected, "{name}.txt is not what is printed:\n{found}");
    }
}
