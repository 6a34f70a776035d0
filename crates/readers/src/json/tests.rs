use proptest::prelude::*;
use serde_json::Value;

use crate::{FieldProblem, Format, ReadError, ReadOptions, Why, read};

const JSON: [Format; 3] = [Format::AdriJson, Format::CnamDroits, Format::C2s];

fn error(format: Format, bytes: &[u8]) -> ReadError {
    read(format, bytes, &ReadOptions::default()).unwrap_err()
}

#[test]
fn what_is_not_json_says_where() {
    for format in JSON {
        assert_eq!(error(format, b""), ReadError::Empty);
        assert_eq!(error(format, b" \n\0\0"), ReadError::Empty);
        assert_eq!(error(format, b"\xEF\xBB\xBF"), ReadError::Empty);
        assert!(matches!(
            error(format, b"{\n \"a\": tru }"),
            ReadError::NotJson { line: 2, .. }
        ));
        assert!(matches!(error(format, b"{} {}"), ReadError::NotJson { .. }));
        assert!(matches!(
            error(format, &vec![b'['; 1000]),
            ReadError::NotJson { .. }
        ));
        assert!(matches!(
            error(format, &vec![b'['; 100 << 20]),
            ReadError::TooLarge { .. }
        ));
        assert!(matches!(
            error(format, b"{}"),
            ReadError::Field {
                problem: FieldProblem::NotThisFormat,
                ..
            }
        ));
        for scalar in [&b"1"[..], b"null", b"true", b"\"a\"", b"[1]", b"[[]]"] {
            assert!(matches!(error(format, scalar), ReadError::Field { .. }));
        }
    }
}

#[test]
fn a_name_given_twice_with_two_values_is_refused_with_its_place() {
    let twice = br#"{"data":{"est_beneficiaire":true,"x":[{"y":1,"y":2}]}}"#;
    assert_eq!(
        error(Format::C2s, twice).to_string(),
        "data.x[0].y: the same field is given twice with two values"
    );
    let same = br#"{"data":{"est_beneficiaire":true,"est_beneficiaire":true}}"#;
    let result = read(Format::C2s, same, &ReadOptions::default()).unwrap();
    assert_eq!(
        result.unused[0].to_string(),
        "data.est_beneficiaire: repeated with the same value"
    );
}

#[test]
fn latin1_and_marks_of_byte_order_are_read() {
    let result = read(
        Format::C2s,
        b"\xEF\xBB\xBF{\"status\":\"non_beneficiaire_css\"}\n",
        &ReadOptions::default(),
    );
    assert_eq!(result.unwrap().snapshots[0].contracts, Some(Vec::new()));
    let latin1 = b"{\"status\":\"non_beneficiaire_css\",\"nom\":\"H\xC9L\xC8NE\"}";
    let result = read(Format::C2s, latin1, &ReadOptions::default()).unwrap();
    assert_eq!(result.unused[0].why, Why::Latin1);
}

#[test]
fn a_name_that_could_be_a_value_is_not_printed() {
    let odd = br#"{"status":"non_beneficiaire_css","1850599999001":1,"Jean Dupont":2,"codeAT1":3}"#;
    let places: Vec<String> = read(Format::C2s, odd, &ReadOptions::default())
        .unwrap()
        .unused
        .into_iter()
        .map(|unused| unused.place)
        .collect();
    assert_eq!(places, ["…", "…", "codeAT1"]);
}

fn value() -> impl Strategy<Value = Value> {
    let names = prop::sample::select(vec![
        "method",
        "output",
        "beneficiaireDeSoins",
        "infosGlobales",
        "mutuelle",
        "periodeMutuelle",
        "lstPeriodeAMO",
        "lstPeriodeCodeCouverture",
        "dateDebut",
        "dateFin",
        "codeALD",
        "dateReponse",
        "exception",
        "lstException",
        "code",
        "donneesAT",
        "identifiantAT2",
        "data",
        "status",
        "payload",
        "est_beneficiaire",
        "date_debut_droit",
        "errors",
        "contrats",
        "exonerations",
        "nature_assurance",
        "periodes_droits",
        "date_debut",
        "date_fin",
        "motif",
        "maternite",
        "beneficiaires",
        "caisse",
        "id",
        "nir",
        "date_naissance",
        "rang_naissance",
    ]);
    let texts = prop::sample::select(vec![
        "",
        "0",
        "00000000",
        "20260101",
        "2026-01-01",
        "20261301",
        "AMO",
        "AMC",
        "MAT",
        "01",
        "null",
        "0100",
        "01751",
        "beneficiaire_avec_participation_financiere",
        "non_beneficiaire_css",
        "{\"status\":1}",
        "é",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        texts.prop_map(Value::from),
        ".*".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(names.clone().prop_map(str::to_owned), inner, 0..8)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_document_ends_in_an_answer(value in value()) {
        let bytes = serde_json::to_vec(&value).unwrap();
        for format in JSON {
            let _ = read(format, &bytes, &ReadOptions { observed_at: "2026-11-20".parse().ok() });
        }
    }

    #[test]
    fn any_bytes_end_in_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for format in JSON {
            let _ = read(format, &bytes, &ReadOptions::default());
        }
    }
}
