//! Care and products with dates of their own.

use super::{AboutTrait, ByTrait, TraitSet};
use crate::model::{Category, Date, List, PaidInstead, Period, Position, Setting, Trait, Traits, text_enum};

/// Ages in completed years.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AgeRange {
    /// From this age on.
    pub from: Option<i32>,
    /// Below this age.
    pub below: Option<i32>,
}

impl AgeRange {
    /// Whether ages count at all.
    pub const fn is_open(self) -> bool {
        self.from.is_none() && self.below.is_none()
    }

    /// Whether an age is in the range.
    pub fn contains(self, age: i32) -> bool {
        self.from.is_none_or(|from| from <= age) && self.below.is_none_or(|below| age < below)
    }
}

/// Care that is exempt by what it is, without a right on record, for a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExemptCare {
    /// The trait of the line that says what it is.
    pub what: Trait,
    /// The care dates for which it holds.
    pub validity: Period,
    /// Lines of this category only.
    pub category: Option<Category>,
    /// Lines of any category but this one.
    pub not_category: Option<Category>,
    /// Claims of this profession only.
    pub setting: Option<Setting>,
    /// For whom.
    pub ages: AgeRange,
    /// Whether the code of the exemption is known; where it is not, no text that the tables hold settles code 3.
    pub code_known: bool,
    /// Whether no prescription is needed.
    pub without_prescription: bool,
    /// Whether that holds under its own code and in its ages alone: else it is paid on prescription.
    pub prescribed_unless_exempt: bool,
    /// Whether no card is asked for.
    pub without_card: bool,
    /// Whether a minor may ask for it in secret, under a fictitious number.
    pub secret: bool,
    /// Whether it is billed on a claim of its own.
    pub alone: bool,
}

/// Where care that a trait names exists: elsewhere trait and line contradict each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The trait of the line that says what it is.
    pub what: Trait,
    /// The kinds of line.
    pub categories: List<Category>,
    /// The professions.
    pub settings: List<Setting>,
}

/// Who bills lines of a category, where a text keeps it to some professions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Biller {
    /// The kind of line.
    pub category: Category,
    /// The professions.
    pub settings: List<Setting>,
}

/// Care that a flat amount already holds, of who lives or is cared for somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncludedCare {
    /// The trait of the line that says so.
    pub what: Trait,
    /// Who is paid the flat amount.
    pub payer: PaidInstead,
    /// The care dates for which it is so.
    pub validity: Period,
    /// The kinds of line.
    pub categories: List<Category>,
    /// The professions; empty for whoever bills.
    pub settings: List<Setting>,
}

/// Care that is not paid for, or not so: before a day, from some professions, for some ages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotPaid {
    /// The trait of the line that says what it is.
    pub what: Trait,
    /// The first care date on which it is; none where it never is for these ages.
    pub before: Option<Date>,
    /// Lines of this category only.
    pub category: Option<Category>,
    /// The professions; empty for whoever bills.
    pub settings: List<Setting>,
    /// For whom.
    pub ages: AgeRange,
}

/// Consultations at a distance that were exempt for everybody, for a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoteCare {
    /// The care dates for which they were.
    pub validity: Period,
    /// The kinds of line.
    pub categories: List<Category>,
}

text_enum! {
    /// What a state of the prescriber's document leads to.
    DocumentEffect {
        /// Nothing.
        Nothing = "nothing",
        /// A notice.
        Notice = "notice",
        /// The fact is missing.
        Missing = "missing",
        /// Texts do not settle it.
        NotSettled = "not_settled",
        /// No tiers payant.
        Forbidden = "forbidden",
    }
}

/// A product that the fund pays only with a document of the prescriber, for a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentRule {
    /// The trait of the line that says what it is.
    pub what: Trait,
    /// The care dates for which it holds.
    pub validity: Period,
    /// What follows where the document is absent.
    pub absent: DocumentEffect,
    /// What follows where it says that the prescription is outside the terms of cover.
    pub outside_terms: DocumentEffect,
    /// What follows where nothing is said of it.
    pub not_said: DocumentEffect,
    /// From this day on nothing is reimbursed afterwards either.
    pub nothing_from: Option<Date>,
}

