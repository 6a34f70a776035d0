//! Law 9: a text exists for every reason, remedy and reject class, in every language, whatever facts are there.

use crate::known::{Kind, template_name, word_tables};
use crate::proof::every_fact;
use crate::template::VoiceTexts;
use crate::texts::Texts;
use crate::values::Variables;
use crate::voice::Voice;
use tierspayant_core::finding::{FactKey, FactValue, Severity};

type Fact = (FactKey, FactValue);

/// What is said in sentences, from facts.
const SAID: [Kind; 3] = [Kind::Reason, Kind::Remedy, Kind::Cause];

/// What is wrong with a text, if anything.
fn fault(voice: Voice, text: &str) -> Option<&'static str> {
    let has = |part: &str| text.contains(part);
    let french = matches!(voice, Voice::Fr | Voice::FrPatient);
    let breaks = [" :", " ;", " ?", " !", " »", "« ", " %", " €"];
    let cases = [
        (text.is_empty(), "empty"),
        (has("{") || has("}"), "a brace is left"),
        (has("  ") || has("\u{a0} ") || has(" \u{a0}"), "a double space"),
        (text.trim() != text, "a space at an end"),
        (
            has(" .") || has(" ,") || has("()") || has("( ") || has(" )"),
            "a hole",
        ),
        (
            has("..") || has(".,") || has(",.") || has(":.") || has(",,"),
            "doubled signs",
        ),
        (has(" : ") && french, "a colon that may break off"),
        (has("_"), "an untranslated word"),
        (has("2026-"), "a date without its filter"),
        (has("'"), "a straight apostrophe"),
        (
            french && breaks.iter().any(|part| has(part)),
            "a space that may break",
        ),
        (!french && has(" :"), "a space before a colon"),
        (
            text.matches('(').count() != text.matches(')').count(),
            "parentheses that do not close",
        ),
        (text.starts_with(char::is_lowercase), "no capital"),
        (!text.ends_with(['.', '?']), "no full stop"),
    ];
    cases.iter().find(|(wrong, _)| *wrong).map(|(_, what)| *what)
}

fn prove(voice: Voice, kind: Kind, id: &str, text: &str) {
    if let Some(what) = fault(voice, text) {
        panic!("{} in {}: {what}: {text:?}", template_name(kind, id), voice.key());
    }
}

fn say(voice: &VoiceTexts, kind: Kind, id: &str, facts: &[Fact], severity: Severity, alone: bool) -> String {
    let setting = Variables::facts(facts.iter().copied())
        .word("severity", Some(severity.as_str()))
        .flag("alone", alone);
    let template = voice.template(kind, id).unwrap();
    let mut said = String::new();
    let added = voice.add(template, &setting, &mut said);
    added.unwrap_or_else(|detail| panic!("{id}: {detail}"));
    crate::typography::capital(&said)
}

/// All facts, no fact, each fact missing, each fact alone.
fn fact_lists() -> Vec<Vec<Fact>> {
    let all: Vec<Fact> = every_fact().collect();
    let mut lists = vec![all.clone(), Vec::new()];
    for place in 0..all.len() {
        let mut without = all.clone();
        lists.push(vec![without.remove(place)]);
        lists.push(without);
    }
    lists
}

#[test]
fn every_fact_has_a_sample() {
    assert_eq!(every_fact().count(), FactKey::ALL.len());
}

#[test]
fn reasons_and_remedies_whatever_facts_are_there() {
    let texts = Texts::embedded();
    let lists = fact_lists();
    for voice in Voice::ALL {
        for kind in SAID {
            for id in kind.ids() {
                for facts in &lists {
                    for severity in Severity::ALL {
                        let text = say(texts.voice(voice), kind, id, facts, *severity, true);
                        prove(voice, kind, id, &text);
                    }
                }
            }
        }
    }
}

/// The table of words that a fact takes its words from.
fn table_of(key: FactKey) -> Option<&'static str> {
    match key {
        FactKey::DateRole | FactKey::OtherDateRole => Some("date_role"),
        FactKey::Right => Some("right"),
        FactKey::Source | FactKey::OtherSource => Some("source"),
        FactKey::Origin => Some("origin"),
        FactKey::Status => Some("status"),
        FactKey::OtherAnswer => Some("answer"),
        FactKey::Card => Some("card"),
        FactKey::PaidInstead => Some("paid_instead"),
        FactKey::Mode => Some("mode"),
        FactKey::EndReason => Some("end_reason"),
        FactKey::Trait => Some("trait"),
        _ => None,
    }
}

