//! `c2s`: an answer of API Particulier on the complémentaire santé solidaire.
//!
//! Version 2 gives a status and two dates, version 3 two flags and a start. Both may come bare, in an object or a YAML
//! file with `status` and `payload` (as the published examples do), or as an error answer. "Not found" is the service
//! not knowing the person, never a no; "not a beneficiary" is a no.
//!
//! The answer names nobody: the snapshot has no identity. Its dates win over its flags: a beneficiary whose right starts
//! later has a contract that starts later. Until the end of 2024 the end date of version 2 was the start plus one year,
//! computed on the way; it is kept as it comes.

mod fixture;
#[cfg(test)]
mod tests;

use tierspayant_core::model::{Code, ContractEntry, Date, Period, Snapshot, Source};

use crate::error::{FieldProblem, ReadError};
use crate::json::{self, Fields, Node, Path};
use crate::outcome::{ReadOptions, ReadResult, Refusal, Report, Why};

/// The type of a contract of the C2S, whoever runs it.
const C2S: &str = "89";

/// Reads an answer.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions) -> Result<ReadResult, ReadError> {
    let mut report = Report::default();
    let text = json::decode(bytes, &mut report)?;
    if let Some(fixture) = fixture::split(&text) {
        report.unused("params", Why::Personal);
        let refusal = fixture.status.and_then(Refusal::of_status);
        if let Some(refusal) = refusal.filter(|_| fixture.payload.trim().is_empty()) {
            return Ok(report.refused(refusal));
        }
        let payload = json::parse_text(&fixture.payload, &mut report)?;
        let path = Path::root().field("payload");
        return answer(&payload, path, fixture.status, options, report);
    }
    let root = json::parse_text(&text, &mut report)?;
    answer(&root, Path::root(), None, options, report)
}

/// Reads an answer or the object around it; `status` is the HTTP status where it is known.
fn answer(
    node: &Node,
    path: Path,
    status: Option<u64>,
    options: &ReadOptions,
    mut report: Report,
) -> Result<ReadResult, ReadError> {
    let mut fields =
        Fields::of(node, path.clone()).ok_or_else(|| ReadError::field(&path, FieldProblem::NotAnObject))?;
    let status = status.or_else(|| node.get("status").and_then(Node::whole));
    let wrapped = ["payload", "body"].into_iter().find(|name| fields.has(name));
    if let Some((inner_path, inner)) = wrapped.and_then(|name| fields.take(name)) {
        fields.finish(
            &[("status", Why::NotNeeded), ("params", Why::NotNeeded)],
            &mut report,
        );
        return match inner {
            // The published examples carry the payload as text.
            Node::Text(text) if wrapped_text(text) => {
                let inner = json::parse_text(text, &mut report)?;
                payload(&inner, inner_path, status, options, report)
            }
            inner => payload(inner, inner_path, status, options, report),
        };
    }
    payload(node, path, status, options, report)
}

/// Whether a text holds a document.
fn wrapped_text(text: &str) -> bool {
    text.trim_start().starts_with('{')
}

/// Reads the body of an answer.
fn payload(
    node: &Node,
    path: Path,
    status: Option<u64>,
    options: &ReadOptions,
    mut report: Report,
) -> Result<ReadResult, ReadError> {
    let refusal = error_body(node).or_else(|| status.and_then(Refusal::of_status));
    if let Some(refusal) = refusal {
        json::list(node, &path, Why::ErrorAnswer, &mut report);
        return Ok(report.refused(status.and_then(Refusal::of_status).unwrap_or(refusal)));
    }
    let mut fields =
        Fields::of(node, path.clone()).ok_or_else(|| ReadError::field(&path, FieldProblem::NotAnObject))?;
    let mut known = fields.has("status") || fields.has("est_beneficiaire");
    if let Some(data) = fields.object("data")? {
        fields.finish(
            &[("links", Why::NotNeeded), ("meta", Why::NotNeeded)],
            &mut report,
        );
        known = true;
        fields = data;
    }
    if !known {
        return Err(ReadError::field(&path, FieldProblem::NotThisFormat));
    }
    let mut snapshot = Snapshot::silent(Source::Portal);
    snapshot.observed_at = options.observed_at;
    snapshot.contracts = right(&mut fields, &mut report)?;
    fields.finish(&[], &mut report);
    snapshot.horizon = options.observed_at.and_then(|moment| {
        let start = snapshot
            .contracts
            .iter()
            .flatten()
            .filter_map(|entry| entry.period.start())
            .min();
        horizon(moment.date(), start)
    });
    Ok(report.snapshots(vec![snapshot]))
}

