//! The digest: golden values, which never change; what it tells apart, and what it does not.

use crate::sample::{FULL, with};
use serde_json::{Value, json};
use tierspayant_format::{digest, parse_dossier};

fn of(text: &[u8]) -> String {
    digest(&parse_dossier(text).unwrap())
}

/// The values are those of any SHA-256 of the texts below: `printf '…' | sha256sum`.
#[test]
fn it_is_of_the_json_on_one_line_without_people() {
    let bare = br#"{ "format": "tierspayant/1", "claim": { "care_date": "2026-11-20", "lines": [ { "id": "1" } ] } }"#;
    // {"claim":{"care_date":"2026-11-20","lines":[{"id":"1"}]}}
    assert_eq!(
        of(bare),
        "c60a3719f1b381af40ff54584304db97b0a1a01d841b106c0a758a66a1ce60b8"
    );
    let more = br#"{ "rights": [ { "person": { "id": "p-17" }, "coverage": [ { "end": "2026-12-31" } ], "source": "adri" } ],
        "claim": { "lines": [ { "traits": [ "narcotic" ], "amount_cents": 4250, "id": "1" } ], "care_date": "2026-11-20",
                   "person": { "birth_date": "19850514", "nir": "2850599999001" } },
        "as_of": "2026-11-20", "format": "tierspayant/1" }"#;
    // {"as_of":"2026-11-20","claim":{"care_date":"2026-11-20","lines":[{"id":"1","amount_cents":4250,"traits":["narcotic"]}]},"rights":[{"source":"adri","coverage":[{"end":"2026-12-31"}]}]}
    assert_eq!(
        of(more),
        "884cb81609977545147bf9efc1988a510d7ca2fc9925bcb8f7a21910ff4997d1"
    );
}

#[test]
fn people_change_nothing_and_everything_else_does() {
    let whole = of(FULL.as_bytes());
    for place in ["/claim/person", "/rights/0/person"] {
        for other in [
            json!(null),
            json!({ "id": "q-1", "birth_date": "19990101", "birth_rank": 2 }),
        ] {
            assert_eq!(of(&with(place, other)), whole, "{place}");
        }
    }
    let others: [(&str, Value); 5] = [
        ("/as_of", json!(null)),
        ("/claim/id", json!("F-0043")),
        ("/claim/third_party", json!(null)),
        ("/claim/lines/0/amount_cents", json!(4251)),
        ("/rights/0/coverage/0/end", json!("2030-01-01")),
    ];
    for (place, other) in others {
        assert_ne!(of(&with(place, other)), whole, "{place}");
    }
}