/// Calls with every fact, each word fact in turn being each of its words.
fn with_every_word(mut visit: impl FnMut(&[Fact])) {
    let all: Vec<Fact> = every_fact().collect();
    for (place, (key, _)) in all.iter().enumerate() {
        let Some(table) = table_of(*key) else { continue };
        let tables = word_tables();
        let (_, words) = tables.iter().find(|(name, _)| *name == table).unwrap();
        for word in words {
            let mut facts = all.clone();
            facts[place].1 = FactValue::Word(word);
            visit(&facts);
        }
    }
}

#[test]
fn reasons_and_remedies_with_every_word() {
    let texts = Texts::embedded();
    for voice in Voice::ALL {
        for kind in SAID {
            for id in kind.ids() {
                with_every_word(|facts| {
                    let text = say(texts.voice(voice), kind, id, facts, Severity::Blocking, true);
                    prove(voice, kind, id, &text);
                });
            }
        }
    }
}

#[test]
fn the_patient_hears_no_jargon_and_no_name_of_a_condition() {
    const NEVER: &[&str] = &[
        "ALD",
        "FSE",
        "BDO",
        "ADRi",
        "CDRi",
        "AMO",
        "AMC",
        "NOEMIE",
        "ETM",
        "CSS",
        "AME",
        "FSV",
        "AT/MP",
        "EHPAD",
        "exonér",
        "forç",
        "forcé",
        "refus",
        "invalid",
        "matern",
        "grossesse",
        "militaire",
        "accident",
        "infertil",
        "contracep",
        "terroris",
        "violence",
        "stupéfiant",
        "insuline",
        "fraude",
        "faute",
        "indu",
        "nature d",
        "NIR",
        "code 4",
    ];
    let texts = Texts::embedded();
    for kind in SAID {
        for id in kind.ids() {
            for severity in Severity::ALL {
                with_every_word(|facts| {
                    let text = say(texts.voice(Voice::FrPatient), kind, id, facts, *severity, true);
                    for word in NEVER {
                        assert!(!text.contains(word), "{id} says {word:?}: {text}");
                    }
                });
            }
        }
    }
}

#[test]
fn a_doubt_is_to_be_checked_and_never_refused() {
    let texts = Texts::embedded();
    let facts: Vec<Fact> = every_fact().collect();
    for id in Kind::Reason.ids() {
        for facts in [facts.as_slice(), &[]] {
            let said = |voice| say(texts.voice(voice), Kind::Reason, id, facts, Severity::Doubt, true);
            let (fr, en) = (said(Voice::Fr), said(Voice::En));
            assert!(
                !fr.contains("refus") || id == "pharmacy.generic_refused",
                "{id}: {fr}"
            );
            // A reason that is never a doubt has no need to say so.
            if said(Voice::Fr).contains("À vérifier avant d’envoyer") {
                assert!(en.contains("To be checked before sending"), "{id}: {en}");
            }
        }
    }
}

#[test]
fn words_are_said_in_every_form() {
    let texts = Texts::embedded();
    for voice in Voice::ALL {
        for (table, words) in word_tables() {
            for word in words {
                let said = texts.form(voice, table, word, "base");
                assert!(!said.is_empty() && !said.contains('_'), "{table}.{word}: {said}");
                let translated =
                    voice == Voice::En || said != word || table == "category" || table == "right";
                assert!(
                    translated || SAME_WORD.contains(&word),
                    "{table}.{word} is not translated"
                );
            }
        }
    }
}

/// Words that French writes as the format does.
const SAME_WORD: &[&str] = &[
    "care",
    "prescription",
    "contraception",
    "transport",
    "act",
    "active",
    "absent",
];

#[test]
fn names_of_rejects_fit_after_a_colon() {
    let texts = Texts::embedded();
    for voice in Voice::ALL {
        for id in Kind::Reject.ids() {
            let text = texts.lower(voice, Kind::Reject, id, Variables::default());
            assert!(!text.ends_with('.') && text != id, "{text}");
            let sentence = format!("{}.", crate::typography::capital(&text));
            prove(voice, Kind::Reject, id, &sentence);
        }
    }
}
