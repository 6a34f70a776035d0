//! What is refused when texts are compiled, and where.

use crate::files::FILES;
use crate::template::VoiceTexts;
use crate::voice::Voice;
use crate::voices::{Compiled, compiled};
use crate::{Audience, Lang, Texts};
use tierspayant_core::finding::{Effect, FactKey, FactValue, Facts, Reason};
use tierspayant_core::ids::{ReasonId, RemedyId, RemedySet};
use tierspayant_core::verdict::{DoubtBasis, NoBasis};

/// The embedded texts with one file changed.
fn with(name: &str, change: impl Fn(&str) -> String) -> Result<Compiled, String> {
    let files = FILES.iter().map(|(one, content)| {
        let content = if *one == name {
            change(content)
        } else {
            (*content).to_owned()
        };
        (one, content)
    });
    compiled(files).map_err(|error| error.to_string())
}

fn more(name: &str, addition: &str) -> String {
    with(name, |content| format!("{content}\n{addition}\n")).unwrap_err()
}

/// The same file with one text said differently.
fn changed(name: &str, from: &str, to: &str) -> String {
    with(name, |content| {
        assert!(content.contains(from), "{from} is not in {name}");
        content.replacen(from, to, 1)
    })
    .unwrap_err()
}

fn line_of(name: &str, part: &str) -> usize {
    let (_, content) = FILES.iter().find(|(one, _)| *one == name).unwrap();
    content.lines().position(|line| line.contains(part)).unwrap() + 1
}

#[test]
fn the_embedded_texts_are_proved() {
    let built = with("words.toml", str::to_owned).unwrap();
    let written = |voice: &VoiceTexts| format!("{:?} {:?}", voice.texts, voice.tables);
    for (voice, made) in Voice::ALL.into_iter().zip(&built.voices) {
        let embedded = Texts::embedded().voice(voice);
        assert_eq!(written(embedded), written(made));
        assert_eq!(format!("{:?}", embedded.pool), format!("{:?}", built.pool));
        assert!(made.texts.len() > 100);
    }
    assert!(!built.told.is_empty());
}

#[test]
fn not_toml() {
    let error = changed("rejects.toml", "[reject.rights_closed]", "[reject.rights_closed");
    let line = line_of("rejects.toml", "[reject.rights_closed]");
    assert!(error.starts_with(&format!("rejects.toml:{line}: ")), "{error}");
}

#[test]
fn an_unknown_reason() {
    let error = more("reasons-care.toml", "[reason.\"time.travel\"]\nfr = \"x\"");
    assert!(
        error.contains("`reason.time.travel` is not known to the decision"),
        "{error}"
    );
    assert!(error.starts_with("reasons-care.toml:"), "{error}");
}

#[test]
fn an_unknown_word_section_and_key() {
    let error = more("words.toml", "[word.source.rumour]\nfr = \"x\"");
    assert!(error.contains("`word.source.rumour` is not known"), "{error}");
    let error = more("words.toml", "[poem.spring]\nfr = \"x\"");
    assert!(error.contains("expected reason, remedy"), "{error}");
    let error = changed("rejects.toml", "en = \"AMO rights closed\"", "de = \"AMO\"");
    let line = line_of("rejects.toml", "en = \"AMO rights closed\"");
    assert!(error.starts_with(&format!("rejects.toml:{line}: ")), "{error}");
}

#[test]
fn the_same_text_in_two_files() {
    let error = more(
        "words.toml",
        "[reject.rights_closed]\nfr = \"x\"\nfr_patient = \"x\"\nen = \"x\"",
    );
    assert!(error.contains("`reject.rights_closed` is given twice"), "{error}");
}

#[test]
fn a_voice_that_is_missing() {
    let error = changed(
        "reasons-care.toml",
        "fr_patient = \"\"\"Les dates de la facture sont à revoir.\"\"\"\n",
        "",
    );
    assert!(
        error.contains("`reason/at_mp.care_before_accident` has no text in the voice `fr_patient`"),
        "{error}"
    );
    let line = line_of("reasons-care.toml", "at_mp.care_before_accident");
    assert!(
        error.starts_with(&format!("reasons-care.toml:{line}: ")),
        "{error}"
    );
}

#[test]
fn a_word_that_is_missing() {
    let error = changed(
        "words.toml",
        "[word.card.opposed]\nfr =",
        "[word.card.opposed]\nfr_patient =",
    );
    assert!(error.starts_with("words.toml:"), "{error}");
    let error = changed(
        "words.toml",
        "[word.answer.yes]\nfr = \"oui\"\nen = \"yes\"\n",
        "",
    );
    assert_eq!(error, "texts: `word.answer.yes` has no text in the voice `fr`");
}

#[test]
fn a_template_that_cannot_be_said() {
    let opposed =
        "fr = \"\"\"La carte Vitale est en opposition : pas de tiers payant avec cette carte.\"\"\"";
    let line = line_of("reasons-care.toml", "[reason.\"card.opposed\"]");
    let with_text = |text: &str| changed("reasons-care.toml", opposed, &format!("fr = \"\"\"{text}\"\"\""));
    for (text, says) in [
        ("{{ card", "syntax error"),
        ("{{ card|card }}", "undefined value"),
        ("{% if card %}{{ card }}{% endif %}.", "goes through its filter"),
        ("{% if date %}{{ date }}{% endif %}.", "goes through its filter"),
        (
            "{% if weather %}x{% endif %}",
            "`weather` is no name that it may use",
        ),
        (
            "{% if card %}{{ card|source }}{% endif %}",
            "no word.source.absent",
        ),
        ("{% if card %}{{ card|cards }}{% endif %}", "unknown filter"),
        ("{% if card %}x{% endif %}", "its text is empty"),
        ("{% include \"nowhere\" %}", "nowhere"),
        ("", "has no text in the voice `fr`"),
    ] {
        let error = with_text(text);
        assert!(error.contains(says), "{text}: {error}");
        assert!(
            error.starts_with(&format!("reasons-care.toml:{line}: ")),
            "{text}: {error}"
        );
    }
}

