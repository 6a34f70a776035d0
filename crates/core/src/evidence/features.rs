//! What a case holds, said in a few words: each rule declares which of them it has something to say on.

use super::identity::{Identity, Match};
use super::view::View;
use crate::model::{Scheme, Source};
use crate::tables::{Ground, GroundSet, RightKind, SituationPays};

/// A set of things that a case may hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Features(u64);

/// Declares the features, each with its bit.
macro_rules! features {
    ($($(#[doc = $doc:literal])+ $name:ident)*) => {
        /// The place of each feature.
        #[expect(
            non_camel_case_types,
            clippy::upper_case_acronyms,
            reason = "a place has the name of its feature"
        )]
        enum Place { $($name),* }

        impl Features {
            $($(#[doc = $doc])+ pub const $name: Features = Features(1 << Place::$name as u32);)*

            /// Each feature by its name, but for the one that every case has.
            pub const EACH: &'static [(&'static str, Features)] = &[$((stringify!($name), Features::$name)),*];
        }
    };
}

features! {
    /// The claim says on which day the question is asked.
    ASKED_ON
    /// The day of transmission is known.
    SENT_ON
    /// The nature of insurance is not stated, or is in no table.
    NATURE_OPEN
    /// The claim is under the local scheme, or a source shows it.
    LOCAL_SCHEME
    /// The claim is under the military nature, or a source shows a pension.
    MILITARY
    /// The claim names an accident, or is under the nature of one.
    ACCIDENT
    /// The claim carries a contract.
    CONTRACT
    /// Tiers payant is asked on the AMC share.
    AMC_ASKED
    /// The card is not said to be read.
    CARD_NOT_READ
    /// The claim says how it is made.
    MODE
    /// Somebody may pay in place of the fund.
    PAID_INSTEAD
    /// The claim says how the prescriber stands to the health insurance.
    PRESCRIBER
    /// A psychologist bills.
    PSYCHOLOGIST
    /// The claim says who bills.
    BILLER
    /// The claim names a scheme.
    SCHEME
    /// A day of prescription is stated.
    PRESCRIBED
    /// A birth date is known.
    BIRTH
    /// Not every snapshot is sure to be about the person of the claim, or NIRs are wrong or differ.
    IDENTITY
    /// A source names a scheme.
    SCHEME_ON_RECORD
    /// A source carries a code that is in no table.
    UNKNOWN_CODES
    /// A source shows a situation under which something is not paid.
    UNPAID
    /// A source has a record of a maternity.
    MATERNITY
    /// A source has an entry of a CSS or of an AME.
    CSS_OR_AME
    /// An insurer answered.
    INSURER
    /// A card or an attestation was read.
    CARD_OR_PAPER
    /// Something was typed by hand in the place of a source.
    TYPED
    /// The line, or one of the lines, has a trait.
    TRAITS
    /// The line says something that only who bills it knows.
    LINE_FACTS
    /// The line, or one of the lines, says where its exemption came from.
    ORIGIN
    /// The line has no category.
    NO_CATEGORY
    /// The line is a transport.
    TRANSPORT
    /// The day of the prescription counts for the category of the line.
    BY_PRESCRIPTION
}

impl Features {
    /// No feature.
    pub const NONE: Features = Features(0);

    /// Every feature, and the one that every case has.
    pub const ALL: Features = Features(u64::MAX);

    /// What every case has: a rule for which nothing can be left aside.
    pub const ALWAYS: Features = Features(1 << 63);

    /// What lines differ in.
    pub(crate) const OF_LINES: Features = Features::TRAITS
        .or(Features::LINE_FACTS)
        .or(Features::ORIGIN)
        .or(Features::NO_CATEGORY)
        .or(Features::TRANSPORT)
        .or(Features::BY_PRESCRIPTION);

    /// The features of both.
    #[must_use]
    pub const fn or(self, other: Features) -> Features {
        Features(self.0 | other.0)
    }

    /// These features but for some.
    #[must_use]
    pub const fn without(self, others: Features) -> Features {
        Features(self.0 & !others.0)
    }

    /// Whether both have a feature in common.
    pub const fn meets(self, others: Features) -> bool {
        self.0 & others.0 != 0
    }

    /// These features, and some where they are there.
    #[must_use]
    pub(crate) const fn and_where(self, there: bool, others: Features) -> Features {
        // A product in place of a choice: few of them are there.
        Features(self.0 | (others.0 * there as u64))
    }
}

/// What the sources hold, on whatever day.
pub(super) fn of_sources(views: &[View], identity: &Identity, grounds: GroundSet) -> Features {
    let told_apart = identity.ambiguous
        || identity.nobody
        || identity.other_only.is_some()
        || identity.nir_key_differs
        || identity.nir_differs
        || identity
            .matches
            .iter()
            .any(|one| matches!(one, Match::Mismatch | Match::Unverified));
    let of_all = Features::ALWAYS
        .and_where(told_apart, Features::IDENTITY)
        .and_where(identity.birth.is_some(), Features::BIRTH)
        .and_where(
            grounds.intersects(GroundSet::of(Ground::LocalScheme)),
            Features::LOCAL_SCHEME,
        )
        .and_where(
            grounds.intersects(GroundSet::of(Ground::Military)),
            Features::MILITARY,
        );
    views.iter().fold(of_all, |known, view| known.or(of_view(view)))
}

/// What one source holds.
fn of_view(view: &View) -> Features {
    let css_or_ame = |kind| matches!(kind, RightKind::Css | RightKind::Ame);
    let mut contracts = view.contracts.iter().flatten();
    let mut pays = view.codes.iter().filter_map(|span| span.pays);
    Features::NONE
        .and_where(view.scheme != Scheme::default(), Features::SCHEME_ON_RECORD)
        .and_where(view.has_unknown_codes(), Features::UNKNOWN_CODES)
        .and_where(pays.any(|one| one != SituationPays::Usual), Features::UNPAID)
        .and_where(view.maternity.is_some(), Features::MATERNITY)
        .and_where(contracts.any(|one| css_or_ame(one.kind)), Features::CSS_OR_AME)
        .and_where(view.source == Source::Amc, Features::INSURER)
        .and_where(is_card_or_paper(view), Features::CARD_OR_PAPER)
        .and_where(view.strength == 0 && view.holds_something(), Features::TYPED)
}

fn is_card_or_paper(view: &View) -> bool {
    matches!(view.source, Source::Vitale | Source::Apcv | Source::Attestation)
}
