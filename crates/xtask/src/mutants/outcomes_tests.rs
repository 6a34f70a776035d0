//! The report is read as cargo-mutants writes it.

use super::{Outcomes, read};

fn outcomes(report: &str) -> Outcomes {
    let mut outcomes = Outcomes::default();
    for (name, word) in read(report).unwrap() {
        outcomes.add(&name, &word);
    }
    outcomes
}

#[test]
fn every_outcome_is_counted_once() {
    let report = r#"{ "outcomes": [
        { "scenario": "Baseline", "summary": "Success" },
        { "scenario": { "Mutant": { "name": "crates/core/src/a.rs:1:2: replace f with ()" } }, "summary": "CaughtMutant" },
        { "scenario": { "Mutant": { "name": "crates/core/src/a.rs:2:2: replace g with ()" } }, "summary": "MissedMutant" },
        { "scenario": { "Mutant": { "name": "crates/core/src/rules/x.rs:1:2: x" } }, "summary": "Timeout" },
        { "scenario": { "Mutant": { "name": "crates/core/src/rules/y.rs:1:2: y" } }, "summary": "Unviable" }
    ] }"#;
    let mut outcomes = outcomes(report);
    outcomes.add_untried("crates/core/src/rules/z.rs:1:2: z");
    assert_eq!(outcomes.survivors, ["crates/core/src/a.rs: replace g with ()"]);
    let line = "2 of 3 mutants killed (66.6 %), 1 by time, 1 survived, 1 not viable, 1 not tried";
    assert_eq!(outcomes.to_string(), line);
    let modules: Vec<String> = outcomes.by_module().collect();
    assert_eq!(
        modules,
        [
            "a: 1 of 2 killed (50.0 %), 0 not tried",
            "rules: 1 of 1 killed (100.0 %), 1 not tried"
        ]
    );
}
