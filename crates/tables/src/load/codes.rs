//! What codes mean.

use super::file::{File, Refused};
use crate::given::Words;
use crate::{Files, wire};
use tierspayant_core::model::Text;
use tierspayant_core::tables::{
    CategorySet, ClaimedGround, Codebook, Domain, Ground, GroundSet, LowRates, MissedRight, Prolongation,
    SettingSet, Situation, SituationPays, TypeRange,
};

pub(super) fn codes(files: &Files) -> Result<Codebook, Refused> {
    let mut codes = Codebook::default();
    let file = File::open(files, "exemptions.toml")?;
    let table = file.table()?;
    for one in file.read::<wire::Exemptions<'_>>(&table)?.exemption {
        file.reference(one.proof)?;
        file.labelled(one.label)?;
        let key = (file.word(one.vocabulary)?, file.word(one.code)?);
        let also = file.grounds(one.also.unwrap_or_default())?;
        let ground = GroundSet::of(file.word(one.ground)?).union(also);
        file.once(codes.exemptions.insert(key, ground), one.code)?;
    }
    coverage_codes(files, &mut codes)?;
    claim_codes(files, &mut codes)?;
    contracts(files, &mut codes)?;
    Ok(codes)
}

fn coverage_codes(files: &Files, codes: &mut Codebook) -> Result<(), Refused> {
    let file = File::open(files, "coverage.toml")?;
    let table = file.table()?;
    let wire: wire::Coverage<'_> = file.read(&table)?;
    codes.situation_scope = file.grounds(wire.scope)?;
    for one in wire.ald_digit {
        file.reference(one.proof)?;
        let fresh = codes
            .ald_digits
            .insert(file.word(one.digit)?, file.word(one.meaning)?);
        file.once(fresh, one.digit)?;
    }
    for one in wire.situation {
        file.reference(one.proof)?;
        file.labelled(one.label)?;
        let grounds = file.grounds(one.grounds)?;
        if !codes.situation_scope.is_superset(grounds) {
            return Err(file.wrong(one.code.at, "a ground of this situation is not in the scope"));
        }
        let situation = Situation {
            grounds,
            pays: file.optional(one.pays)?.unwrap_or(SituationPays::Usual),
            low_rates: file.optional(one.low_rates)?.unwrap_or(LowRates::Own),
        };
        let fresh = codes.situations.insert(file.word(one.code)?, situation);
        file.once(fresh, one.code)?;
    }
    Ok(())
}

fn claim_codes(files: &Files, codes: &mut Codebook) -> Result<(), Refused> {
    let file = File::open(files, "claim_codes.toml")?;
    let table = file.table()?;
    let wire: wire::ClaimCodes<'_> = file.read(&table)?;
    for one in wire.code {
        file.reference(one.proof)?;
        file.labelled(one.label)?;
        let code = file.word(one.code)?;
        let asks: ClaimedGround = file.word(one.asks)?;
        file.once(codes.claim_codes.insert(code, asks), one.code)?;
        let grounds = file.grounds(one.grounds.unwrap_or_default())?;
        codes.claimed.add(asks, grounds);
        match (one.forcing, one.forcing_source) {
            (Some(letter), Some(_)) => {
                codes.forcing.insert(code, file.word(letter)?);
            }
            (None, None) => {}
            _ => {
                return Err(file.wrong(one.code.at, "a forcing letter and its source go together"));
            }
        }
    }
    let mut suggested = Vec::new();
    for one in wire.suggestion {
        file.reference(one.proof)?;
        let code = file.word(one.code)?;
        if !codes.claim_codes.contains_key(&code) {
            return Err(file.wrong(one.code.at, "this code is not in the table"));
        }
        suggested.push((file.grounds(one.grounds)?, code));
    }
    codes.suggested_codes = suggested.into();
    codes.missed = missed(&file, wire.missed, &wire.not_missed)?.into();
    for one in wire.forcing {
        file.reference(one.proof)?;
        let fresh = codes
            .forcing_of
            .insert(file.word(one.what)?, file.word(one.letter)?);
        file.once(fresh, one.what)?;
    }
    let schemes = wire.special_schemes;
    file.reference(schemes.proof)?;
    codes.special_schemes = file.words(schemes.agreed)?;
    codes.special_schemes_not_settled = file.words(schemes.not_settled)?;
    Ok(())
}

/// The rights that a line may miss. Every ground is told or expressly not told, so that a new one cannot be forgotten.
fn missed(
    file: &File<'_>,
    entries: Vec<wire::Missed<'_>>,
    not_missed: &wire::NotMissed<'_>,
) -> Result<Vec<MissedRight>, Refused> {
    file.reference(not_missed.proof)?;
    let mut seen = GroundSet::NONE;
    let mut words = |words: Words<'_>| -> Result<GroundSet, Refused> {
        for word in words.iter() {
            let ground = GroundSet::of(file.word(word)?);
            file.once(!seen.intersects(ground), word)?;
            seen = seen.union(ground);
        }
        file.grounds(words)
    };
    words(not_missed.grounds)?;
    let mut missed = Vec::new();
    for one in entries {
        file.reference(one.proof)?;
        missed.push(MissedRight {
            grounds: words(one.grounds)?,
            nature: file.optional(one.nature)?,
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

fn contracts(files: &Files, codes: &mut Codebook) -> Result<(), Refused> {
    let file = File::open(files, "contracts.toml")?;
    let table = file.table()?;
    let wire: wire::Contracts<'_> = file.read(&table)?;
    let (mut types, mut prolongations): (Vec<TypeRange>, _) = (Vec::new(), Vec::new());
    for one in wire.number {
        file.reference(one.proof)?;
        let fresh = codes
            .contract_numbers
            .insert(file.word(one.number)?, file.word(one.means)?);
        file.once(fresh, one.number)?;
    }
    for one in wire.r#type {
        file.reference(one.proof)?;
        let range = TypeRange {
            first: *one.first.get_ref(),
            last: one.last,
            meaning: file.word(one.means)?,
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
        file.reference(one.proof)?;
        let mut domain = Domain {
            categories: CategorySet::NONE,
            settings: SettingSet::NONE,
        };
        for category in one.categories.iter() {
            domain.categories = domain.categories.with(file.word(category)?);
        }
        for setting in one.settings.unwrap_or_default().iter() {
            domain.settings = domain.settings.with(file.word(setting)?);
        }
        let word: Text = one.word.text.to_lowercase().into();
        file.once(codes.domains.insert(word, domain), one.word)?;
    }
    for one in wire.prolongation {
        file.reference(one.proof)?;
        let until = file.optional(one.until)?;
        if until.is_some() == one.months.is_some() {
            return Err(file.wrong(one.ends_from.at, "a prolongation is by months or up to a day"));
        }
        prolongations.push(Prolongation {
            kinds: file.words(one.kinds)?,
            ends: file.period(Some(one.ends_from), Some(one.ends_to))?,
            months: one.months.unwrap_or(0),
            until,
            term_months: one.term_months,
        });
    }
    codes.contract_types = types.into();
    codes.prolongations = prolongations.into();
    Ok(())
}
