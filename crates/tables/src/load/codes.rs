//! What codes mean.

use super::file::File;
use crate::{Files, TableError, wire};
use std::collections::BTreeMap;
use tierspayant_core::model::Text;
use tierspayant_core::tables::{
    CategorySet, ClaimedGround, Codebook, Domain, Ground, GroundSet, LowRates, MissedRight, Prolongation,
    SettingSet, Situation, SituationPays, TypeRange,
};

pub(super) fn codes(files: &Files) -> Result<Codebook, TableError> {
    let mut codes = Codebook::default();
    let file = File::open(files, "exemptions.toml")?;
    let mut exemptions = BTreeMap::new();
    for one in file.parse::<wire::Exemptions>()?.exemption {
        file.reference(&one.source, &one.confidence, &one.checked)?;
        file.labelled(&one.label)?;
        let key = (file.word(&one.vocabulary)?, file.word(&one.code)?);
        let also = file.grounds(one.also.as_deref().unwrap_or_default())?;
        let ground = GroundSet::of(file.word(&one.ground)?).union(also);
        file.once(exemptions.insert(key, ground).is_none(), &one.code)?;
    }
    codes.exemptions = exemptions.into();
    coverage_codes(files, &mut codes)?;
    claim_codes(files, &mut codes)?;
    contracts(files, &mut codes)?;
    Ok(codes)
}

fn coverage_codes(files: &Files, codes: &mut Codebook) -> Result<(), TableError> {
    let file = File::open(files, "coverage.toml")?;
    let wire: wire::Coverage = file.parse()?;
    codes.situation_scope = file.grounds(&wire.scope)?;
    let (mut ald_digits, mut situations) = (BTreeMap::new(), BTreeMap::new());
    for one in wire.ald_digit {
        file.reference(&one.source, &one.confidence, &one.checked)?;
        let fresh = ald_digits
            .insert(file.word(&one.digit)?, file.word(&one.meaning)?)
            .is_none();
        file.once(fresh, &one.digit)?;
    }
    for one in wire.situation {
        file.reference(&one.source, &one.confidence, &one.checked)?;
        file.labelled(&one.label)?;
        let grounds = file.grounds(&one.grounds)?;
        if !codes.situation_scope.is_superset(grounds) {
            return Err(file.wrong(
                one.code.span().start,
                "a ground of this situation is not in the scope",
            ));
        }
        let situation = Situation {
            grounds,
            pays: file.optional(one.pays.as_ref())?.unwrap_or(SituationPays::Usual),
            low_rates: file.optional(one.low_rates.as_ref())?.unwrap_or(LowRates::Own),
        };
        let fresh = situations.insert(file.word(&one.code)?, situation).is_none();
        file.once(fresh, &one.code)?;
    }
    codes.ald_digits = ald_digits.into();
    codes.situations = situations.into();
    Ok(())
}

fn claim_codes(files: &Files, codes: &mut Codebook) -> Result<(), TableError> {
    let file = File::open(files, "claim_codes.toml")?;
    let wire: wire::ClaimCodes = file.parse()?;
    let (mut claim_codes, mut forcing, mut forcing_of) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for one in wire.code {
        file.reference(&one.source, &one.confidence, &one.checked)?;
        file.labelled(&one.label)?;
        let code = file.word(&one.code)?;
        let asks: ClaimedGround = file.word(&one.asks)?;
        file.once(claim_codes.insert(code, asks).is_none(), &one.code)?;
        let grounds = file.grounds(one.grounds.as_deref().unwrap_or_default())?;
        codes.claimed.add(asks, grounds);
        match (&one.forcing, &one.forcing_source) {
            (Some(letter), Some(_)) => {
                forcing.insert(code, file.word(letter)?);
            }
            (None, None) => {}
            _ => {
                return Err(file.wrong(
                    one.code.span().start,
                    "a forcing letter and its source go together",
                ));
            }
        }
    }
    let mut suggested = Vec::new();
    for one in wire.suggestion {
        file.reference(&one.source, &one.confidence, &one.checked)?;
        let code = file.word(&one.code)?;
        if !claim_codes.contains_key(&code) {
            return Err(file.wrong(one.code.span().start, "this code is not in the table"));
        }
        suggested.push((file.grounds(&one.grounds)?, code));
    }
    codes.suggested_codes = suggested.into();
    codes.missed = missed(&file, wire.missed, &wire.not_missed)?.into();
    for one in wire.forcing {
        file.reference(&one.source, &one.confidence, &one.checked)?;
        let fresh = forcing_of
            .insert(file.word(&one.what)?, file.word(&one.letter)?)
            .is_none();
        file.once(fresh, &one.what)?;
    }
    codes.claim_codes = claim_codes.into();
    codes.forcing = forcing.into();
    codes.forcing_of = forcing_of.into();
    let schemes = wire.special_schemes;
    file.reference(&schemes.source, &schemes.confidence, &schemes.checked)?;
    codes.special_schemes = file.words(&schemes.agreed)?;
    codes.special_schemes_not_settled = file.words(&schemes.not_settled)?;
    Ok(())
}

