//! A set holds each of its members once, however often it is added.

use super::{Ground, GroundSet, RightKind, RightSet};

#[test]
fn a_kind_added_twice_is_there() {
    for kind in RightKind::ALL {
        let once = RightSet::default().with_kind(*kind);
        assert_eq!(once.with_kind(*kind), once);
        for other in RightKind::ALL {
            assert_eq!(once.shows(*other), other == kind, "{other} in {kind}");
        }
    }
}

#[test]
fn a_ground_added_twice_is_there() {
    for ground in Ground::ALL {
        let set = GroundSet::of(*ground);
        assert_eq!(set.union(set), set);
        assert_eq!(set.first(), Some(*ground));
        assert!(set.difference(set).is_empty());
        let shown = RightSet::default().with_ground(*ground);
        assert_eq!(shown.with_ground(*ground), shown);
        assert!(shown.shows_all(set));
        assert!(!RightSet::default().shows_all(set));
    }
}
