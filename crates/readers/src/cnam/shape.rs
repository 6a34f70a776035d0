//! Which of the API's answers a document is.

use crate::error::{FieldProblem, ReadError};
use crate::json::{self, Fields, Node, Path};
use crate::outcome::{Refusal, Report, Why};

/// One answer, or one part of a document that gathers several.
pub(super) enum Part<'d> {
    /// The beneficiary.
    Person(Fields<'d>),
    /// The fund.
    Fund(Fields<'d>),
    /// The contracts.
    Contracts(Vec<Fields<'d>>),
    /// The exemptions.
    Exemptions(Vec<Fields<'d>>),
}

/// What is inside a document.
pub(super) enum Answer<'d> {
    /// The parts of each beneficiary.
    People(Vec<Vec<Part<'d>>>),
    /// An error answer.
    Refused(Refusal),
}

/// The kinds of objects that the API gives.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// One beneficiary; it may carry the other answers inside.
    Person,
    /// One fund.
    Fund,
    /// One contract.
    Contract,
    /// One exemption.
    Exemption,
    /// A médecin traitant.
    Doctor,
    /// An object that gathers answers under the names of their paths.
    Gathered,
}

/// The fields by which each kind is known, the surest kinds first.
const SIGNS: &[(Kind, &[&str])] = &[
    (
        Kind::Gathered,
        &[
            "beneficiaire",
            "beneficiaires",
            "contrats",
            "exonerations",
            "caisse",
            "me",
        ],
    ),
    (
        Kind::Contract,
        &["nature_assurance", "periodes_droits", "details"],
    ),
    (Kind::Exemption, &["motif", "maternite"]),
    (Kind::Doctor, &["numero_am"]),
    (Kind::Fund, &["grandRegime", "codeCentre", "organisme"]),
    (
        Kind::Person,
        &[
            "nir",
            "date_naissance",
            "rang_naissance",
            "presence_CMUC_ACS",
            "medecin_traitant_choisi",
        ],
    ),
    // What is left of an exemption whose motive is hidden.
    (Kind::Exemption, &["date_debut", "date_fin"]),
];

/// The kind of an object.
fn kind(node: &Node) -> Option<Kind> {
    SIGNS
        .iter()
        .find(|(_, signs)| signs.iter().any(|sign| node.get(sign).is_some()))
        .map(|(kind, _)| *kind)
}

/// Opens a document.
pub(super) fn open<'d>(root: &'d Node, report: &mut Report) -> Result<Answer<'d>, ReadError> {
    let path = Path::root();
    match root {
        Node::List(items) if items.iter().all(|item| *item == Node::Null) => {
            Err(ReadError::field(&path, FieldProblem::EmptyList))
        }
        Node::List(items) => list(items, &path, report).map(Answer::People),
        Node::Object(_) => object(root, path, report),
        _ => Err(ReadError::field(&path, FieldProblem::NotAnObject)),
    }
}

/// A list: one beneficiary per item where the items are people, one beneficiary in all where they are rights.
fn list<'d>(items: &'d [Node], path: &Path, report: &mut Report) -> Result<Vec<Vec<Part<'d>>>, ReadError> {
    let objects = json::objects(items, path)?;
    let kinds: Vec<Option<Kind>> = items
        .iter()
        .filter(|item| **item != Node::Null)
        .map(kind)
        .collect();
    let all = |wanted: Kind| kinds.iter().all(|kind| *kind == Some(wanted));
    // A hidden exemption beside one whose motive is shown is still an exemption.
    if all(Kind::Contract) {
        return Ok(vec![vec![Part::Contracts(objects)]]);
    }
    if all(Kind::Exemption) {
        return Ok(vec![vec![Part::Exemptions(objects)]]);
    }
    let mut people = Vec::with_capacity(objects.len());
    for (fields, kind) in objects.into_iter().zip(kinds) {
        match kind {
            Some(Kind::Person | Kind::Gathered) => people.extend(gathered(fields, report)?),
            _ => return Err(ReadError::field(fields.path(), FieldProblem::NotThisFormat)),
        }
    }
    Ok(people)
}

