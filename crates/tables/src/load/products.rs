//! Care and products with dates of their own.

use super::file::{File, Refused};
use crate::{Files, wire};
use tierspayant_core::model::{Category, Trait};
use tierspayant_core::tables::{
    AgeRange, Biller, CareForAges, DocumentRule, ExemptCare, FluTargets, IncludedCare, NotPaid, Place,
    Products, RemoteCare,
};

pub(super) fn products(files: &Files) -> Result<Products, Refused> {
    let file = File::open(files, "products.toml")?;
    let table = file.table()?;
    let wire: wire::Products<'_> = file.read(&table)?;
    let mut exempt: Vec<ExemptCare> = Vec::new();
    for one in &wire.exempt {
        let row = exempt_care(&file, one)?;
        let overlaps = exempt.iter().any(|other| speak_of_the_same_day(other, &row));
        file.once(!overlaps, one.r#trait)?;
        exempt.push(row);
    }
    let documents = wire
        .document
        .iter()
        .map(|one| document(&file, one))
        .collect::<Result<Vec<_>, _>>()?;
    let mut shared = Vec::new();
    for one in &wire.shared {
        file.reference(one.proof)?;
        let days = file.period(one.from, one.to)?;
        shared.push((file.word(one.r#trait)?, days));
    }
    let mut for_ages = Vec::new();
    for one in &wire.for_ages {
        file.reference(one.proof)?;
        for_ages.push(CareForAges {
            what: file.word(one.r#trait)?,
            ages: AgeRange {
                from: one.age_from.map(i32::from),
                below: one.age_below.map(i32::from),
            },
            every_years: one.every_years.map_or(1, i32::from),
            each_year_from: file.optional(one.each_year_from)?,
            months_before: u32::from(one.months_before_maternity),
            months_after: u32::from(one.months_after_birth),
            mothers_from: file.optional(one.mothers_from)?,
            months_after_from: file.optional(one.months_after_birth_from)?,
        });
    }
    let mut places = Vec::new();
    for one in &wire.place {
        file.reference(one.proof)?;
        let categories = file.words(one.categories)?;
        let settings = file.words(one.settings)?;
        for what in one.traits.iter() {
            let what = file.word(what)?;
            places.push(Place {
                what,
                categories: categories.clone(),
                settings: settings.clone(),
            });
        }
    }
    let mut billers: Vec<Biller> = Vec::new();
    for one in &wire.biller {
        file.reference(one.proof)?;
        let category = file.word(one.category)?;
        let said_once = billers.iter().all(|other| other.category != category);
        file.once(said_once, one.category)?;
        let settings = file.words(one.settings)?;
        billers.push(Biller { category, settings });
    }
    let mut included = Vec::new();
    for one in &wire.included {
        file.reference(one.proof)?;
        included.push(IncludedCare {
            what: file.word(one.r#trait)?,
            payer: file.word(one.payer)?,
            validity: file.period(one.from, None)?,
            categories: file.words(one.categories)?,
            settings: file.words(one.settings.unwrap_or_default())?,
        });
    }
    let mut not_paid = Vec::new();
    for one in &wire.not_paid {
        file.reference(one.proof)?;
        let (what, category) = (file.word(one.r#trait)?, file.optional(one.category)?);
        // What never is paid for has one reason, which speaks of an injection.
        if one.before.is_none() && (what, category) != (Trait::FluVaccine, Some(Category::Act)) {
            let why = "a row without `before` is an injection of a flu vaccine (`act`)";
            return Err(file.wrong(one.r#trait.at, why));
        }
        not_paid.push(NotPaid {
            what,
            before: file.optional(one.before)?,
            category,
            settings: file.words(one.settings.unwrap_or_default())?,
            ages: AgeRange {
                from: one.age_from.map(i32::from),
                below: one.age_below.map(i32::from),
            },
        });
    }
    for proof in [
        wire.remote.proof,
        wire.flu.proof,
        wire.ame.proof,
        wire.insurer.proof,
        wire.ald.proof,
        wire.substitution.proof,
    ] {
        file.reference(proof)?;
    }
    Ok(Products {
        exempt: exempt.into(),
        documents: documents.into(),
        shared: shared.into(),
        for_ages: for_ages.into(),
        places: places.into(),
        billers: billers.into_iter().collect(),
        included: included.into(),
        not_paid: not_paid.into(),
        remote: RemoteCare {
            validity: file.period(wire.remote.from, wire.remote.to)?,
            categories: file.words(wire.remote.categories)?,
        },
        flu: FluTargets {
            targeted_from: file.word(wire.flu.targeted_from)?,
            children_from: file.word(wire.flu.children_from)?,
            children_years: wire.flu.children_years.into(),
            adult_years: wire.flu.adult_years.into(),
            targeted_years: wire.flu.targeted_years.into(),
        },
        ame_excluded: file.traits(wire.ame.excluded)?,
        ame_delayed: file.traits(wire.ame.delayed)?,
        ame_delay_months: u32::from(wire.ame.delay_months),
        insurer_optional: file.traits(wire.insurer.optional)?,
        care_path_from: wire.insurer.care_path_from,
        ald_low_benefit: file.traits(wire.ald.low_benefit)?,
        generic_everywhere_from: file.word(wire.substitution.generic_everywhere_from)?,
        generic_exceptions: file.traits(wire.substitution.generic_exceptions)?,
        other_refusals: file.traits(wire.substitution.other_refusals)?,
    })
}

/// Of one trait, one row at most holds on a day for a category.
fn speak_of_the_same_day(one: &ExemptCare, other: &ExemptCare) -> bool {
    let apart = |one: &ExemptCare, other: &ExemptCare| {
        one.category.is_some() && (one.category == other.not_category)
            || matches!((one.category, other.category), (Some(one), Some(other)) if one != other)
    };
    let days = one
        .validity
        .end()
        .is_none_or(|end| other.validity.start().is_none_or(|start| start <= end))
        && other
            .validity
            .end()
            .is_none_or(|end| one.validity.start().is_none_or(|start| start <= end));
    one.what == other.what && days && !apart(one, other) && !apart(other, one)
}

fn exempt_care(file: &File<'_>, one: &wire::ExemptEntry<'_>) -> Result<ExemptCare, Refused> {
    file.reference(one.proof)?;
    Ok(ExemptCare {
        what: file.word(one.r#trait)?,
        validity: file.period(one.from, one.to)?,
        category: file.optional(one.category)?,
        not_category: file.optional(one.not_category)?,
        setting: file.optional(one.setting)?,
        ages: AgeRange {
            from: one.age_from.map(i32::from),
            below: one.age_below.map(i32::from),
        },
        code_known: one.code_known.unwrap_or(true),
        without_prescription: one.without_prescription.unwrap_or(false),
        prescribed_unless_exempt: one.prescribed_unless_exempt.unwrap_or(false),
        without_card: one.without_card.unwrap_or(false),
        secret: one.secret.unwrap_or(false),
        alone: one.alone.unwrap_or(false),
    })
}

fn document(file: &File<'_>, one: &wire::DocumentEntry<'_>) -> Result<DocumentRule, Refused> {
    file.reference(one.proof)?;
    Ok(DocumentRule {
        what: file.word(one.r#trait)?,
        validity: file.period(one.from, one.to)?,
        absent: file.word(one.absent)?,
        outside_terms: file.word(one.outside_terms)?,
        not_said: file.word(one.not_said)?,
        nothing_from: file.optional(one.nothing_from)?,
    })
}
