//! Grounds of exemption and kinds of right, as small sets.

use crate::model::text_enum;

text_enum! {
    /// A ground on which a person's share is exempted or modulated.
    Ground {
        /// An exempting ALD: on the list, off the list or polypathology.
        Ald = "ald",
        /// An ALD that exempts nothing (art. L324).
        AldNonExempting = "ald_non_exempting",
        /// Maternity.
        Maternity = "maternity",
        /// Exempt person: invalidity, accident annuity.
        ExemptPerson = "exempt_person",
        /// Military pension and assimilated.
        Military = "military",
        /// Particular exempt care.
        Particular = "particular",
        /// New-born.
        Newborn = "newborn",
        /// Infertility.
        Infertility = "infertility",
        /// Special education.
        SpecialEducation = "special_education",
        /// FSV, ex-FNS: ASPA or ASI.
        Fsv = "fsv",
        /// Local scheme of Alsace-Moselle or frontalier.
        LocalScheme = "local_scheme",
        /// A special scheme that exempts by itself.
        SpecialScheme = "special_scheme",
    }
}

/// A set of grounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct GroundSet(u16);

impl GroundSet {
    /// No ground.
    pub const NONE: GroundSet = GroundSet(0);

    /// The set of one ground.
    pub const fn of(ground: Ground) -> Self {
        GroundSet(1 << (ground as u16))
    }

    /// This set and another.
    #[must_use]
    pub const fn union(self, other: GroundSet) -> Self {
        GroundSet(self.0 | other.0)
    }

    /// This set less another.
    #[must_use]
    pub const fn difference(self, other: GroundSet) -> Self {
        GroundSet(self.0 & !other.0)
    }

    /// What is in this set and in another.
    #[must_use]
    pub const fn intersection(self, other: GroundSet) -> Self {
        GroundSet(self.0 & other.0)
    }

    /// Whether the two sets share a ground.
    pub const fn intersects(self, other: GroundSet) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether every ground of `other` is in this set.
    pub const fn is_superset(self, other: GroundSet) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether the set is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The first ground of the set.
    pub fn first(self) -> Option<Ground> {
        self.iter().next()
    }

    /// The grounds, in declaration order.
    pub fn iter(self) -> impl Iterator<Item = Ground> {
        Ground::ALL
            .iter()
            .copied()
            .filter(move |one| self.intersects(GroundSet::of(*one)))
    }
}

text_enum! {
    /// A kind of right that a source may or may not be able to show.
    RightKind {
        /// Base rights (AMO).
        Coverage = "coverage",
        /// CSS.
        Css = "css",
        /// AME.
        Ame = "ame",
        /// Any other complementary contract.
        PrivateContract = "private_contract",
        /// Accidents and occupational diseases.
        Accident = "accident",
    }
}

/// What is looked for: a kind of right, a ground of exemption, or any exemption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// A kind of right.
    Kind(RightKind),
    /// An exemption on this ground.
    Ground(Ground),
    /// Any exemption.
    AnyExemption,
}

impl Right {
    /// The word in facts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Right::Kind(kind) => kind.as_str(),
            Right::Ground(ground) => ground.as_str(),
            Right::AnyExemption => "exemption",
        }
    }

    /// The right that a word of a fact or of a table stands for; a word that is neither a kind nor a ground stands for any
    /// exemption.
    pub fn named(word: &str) -> Self {
        match (word.parse(), word.parse()) {
            (Ok(kind), _) => Right::Kind(kind),
            (Err(_), Ok(ground)) => Right::Ground(ground),
            (Err(_), Err(_)) => Right::AnyExemption,
        }
    }
}

/// What a source can show: kinds of right and grounds of exemption.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RightSet {
    kinds: u8,
    grounds: GroundSet,
}

impl RightSet {
    /// Nothing.
    pub const NONE: RightSet = RightSet {
        kinds: 0,
        grounds: GroundSet::NONE,
    };

    /// This set and one more kind of right.
    #[must_use]
    pub const fn with_kind(self, kind: RightKind) -> Self {
        RightSet {
            kinds: self.kinds | 1 << (kind as u8),
            ..self
        }
    }

    /// This set and one more ground of exemption.
    #[must_use]
    pub const fn with_ground(self, ground: Ground) -> Self {
        RightSet {
            grounds: self.grounds.union(GroundSet::of(ground)),
            ..self
        }
    }

    /// Whether the kind of right can be shown.
    pub const fn shows(self, kind: RightKind) -> bool {
        self.kinds & (1 << (kind as u8)) != 0
    }

    /// Whether every one of these grounds can be shown.
    pub const fn shows_all(self, grounds: GroundSet) -> bool {
        self.grounds.is_superset(grounds)
    }
}

#[cfg(test)]
#[path = "grounds_tests.rs"]
mod tests;
