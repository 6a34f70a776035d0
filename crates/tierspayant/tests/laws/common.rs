//! What the laws share: the engine, the cases, and a case moved to another day.

use proptest::test_runner::Config;
use serde_json::Value;
use std::sync::LazyLock;
use tierspayant::core::decision::{Decision, check};
use tierspayant::core::model::{Date, Dossier, Moment};
use tierspayant::core::question::Case;
use tierspayant::core::verdict::Verdict;
use tierspayant::format::parse_dossier;
use tierspayant::{Engine, Options};
use tierspayant_testkit::{case_files, dossier_to_json};

pub(crate) static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::embedded);

/// Some dossiers per law, `LAWS_TIMES` times as many where it is set; a failing one is shrunk part by part.
pub(crate) fn config(cases: u32) -> Config {
    let times = std::env::var("LAWS_TIMES")
        .ok()
        .and_then(|text| text.parse::<u32>().ok());
    Config {
        cases: cases.saturating_mul(times.unwrap_or(1)),
        failure_persistence: None,
        max_shrink_iters: 2000,
        max_global_rejects: 1_000_000,
        ..Config::default()
    }
}

/// The answer as JSON, without what-if.
pub(crate) fn answer(dossier: &Dossier) -> Value {
    answer_of(&ENGINE, dossier, false)
}

pub(crate) fn answer_of(engine: &Engine, dossier: &Dossier, what_if: bool) -> Value {
    let options = Options {
        what_if,
        ..Options::default()
    };
    let text = engine
        .check_json(dossier_to_json(dossier).as_bytes(), &options)
        .unwrap();
    let mut value: Value = serde_json::from_str(&text).unwrap();
    // The digest of the input is about the bytes of the dossier, not about the decision.
    value.as_object_mut().unwrap().remove("input");
    value
}

/// The dossiers of the cases, each under `file/name`; a case of a reject is left aside.
pub(crate) fn case_dossiers() -> Vec<(String, Dossier)> {
    let mut dossiers = Vec::new();
    for (family, file) in case_files().unwrap() {
        for case in file["cases"].as_array().unwrap() {
            let bytes = serde_json::to_vec(&case["dossier"]).unwrap();
            if let Ok(dossier) = parse_dossier(&bytes) {
                let name = case["name"].as_str().unwrap_or_default();
                dossiers.push((format!("{family}/{name}"), dossier));
            }
        }
    }
    assert!(dossiers.len() > 1000, "{} cases", dossiers.len());
    dossiers
}

pub(crate) fn decide(dossier: &Dossier) -> Decision {
    decide_case(&ENGINE.case(dossier))
}

pub(crate) fn decide_case(case: &Case) -> Decision {
    check(&ENGINE.tables().decision, case)
}

/// The case when care, question and answers all happen on that day.
pub(crate) fn moved(case: &Case, day: Date) -> Case {
    let mut moved = case.clone();
    let question = &mut moved.question;
    let care = question.care_date;
    let of_lines = question.lines.iter().map(|line| line.facts.prescription.date);
    let in_order = of_lines
        .chain([question.prescription_date])
        .flatten()
        .all(|one| one <= care);
    let kept = |one: Option<Date>| one.map(|one| if in_order { one.min(day) } else { one });
    question.prescription_date = kept(question.prescription_date);
    for line in &mut question.lines {
        line.facts.prescription.date = kept(line.facts.prescription.date);
    }
    question.care_date = day;
    question.as_of = question.as_of.map(|one| one.max(day));
    question.transmission_date = question.transmission_date.map(|one| one.max(day));
    let views = &mut moved.evidence.views;
    let mut moments: Vec<Option<Moment>> = views.iter().map(|view| view.spoke).collect();
    moments.sort_unstable();
    moments.dedup();
    for view in views {
        view.observed_at = Some(Moment::on(day));
        let place = moments.partition_point(|moment| *moment < view.spoke);
        view.spoke = Moment::at(day, 0, 0, u32::try_from(place).unwrap()).ok();
    }
    moved
}

pub(crate) fn billable(case: &Case) -> bool {
    decide_case(case).verdict() == Verdict::Billable
}
