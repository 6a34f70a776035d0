//! What the work list says of what could not be read, and of rejects without their claim.

use super::To;
use crate::intake::{Follow, Intake, Options};
use tierspayant::{Engine, Lang};
use tierspayant_text::Style;

const HEADER: &str = "N° facture;Part;Montant;Payé;Motif\n";

fn followed(lists: &[&str]) -> Follow {
    let mut intake = Intake::default();
    for rows in lists {
        let list = format!("{HEADER}{rows}");
        intake.add_returns(list.as_bytes(), &Options::default()).unwrap();
    }
    intake.follow(&Engine::embedded(), None)
}

fn page(follow: &Follow, lang: Lang) -> String {
    let style = Style {
        width: 400,
        ..Style::default()
    };
    follow.work_list(Engine::embedded().texts(), lang, style)
}

#[test]
fn a_row_that_could_not_be_read_is_in_the_list() {
    let paid = "43;RO;1,00;1,00;\n";
    let whole = page(&followed(&[paid]), Lang::Fr);
    assert!(whole.contains("tout est payé"), "{whole}");
    let gap = followed(&["42;RO;abc;0;DROITS FERMES\n43;RO;1,00;1,00;\n"]);
    let (french, english) = (page(&gap, Lang::Fr), page(&gap, Lang::En));
    assert!(
        !french.contains("tout est payé") && french.contains("1 ligne n’a pas pu être lue"),
        "{french}"
    );
    assert!(
        french.contains("ligne 2") && !french.contains("du fichier"),
        "{french}"
    );
    assert!(
        !english.contains("everything is paid") && english.contains("row 2"),
        "{english}"
    );
    let several = page(&followed(&[paid, "42;RO;abc;0;X\n44;RO;def;0;X\n"]), Lang::Fr);
    assert!(
        several.contains("2 lignes") && several.contains("lignes 2 du fichier 2, 3 du fichier 2"),
        "{several}"
    );
    let beside_work = page(
        &followed(&["42;RO;abc;0;X\n44;RO;2,00;0;DROITS FERMES\n"]),
        Lang::Fr,
    );
    assert!(
        beside_work.starts_with("À faire") && beside_work.contains("ligne 2"),
        "{beside_work}"
    );
    let nothing = page(&followed(&[]), Lang::Fr);
    assert!(nothing.starts_with("Aucune facture"), "{nothing}");
}

#[test]
fn a_class_has_a_first_step_without_its_claim() {
    let follow = followed(&["42;RO;12,00;0;ETM NON TROUVE EN BDO\n43;RO;1,00;0;DROITS FERMES\n"]);
    for one in &follow.rows {
        assert!(
            one.class.is_some() && one.cause.is_none() && !one.steps.is_empty(),
            "{one:?}"
        );
    }
    let page = page(&follow, Lang::Fr);
    assert!(!page.contains("Motif non reconnu"), "{page}");
    let unknown = followed(&["42;RO;12,00;0;ZORGLUB\n"]);
    assert!(unknown.rows[0].class.is_none() && unknown.rows[0].steps.is_empty());
}

#[test]
fn what_is_paid_and_then_refused_as_paid_writes_no_message() {
    let follow = followed(&["103;RO;12,00;12,00;\n", "103;RO;12,00;0;FACTURE DEJA PAYEE\n"]);
    let texts = Engine::embedded();
    assert!(follow.messages(texts.texts(), To::Patient, Lang::Fr).is_empty());
    assert!(page(&follow, Lang::Fr).contains("tout est payé"));
}

#[test]
fn the_number_of_a_person_is_no_amount() {
    let follow = followed(&["42;RO;12,00;185057599900142;\n"]);
    assert!(follow.rows.is_empty());
    assert_eq!(follow.gaps.rows.len(), 1);
}