/// Care that is for some ages, and for who expects or has had a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CareForAges {
    /// The trait of the line that says what it is.
    pub what: Trait,
    /// For whom.
    pub ages: AgeRange,
    /// Before the day of `each_year_from`, only every so many years of age, counted from the first of `ages`.
    pub every_years: i32,
    /// The first day on which it is for every year of age; at all times when absent.
    pub each_year_from: Option<Date>,
    /// Months before the fund's maternity period from which it is for a mother.
    pub months_before: u32,
    /// Months after the birth up to which it is for a mother.
    pub months_after: u32,
    /// The first day on which it is for mothers; at all times when absent.
    pub mothers_from: Option<Date>,
    /// The first day on which it is so after the end of the fund's maternity period; at all times when absent.
    pub months_after_from: Option<Date>,
}

impl CareForAges {
    /// Whether it is for an age on a day.
    pub fn is_for(&self, age: i32, day: Date) -> bool {
        let each = self.each_year_from.is_none_or(|from| from <= day);
        let years = age.saturating_sub(self.ages.from.unwrap_or(0));
        self.ages.contains(age) && (each || years.checked_rem(self.every_years).unwrap_or(0) == 0)
    }

    /// Whether mothers have it on a day.
    pub fn is_for_mothers(&self, day: Date) -> bool {
        self.mothers_from.is_none_or(|from| from <= day)
    }

    /// The days on which its terms change.
    pub fn days(&self) -> impl Iterator<Item = Date> + use<> {
        let days = [self.each_year_from, self.mothers_from, self.months_after_from];
        days.into_iter().flatten()
    }
}

/// What a table of dated care says of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds<'t, T> {
    /// A row holds on the day.
    Now(&'t T),
    /// A row speaks of this care, and starts later.
    NotYet(&'t T),
}

/// For whom a flu vaccine is paid under the code without exemption, without a voucher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FluTargets {
    /// The first care date on which it is for those alone whom the recommendations name.
    pub targeted_from: Date,
    /// The first care date on which children have it at the usual rate.
    pub children_from: Date,
    /// From what age on, in years, they do.
    pub children_years: i32,
    /// At what age, in years, they no longer do.
    pub adult_years: i32,
    /// From what age on, in years, the recommendations name everybody.
    pub targeted_years: i32,
}

/// Care and products with dates of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Products {
    /// Exempt by what they are; of one trait one row at most holds on a day for a category.
    pub exempt: ByTrait<ExemptCare>,
    /// Paid with a document of the prescriber.
    pub documents: ByTrait<DocumentRule>,
    /// Prevention that both insurers pay in part, and the care dates for which they do.
    pub shared: ByTrait<(Trait, Period)>,
    /// Care that is for some ages only.
    pub for_ages: ByTrait<CareForAges>,
    /// Care that exists in some places only.
    pub places: ByTrait<Place>,
    /// Who bills what; a category without a row may be billed by anybody.
    pub billers: List<Biller>,
    /// Care that is paid by a flat amount of somebody else.
    pub included: ByTrait<IncludedCare>,
    /// Care that is not paid for before a day, from some professions or for some ages.
    pub not_paid: ByTrait<NotPaid>,
    /// Consultations at a distance that were exempt for everybody.
    pub remote: RemoteCare,
    /// For whom a flu vaccine without a voucher is paid.
    pub flu: FluTargets,
    /// What the AME does not pay for adults.
    pub ame_excluded: TraitSet,
    /// For what the AME asks adults for a delay.
    pub ame_delayed: TraitSet,
    /// That delay, in months.
    pub ame_delay_months: u32,
    /// What an insurer's own contract need not pay under the code without exemption, or pays in part alone.
    pub insurer_optional: TraitSet,
    /// From what age on, in years, the coordinated care path counts.
    pub care_path_from: u8,
    /// Care whose 100 % under an ALD is announced to end.
    pub ald_low_benefit: TraitSet,
    /// From which care date on the generic is asked for everywhere: before, in some departments.
    pub generic_everywhere_from: Date,
    /// What makes a refused generic no obstacle.
    pub generic_exceptions: TraitSet,
    /// Refusals of substitution whose effect no text settles.
    pub other_refusals: TraitSet,
}

