use super::CategorySet;
use crate::model::Category;

#[test]
fn a_set_of_categories_holds_each_once() {
    for (place, one) in Category::ALL.iter().enumerate() {
        let set = CategorySet::NONE.with(*one);
        assert_eq!(set.with(*one), set);
        assert!(set.holds(*one) && !CategorySet::NONE.holds(*one));
        let next = Category::ALL[(place + 1) % Category::ALL.len()];
        assert!(!set.holds(next) && set.with(next).holds(*one), "{next}");
    }
}