/// The rights that a line may miss. Every ground is told or expressly not told, so that a new one cannot be forgotten.
fn missed(
    file: &File<'_>,
    entries: Vec<wire::Missed>,
    not_missed: &wire::NotMissed,
) -> Result<Vec<MissedRight>, TableError> {
    file.reference(&not_missed.source, &not_missed.confidence, &not_missed.checked)?;
    let mut seen = GroundSet::NONE;
    let mut words = |words: &[wire::Word]| -> Result<GroundSet, TableError> {
        for word in words {
            let ground = GroundSet::of(file.word(word)?);
            file.once(!seen.intersects(ground), word)?;
            seen = seen.union(ground);
        }
        file.grounds(words)
    };
    words(&not_missed.grounds)?;
    let mut missed = Vec::new();
    for one in entries {
        file.reference(&one.source, &one.confidence, &one.checked)?;
        missed.push(MissedRight {
            grounds: words(&one.grounds)?,
            nature: one.nature.as_ref().map(|word| file.word(word)).transpose()?,
        });
    }
    match Ground::ALL
        .iter()
        .find(|one| !seen.intersects(GroundSet::of(**one)))
    {
        None => Ok(missed),
        Some(ground) => Err(file.wrong(
            file.eof(),
            format_args!("`{ground}` is neither missed nor in `not_missed`"),
        )),
    }
}

fn contracts(files: &Files, codes: &mut Codebook) -> Result<(), TableError> {
    let file = File::open(files, "contracts.toml")?;
    let wire: wire::Contracts = file.parse()?;
    let (mut numbers, mut domains) = (BTreeMap::new(), BTreeMap::new());
    let (mut types, mut prolongations): (Vec<TypeRange>, _) = (Vec::new(), Vec::new());
    for one in wire.number {
        file.reference(&one.source, &one.confidence, &one.checked)?;
        let fresh = numbers
            .insert(file.word(&one.number)?, file.word(&one.means)?)
            .is_none();
        file.once(fresh, &one.number)?;
    }
    for one in wire.r#type {
        file.reference(&one.source, &one.confidence, &one.checked)?;
        let range = TypeRange {
            first: *one.first.get_ref(),
            last: one.last,
            meaning: file.word(&one.means)?,
        };
        let overlaps = types
            .iter()
            .any(|other| range.first <= other.last && other.first <= range.last);
        if overlaps || range.last < range.first {
            return Err(file.wrong(
                one.first.span().start,
                "this range of types overlaps another or is empty",
            ));
        }
        types.push(range);
    }
    for one in wire.domain {
        file.reference(&one.source, &one.confidence, &one.checked)?;
        let categories = file.words(&one.categories)?;
        let settings = file.words(one.settings.as_deref().unwrap_or_default())?;
        let domain = Domain {
            categories: categories
                .iter()
                .fold(CategorySet::NONE, |set, one| set.with(*one)),
            settings: settings.iter().fold(SettingSet::NONE, |set, one| set.with(*one)),
        };
        let word: Text = one.word.get_ref().to_lowercase().into();
        file.once(domains.insert(word, domain).is_none(), &one.word)?;
    }
    for one in wire.prolongation {
        file.reference(&one.source, &one.confidence, &one.checked)?;
        let until = file.optional(one.until.as_ref())?;
        if until.is_some() == one.months.is_some() {
            return Err(file.wrong(
                one.ends_from.span().start,
                "a prolongation is by months or up to a day",
            ));
        }
        prolongations.push(Prolongation {
            kinds: file.words(&one.kinds)?,
            ends: file.period(Some(&one.ends_from), Some(&one.ends_to))?,
            months: one.months.unwrap_or(0),
            until,
            term_months: one.term_months,
        });
    }
    codes.contract_numbers = numbers.into();
    codes.contract_types = types.into();
    codes.domains = domains.into();
    codes.prolongations = prolongations.into();
    Ok(())
}
