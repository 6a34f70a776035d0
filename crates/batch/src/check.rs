//! One batch of lines checked: claim after claim, each with the evidence of its person.

use crate::answer::Answers;
use crate::error::{CellFault, RowError};
use crate::frame::{ColumnFault, Frame};
use crate::lines::{ClaimFields, Rows};
use crate::person::Stated;
use crate::rights::Rights;
use hashbrown::HashMap;
use std::borrow::Cow;
use tierspayant::core::decision::{Decision, Question, check_into};
use tierspayant::core::evidence::Evidence;
use tierspayant::core::model::{Claim, Date, Dossier, Person, Scheme, ShareSet};
use tierspayant::core::tables::Tables;
use tierspayant::dossier::Fault;

/// What the evidence of a claim depends on.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Asked<'a> {
    person: Option<u32>,
    stated: Stated<'a>,
    scheme: Scheme,
}

/// Checks the rows of one batch. Everything that can be reused from claim to claim is.
pub(crate) struct Worker<'a> {
    tables: &'a Tables,
    rights: &'a Rights,
    rows: Rows<'a>,
    dossier: Dossier,
    evidence: Option<(Asked<'a>, Evidence)>,
    question: Question,
    decision: Decision,
    /// For each row of a claim, the place of its line in the claim or what is wrong.
    found: Vec<Result<u16, RowError>>,
    ids: HashMap<Cow<'a, str>, u16>,
}

/// The answers to every row of a batch.
pub(crate) fn answers(tables: &Tables, rights: &Rights, frame: &Frame<'_>, as_of: Option<Date>) -> Answers {
    let mut answers = Answers::default();
    let claim_ids = frame.text("claim_id");
    let Some(mut worker) = Worker::new(tables, rights, frame, as_of) else {
        return answers;
    };
    let mut first = 0;
    while first < frame.rows() {
        let id = claim_ids.get(first);
        let mut end = first + 1;
        while id.is_some() && end < frame.rows() && claim_ids.get(end) == id {
            end += 1;
        }
        worker.claim(first..end, &mut answers);
        first = end;
    }
    answers
}

impl<'a> Worker<'a> {
    fn new(
        tables: &'a Tables,
        rights: &'a Rights,
        frame: &'a Frame<'_>,
        as_of: Option<Date>,
    ) -> Option<Self> {
        let some_day = Date::from_unix_days(0).ok()?;
        Some(Worker {
            tables,
            rights,
            rows: Rows::new(tables, frame, as_of),
            dossier: Dossier {
                as_of: None,
                claim: Claim {
                    id: None,
                    setting: None,
                    care_date: some_day,
                    prescription_date: None,
                    transmission_date: None,
                    person: Person::default(),
                    scheme: Scheme::default(),
                    card: None,
                    nature: None,
                    accident: None,
                    contract: None,
                    third_party: ShareSet::Amo,
                    lines: Vec::new(),
                },
                rights: Vec::new(),
            },
            evidence: None,
            question: Question {
                as_of: None,
                care: some_day,
                prescription: None,
                transmission: None,
                card: None,
                nature: None,
                accident: None,
                contract: None,
                shares: ShareSet::Amo,
                pharmacy: true,
                scheme: Scheme::default(),
                birth: None,
                lines: Vec::new(),
            },
            decision: Decision::default(),
            found: Vec::new(),
            ids: HashMap::new(),
        })
    }

    /// Answers the rows of one claim.
    fn claim(&mut self, rows: core::ops::Range<usize>, answers: &mut Answers) {
        let (first, alone) = (rows.start, rows.len() == 1);
        self.found.clear();
        self.ids.clear();
        self.question.lines.clear();
        let mut claim = None;
        for row in rows {
            let line = self.row(row, row - first, alone, &mut claim);
            self.found.push(line.map_err(row_error));
        }
        let problem = match &claim {
            Some(claim) => self.decide(claim).err(),
            None => None,
        };
        let rules = &self.tables.rules;
        for found in self.found.drain(..) {
            match (found, &problem) {
                (Err(error), _) => answers.fail(error),
                (Ok(_), Some(problem)) => answers.fail(problem.clone()),
                (Ok(place), None) => {
                    if let Some(line) = self.decision.lines.get(usize::from(place)) {
                        answers.push(rules, &self.decision, line, place);
                    }
                }
            }
        }
    }

    /// Reads one row, and adds its line to the question; gives its place in the claim.
    fn row(
        &mut self,
        row: usize,
        place_in_claim: usize,
        alone: bool,
        claim: &mut Option<ClaimFields<'a>>,
    ) -> Result<u16, ColumnFault> {
        let fields = self.rows.claim(row)?;
        let line = self.rows.line(row)?;
        let id = self.rows.line_id(row)?;
        if claim.is_some_and(|claim| claim != fields) {
            return Err(("claim_id", CellFault::ClaimDiffers));
        }
        let place = u16::try_from(self.question.lines.len())
            .ok()
            .filter(|place| *place < u16::MAX)
            .ok_or(("claim_id", CellFault::LongClaim))?;
        if !alone {
            let id = id.map_or_else(|| Cow::Owned((place_in_claim + 1).to_string()), Cow::Borrowed);
            if let Some(first) = self.ids.get(&id) {
                let first = usize::from(*first);
                return Err(("line_id", Fault::DuplicateId { first }.into()));
            }
            self.ids.insert(id, place);
        }
        *claim = Some(fields);
        self.question.lines.push(line);
        Ok(place)
    }

    /// Decides the claim whose lines were read.
    fn decide(&mut self, claim: &ClaimFields<'a>) -> Result<(), RowError> {
        self.rank();
        let question = &mut self.question;
        question.as_of = claim.as_of;
        question.care = claim.care;
        question.prescription = claim.prescription;
        question.transmission = claim.transmission.or(claim.as_of);
        question.card = claim.card;
        question.nature = claim.nature;
        question.accident = claim.accident;
        question.contract = claim.contract;
        question.shares = claim.shares;
        question.pharmacy = claim.pharmacy;
        question.scheme = claim.scheme;
        question.birth = claim.stated.birth_date.and_then(|birth| birth.day());
        let person = claim.person.and_then(|person| self.rights.find(person));
        if let Some(fault) = person.and_then(|person| self.rights.fault(person)) {
            return Err(fault.clone());
        }
        let asked = Asked {
            person,
            stated: claim.stated,
            scheme: claim.scheme,
        };
        let known = self.evidence.as_ref().is_some_and(|(known, _)| *known == asked);
        if !known {
            self.dossier.claim.person = claim.stated.person("person", None).map_err(row_error)?;
            self.dossier.claim.scheme = claim.scheme;
            match person {
                Some(person) => self.rights.fill(person, &mut self.dossier.rights),
                None => self.dossier.rights.clear(),
            }
            self.evidence = Some((asked, Evidence::new(self.tables, &self.dossier)));
        }
        if let Some((_, evidence)) = &self.evidence {
            check_into(self.tables, &self.question, evidence, &mut self.decision);
        }
        Ok(())
    }

    /// Ranks the lines by their ids.
    fn rank(&mut self) {
        if self.ids.len() < 2 {
            return;
        }
        let mut ids: Vec<(&str, u16)> = self.ids.iter().map(|(id, place)| (&**id, *place)).collect();
        ids.sort_unstable();
        for (rank, (_, place)) in (0_u16..).zip(ids) {
            if let Some(line) = self.question.lines.get_mut(usize::from(place)) {
                line.rank = rank;
            }
        }
    }
}

fn row_error((column, fault): ColumnFault) -> RowError {
    RowError {
        place: column.into(),
        fault,
    }
}
