//! Every case of the project, as tables.

use crate::expected::{expected, options, run, written};
use crate::flat::flat;
use tierspayant::core::model::Dossier;
use tierspayant_batch::RightsOptions;
use tierspayant_testkit::case_files;

/// The dossiers of the cases, without the NIRs, which the tables of dossiers leave out.
pub fn dossiers() -> Vec<(String, Dossier)> {
    let mut dossiers = Vec::new();
    for (_, document) in case_files().unwrap() {
        for case in document["cases"].as_array().unwrap() {
            let bytes = serde_json::to_vec(&case["dossier"]).unwrap();
            let Ok(mut dossier) = tierspayant::format::parse_dossier(&bytes) else {
                continue;
            };
            dossier.claim.person.nir = None;
            for snapshot in &mut dossier.rights {
                snapshot.person.nir = None;
            }
            dossiers.push((case["name"].as_str().unwrap().to_owned(), dossier));
        }
    }
    dossiers
}

#[test]
fn every_case_has_the_answer_of_the_check() {
    let named = dossiers();
    assert!(named.len() > 100, "{} cases", named.len());
    let dossiers: Vec<Dossier> = named.iter().map(|(_, dossier)| dossier.clone()).collect();
    let tables = flat(&dossiers);
    for threads in [1, 2] {
        let options = tierspayant_batch::Options {
            threads,
            rows: 7,
            ..options()
        };
        let batches = run(
            tables.rights_tables(),
            tables.lines_input(),
            &options,
            RightsOptions::default(),
        );
        let mut found = written(&batches.unwrap()).into_iter();
        for (name, dossier) in &named {
            for row in expected(dossier) {
                assert_eq!(found.next().unwrap(), row, "{name}");
            }
        }
        assert_eq!(found.next(), None);
    }
}
