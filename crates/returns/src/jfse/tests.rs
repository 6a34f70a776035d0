//! What the engine says of each share becomes what the ledger reads; nothing of a person is kept.

use super::{JfseOptions, Unit, read};
use crate::ledger::{Ledger, State};
use proptest::prelude::*;

const NIR: &str = "185057599900142";

fn answer() -> String {
    format!(
        r#"{{"method":{{"output":{{"lstVirements":[],"lstFacturesTP":[
        {{"noFacture":"000042","date":"20261120","nom":"SPECIMEN","nir":"{NIR}","etatAMO":"R","montantAMO":42.50,"etatAMC":"P ","montantAMC":6.40,"organismeAMC":"MUTUELLE {NIR}",
          "lstPaiements":[{{"date":"20261125","etatAMC":"P","partAMC":6.40,"partAMCDemandee":6.40,"partAMO":0,"etatAMO":" "}}],
          "lstRejets":[{{"date":"20261125","part":"AMO","code":"0009-816","libelle":"ALD INCONNUE {NIR}","niveau":"F"}}]}},
        {{"noFacture":43,"date":"20261121","etatAMO":"A","montantAMO":10.00,"lstPaiements":[{{"date":"20261126","etatAMO":"P","partAMO":8.5}}],"lstPaiementsAutres":[{{"montant":1}}]}},
        {{"noFacture":"44","etatAMO":"C","montantAMO":"12,30"}},
        {{"noFacture":"45","etatAMO":"A","montantAMO":5.00}}
    ]}}}}}}"#
    )
}

#[test]
fn states_and_money_are_those_of_the_engine() {
    let returns = read(answer().as_bytes(), &JfseOptions::default()).unwrap();
    let ledger = Ledger::new(std::slice::from_ref(&returns), &[]);
    assert_eq!(ledger.money().balance(), 0);
    let rows: Vec<_> = ledger
        .rows
        .iter()
        .map(|row| (row.invoice.as_str(), row.state, row.money.asked, row.money.paid))
        .collect();
    assert_eq!(
        rows,
        [
            ("42", State::Rejected, 4250, 0),
            ("42", State::Paid, 640, 640),
            ("43", State::PaidInPart, 1000, 850),
            ("44", State::Open, 1230, 0),
            ("45", State::Open, 500, 0),
        ]
    );
    assert_eq!(ledger.rows[0].rejects[0].key.as_deref(), Some("0009-816"));
    let unused: Vec<&str> = returns.unused.iter().map(|one| one.place.as_str()).collect();
    assert_eq!(unused, ["lstPaiementsAutres", "lstVirements"]);
    let shown = format!("{returns:?}");
    for personal in [NIR, "SPECIMEN"] {
        assert!(!shown.contains(personal), "{personal} is kept");
    }
}

#[test]
fn what_a_whole_amount_counts_is_never_guessed() {
    let whole = br#"{"lstFacturesTP":[{"noFacture":"1","etatAMO":"R","montantAMO":1200}]}"#;
    let refused = read(whole, &JfseOptions::default()).unwrap_err();
    assert!(refused.problem.contains("euros or cents"), "{refused}");
    for (unit, cents) in [(Unit::Cents, 1_200), (Unit::Euros, 120_000)] {
        let options = JfseOptions {
            whole_amounts: Some(unit),
        };
        let returns = read(whole, &options).unwrap();
        assert_eq!(returns.invoices[0].shares[0].asked_cents, cents);
    }
}

#[test]
fn what_is_no_answer_is_refused_with_its_place() {
    let refused = |text: &str| {
        read(text.as_bytes(), &JfseOptions::default())
            .unwrap_err()
            .to_string()
    };
    assert_eq!(refused("{\n\"a\": ?}"), "byte 8: this is no JSON");
    assert!(refused("{}").contains("lstFacturesTP"));
    assert!(
        refused(r#"{"lstFacturesTP":[{"etatAMO":"R"}]}"#).contains("lstFacturesTP[0]: an invoice without")
    );
    assert!(refused(r#"{"lstFacturesTP":[{"noFacture":"185057599900142"}]}"#).contains("too long"));
    assert!(refused(r#"{"lstFacturesTP":[{"noFacture":"1","montantAMO":"1.x"}]}"#).contains("an amount"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_spoilt_answer_is_refused_or_read(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = answer().into_bytes();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        match read(&bytes, &JfseOptions::default()) {
            Ok(returns) => prop_assert!(!format!("{returns:?}").contains("85057599900"), "a number is kept"),
            Err(error) => prop_assert!(error.offset <= bytes.len() as u64),
        }
    }
}
