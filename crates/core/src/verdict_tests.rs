//! The verdict of a whole is the worst of its parts, whatever their order.

use super::{DoubtBasis, NoBasis, Verdict};

/// Every verdict, from the best to the worst.
const FROM_BEST: [Verdict; 8] = [
    Verdict::Billable,
    Verdict::Undetermined(DoubtBasis::BeyondRules),
    Verdict::Undetermined(DoubtBasis::Missing),
    Verdict::Undetermined(DoubtBasis::Stale),
    Verdict::Undetermined(DoubtBasis::Pending),
    Verdict::Undetermined(DoubtBasis::Conflict),
    Verdict::NotBillable(NoBasis::NotGranted),
    Verdict::NotBillable(NoBasis::Forbidden),
];

#[test]
fn of_two_verdicts_the_later_one_of_the_list_is_worse() {
    for (place, better) in FROM_BEST.iter().enumerate() {
        for worse in FROM_BEST.iter().skip(place) {
            assert_eq!(better.worse(*worse), *worse, "{better:?} and {worse:?}");
            assert_eq!(worse.worse(*better), *worse, "{worse:?} and {better:?}");
        }
    }
}

#[test]
fn words_and_bases() {
    let words: Vec<_> = FROM_BEST.iter().map(|one| (one.as_str(), one.basis())).collect();
    assert_eq!(
        words,
        [
            ("billable", None),
            ("undetermined", Some("beyond_rules")),
            ("undetermined", Some("missing")),
            ("undetermined", Some("stale")),
            ("undetermined", Some("pending")),
            ("undetermined", Some("conflict")),
            ("not_billable", Some("not_granted")),
            ("not_billable", Some("forbidden")),
        ]
    );
}