/// An object: one answer, several of them gathered, an envelope around one, or an error.
fn object<'d>(root: &'d Node, path: Path, report: &mut Report) -> Result<Answer<'d>, ReadError> {
    let Some(mut fields) = Fields::of(root, path) else {
        return Err(ReadError::field(json::ROOT, FieldProblem::NotAnObject));
    };
    let status = root
        .get("status")
        .or_else(|| root.get("httpCode"))
        .and_then(Node::whole);
    if let Some(refusal) = status.and_then(Refusal::of_status) {
        fields.finish(ERROR, report);
        return Ok(Answer::Refused(refusal));
    }
    Ok(Answer::People(match kind(root) {
        Some(Kind::Person | Kind::Gathered) => gathered(fields, report)?,
        Some(Kind::Fund) => vec![vec![Part::Fund(fields)]],
        Some(Kind::Contract) => vec![vec![Part::Contracts(vec![fields])]],
        Some(Kind::Exemption) => vec![vec![Part::Exemptions(vec![fields])]],
        Some(Kind::Doctor) => {
            fields.finish(DOCTOR, report);
            Vec::new()
        }
        None => {
            let envelope = ["payload", "body", "data"].into_iter().find(|name| {
                matches!(root.get(name), Some(Node::Object(_)))
                    || matches!(root.get(name), Some(Node::List(_)))
            });
            if let Some((inner_path, inner)) = envelope.and_then(|name| fields.take(name)) {
                fields.finish(&[("status", Why::NotNeeded)], report);
                return match inner {
                    Node::List(items) if !items.is_empty() => {
                        list(items, &inner_path, report).map(Answer::People)
                    }
                    Node::List(_) => Err(ReadError::field(&inner_path, FieldProblem::EmptyList)),
                    _ => object_inside(inner, inner_path, report),
                };
            }
            let is_error = ["error", "errors", "erreur", "fault", "code", "message"]
                .iter()
                .any(|name| root.get(name).is_some_and(|value| !value.is_empty()));
            if !is_error {
                return Err(ReadError::field(json::ROOT, FieldProblem::NotThisFormat));
            }
            fields.finish(ERROR, report);
            return Ok(Answer::Refused(Refusal::Other));
        }
    }))
}

/// An object inside an envelope; envelopes are not opened twice.
fn object_inside<'d>(node: &'d Node, path: Path, report: &mut Report) -> Result<Answer<'d>, ReadError> {
    if kind(node).is_none() {
        return Err(ReadError::field(&path, FieldProblem::NotThisFormat));
    }
    object(node, path, report)
}

/// Takes the answers gathered in one object, which may itself be the beneficiary.
fn gathered<'d>(mut fields: Fields<'d>, report: &mut Report) -> Result<Vec<Vec<Part<'d>>>, ReadError> {
    let mut people = Vec::new();
    for name in ["beneficiaires", "beneficiaire", "me"] {
        for mut person in fields.objects(name)?.unwrap_or_default() {
            let mut parts = rights(&mut person, report)?;
            parts.push(Part::Person(person));
            people.push(parts);
        }
    }
    let mut parts = rights(&mut fields, report)?;
    match people.as_mut_slice() {
        // The object is the beneficiary, or rights alone.
        [] => {
            parts.push(Part::Person(fields));
            return Ok(vec![parts]);
        }
        [only] => only.append(&mut parts),
        _ => parts.into_iter().for_each(|part| part.no_owner(report)),
    }
    fields.finish(&[("status", Why::NotNeeded)], report);
    Ok(people)
}

/// Takes the fund, the contracts and the exemptions that one object carries.
fn rights<'d>(fields: &mut Fields<'d>, report: &mut Report) -> Result<Vec<Part<'d>>, ReadError> {
    let mut parts = Vec::new();
    parts.extend(fields.object("caisse")?.map(Part::Fund));
    parts.extend(fields.objects("contrats")?.map(Part::Contracts));
    parts.extend(fields.objects("exonerations")?.map(Part::Exemptions));
    for name in ["medecin_traitant", "medecin-traitant", "medecinTraitant"] {
        fields.skip(name, Why::NotNeeded, report);
    }
    Ok(parts)
}

impl Part<'_> {
    /// Lists a part of which nothing says to which of several people it belongs.
    fn no_owner(self, report: &mut Report) {
        let all = match self {
            Part::Person(fields) | Part::Fund(fields) => vec![fields],
            Part::Contracts(items) | Part::Exemptions(items) => items,
        };
        for fields in all {
            report.unused(fields.path(), Why::NoOwner);
        }
    }
}

/// Fields of an error answer. Its texts may repeat what was asked.
const ERROR: &[(&str, Why)] = &[
    ("status", Why::ErrorAnswer),
    ("httpCode", Why::ErrorAnswer),
    ("httpMessage", Why::ErrorAnswer),
    ("moreInformation", Why::ErrorAnswer),
    ("error", Why::ErrorAnswer),
    ("errors", Why::ErrorAnswer),
    ("erreur", Why::ErrorAnswer),
    ("fault", Why::ErrorAnswer),
    ("code", Why::ErrorAnswer),
    ("message", Why::ErrorAnswer),
];

/// Fields of a médecin traitant, of whom no rule asks anything.
const DOCTOR: &[(&str, Why)] = &[
    ("date_debut", Why::NotNeeded),
    ("date_fin", Why::NotNeeded),
    ("nom", Why::Personal),
    ("prenom", Why::Personal),
    ("numero_am", Why::Personal),
];
