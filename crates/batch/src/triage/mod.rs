//! Rejects in bulk: a table of what came back, the tables of the check, one triage for each reject.
//!
//! Rejects are a small part of the lines. So their claims are made into whole documents, read by the reader of
//! any other reject: the rules and the errors are the same.

mod columns;
mod document;

pub use columns::TRIAGE;

use crate::error::{BatchError, CellFault, Problem, RowError};
use crate::frame::{Frame, Input, next_batch};
use crate::rights::Rights;
use crate::schema::{Bound, Extra, LINES, REJECTS};
use arrow_array::RecordBatch;
use arrow_schema::Schema;
use columns::{Recognitions, Triages};
use document::{ClaimCells, ReportCells};
use hashbrown::HashMap;
use serde_json::Value;
use std::borrow::Cow;
use std::sync::Arc;
use tierspayant::core::model::{Dossier, Scheme, Snapshot};
use tierspayant::core::triage::SentClaim;
use tierspayant::format::{Parsed, RejectDocument, claim_of, reject_from, reject_of};
use tierspayant::{Engine, Lang};

/// How rejects are triaged.
#[derive(Clone, Copy)]
pub struct TriageOptions<'a> {
    /// The language of the messages.
    pub lang: Lang,
    /// What becomes of columns that no rule reads. Those of the lines are never kept.
    pub extra: Extra,
    /// Whether moments at midnight are taken as days.
    pub midnights: bool,
    /// Called every so often with the number of rejects that are done; where it says `false`, the triage ends.
    pub tick: Option<&'a (dyn Fn(usize) -> bool + Sync)>,
}

/// How many rejects are triaged between two ticks.
const TICK: usize = 256;

impl Default for TriageOptions<'_> {
    fn default() -> Self {
        TriageOptions {
            lang: Lang::Fr,
            extra: Extra::Refuse,
            midnights: false,
            tick: None,
        }
    }
}

/// A claim as the table of lines tells it.
struct Claim {
    person: Option<String>,
    /// The claim as the format writes it; its lines beside it, until all are read.
    told: Result<Value, RowError>,
    lines: Vec<Value>,
}

impl Claim {
    /// The claim with its lines in it.
    fn whole(mut self) -> Self {
        if let Ok(Value::Object(fields)) = &mut self.told {
            fields.insert("lines".to_owned(), Value::Array(std::mem::take(&mut self.lines)));
        }
        self
    }
}

