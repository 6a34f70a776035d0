//! Facts that nobody wrote a generator for: drawn by what their declaration says that they hold, so that a field which is
//! added is met by the comparison from the first day.

use crate::days::Days;
use crate::json::dossier_to_json;
use crate::random::Random;
use serde_json::{Map, Value};
use tierspayant_core::model::record::{FieldSpec, Kind, Record, RecordSpec};
use tierspayant_core::model::{ClaimFacts, Dossier, LineFacts};
use tierspayant_format::dossier_from;

/// The facts that `facts.rs` draws, each with the other facts that it goes with.
const BY_HAND: &[&str] = &[
    "prescriber",
    "mode",
    "paid_instead",
    "other_scheme",
    "document",
    "voucher",
    "prior_agreement",
    "prior_agreement_requested_on",
    "prescription",
    "transport",
    "proof",
];

/// How many dossiers in a hundred have such a fact on the claim, and on a line.
const OFTEN: u64 = 10;

/// The dossier with facts that are not drawn by hand.
pub(crate) fn with_other_facts(random: &mut Random, days: &mut Days, dossier: Dossier) -> Dossier {
    let [of_claim, of_line] = [ClaimFacts::SPEC, LineFacts::SPEC].map(others);
    if of_claim.is_empty() && of_line.is_empty() {
        return dossier;
    }
    let mut draw = |fields: &[&FieldSpec]| -> Map<String, Value> {
        let drawn = fields.iter().filter_map(|field| {
            let value = random.chance(OFTEN).then(|| drawn(random, days, field.kind))?;
            Some((field.name().to_owned(), value?))
        });
        drawn.collect()
    };
    let mut all = vec![("/claim".to_owned(), draw(&of_claim))];
    for place in 0..dossier.claim.lines.len() {
        all.push((format!("/claim/lines/{place}"), draw(&of_line)));
    }
    all.retain(|(_, drawn)| !drawn.is_empty());
    // What is drawn goes through the format, which is slow.
    if all.is_empty() {
        return dossier;
    }
    let Ok(mut document) = serde_json::from_str::<Value>(&dossier_to_json(&dossier)) else {
        return dossier;
    };
    for (pointer, drawn) in all {
        if let Some(Value::Object(object)) = document.pointer_mut(&pointer) {
            object.extend(drawn);
        }
    }
    dossier_from(&document).unwrap_or(dossier)
}

fn others(record: &'static RecordSpec) -> Vec<&'static FieldSpec> {
    record
        .each()
        .filter(|field| !BY_HAND.contains(&field.name()))
        .collect()
}

/// A value of this kind; nothing where one cannot be drawn.
fn drawn(random: &mut Random, days: &mut Days, kind: Kind) -> Option<Value> {
    Some(match kind {
        Kind::Date => days.day(random)?.to_string().into(),
        Kind::Moment => Days::moment(random, days.care()?).to_string().into(),
        Kind::Word(list) | Kind::OpenWord(list) | Kind::KnownCode(_, list) => {
            let words: Vec<&str> = list.words.iter().map(|one| one.word).collect();
            random.pick(&words)?.into()
        }
        Kind::Code(length) | Kind::Digits(length) => "123456789012".get(..length)?.into(),
        Kind::Text(_) => "x-1".into(),
        Kind::Number(least, most) => random.pick(&[least, least.saturating_add(1).min(most)])?.into(),
        Kind::Boolean => random.chance(50).into(),
        Kind::List(of) | Kind::Set(of) => vec![drawn(random, days, *of)?].into(),
        Kind::Record(record) => {
            let mut fields = Map::new();
            for field in record.each() {
                if field.required || random.chance(60) {
                    fields.insert(field.name().to_owned(), drawn(random, days, field.kind)?);
                }
            }
            fields.into()
        }
        Kind::BirthDate | Kind::Nir | Kind::EitherWord(..) | Kind::Facts(_) | Kind::Constant(_) => {
            return None;
        }
    })
}
