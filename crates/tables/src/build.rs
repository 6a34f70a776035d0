//! From the files to the tables that the decision reads, with every value checked.

use crate::files::EMBEDDED;
use crate::rejects::{KnownReject, Rejects};
use crate::wire::{self, PolicyValue, Word};
use crate::{Files, TableError, TableSet};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::str::FromStr;
use tierspayant_core::decision::{RemedySet, RuleId};
use tierspayant_core::model::{Category, CodeError, Date, Period, Source, Trait};
use tierspayant_core::tables::{
    Codebook, Confidence, DateRule, GroundSet, Policy, ReasonInfo, Reference, RightSet, RuleInfo, Rulebook,
    Situation, SourceTrust, Tables, TraitSet, TypeRange,
};

/// Builds the tables from their files. Every file of the set must be there, and no other.
pub fn load(files: &Files) -> Result<TableSet, TableError> {
    if let Some(extra) = files
        .keys()
        .find(|name| EMBEDDED.iter().all(|(known, _)| known != name))
    {
        return Err(TableError::NotATable { file: extra.clone() });
    }
    let edition = File::open(files, "edition.toml")?;
    let header: wire::Edition = edition.parse()?;
    let covers = edition.period(Some(&header.covers_from), Some(&header.covers_to))?;
    let decision = Tables {
        edition: header.edition.get_ref().as_str().into(),
        digest: digest(files).into(),
        covers,
        codes: codes(files)?,
        sources: sources(files)?,
        dates: dates(files)?,
        policy: policy(files)?,
        rules: rulebook(files)?,
    };
    Ok(TableSet {
        decision,
        rejects: rejects(files)?,
    })
}

