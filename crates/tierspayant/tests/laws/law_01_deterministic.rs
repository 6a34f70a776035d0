//! Total and deterministic: every dossier gets an answer, and the same bytes give the same bytes.

use crate::common::{ENGINE, config, decide_case};
use proptest::prelude::*;
use tierspayant::core::decision::Checker;
use tierspayant::{Engine, Options};
use tierspayant_testkit::{dossier_to_json, dossiers};

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn the_same_bytes_give_the_same_bytes(dossier in dossiers()) {
        let bytes = dossier_to_json(&dossier);
        let first = ENGINE.check_json(bytes.as_bytes(), &Options::default());
        prop_assert!(first.is_ok());
        prop_assert_eq!(first, ENGINE.check_json(bytes.as_bytes(), &Options::default()));
    }
}

#[test]
fn another_engine_gives_the_same_bytes() {
    let other = Engine::embedded();
    let kit = tierspayant_testkit::Kit::new();
    for number in 0..200 {
        let bytes = dossier_to_json(&kit.dossier(number));
        let ask = |engine: &Engine| engine.check_json(bytes.as_bytes(), &Options::default()).unwrap();
        assert_eq!(ask(&ENGINE), ask(&other), "{bytes}");
    }
}

#[test]
fn buffers_used_again_change_nothing() {
    let mut checker = Checker::new(&ENGINE.tables().decision);
    let kit = tierspayant_testkit::Kit::new();
    for number in 0..200 {
        let case = ENGINE.case(&kit.dossier(number));
        assert_eq!(*checker.check(&case), decide_case(&case), "dossier {number}");
    }
}
