//! Every case of the project, said in every voice: no hole, no untranslated word, nothing of the person.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what is wrong by failing"
)]

use proptest::prelude::*;
use tierspayant_core::decision::check;
use tierspayant_core::finding::Severity;
use tierspayant_core::ids::RemedyId;
use tierspayant_core::model::{Date, Dossier};
use tierspayant_core::question::Case;
use tierspayant_core::tables::Tables;
use tierspayant_core::timeline::timeline;
use tierspayant_core::whatif::{billable_days, corrections};
use tierspayant_testkit::case_files;
use tierspayant_text::{Audience, Explained, Lang, MarkedDays, Style, Texts, draw_timeline, explain};
use unicode_width::UnicodeWidthStr;

fn dossiers() -> Vec<(String, serde_json::Value)> {
    let mut found = Vec::new();
    for (_, file) in case_files().unwrap() {
        for case in file["cases"].as_array().into_iter().flatten() {
            found.push((case["name"].to_string(), case["dossier"].clone()));
        }
    }
    assert!(found.len() > 100);
    found
}

fn tables() -> Tables {
    tierspayant_tables::embedded().decision.clone()
}

/// Everything that is said of a dossier.
fn everything(texts: &Texts, tables: &Tables, dossier: &Dossier, style: Style) -> Vec<String> {
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
    let timeline = timeline(
        tables,
        &case,
        care.plus_days(-40).unwrap_or(care),
        care.plus_days(400).unwrap_or(care),
    );
    let mut said = Vec::new();
    for lang in Lang::ALL {
        for audience in Audience::ALL {
            said.push(explain(texts, &explained, *lang, *audience, style));
            for reason in &decision.reasons {
                said.push(texts.reason(*lang, *audience, reason, Some("1")));
            }
        }
        said.push(draw_timeline(
            texts,
            &timeline,
            MarkedDays { care, asked: None },
            *lang,
            style,
        ));
    }
    said
}

#[test]
fn messages_of_real_decisions() {
    let (texts, tables) = (Texts::embedded(), tables());
    for (name, json) in dossiers() {
        let Ok(dossier) = tierspayant_format::parse_dossier(json.to_string().as_bytes()) else {
            continue;
        };
        let decision = check(&tables, &Case::new(&tables, &dossier));
        for reason in &decision.reasons {
            for lang in Lang::ALL {
                for audience in Audience::ALL {
                    let text = texts.reason(*lang, *audience, reason, None);
                    let wrong = text.contains(['_', '{', '}', '\''])
                        || text.contains("  ")
                        || text == reason.id.as_str();
                    assert!(!wrong, "{name}: {text}");
                }
            }
            let (fr, en) = (
                texts.reason(Lang::Fr, Audience::Counter, reason, None),
                texts.reason(Lang::En, Audience::Counter, reason, None),
            );
            if reason.effect.severity() == Severity::Doubt {
                assert!(fr.contains("vérifi") && !fr.contains("refus"), "{name}: {fr}");
                assert!(en.contains("check") && !en.contains("refuse"), "{name}: {en}");
            }
            for remedy in RemedyId::ALL {
                let text = texts.remedy(Lang::Fr, Audience::Counter, *remedy, &reason.facts);
                assert!(
                    text.ends_with('.') && !text.contains(['_', '{']),
                    "{name}: {text}"
                );
            }
        }
    }
}

#[test]
fn pages_keep_to_their_width() {
    let (texts, tables) = (Texts::embedded(), tables());
    for (name, json) in dossiers() {
        let Ok(dossier) = tierspayant_format::parse_dossier(json.to_string().as_bytes()) else {
            continue;
        };
        for width in [60, 100] {
            let style = Style {
                width,
                ascii: width == 60,
                ..Style::default()
            };
            for text in everything(&texts, &tables, &dossier, style) {
                if !text.ends_with('\n') {
                    continue;
                }
                for line in text.lines() {
                    assert!(line.width() <= width, "{name}: {line:?} is wider than {width}");
                    assert_eq!(line.trim_end(), line, "{name}");
                }
                assert!(
                    !text.contains("\n\n\n") && !text.starts_with('\n'),
                    "{name}: {text}"
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// No text ever holds the id, the NIR or the birth date of a person.
    #[test]
    fn nothing_of_the_person(
        pick in any::<prop::sample::Index>(),
        id in "person-[a-z0-9]{12}",
        nir in "2850[0-9]{9}",
        day in 1_u32..=28,
    ) {
        let (texts, tables) = (Texts::embedded(), tables());
        let all = dossiers();
        let (_, mut json) = all[pick.index(all.len())].clone();
        let birth = Date::from_ymd(1957, 6, day).unwrap();
        let digits = birth.yyyymmdd().to_string();
        let person = serde_json::json!({ "id": id, "birth_date": digits, "birth_rank": 1, "nir": nir });
        json["claim"]["person"] = person.clone();
        for snapshot in json["rights"].as_array_mut().into_iter().flatten() {
            snapshot["person"] = person.clone();
        }
        let Ok(dossier) = tierspayant_format::parse_dossier(json.to_string().as_bytes()) else {
            return Ok(());
        };
        for text in everything(&texts, &tables, &dossier, Style::default()) {
            let bare: String = text.chars().filter(|one| !one.is_whitespace()).collect();
            for private in [&id, &nir, &digits] {
                prop_assert!(!bare.contains(private.as_str()));
            }
            let (fr, iso) = (format!("{day:02}/06/1957"), birth.to_string());
            let en = format!("{day}June1957");
            prop_assert!(!bare.contains(&fr) && !bare.contains(&iso) && !bare.contains(&en));
        }
    }
}
