use super::TraitSet;
use crate::model::{Trait, Traits};

fn traits(of: &[Trait]) -> Traits {
    let mut traits = Traits::default();
    of.iter().for_each(|one| traits.insert(*one));
    traits
}

#[test]
fn a_set_of_traits_holds_each_once_and_meets_the_lines_that_have_one_of_them() {
    for (place, one) in Trait::ALL.iter().enumerate() {
        let set = TraitSet::NONE.with(*one);
        assert_eq!(set.with(*one), set);
        assert!(set.has(*one) && !TraitSet::NONE.has(*one));
        let next = Trait::ALL[(place + 1) % Trait::ALL.len()];
        assert!(!set.has(next) && set.with(next).has(next), "{next}");
        assert!(
            set.meets(traits(&[*one])) && set.meets(traits(Trait::ALL)),
            "{one}"
        );
        assert!(!set.meets(traits(&[next])) && !set.meets(traits(&[])), "{one}");
        assert_eq!(set.first_of(traits(Trait::ALL)), Some(*one));
        assert_eq!(set.first_of(traits(&[next])), None);
    }
    let all = Trait::ALL.iter().fold(TraitSet::NONE, |set, one| set.with(*one));
    let last = Trait::ALL[Trait::ALL.len() - 1];
    assert_eq!(all.first_of(traits(&[last, Trait::ALL[0]])), Some(Trait::ALL[0]));
}
