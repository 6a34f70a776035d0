//! A reject is triaged by the check of its claim on the day of the return, whatever was kept of the check as of the sending.

use std::borrow::Cow;
use tierspayant::Engine;
use tierspayant::core::decision::check;
use tierspayant::core::question::Case;
use tierspayant::core::triage::{Recognition, RejectReport};
use tierspayant_testkit::Kit;

const DOSSIERS: u64 = 4_000;

#[test]
fn a_claim_that_is_asked_again_has_the_answer_of_that_day() {
    let engine = Engine::embedded();
    let tables = &engine.tables().decision;
    let kit = Kit::new();
    let recognition: Recognition = engine.tables().rejects.recognise(&RejectReport::default());
    for seed in 0..DOSSIERS {
        let dossier = kit.dossier(seed);
        let mut sent = engine.sent(Cow::Borrowed(&dossier));
        let care = dossier.claim.care_date;
        for days in [-1, 0, 1, 8, 30, 90, 800] {
            let report = RejectReport {
                returned_on: care.plus_days(days),
                ..RejectReport::default()
            };
            let found = engine.triage_sent(&mut sent, &report, recognition.clone());
            let mut asked = dossier.clone();
            asked.as_of = Some(report.returned_on.unwrap());
            let fresh = check(tables, &Case::new(tables, &asked));
            assert_eq!(*found.now, fresh, "dossier {seed}, {days} days after the care");
        }
    }
}
