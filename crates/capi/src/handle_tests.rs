//! The tags of objects.

use super::{Handle, Tagged, tag};
use crate::dossier::tp_dossier;
use crate::engine::{tp_engine, tp_engine_builder};
use crate::error::tp_error;
use crate::reading::tp_reading;
use crate::result::tp_result;
use crate::text::tp_text;
use crate::timeline::tp_timeline;
use crate::what_if::tp_what_if;
use std::collections::BTreeSet;

const fn of<T: Handle>() -> u64 {
    Tagged::<T>::TAG
}

#[test]
fn each_kind_has_a_tag_of_its_own() {
    let tags = [
        of::<tp_dossier>(),
        of::<tp_engine>(),
        of::<tp_engine_builder>(),
        of::<tp_error>(),
        of::<tp_reading>(),
        of::<tp_result>(),
        of::<tp_text>(),
        of::<tp_timeline>(),
        of::<tp_what_if>(),
        Tagged::<tp_text>::FREED,
    ];
    assert_eq!(tags.into_iter().collect::<BTreeSet<_>>().len(), tags.len());
    // The published value of the hash.
    assert_eq!(tag("foobar"), 0x8594_4171_f739_67e8);
}