macro_rules! about_what {
    ($($row:ident),+) => { $(impl AboutTrait for $row {
        fn what(&self) -> Trait {
            self.what
        }
    })+ };
}
about_what!(
    ExemptCare,
    DocumentRule,
    CareForAges,
    Place,
    IncludedCare,
    NotPaid
);

impl AboutTrait for (Trait, Period) {
    fn what(&self) -> Trait {
        self.0
    }
}

impl Products {
    /// The row that decides on a line, if it is such care: one that holds on the day, or else the first to start.
    #[inline]
    pub fn exempt(
        &self,
        traits: Traits,
        category: Option<Category>,
        day: Date,
    ) -> Option<Holds<'_, ExemptCare>> {
        if self.exempt.traits().meets(traits) {
            self.exempt_row(traits, category, day)
        } else {
            None
        }
    }

    fn exempt_row(
        &self,
        traits: Traits,
        category: Option<Category>,
        day: Date,
    ) -> Option<Holds<'_, ExemptCare>> {
        let of_this_care = |row: &&ExemptCare| {
            row.category.is_none_or(|one| category == Some(one))
                && row.not_category.is_none_or(|one| category != Some(one))
        };
        let rows = || self.exempt.about(traits).filter(of_this_care);
        let now = rows().find(|row| row.validity.position(day) == Position::Within);
        let first = || {
            rows()
                .filter(|row| row.validity.position(day) == Position::Before)
                .min_by_key(|row| row.validity.start())
        };
        now.map(Holds::Now).or_else(|| first().map(Holds::NotYet))
    }

    /// The row of care for some ages that a line is, if it is such care.
    pub fn for_ages(&self, traits: Traits) -> Option<&CareForAges> {
        self.for_ages.about(traits).next()
    }

    /// The trait of prevention that both insurers pay in part on a day, if the line has one.
    pub fn shared(&self, traits: Traits, day: Date) -> Option<Trait> {
        let mut rows = self.shared.about(traits);
        rows.find(|(_, days)| days.position(day) == Position::Within)
            .map(|(what, _)| *what)
    }

    /// Whether the care that a trait names exists on such a line of such a profession. A line without a category may be one.
    pub fn exists_there(&self, what: Trait, category: Option<Category>, setting: Setting) -> bool {
        let mut rows = self.places.iter().filter(|row| row.what == what);
        rows.all(|row| {
            row.settings.contains(&setting) && category.is_none_or(|one| row.categories.contains(&one))
        })
    }

    /// Whether a profession bills lines of a category.
    pub fn is_billed_by(&self, category: Category, setting: Setting) -> bool {
        // There is one row for a category.
        let row = self.billers.iter().find(|row| row.category == category);
        row.is_none_or(|row| row.settings.contains(&setting))
    }

    /// Who is paid a flat amount that holds such care, on a day.
    pub fn included(
        &self,
        traits: Traits,
        category: Category,
        setting: Setting,
        day: Date,
    ) -> Option<PaidInstead> {
        let rows = self.included.about(traits);
        let mut rows = rows.filter(|row| {
            row.validity.position(day) == Position::Within
                && row.categories.contains(&category)
                && (row.settings.is_empty() || row.settings.contains(&setting))
        });
        rows.next().map(|row| row.payer)
    }

    /// The rows of care that is not paid for on a day, billed so, for whoever has the age.
    pub fn not_paid(
        &self,
        traits: Traits,
        category: Option<Category>,
        setting: Setting,
        day: Date,
    ) -> impl Iterator<Item = &NotPaid> {
        self.not_paid.about(traits).filter(move |row| {
            row.before.is_none_or(|before| day < before)
                && row.category.is_none_or(|one| category == Some(one))
                && (row.settings.is_empty() || row.settings.contains(&setting))
        })
    }

    /// The rows that hold on a day, one for each product that a line is.
    pub fn documents(&self, traits: Traits, day: Date) -> impl Iterator<Item = &DocumentRule> {
        let rows = self.documents.about(traits);
        rows.filter(move |row| row.validity.position(day) == Position::Within)
    }
}
