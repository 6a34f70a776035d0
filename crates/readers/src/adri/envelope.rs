//! The envelope of an answer, and error answers.

use crate::error::{FieldProblem, ReadError};
use crate::json::{self, Fields, Node, Path};
use crate::outcome::{Refusal, Report, Why};

/// What is inside.
pub(super) enum Answer<'d> {
    /// The answer, with rights in it.
    Rights(Fields<'d>),
    /// An error answer.
    Refused(Refusal),
}

/// How many envelopes are opened at most.
const DEPTH: usize = 6;

/// Names of envelopes around an answer, from the outside in.
const ENVELOPES: &[&str] = &[
    "method", "output", "adri", "reponse", "response", "result", "data",
];

/// The fields of which an answer has at least one.
const ANSWER: &[&str] = &[
    "beneficiaireDeSoins",
    "infosGlobales",
    "dateReponse",
    "mutuelle",
    "donneesAT",
];

/// Opens the envelopes down to the answer.
pub(super) fn open<'d>(root: &'d Node, report: &mut Report) -> Result<Answer<'d>, ReadError> {
    let (mut node, mut path) = match root {
        // An engine that lists its answers gives one per call.
        Node::List(items) if items.len() == 1 => (items.first().unwrap_or(root), Path::root().item(0)),
        _ => (root, Path::root()),
    };
    let mut errors = None;
    for _ in 0..DEPTH {
        let mut fields = Fields::of(node, path.clone())
            .ok_or_else(|| ReadError::field(&path, FieldProblem::NotAnObject))?;
        if let Some(refusal) = refusal(&fields, node) {
            errors = errors.or(Some(refusal));
        }
        if ANSWER.iter().any(|name| fields.has(name)) {
            if let Some(refusal) = errors {
                json::list(node, &path, Why::ErrorAnswer, report);
                return Ok(Answer::Refused(refusal));
            }
            // An empty error field says that there was none.
            fields.skip("exception", Why::Empty, report);
            return Ok(Answer::Rights(fields));
        }
        if node.get("donneescv").is_some() {
            return Err(ReadError::field(&path, FieldProblem::CardReading));
        }
        let inner = ENVELOPES
            .iter()
            .find(|name| matches!(node.get(name), Some(Node::Object(_))));
        match inner.and_then(|name| fields.take(name)) {
            Some((inner_path, inner)) => {
                fields.finish(KNOWN, report);
                (node, path) = (inner, inner_path);
            }
            None => {
                return match errors {
                    Some(refusal) => {
                        fields.finish(
                            &[
                                ("exception", Why::ErrorAnswer),
                                ("lstException", Why::ErrorAnswer),
                            ],
                            report,
                        );
                        Ok(Answer::Refused(refusal))
                    }
                    None => Err(ReadError::field(&path, FieldProblem::NotThisFormat)),
                };
            }
        }
    }
    Err(ReadError::field(&path, FieldProblem::NotThisFormat))
}

/// Fields of the envelopes that are known and not used.
const KNOWN: &[(&str, Why)] = &[
    ("name", Why::NotNeeded),
    ("service", Why::NotNeeded),
    ("parameters", Why::NotNeeded),
    ("cancel", Why::NotNeeded),
    ("asynchronous", Why::NotNeeded),
    ("integrator", Why::NotNeeded),
    ("idJfse", Why::NotNeeded),
    ("returnMode", Why::NotNeeded),
    ("lstMessages", Why::NotNeeded),
    ("lstException", Why::ErrorAnswer),
    ("exception", Why::ErrorAnswer),
];

/// The error that this level reports: the service's own `exception`, or an entry of the engine's `lstException` whose
/// code is not zero.
fn refusal(fields: &Fields<'_>, node: &Node) -> Option<Refusal> {
    let exception = node
        .get("exception")
        .filter(|exception| says_something(exception));
    let listed = match node.get("lstException") {
        Some(Node::List(items)) => items.iter().any(|item| match item.get("code") {
            Some(code) => code.whole() != Some(0) && !code.is_empty(),
            None => says_something(item),
        }),
        Some(other) => other
            .get("code")
            .and_then(Node::whole)
            .is_some_and(|code| code != 0),
        None => false,
    };
    let denied = ["error", "errors"]
        .iter()
        .any(|name| fields.has(name) && node.get(name).is_some_and(says_something));
    (exception.is_some() || listed || denied).then_some(Refusal::Other)
}

/// Whether a value holds a text or a number other than zero anywhere in it.
fn says_something(node: &Node) -> bool {
    match node {
        Node::Null => false,
        Node::Bool(flag) => *flag,
        Node::Number(text) | Node::Text(text) => {
            crate::text::filled_not_zeros(text).is_some_and(|text| !text.eq_ignore_ascii_case("null"))
        }
        Node::List(items) => items.iter().any(says_something),
        Node::Object(fields) => fields.iter().any(|(_, value)| says_something(value)),
    }
}