/// Triages rejects: one row for each, in order, as one batch for each batch of rejects. A bad row fails alone.
///
/// The lines may be those of everybody; only the claims of the rejects are kept in memory.
pub fn triage_rejects(
    engine: &Engine,
    rights: &Rights,
    rejects: Input,
    lines: Input,
    options: &TriageOptions<'_>,
) -> Result<Vec<RecordBatch>, BatchError> {
    let TriageOptions { extra, midnights, .. } = *options;
    let bound = Bound::new(&REJECTS, &rejects.schema(), extra, midnights)?;
    let keep = extra == Extra::Keep;
    let schema = schema(&rejects.schema(), keep)?;
    let rejects = all(rejects, REJECTS.name)?;
    let named = claim_ids(&rejects, &bound);
    let claims = claims(named, lines, options)?;
    let mut batches = Vec::new();
    let mut done = 0_usize;
    let mut recognised = Recognitions::default();
    for batch in &rejects {
        let frame = Frame::new(&REJECTS, &bound, batch);
        let mut found = Triages::new(engine, options.lang);
        let claim_ids = frame.text("claim_id");
        let mut cells = ReportCells::new(&frame);
        // Rejects of one claim mostly follow each other: it is read, and checked, for the first of them.
        let mut last: Option<(&str, SentClaim<'static>)> = None;
        for row in 0..frame.rows() {
            let id = claim_ids.get(row);
            if row % TICK == 0 && !options.tick.is_none_or(|tick| tick(done.saturating_add(row))) {
                return Err(BatchError::new(REJECTS.name, Problem::Interrupted));
            }
            let claim = id.and_then(|id| Some((id, claims.get(id)?)));
            if let Some((id, claim)) = claim.filter(|(id, _)| last.as_ref().is_none_or(|(one, _)| one != id))
            {
                last = sent(engine, claim, rights).map(|sent| (id, sent));
            }
            let asked = last.as_mut().filter(|(one, _)| Some(*one) == id);
            let quick = asked.and_then(|(_, sent)| Some((cells.quick(row, sent.dossier())?, sent)));
            match quick {
                Some((reject, sent)) => found.push(sent, &reject, &mut recognised),
                None => match document(&mut cells, row, claim.map(|(_, claim)| claim), rights) {
                    Ok(RejectDocument { reject, dossier }) => {
                        found.push(&mut engine.sent(Cow::Owned(dossier)), &reject, &mut recognised);
                    }
                    Err(error) => found.fail(&error),
                },
            }
        }
        done = done.saturating_add(frame.rows());
        let mut columns = if keep {
            batch.columns().to_vec()
        } else {
            Vec::new()
        };
        columns.extend(found.finish());
        let batch = RecordBatch::try_new(Arc::clone(&schema), columns);
        batches.push(batch.map_err(|error| BatchError::stream("answer", error))?);
    }
    if batches.is_empty() {
        batches.push(RecordBatch::new_empty(schema));
    }
    Ok(batches)
}

fn schema(rejects: &Schema, keep: bool) -> Result<Arc<Schema>, BatchError> {
    let mut fields = Vec::new();
    for field in rejects.fields().iter().filter(|_| keep) {
        if TRIAGE.contains(&field.name().as_str()) {
            let place = format!("{}.{}", REJECTS.name, field.name());
            return Err(BatchError::new(place, Problem::NameTaken));
        }
        fields.push(Arc::clone(field));
    }
    fields.extend(columns::fields());
    Ok(Arc::new(Schema::new(fields)))
}

fn all(mut input: Input, table: &str) -> Result<Vec<RecordBatch>, BatchError> {
    let mut batches = Vec::new();
    while let Some(batch) = next_batch(&mut input, table) {
        batches.push(batch?);
    }
    Ok(batches)
}

/// The document that the table of lines and the rights make of one claim: what the check of the table asked.
///
/// # Errors
///
/// Where a table cannot be used, where no line is of that claim, or at the first cell that cannot be read.
pub fn dossier_of(
    rights: &Rights,
    lines: Input,
    claim_id: &str,
    options: &TriageOptions<'_>,
) -> Result<Dossier, BatchError> {
    let claims = claims(vec![claim_id.to_owned()], lines, options)?;
    let report = serde_json::Value::Object(serde_json::Map::new());
    let document = whole(report, claims.get(claim_id), rights);
    document
        .map(|document| document.dossier)
        .map_err(|error| BatchError::new("lines", Problem::Row(error)))
}

/// The claims that the rejects name.
fn claim_ids(rejects: &[RecordBatch], bound: &Bound) -> Vec<String> {
    let mut named = Vec::new();
    for batch in rejects {
        let frame = Frame::new(&REJECTS, bound, batch);
        let ids = frame.text("claim_id");
        named.extend(
            (0..frame.rows())
                .filter_map(|row| ids.get(row))
                .map(str::to_owned),
        );
    }
    named
}

/// These claims, from the lines.
fn claims(
    named: Vec<String>,
    mut lines: Input,
    options: &TriageOptions<'_>,
) -> Result<HashMap<String, Claim>, BatchError> {
    let mut claims: HashMap<String, Option<Claim>> = named.into_iter().map(|id| (id, None)).collect();
    let extra = match options.extra {
        Extra::Refuse => Extra::Refuse,
        Extra::Ignore | Extra::Keep => Extra::Ignore,
    };
    let bound = Bound::new(&LINES, &lines.schema(), extra, options.midnights)?;
    while let Some(batch) = next_batch(&mut lines, LINES.name) {
        let batch = batch?;
        let frame = Frame::new(&LINES, &bound, &batch);
        let ids = frame.text("claim_id");
        let mut cells = ClaimCells::new(&frame);
        for row in 0..frame.rows() {
            if let Some(slot) = ids.get(row).and_then(|id| claims.get_mut(id)) {
                add(slot, &mut cells, row);
            }
        }
    }
    Ok(claims
        .into_iter()
        .filter_map(|(id, claim)| Some((id, claim?.whole())))
        .collect())
}

/// Adds a line to its claim. The first thing that is wrong in a claim is what is told of it.
fn add(slot: &mut Option<Claim>, cells: &mut ClaimCells<'_>, row: usize) {
    let told = cells.claim(row);
    let place = slot.as_ref().map_or(0, |claim| claim.lines.len());
    let line = cells.line(row, place);
    let claim = slot.get_or_insert_with(|| Claim {
        person: cells.person(row),
        told: told.clone(),
        lines: Vec::new(),
    });
    match (&claim.told, told, line) {
        (Err(_), _, _) => {}
        (Ok(_), Err(error), _) | (Ok(_), _, Err(error)) => claim.told = Err(error),
        (Ok(known), Ok(told), Ok(line)) => {
            if *known != told || claim.person != cells.person(row) {
                claim.told = Err(RowError {
                    place: "claim_id".into(),
                    fault: CellFault::ClaimDiffers,
                });
            }
            claim.lines.push(line);
        }
    }
}

/// The whole document of a reject, with the rights of its person.
fn document(
    cells: &mut ReportCells<'_>,
    row: usize,
    claim: Option<&Claim>,
    rights: &Rights,
) -> Result<RejectDocument, RowError> {
    let report = cells.report(row)?;
    whole(report, claim, rights)
}

fn whole(report: Value, claim: Option<&Claim>, rights: &Rights) -> Result<RejectDocument, RowError> {
    let claim = claim.ok_or_else(|| RowError {
        place: "claim_id".into(),
        fault: CellFault::NoClaim,
    })?;
    let told = claim.told.as_ref().map_err(RowError::clone)?;
    let whole = serde_json::json!({
        "format": tierspayant::format::REJECT_FORMAT,
        "reject": report,
        "claim": told,
    });
    let careful = || {
        reject_from(&whole).map_err(|error| RowError {
            place: error.place().into(),
            fault: error.fault().clone().into(),
        })
    };
    let mut document = reject_of(Parsed(&whole)).map_or_else(careful, Ok)?;
    let dossier = &mut document.dossier;
    dossier.rights = snapshots(claim, &dossier.claim.scheme, rights)?;
    Ok(document)
}

/// What is known of the rights of the person of a claim.
fn snapshots(claim: &Claim, scheme: &Scheme, rights: &Rights) -> Result<Vec<Snapshot>, RowError> {
    let person = claim.person.as_deref().and_then(|person| rights.find(person));
    let Some(person) = person else {
        return Ok(rights.of_nobody(scheme).into_iter().collect());
    };
    if let Some(fault) = rights.fault(person) {
        return Err(fault.clone());
    }
    let mut snapshots = Vec::new();
    rights.fill(person, scheme, &mut snapshots);
    Ok(snapshots)
}

/// A claim that is certainly right, with its rights; none where anything is odd, and then [`document`] says what.
fn sent(engine: &Engine, claim: &Claim, rights: &Rights) -> Option<SentClaim<'static>> {
    let told = claim.told.as_ref().ok()?;
    let read = claim_of(Parsed(told))?;
    let dossier = Dossier {
        as_of: None,
        rights: snapshots(claim, &read.scheme, rights).ok()?,
        claim: read,
    };
    Some(engine.sent(Cow::Owned(dossier)))
}
