//! Values as the Rust expressions that make them again.

use tierspayant_core::ids::{RemedyId, RemedySet};
use tierspayant_core::model::{Category, Code, Date, List, Lookup, Period, Setting, Text, Trait};
use tierspayant_core::tables::{
    ByTrait, CategorySet, ClaimedGround, ClaimedGrounds, Ground, GroundSet, RightKind, RightSet, SettingSet,
    TraitSet,
};

/// A value that can be written as a constant.
pub(crate) trait Constant {
    /// The expression that makes it.
    fn constant(&self) -> String;
}

/// Values in brackets.
pub(crate) fn list<'v, T: Constant + 'v>(values: impl IntoIterator<Item = &'v T>) -> String {
    let values: Vec<String> = values.into_iter().map(Constant::constant).collect();
    format!("[{}]", values.join(", "))
}

/// A set made of its members, one after the other.
fn set<T: Constant>(kind: &str, with: &str, members: impl Iterator<Item = T>) -> String {
    let members = members.map(|one| format!(".{with}({})", one.constant()));
    format!("{kind}::NONE{}", members.collect::<String>())
}

macro_rules! as_debug {
    ($($kind:ty),+) => { $(impl Constant for $kind {
        fn constant(&self) -> String {
            format!("{self:?}")
        }
    })+ };
}
as_debug!(bool, u8, u16, u32, u64, i32, usize, &'static str);

impl Constant for Text {
    fn constant(&self) -> String {
        format!("Text::Borrowed({:?})", &**self)
    }
}

impl<T: Constant + Clone> Constant for List<T> {
    fn constant(&self) -> String {
        format!("List::Borrowed(&{})", list(self.iter()))
    }
}

impl<T: Constant, const N: usize> Constant for [T; N] {
    fn constant(&self) -> String {
        list(self)
    }
}

impl<T: Constant> Constant for Option<T> {
    fn constant(&self) -> String {
        match self {
            Some(value) => format!("Some({})", value.constant()),
            None => "None".to_owned(),
        }
    }
}

impl<A: Constant, B: Constant> Constant for (A, B) {
    fn constant(&self) -> String {
        format!("({}, {})", self.0.constant(), self.1.constant())
    }
}

impl<K: Constant + Clone, V: Constant + Clone> Constant for Lookup<K, V> {
    fn constant(&self) -> String {
        let entries = self
            .iter()
            .map(|(key, value)| format!("({}, {})", key.constant(), value.constant()));
        format!("Lookup::compiled(&[{}])", entries.collect::<Vec<_>>().join(", "))
    }
}

impl<const N: usize> Constant for Code<N> {
    fn constant(&self) -> String {
        format!("code({:?})", self.as_str())
    }
}

impl Constant for Date {
    fn constant(&self) -> String {
        format!("day({})", self.unix_days())
    }
}

impl Constant for Period {
    fn constant(&self) -> String {
        format!("period({}, {})", self.start().constant(), self.end().constant())
    }
}

impl Constant for GroundSet {
    fn constant(&self) -> String {
        let members = self
            .iter()
            .map(|one| format!(".union(GroundSet::of({}))", one.constant()));
        format!("GroundSet::NONE{}", members.collect::<String>())
    }
}

impl Constant for RightSet {
    fn constant(&self) -> String {
        let kinds = RightKind::ALL.iter().copied().filter(|one| self.shows(*one));
        let grounds = Ground::ALL.iter().copied();
        let grounds = grounds.filter(|one| self.shows_all(GroundSet::of(*one)));
        let grounds = grounds.map(|one| format!(".with_ground({})", one.constant()));
        set("RightSet", "with_kind", kinds) + &grounds.collect::<String>()
    }
}

/// Sets of words, each with what tells whether one is in it.
macro_rules! sets {
    ($($set:ident of $word:ident by $has:ident),+ $(,)?) => { $(impl Constant for $set {
        fn constant(&self) -> String {
            let members = $word::ALL.iter().copied().filter(|one| self.$has(*one));
            set(stringify!($set), "with", members)
        }
    })+ };
}

sets!(
    TraitSet of Trait by has,
    CategorySet of Category by holds,
    SettingSet of Setting by holds,
    RemedySet of RemedyId by has,
);

impl<T: Constant + Clone> Constant for ByTrait<T> {
    fn constant(&self) -> String {
        format!(
            "ByTrait::compiled(&{}, {})",
            list(self.iter()),
            self.traits().constant()
        )
    }
}

impl Constant for ClaimedGrounds {
    fn constant(&self) -> String {
        let grounds: Vec<GroundSet> = ClaimedGround::ALL.iter().map(|one| self.of(*one)).collect();
        format!("ClaimedGrounds::new({})", list(&grounds))
    }
}