fn reason(id: ReasonId, effect: Effect, facts: &[(FactKey, FactValue)]) -> Reason {
    Reason {
        effect,
        id,
        share: None,
        line: Some(0),
        facts: facts.iter().copied().collect::<Facts>(),
        remedies: RemedySet::NONE,
    }
}

#[test]
fn a_message_with_its_line() {
    let texts = Texts::embedded();
    let end = FactValue::Date("2026-11-30".parse().unwrap());
    let ended = reason(
        ReasonId::ExemptionEnded,
        Effect::Block(NoBasis::NotGranted),
        &[
            (FactKey::Right, FactValue::Word("ald")),
            (FactKey::End, end),
            (FactKey::Date, FactValue::Date("2026-12-01".parse().unwrap())),
            (FactKey::DateRole, FactValue::Word("care")),
            (FactKey::Source, FactValue::Word("adri")),
            (FactKey::Observed, FactValue::Date("2026-12-01".parse().unwrap())),
        ],
    );
    assert_eq!(
        texts.reason(Lang::Fr, Audience::Counter, &ended, Some("12")),
        "Ligne 12\u{a0}: L’exonération ALD a pris fin le 30/11/2026. Date testée\u{a0}: 01/12/2026 (date de soins). \
         Source\u{a0}: ADRi interrogé le 01/12/2026."
    );
    assert_eq!(
        texts.reason(Lang::Fr, Audience::Patient, &ended, Some("12")),
        "D’après l’Assurance Maladie, votre prise en charge particulière est connue jusqu’au 30/11/2026."
    );
    assert_eq!(
        texts.reason(Lang::En, Audience::Counter, &ended, None),
        "The ALD exemption ended on 30\u{a0}November\u{a0}2026. Day tested: 1\u{a0}December\u{a0}2026 (care date). \
         Source: ADRi, asked on 1\u{a0}December\u{a0}2026."
    );
}

#[test]
fn forcing_names_its_letter_and_creates_no_right() {
    let texts = Texts::embedded();
    let forced = reason(
        ReasonId::ExemptionForced,
        Effect::Doubt(DoubtBasis::Missing),
        &[
            (FactKey::Right, FactValue::Word("ald")),
            (FactKey::Origin, FactValue::Word("prescription")),
            (FactKey::Forcing, FactValue::Code("A".parse().unwrap())),
        ],
    );
    assert_eq!(
        texts.reason(Lang::Fr, Audience::Counter, &forced, None),
        "L’exonération ALD ne repose que sur la zone ALD d’une ordonnance bizone\u{a0}: un forçage ne crée aucun droit. \
         Lettre de forçage qui partirait dans la FSE\u{a0}: A. À vérifier avant d’envoyer."
    );
}

#[test]
fn stale_states_the_age_found_and_the_age_allowed() {
    let texts = Texts::embedded();
    let stale = |age: Option<i32>| {
        let age = age.map(|age| (FactKey::AgeDays, FactValue::Days(age)));
        let facts: Vec<_> = age
            .into_iter()
            .chain([
                (FactKey::AllowedDays, FactValue::Days(1)),
                (FactKey::Source, FactValue::Word("vitale")),
                (FactKey::Right, FactValue::Word("css")),
            ])
            .collect();
        let reason = reason(ReasonId::SourceStale, Effect::Doubt(DoubtBasis::Stale), &facts);
        texts.reason(Lang::Fr, Audience::Counter, &reason, None)
    };
    assert!(stale(Some(400)).contains("données vieilles de 400\u{a0}jours (admis\u{a0}: 1\u{a0}jour)"));
    assert!(stale(Some(0)).contains("cette lecture n’est pas celle de la facture"));
    assert!(stale(None).contains("date des données inconnue (admis\u{a0}: 1\u{a0}jour)"));
}

#[test]
fn a_remedy_uses_the_facts_of_its_reason() {
    let texts = Texts::embedded();
    let facts: Facts = [
        (FactKey::Code, FactValue::Code("3".parse().unwrap())),
        (FactKey::Suggested, FactValue::Code("4".parse().unwrap())),
    ]
    .into_iter()
    .collect();
    let say = |facts: &Facts| texts.remedy(Lang::Fr, Audience::Counter, RemedyId::CorrectExemption, facts);
    assert_eq!(
        say(&facts),
        "Corriger le code d’exonération\u{a0}: remplacer 3 par 4."
    );
    assert_eq!(say(&Facts::default()), "Corriger le code d’exonération.");
}

#[test]
fn an_unknown_word_stays_as_it_is() {
    let texts = Texts::embedded();
    assert_eq!(
        texts.word(Lang::Fr, "basis", "stale"),
        "les informations sont trop anciennes pour décider"
    );
    assert_eq!(texts.word(Lang::Fr, "basis", "mystery"), "mystery");
    assert_eq!(texts.word(Lang::Fr, "nowhere", "stale"), "stale");
}

#[test]
fn texts_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Texts>();
}
