//! The interval is the known one, and the habit that makes rejects stands out.

use super::{By, before_and_after, rates, wilson};
use crate::intake::Intake;
use crate::report::Followed;
use crate::synthetic::{Recipe, year};
use tierspayant::Engine;
use tierspayant_core::triage::Prevention;

#[test]
fn the_interval_is_that_of_wilson() {
    // 10 of 100: 0.0552 to 0.1744, as the tables of the interval give it.
    let (low, high) = wilson(10, 100);
    assert!(
        (low - 0.0552).abs() < 1e-4 && (high - 0.1744).abs() < 1e-4,
        "{low} {high}"
    );
    assert_eq!(wilson(0, 0), (0.0, 1.0));
    assert!(wilson(0, 10).0 == 0.0 && wilson(10, 10).1 == 1.0);
}

fn rows() -> Vec<Followed> {
    let recipe = Recipe {
        invoices: 3_000,
        ..Recipe::starting("2025-11-01".parse().unwrap())
    };
    let engine = Engine::embedded();
    let mut intake = Intake::default();
    for file in year(&recipe).files {
        intake.add_synthetic(&file);
    }
    intake.follow(&engine, None).rows
}

#[test]
fn rates_have_their_exposure_and_the_habit_stands_out() {
    let rows = rows();
    for by in By::ALL {
        let found = rates(&rows, *by);
        let rejected: usize = found.iter().map(|one| one.rejected).sum();
        assert_eq!(
            rejected,
            rows.iter().filter(|one| one.was_refused()).count(),
            "{by}"
        );
        for one in &found {
            assert!(
                one.interval.0 <= one.rate && one.rate <= one.interval.1,
                "{one:?}"
            );
            assert!(one.rejected <= one.exposure && one.caught <= one.rejected);
        }
    }
    // Operator 3 has the setting that forces exemptions.
    let operators = rates(&rows, By::Operator);
    let out: Vec<&str> = operators
        .iter()
        .filter(|one| one.stands_out)
        .filter_map(|one| one.group.as_deref())
        .collect();
    assert_eq!(out, ["op3"]);
    assert_eq!(operators[0].prevention, Some(Prevention::HandTypedTraining));
    let (before, after) = before_and_after(&rows, By::Share, "2026-05-01".parse().unwrap());
    let exposure = |rates: &[super::Rate]| rates.iter().map(|one| one.exposure).sum::<usize>();
    assert_eq!(exposure(&before) + exposure(&after), rows.len());
    assert!(exposure(&before) > 0 && exposure(&after) > 0);
}