/// SHA-256 over names and contents, in the order of the names.
fn digest(files: &Files) -> String {
    let mut hash = Sha256::new();
    for (name, text) in files {
        hash.update(name.as_bytes());
        hash.update([0]);
        hash.update(text.as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// One file, and the errors that name its lines.
struct File<'f> {
    name: &'static str,
    text: &'f str,
}

impl<'f> File<'f> {
    fn open(files: &'f Files, name: &'static str) -> Result<Self, TableError> {
        files
            .get(name)
            .map(|text| File { name, text })
            .ok_or(TableError::Missing { file: name })
    }

    fn wrong(&self, at: usize, why: impl ToString) -> TableError {
        let before = self.text.as_bytes().get(..at).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        TableError::Wrong {
            file: self.name,
            line,
            why: why.to_string(),
        }
    }

    fn parse<T: DeserializeOwned>(&self) -> Result<T, TableError> {
        toml::from_str(self.text).map_err(|error| {
            self.wrong(
                error.span().map_or(0, |span| span.start),
                error.message().replace('\n', " "),
            )
        })
    }

    fn word<T: FromStr>(&self, word: &Word) -> Result<T, TableError>
    where
        T::Err: ToString,
    {
        word.get_ref()
            .parse()
            .map_err(|error: T::Err| self.wrong(word.span().start, error.to_string()))
    }

    fn words<T: FromStr>(&self, words: &[Word]) -> Result<Vec<T>, TableError>
    where
        T::Err: ToString,
    {
        words.iter().map(|word| self.word(word)).collect()
    }

    fn grounds(&self, words: &[Word]) -> Result<GroundSet, TableError> {
        Ok(self
            .words(words)?
            .into_iter()
            .fold(GroundSet::NONE, |set, one| set.and(GroundSet::of(one))))
    }

    fn period(&self, from: Option<&Word>, to: Option<&Word>) -> Result<Period, TableError> {
        let day = |word: Option<&Word>| word.map(|word| self.word::<Date>(word)).transpose();
        let at = to.or(from).map_or(0, |word| word.span().start);
        Period::new(day(from)?, day(to)?).map_err(|error| self.wrong(at, error))
    }

    /// An entry without a reference, its confidence and the day of its last check is refused.
    fn reference(&self, source: &Word, confidence: &Word, checked: &Word) -> Result<Reference, TableError> {
        if source.get_ref().trim().is_empty() {
            return Err(self.wrong(source.span().start, "a reference is missing"));
        }
        let confidence: Confidence = self.word(confidence)?;
        Ok(Reference {
            text: source.get_ref().as_str().into(),
            confidence,
            checked: self.word(checked)?,
        })
    }

    /// A code without a label that a reader understands is refused.
    fn labelled(&self, label: &Word) -> Result<(), TableError> {
        let empty = label.get_ref().trim().is_empty();
        if empty {
            Err(self.wrong(label.span().start, "a label is missing"))
        } else {
            Ok(())
        }
    }

    fn once(&self, fresh: bool, word: &Word) -> Result<(), TableError> {
        if fresh {
            Ok(())
        } else {
            Err(self.wrong(word.span().start, "this entry stands twice"))
        }
    }
}

fn codes(files: &Files) -> Result<Codebook, TableError> {
    let mut codes = Codebook::default();
    let file = File::open(files, "exemptions.toml")?;
    for one in file.parse::<wire::Exemptions>()?.exemption {
        file.reference(&one.source, &one.confidence, &one.checked)?;
        file.labelled(&one.label)?;
        let key = (file.word(&one.vocabulary)?, file.word(&one.code)?);
        let ground = GroundSet::of(file.word(&one.ground)?);
        file.once(codes.exemptions.insert(key, ground).is_none(), &one.code)?;
    }
    coverage_codes(files, &mut codes)?;
    claim_codes(files, &mut codes)?;
    contracts(files, &mut codes)?;
    Ok(codes)
}

fn coverage_codes(files: &Files, codes: &mut Codebook) -> Result<(), TableError> {
    let file = File::open(files, "coverage.toml")?;
    let wire: wire::Coverage = file.parse()?;
    codes.situation_scope = file.grounds(&wire.scope)?;
    for one in wire.ald_digit {
        file.reference(&one.source, &one.confidence, &one.checked)?;
        let fresh = codes
            .ald_digits
            .insert(file.word(&one.digit)?, file.word(&one.meaning)?)
            .is_none();
        file.once(fresh, &one.digit)?;
    }
    for one in wire.situation {
        file.reference(&one.source, &one.confidence, &one.checked)?;
        file.labelled(&one.label)?;
        let grounds = file.grounds(&one.grounds)?;
        if !codes.situation_scope.holds(grounds) {
            return Err(file.wrong(
                one.code.span().start,
                "a ground of this situation is not in the scope",
            ));
        }
        file.once(
            codes
                .situations
                .insert(file.word(&one.code)?, Situation { grounds })
                .is_none(),
            &one.code,
        )?;
    }
    Ok(())
}

fn claim_codes(files: &Files, codes: &mut Codebook) -> Result<(), TableError> {
    let file = File::open(files, "claim_codes.toml")?;
    let wire: wire::ClaimCodes = file.parse()?;
    for one in wire.code {
        file.reference(&one.source, &one.confidence, &one.checked)?;
        file.labelled(&one.label)?;
        let code = file.word(&one.code)?;
        file.once(
            codes.claim_codes.insert(code, file.word(&one.asks)?).is_none(),
            &one.code,
        )?;
        match (&one.forcing, &one.forcing_source) {
            (Some(letter), Some(_)) => {
                codes.forcing.insert(code, file.word(letter)?);
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
    for one in wire.suggestion {
        let code = file.word(&one.code)?;
        if !codes.claim_codes.contains_key(&code) {
            return Err(file.wrong(one.code.span().start, "this code is not in the table"));
        }
        codes.suggested_codes.push((file.grounds(&one.grounds)?, code));
    }
    let schemes = wire.special_schemes;
    file.reference(&schemes.source, &schemes.confidence, &schemes.checked)?;
    codes.special_schemes = file.words(&schemes.agreed)?;
    codes.special_schemes_not_settled = file.words(&schemes.not_settled)?;
    Ok(())
}

fn contracts(files: &Files, codes: &mut Codebook) -> Result<(), TableError> {
    let file = File::open(files, "contracts.toml")?;
    let wire: wire::Contracts = file.parse()?;
    for one in wire.number {
        file.reference(&one.source, &one.confidence, &one.checked)?;
        let fresh = codes
            .contract_numbers
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
        let overlaps = codes
            .contract_types
            .iter()
            .any(|other| range.first <= other.last && other.first <= range.last);
        if overlaps || range.last < range.first {
            return Err(file.wrong(
                one.first.span().start,
                "this range of types overlaps another or is empty",
            ));
        }
        codes.contract_types.push(range);
    }
    Ok(())
}

fn sources(files: &Files) -> Result<[SourceTrust; Source::ALL.len()], TableError> {
    let file = File::open(files, "sources.toml")?;
    let wire: BTreeMap<String, wire::SourceEntry> = file.parse()?;
    known_names(
        &file,
        wire.keys(),
        Source::ALL.iter().map(|source| source.as_str()),
    )?;
    let mut all = Vec::new();
    for source in Source::ALL {
        let one = wire
            .get(source.as_str())
            .ok_or_else(|| file.wrong(0, format!("{source} is missing")))?;
        file.reference(&one.source, &one.confidence, &one.checked)?;
        let shows = file
            .words(&one.kinds)?
            .into_iter()
            .fold(RightSet::default(), RightSet::with_kind);
        let shows = file
            .words(&one.grounds)?
            .into_iter()
            .fold(shows, RightSet::with_ground);
        let schemes_not_covered = file.words(one.schemes_not_covered.as_deref().unwrap_or_default())?;
        all.push(SourceTrust {
            strength: one.strength,
            online: one.online,
            shows,
            schemes_not_covered,
        });
    }
    all.try_into().map_err(|_| file.wrong(0, "a source is missing"))
}

fn dates(files: &Files) -> Result<[DateRule; Category::ALL.len()], TableError> {
    let file = File::open(files, "dates.toml")?;
    let wire: BTreeMap<String, wire::DateEntry> = file.parse()?;
    known_names(
        &file,
        wire.keys(),
        Category::ALL.iter().map(|category| category.as_str()),
    )?;
    let mut all = Vec::new();
    for category in Category::ALL {
        let one = wire
            .get(category.as_str())
            .ok_or_else(|| file.wrong(0, format!("{category} is missing")))?;
        file.reference(&one.source, &one.confidence, &one.checked)?;
        all.push(file.word(&one.rule)?);
    }
    all.try_into().map_err(|_| file.wrong(0, "a category is missing"))
}

fn known_names<'n>(
    file: &File<'_>,
    names: impl Iterator<Item = &'n String>,
    known: impl Iterator<Item = &'static str> + Clone,
) -> Result<(), TableError> {
    for name in names {
        if known.clone().all(|one| one != name) {
            let at = file.text.find(&format!("[{name}]")).unwrap_or(0);
            return Err(file.wrong(at, format!("`{name}` is not known here")));
        }
    }
    Ok(())
}

fn policy(files: &Files) -> Result<Policy, TableError> {
    let file = File::open(files, "policy.toml")?;
    let mut wire: wire::PolicyFile = file.parse()?;
    let mut take = |name: &str| -> Result<(usize, PolicyValue), TableError> {
        let entry = wire
            .remove(name)
            .ok_or_else(|| file.wrong(0, format!("`{name}` is missing")))?;
        file.reference(&entry.source, &entry.confidence, &entry.checked)?;
        Ok((entry.value.span().start, entry.value.into_inner()))
    };
    let mut number = |name: &str| -> Result<u32, TableError> {
        match take(name)? {
            (at, PolicyValue::Number(number)) => u32::try_from(number)
                .ok()
                .filter(|number| *number <= 1_000_000)
                .ok_or_else(|| file.wrong(at, format!("`{name}` is a whole number from 0 to 1000000"))),
            (at, _) => Err(file.wrong(at, format!("`{name}` is a whole number from 0 to 1000000"))),
        }
    };
    let signed = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    let online_max_age_days = signed(number("online_max_age_days")?);
    let card_update_max_age_days = signed(number("card_update_max_age_days")?);
    let card_reading_max_age_days = signed(number("card_reading_max_age_days")?);
    let attestation_max_age_days = signed(number("attestation_max_age_days")?);
    let ends_soon_days = signed(number("ends_soon_days")?);
    let lag_retry_days = signed(number("lag_retry_days")?);
    let maternity_tolerance_days = signed(number("maternity_tolerance_days")?);
    let maternity_days_after_delivery = signed(number("maternity_days_after_delivery")?);
    let maternity_months_before_delivery = number("maternity_months_before_delivery")?;
    let contraception_age_limit = signed(number("contraception_age_limit")?);
    let card_needed_above_cents = u64::from(number("card_needed_above_cents")?);
    let transmission_working_days = signed(number("transmission_working_days")?);
    let limitation_years = signed(number("limitation_years")?);
    let first_supply_months = number("first_supply_months")?;
    let treatment_months = number("treatment_months")?;
    let contraceptive_months = number("contraceptive_months")?;
    let military_scheme = match take("military_scheme")? {
        (at, PolicyValue::Text(text)) => text.parse().map_err(|error: CodeError| file.wrong(at, error))?,
        (at, _) => return Err(file.wrong(at, "`military_scheme` is a scheme of two characters")),
    };
    let acs_last_day = match take("acs_last_day")? {
        (at, PolicyValue::Text(text)) => text.parse::<Date>().map_err(|error| file.wrong(at, error))?,
        (at, _) => return Err(file.wrong(at, "`acs_last_day` is a day")),
    };
    let mut traits = |name: &str| -> Result<TraitSet, TableError> {
        match take(name)? {
            (at, PolicyValue::Words(words)) => words.iter().try_fold(TraitSet::default(), |set, word| {
                word.parse::<Trait>()
                    .map(|one| set.with(one))
                    .map_err(|error| file.wrong(at, error))
            }),
            (at, _) => Err(file.wrong(at, format!("`{name}` is a list of traits"))),
        }
    };
    let policy = Policy {
        online_max_age_days,
        card_update_max_age_days,
        card_reading_max_age_days,
        attestation_max_age_days,
        ends_soon_days,
        lag_retry_days,
        maternity_tolerance_days,
        maternity_days_after_delivery,
        maternity_months_before_delivery,
        contraception_age_limit,
        card_needed_above_cents,
        transmission_working_days,
        limitation_years,
        first_supply_months,
        treatment_months,
        contraceptive_months,
        military_scheme,
        acs_last_day,
        card_products: traits("card_products")?,
        card_exceptions: traits("card_exceptions")?,
        exempt_by_nature: traits("exempt_by_nature")?,
        decision_needed: traits("decision_needed")?,
        low_rate_drugs: traits("low_rate_drugs")?,
    };
    match wire.keys().next() {
        None => Ok(policy),
        Some(extra) => {
            let at = file.text.find(&format!("[{extra}]")).unwrap_or(0);
            Err(file.wrong(at, format!("`{extra}` is not known here")))
        }
    }
}

fn rulebook(files: &Files) -> Result<Rulebook, TableError> {
    let rule_file = File::open(files, "rules.toml")?;
    let mut rules = Vec::new();
    for one in rule_file.parse::<wire::Rules>()?.rule {
        let id: RuleId = rule_file.word(&one.id)?;
        rule_file.once(rules.iter().all(|other: &RuleInfo| other.id != id), &one.id)?;
        rules.push(RuleInfo {
            id,
            title: one.title.get_ref().as_str().into(),
            validity: rule_file.period(one.from.as_ref(), one.to.as_ref())?,
            reference: rule_file.reference(&one.reference, &one.confidence, &one.checked)?,
        });
    }
    let file = File::open(files, "reasons.toml")?;
    let mut reasons = Vec::new();
    for (id, one) in file.parse::<wire::ReasonFile>()? {
        let remedies = |words: &[Word]| -> Result<RemedySet, TableError> {
            Ok(file
                .words(words)?
                .into_iter()
                .fold(RemedySet::NONE, RemedySet::with))
        };
        reasons.push(ReasonInfo {
            id: file.word(&id)?,
            remedies: remedies(&one.remedies)?,
            remedies_offline: remedies(one.offline.as_deref().unwrap_or_default())?,
            reject: one.reject.as_ref().map(|word| file.word(word)).transpose()?,
            indu: one.indu.as_ref().map(|word| file.word(word)).transpose()?,
        });
    }
    Rulebook::new(rules, reasons).map_err(|id| {
        let file = if id.contains('.') { file } else { rule_file };
        file.wrong(file.text.len(), format!("`{id}` is missing"))
    })
}

fn rejects(files: &Files) -> Result<Rejects, TableError> {
    let file = File::open(files, "rejects.toml")?;
    let text = |word: &Option<Word>| word.as_ref().map(|word| word.get_ref().as_str().into());
    let mut entries = Vec::new();
    for one in file.parse::<wire::RejectFile>()?.reject {
        if one.key.is_none() && one.label.is_none() {
            return Err(file.wrong(one.class.span().start, "a reject has a key or a label"));
        }
        entries.push(KnownReject {
            class: file.word(&one.class)?,
            key: text(&one.key),
            label: text(&one.label),
            meaning: text(&one.meaning),
            validity: file.period(one.from.as_ref(), one.to.as_ref())?,
            reference: file.reference(&one.source, &one.confidence, &one.checked)?,
        });
    }
    Ok(Rejects::new(entries))
}
