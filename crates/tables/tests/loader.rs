//! Tables are data: changing one needs no code, and a wrong one is refused with its place.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

use tierspayant_core::ids::{ReasonId, RuleId};
use tierspayant_core::tables::Confidence;
use tierspayant_tables::{Files, TableError, embedded, embedded_files, load};

/// The embedded files with one text of one file replaced; the text must be there.
fn changed(file: &str, from: &str, to: &str) -> Files {
    let mut files = embedded_files();
    let text = files.get_mut(file).unwrap();
    assert!(text.contains(from), "{file} does not hold {from}");
    *text = text.replacen(from, to, 1);
    files
}

/// The line of the first difference that a replacement makes.
fn line_of(file: &str, text: &str) -> usize {
    let files = embedded_files();
    let whole = files.get(file).unwrap();
    whole.get(..whole.find(text).unwrap()).unwrap().lines().count() + 1
}

fn refused(file: &str, from: &str, to: &str) -> String {
    load(&changed(file, from, to)).unwrap_err().to_string()
}

#[test]
fn a_changed_number_is_used_and_changes_the_digest() {
    let files = changed("policy.toml", "value = 365", "value = 200");
    let (before, after) = (embedded(), load(&files).unwrap());
    assert_eq!(before.decision.policy.card_update_max_age_days, 365);
    assert_eq!(after.decision.policy.card_update_max_age_days, 200);
    assert_ne!(before.decision.digest, after.decision.digest);
}

#[test]
fn a_changed_date_of_a_rule_is_used() {
    let files = changed("rules.toml", "from = \"2025-06-17\"", "from = \"2025-07-01\"");
    let tables = load(&files).unwrap();
    let rule = tables.decision.rules.rule(RuleId::V02).unwrap();
    assert_eq!(rule.validity.start(), "2025-07-01".parse().ok());
}

#[test]
fn wrong_tables_are_refused_with_file_and_line() {
    let cases = [
        ("policy.toml", "value = 365", "value = -1"),
        ("policy.toml", "value = 365", "value = \"365\""),
        ("policy.toml", "[ends_soon_days]", "[ends_soon_day]"),
        ("policy.toml", "\"narcotic\"", "\"narcotics\""),
        ("policy.toml", "value = \"2020-10-31\"", "value = \"2020-10-32\""),
        ("sources.toml", "[portal]", "[portail]"),
        ("sources.toml", "\"maternity\"", "\"maternite\""),
        ("dates.toml", "rule = \"care\"", "rule = \"cares\""),
        ("exemptions.toml", "code = \"LIS\"", "code = \"EXC\""),
        ("exemptions.toml", "label = \"Maternity\"", "label = \" \""),
        ("coverage.toml", "code = \"0101\"", "code = \"0100\""),
        ("claim_codes.toml", "asks = \"ald\"", "asks = \"ALD\""),
        ("claim_codes.toml", "forcing_source = ", "# "),
        // A ground that is neither told as missed nor expressly not; one that is both.
        ("claim_codes.toml", ", \"local_scheme\", \"special_scheme\"]", "]"),
        (
            "claim_codes.toml",
            "grounds = [\"maternity\"]",
            "grounds = [\"maternity\", \"newborn\"]",
        ),
        ("contracts.toml", "last = 84", "last = 86"),
        // Condoms that never are paid for.
        ("products.toml", "before = \"2018-12-10\"\n", ""),
        ("rules.toml", "id = \"V-02\"", "id = \"V-99\""),
        (
            "rules.toml",
            "checked = \"2026-11-21\"",
            "checked = \"2026-11-31\"",
        ),
        ("rules.toml", "reference = \"SFG RG_BS603\"", "reference = \"\""),
        ("rules.toml", "confidence = \"official\"", "confidence = \"sure\""),
        ("reasons.toml", "\"source.query_adri\"", "\"source.query\""),
        ("reasons.toml", "[\"card.opposed\"]", "[\"card.oposed\"]"),
        (
            "rejects.toml",
            "class = \"insured_unknown\"",
            "class = \"unknown\"",
        ),
        (
            "edition.toml",
            "covers_to = \"2027-12-31\"",
            "covers_to = \"2004-12-31\"",
        ),
        ("edition.toml", "edition = ", "edition == "),
    ];
    for (file, from, to) in cases {
        let message = refused(file, from, to);
        let (place, why) = message.split_once(": ").unwrap();
        let (name, line) = place.split_once(':').unwrap();
        assert_eq!(name, file, "{message}");
        assert!(line.parse::<usize>().is_ok_and(|line| line >= 1), "{message}");
        assert!(!why.is_empty() && !why.contains('\n'), "{message}");
    }
}

#[test]
fn the_line_is_the_one_that_is_wrong() {
    let message = refused(
        "exemptions.toml",
        "ground = \"maternity\"",
        "ground = \"maternite\"",
    );
    let expected = format!(
        "exemptions.toml:{}: ",
        line_of("exemptions.toml", "ground = \"maternity\"")
    );
    assert!(message.starts_with(&expected), "{message}, expected {expected}");
}

#[test]
fn a_missing_or_an_unknown_file_is_refused() {
    let mut files = embedded_files();
    files.remove("policy.toml");
    assert_eq!(
        load(&files).unwrap_err(),
        TableError::Missing { file: "policy.toml" }
    );
    let mut files = embedded_files();
    files.insert("tariffs.toml".into(), String::new());
    assert_eq!(
        load(&files).unwrap_err(),
        TableError::NotATable {
            file: "tariffs.toml".into()
        }
    );
}

#[test]
fn every_rule_has_a_law_its_confidence_and_the_day_it_was_checked() {
    let tables = embedded();
    for id in RuleId::ALL {
        let rule = tables.decision.rules.rule(*id).unwrap();
        assert_eq!(rule.id, *id);
        assert!(!rule.title.is_empty() && !rule.reference.text.is_empty(), "{id}");
        assert!(Confidence::ALL.contains(&rule.reference.confidence), "{id}");
        assert!(
            Some(rule.reference.checked) <= tables.decision.covers.end(),
            "{id}"
        );
    }
}

#[test]
fn every_reason_belongs_to_a_rule_of_its_family() {
    let families = [
        ("identity", 'I'),
        ("coverage", 'C'),
        ("exemption", 'E'),
        ("ald", 'A'),
        ("maternity", 'M'),
        ("at_mp", 'T'),
        ("person", 'P'),
        ("other", 'O'),
        ("contract", 'K'),
        ("card", 'V'),
        ("pharmacy", 'F'),
        ("time", 'D'),
        ("rules", 'R'),
        ("source", 'S'),
    ];
    let tables = embedded();
    let in_order: Vec<ReasonId> = tables.decision.rules.reasons().iter().map(|one| one.id).collect();
    assert_eq!(in_order, ReasonId::ALL);
    for id in ReasonId::ALL {
        let family = id.as_str().split('.').next().unwrap();
        let letter = families
            .iter()
            .find(|(name, _)| *name == family)
            .map(|(_, letter)| *letter);
        assert!(letter.is_some(), "{id}");
        assert!(tables.decision.rules.reason(*id).is_some(), "{id}");
        assert_eq!(id.rule().as_str().chars().next(), letter, "{id}");
    }
}

#[test]
fn the_constants_are_what_the_loader_makes_of_the_files() {
    assert_eq!(embedded(), &load(&embedded_files()).unwrap());
}
