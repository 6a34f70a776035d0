//! A rule that is not asked has nothing to say: asking every rule of every case finds the same, and a feature that was
//! not told would be missed.

use crate::common::{ENGINE, case_dossiers, config, decide_case};
use proptest::prelude::*;
use tierspayant::core::decision::{Decision, Override, check_as_told};
use tierspayant::core::evidence::Features;
use tierspayant::core::model::Dossier;
use tierspayant::core::question::Case;
use tierspayant_testkit::{Kit, dossiers};

const EVERY_RULE: Override = Override {
    always: Features::ALL,
    never: Features::NONE,
};

fn told(case: &Case, told: Override) -> Decision {
    check_as_told(&ENGINE.tables().decision, case, told)
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn asking_every_rule_finds_the_same(dossier in dossiers()) {
        let case = ENGINE.case(&dossier);
        prop_assert_eq!(told(&case, EVERY_RULE), decide_case(&case));
    }
}

fn cases() -> impl Iterator<Item = Dossier> {
    let kit = Kit::new();
    let of_the_tests = case_dossiers().into_iter().map(|(_, dossier)| dossier);
    of_the_tests.chain((0..1_000).map(move |number| kit.dossier(number)))
}

#[test]
fn of_every_case_asking_every_rule_finds_the_same() {
    for dossier in cases() {
        let case = ENGINE.case(&dossier);
        assert_eq!(told(&case, EVERY_RULE), decide_case(&case), "{dossier:?}");
    }
}

#[test]
fn a_feature_that_is_not_told_is_missed() {
    let cases: Vec<Case> = cases().map(|dossier| ENGINE.case(&dossier)).collect();
    for (name, feature) in Features::EACH {
        let without = Override {
            always: Features::NONE,
            never: *feature,
        };
        let missed = |case: &Case| told(case, without) != decide_case(case);
        assert!(cases.iter().any(missed), "no case depends on {name}");
    }
}
