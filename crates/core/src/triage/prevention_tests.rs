use super::Prevention;
use crate::model::Origin;
use crate::triage::Cause;

#[test]
fn what_prevents_a_cause_depends_on_where_the_code_came_from() {
    for (cause, origin, wanted) in [
        (
            Cause::Forced,
            Some(Origin::Prescription),
            Some(Prevention::BizoneTraining),
        ),
        (
            Cause::Forced,
            Some(Origin::Setting),
            Some(Prevention::ForcingSetting),
        ),
        (
            Cause::NeverRecorded,
            Some(Origin::Manual),
            Some(Prevention::HandTypedTraining),
        ),
        (Cause::Ended, Some(Origin::Card), Some(Prevention::CardUpdate)),
        (Cause::Duplicate, Some(Origin::Card), None),
        (Cause::Unknown, None, None),
    ] {
        assert_eq!(Prevention::of(cause, origin), wanted, "{cause:?} {origin:?}");
    }
}
