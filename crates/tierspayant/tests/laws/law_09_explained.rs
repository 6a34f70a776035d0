//! Every reason has its rule, what follows from it, and a text in every language.

use crate::common::{ENGINE, config, decide};
use proptest::prelude::*;
use tierspayant::core::ids::ReasonId;
use tierspayant::{Lang, Options};
use tierspayant_testkit::dossiers;

#[test]
fn every_reason_is_in_the_tables() {
    let rules = &ENGINE.tables().decision.rules;
    for id in ReasonId::ALL {
        assert!(rules.reason(*id).is_some(), "{id}");
        assert!(
            rules
                .rule(id.rule())
                .is_some_and(|rule| !rule.reference.text.is_empty()),
            "{id}"
        );
    }
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn every_reason_given_has_a_text(dossier in dossiers()) {
        for lang in [Lang::Fr, Lang::En] {
            let options = Options {
                lang,
                ..Options::default()
            }
            .without_what_if();
            let json = ENGINE.check(&dossier).to_json(&options);
            let answer: serde_json::Value = serde_json::from_str(&json).unwrap();
            let reasons = answer["reasons"].as_array().unwrap();
            prop_assert_eq!(reasons.len(), decide(&dossier).reasons.len());
            for reason in reasons {
                prop_assert!(reason["message"].as_str().is_some_and(|text| !text.is_empty()), "{}", reason);
            }
        }
    }
}
