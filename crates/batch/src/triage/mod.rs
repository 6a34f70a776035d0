//! Rejects in bulk: a table of what came back, the tables of the check, one triage for each reject.
//!
//! Rejects are a small part of the lines: the rows of their claims alone are kept, and read as the records of any other reject
//! are. Where anything is odd, the claim is made into a whole document and read by the reader of documents: the rules and the
//! errors are the same.

mod claims;
mod columns;
mod document;

pub use columns::TRIAGE;

use crate::column::Id;
use crate::error::{BatchError, CellFault, Problem, RowError};
use crate::frame::{Frame, Input, next_batch};
use crate::rights::Rights;
use crate::schema::{Bound, Extra, REJECTS};
use arrow_array::RecordBatch;
use arrow_schema::Schema;
use claims::{Claims, Named, Rows, Told};
use columns::{Recognitions, Triages};
use document::ReportCells;
use serde_json::Value;
use std::borrow::Cow;
use std::sync::Arc;
use tierspayant::core::model::{Dossier, Scheme, Snapshot};
use tierspayant::core::triage::SentClaim;
use tierspayant::format::{Parsed, RejectDocument, reject_from, reject_of};
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
    let named = named(&rejects, &bound);
    let rows = Rows::of(&named, lines, extra, midnights)?;
    let frames = rows.frames();
    let mut claims = Claims::new(&rows, &frames);
    let mut batches = Vec::new();
    let mut done = 0_usize;
    let mut recognised = Recognitions::default();
    for batch in &rejects {
        let frame = Frame::new(&REJECTS, &bound, batch);
        let mut found = Triages::new(engine, options.lang);
        let claim_ids = frame.ids("claim_id");
        let mut cells = ReportCells::new(&frame);
        // Rejects of one claim mostly follow each other: it is read, and checked, for the first of them.
        let mut last: Option<(usize, SentClaim<'static>)> = None;
        for row in 0..frame.rows() {
            if row % TICK == 0 && !options.tick.is_none_or(|tick| tick(done.saturating_add(row))) {
                return Err(BatchError::new(REJECTS.name, Problem::Interrupted));
            }
            let claim = claim_ids.get(row).and_then(|id| named.find(id));
            let known = last.as_ref().map(|(one, _)| *one);
            if let Some(claim) = claim.filter(|claim| known != Some(*claim)) {
                last = sent(engine, &mut claims, claim, rights).map(|sent| (claim, sent));
            }
            let asked = last.as_mut().filter(|(one, _)| Some(*one) == claim);
            let quick = asked.and_then(|(_, sent)| Some((cells.quick(row, sent.dossier())?, sent)));
            match quick {
                Some((reject, sent)) => found.push(sent, &reject, &mut recognised),
                None => {
                    let told = claim.and_then(|claim| claims.told(claim));
                    match document(&mut cells, row, told, rights) {
                        Ok(RejectDocument { reject, dossier }) => {
                            found.push(&mut engine.sent(Cow::Owned(dossier)), &reject, &mut recognised);
                        }
                        Err(error) => found.fail(&error),
                    }
                }
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
    let mut named = Named::default();
    named.add(Id::Text(claim_id));
    let rows = Rows::of(&named, lines, options.extra, options.midnights)?;
    let frames = rows.frames();
    let told = Claims::new(&rows, &frames).told(0);
    let report = serde_json::Value::Object(serde_json::Map::new());
    let document = whole(report, told, rights);
    document
        .map(|document| document.dossier)
        .map_err(|error| BatchError::new("lines", Problem::Row(error)))
}

/// The claims that the rejects name.
fn named(rejects: &[RecordBatch], bound: &Bound) -> Named {
    let mut named = Named::default();
    for batch in rejects {
        let frame = Frame::new(&REJECTS, bound, batch);
        let ids = frame.ids("claim_id");
        for id in (0..frame.rows()).filter_map(|row| ids.get(row)) {
            named.add(id);
        }
    }
    named
}

/// The whole document of a reject, with the rights of its person.
fn document(
    cells: &mut ReportCells<'_>,
    row: usize,
    claim: Option<Told<'_>>,
    rights: &Rights,
) -> Result<RejectDocument, RowError> {
    let report = cells.report(row)?;
    whole(report, claim, rights)
}

fn whole(report: Value, claim: Option<Told<'_>>, rights: &Rights) -> Result<RejectDocument, RowError> {
    let Told { person, claim } = claim.ok_or_else(|| RowError {
        place: "claim_id".into(),
        fault: CellFault::NoClaim,
    })?;
    let whole = serde_json::json!({
        "format": tierspayant::format::REJECT_FORMAT,
        "reject": report,
        "claim": claim?,
    });
    let careful = || {
        reject_from(&whole).map_err(|error| RowError {
            place: error.place().into(),
            fault: error.fault().clone().into(),
        })
    };
    let mut document = reject_of(Parsed(&whole)).map_or_else(careful, Ok)?;
    let dossier = &mut document.dossier;
    dossier.rights = snapshots(person, &dossier.claim.scheme, rights)?;
    Ok(document)
}

/// What is known of the rights of the person of a claim.
fn snapshots(person: Option<&str>, scheme: &Scheme, rights: &Rights) -> Result<Vec<Snapshot>, RowError> {
    let Some(person) = person.and_then(|person| rights.find(person)) else {
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
fn sent(
    engine: &Engine,
    claims: &mut Claims<'_>,
    claim: usize,
    rights: &Rights,
) -> Option<SentClaim<'static>> {
    let (person, claim) = claims.quick(claim)?;
    let dossier = Dossier {
        as_of: None,
        rights: snapshots(person, &claim.scheme, rights).ok()?,
        claim,
    };
    Some(engine.sent(Cow::Owned(dossier)))
}