/// The service speaks of the day it is asked and of the right that it names: it sees from the earlier of the two on.
fn horizon(call: Date, start: Option<Date>) -> Option<Period> {
    Period::new(Some(start.map_or(call, |start| start.min(call))), None).ok()
}

/// Takes the right: a list of one contract, an empty list where the answer denies it, nothing where it does not say.
fn right(fields: &mut Fields<'_>, report: &mut Report) -> Result<Option<Vec<ContractEntry>>, ReadError> {
    let status_place = String::from(&fields.path().field("status"));
    let flag_place = String::from(&fields.path().field("est_beneficiaire"));
    let flag = fields.flag("est_beneficiaire", report);
    let participation = fields.flag("avec_participation", report);
    let status = fields.text("status", report).map(str::to_ascii_lowercase);
    let (said, with) = match status.as_deref() {
        None => (None, None),
        Some("beneficiaire_sans_participation_financiere") => (Some(true), Some(false)),
        Some("beneficiaire_avec_participation_financiere") => (Some(true), Some(true)),
        Some("non_beneficiaire_css" | "non_beneficiaire") => (Some(false), None),
        Some(_) => {
            report.unused(status_place.as_str(), Why::Unknown);
            (None, None)
        }
    };
    let v2 = fields.period("dateDebut", "dateFin", report)?;
    let v3 = fields.period("date_debut_droit", "date_fin_droit", report)?;
    let period = if v3 == Some(Period::ALWAYS) { v2 } else { v3 };
    let Some(beneficiary) = said.or(flag) else {
        return Ok(None);
    };
    let place = if said.is_some() { status_place } else { flag_place };
    match (beneficiary, period) {
        _ if said.zip(flag).is_some_and(|(said, flag)| said != flag) => {
            report.unused(place, Why::Contradiction);
            Ok(None)
        }
        (true, Some(period)) => Ok(Some(vec![ContractEntry {
            contract_type: C2S.parse::<Code<3>>().ok(),
            participation: with.or(participation),
            period,
            ..ContractEntry::default()
        }])),
        (false, Some(Period::ALWAYS)) => Ok(Some(Vec::new())),
        // A right that is denied and dated: dates win over flags, and here they only take the denial's force away.
        (false, _) => {
            report.unused(place, Why::Contradiction);
            Ok(None)
        }
        (true, None) => Ok(None),
    }
}

/// The kind of an error body of version 2 (`error`) or 3 (`errors`).
fn error_body(node: &Node) -> Option<Refusal> {
    let word = node.get("error").and_then(Node::text);
    let listed = match node.get("errors") {
        Some(Node::List(items)) => items.first(),
        other => other,
    };
    let code = listed.and_then(|error| error.get("code")).and_then(Node::text);
    match (word, code, listed) {
        (Some(word), _, _) => Some(match word {
            "not_found" => Refusal::NotFound,
            "bad_request" | "unprocessable_entity" => Refusal::BadRequest,
            "unauthorized" | "access_denied" | "forbidden" => Refusal::Denied,
            "too_many_requests" => Refusal::TooManyRequests,
            "gateway_timeout" | "timeout" => Refusal::TimedOut,
            "network_error" | "service_unavailable" | "bad_gateway" | "internal_server_error" => {
                Refusal::Unavailable
            }
            _ => Refusal::Other,
        }),
        (None, Some(code), _) => Some(match code {
            "37003" => Refusal::NotFound,
            "37002" => Refusal::TimedOut,
            "37999" => Refusal::Unavailable,
            "00429" => Refusal::TooManyRequests,
            _ => Refusal::Other,
        }),
        (None, None, Some(listed)) if !listed.is_empty() => Some(Refusal::Other),
        _ => None,
    }
}
