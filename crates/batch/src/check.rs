//! One batch of lines checked: claim after claim, each with the evidence of its person.

use crate::alike::{ALONE, Asking, Claims, Key, Kind, Kinds, Memory, NO_DAY, Places};
use crate::answer::Answers;
use crate::column::Id;
use crate::error::{CellFault, RowError};
use crate::evidence::{CachedEvidence, EvidenceCache, EvidenceKey};
use crate::frame::{ColumnFault, Frame};
use crate::lines::{Batch, ClaimFields, KindsOfRows, Plain, Rows, Seen};
use crate::projection::Columns;
use crate::rights::Rights;
use crate::stream::KnownBy;
use std::ops::Range;
use tierspayant::core::decision::{ClaimTold, Decision, check_into};
use tierspayant::core::model::{CardState, Claim, Date, Dossier};
use tierspayant::core::question::Question;
use tierspayant::core::tables::Tables;
use tierspayant::format::Fault;

/// What holds for every line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'c> {
    pub(crate) as_of: Option<Date>,
    pub(crate) known_by: KnownBy,
    /// The columns of the answer that are asked for.
    pub(crate) columns: &'c Columns,
}

/// Checks the rows of one batch. Everything that can be reused from claim to claim is.
pub(crate) struct Worker<'a> {
    tables: &'a Tables,
    rights: &'a Rights,
    rows: Rows<'a>,
    known_by: KnownBy,
    evidence: CachedEvidence<'a>,
    question: Question,
    decision: Decision,
    /// The claims that were answered, for those that are alike.
    claims: &'a mut Claims,
    /// The numbers of the words of claims and of lines, by their profiles.
    numbers: (Vec<u32>, Vec<u32>),
    /// What makes each line of the question what it is.
    kinds: Vec<LineKind>,
    /// Whether the last row that was read agrees with its claim.
    agrees: bool,
    /// For each row of a claim, the place of its line in the question.
    places: Vec<Option<u16>>,
    /// What is wrong with the rows of a claim that have no line, in their order.
    faults: Vec<RowError>,
    seen: Seen<'a>,
}

/// Lines of one kind have the same answer, and are asked once: they say the same in words, and no rule tells their
/// amounts apart, which are compared with one limit only.
#[derive(Clone, Copy, PartialEq, Eq)]
struct LineKind {
    profile: u32,
    above_limit: Option<bool>,
}

/// How many kinds of lines are searched before a line counts as a new kind.
const KINDS: usize = 8;

/// Look-ahead of the prefetch, in claims.
const AHEAD: usize = 32;

/// The answers to every row of a batch.
pub(crate) fn answers<'c>(
    tables: &'c Tables,
    rights: &Rights,
    cache: &EvidenceCache,
    frame: &Frame<'_>,
    batch: &Batch,
    asked: Asked<'c>,
    memory: &'c mut Memory,
) -> Answers<'c> {
    let Memory { classes, claims } = memory;
    let mut answers = Answers::new(&tables.rules, frame.rows(), asked.columns, classes);
    let Some(mut worker) = Worker::new(tables, rights, cache, frame, &batch.starts, asked, claims) else {
        return answers;
    };
    let plain = worker.plain();
    let mut apart = batch.apart.iter().peekable();
    let some_apart = !batch.apart.is_empty();
    let mut ends = batch.starts.iter().skip(1).copied();
    let mut people = Vec::with_capacity(AHEAD);
    for starts in batch.starts.chunks(AHEAD) {
        // Look up and prefetch the people of several claims at once, so that their cache misses overlap.
        people.clear();
        let find = |person| rights.find(person);
        worker.rows.people(starts, find, |person| people.push(person));
        Claims::prefetch(rights, &people);
        for (start, person) in starts.iter().zip(&people) {
            let claim = *start..ends.next().unwrap_or(frame.rows());
            if some_apart && apart.next_if_eq(&start).is_some() {
                worker.apart(claim, &mut answers);
            } else if worker
                .recall(plain.as_ref(), &claim, *person, &mut answers)
                .is_none()
            {
                worker.claim(claim, *person, &mut answers);
            }
        }
    }
    answers
}

impl<'a> Worker<'a> {
    fn new(
        tables: &'a Tables,
        rights: &'a Rights,
        cache: &'a EvidenceCache,
        frame: &'a Frame<'_>,
        starts: &[usize],
        asked: Asked<'_>,
        claims: &'a mut Claims,
    ) -> Option<Self> {
        let some_day = Date::from_unix_days(0).ok()?;
        let rows = Rows::new(tables, frame, starts, asked.as_of);
        let dossier = Dossier {
            as_of: None,
            claim: Claim::on(some_day),
            rights: Vec::new(),
        };
        let question = Question::new(tables, &dossier);
        let numbers = claims.numbers(&rows);
        Some(Worker {
            tables,
            rights,
            evidence: CachedEvidence::new(tables, rights, cache, rows.id_is_key(), dossier),
            numbers,
            claims,
            rows,
            known_by: asked.known_by,
            question,
            decision: Decision::default(),
            kinds: Vec::new(),
            agrees: false,
            places: Vec::new(),
            faults: Vec::new(),
            seen: Seen::default(),
        })
    }

    /// Refuses the rows of a claim that has others before: alone they would be answered wrongly.
    fn apart(&self, rows: Range<usize>, answers: &mut Answers<'_>) {
        for _ in rows {
            answers.fail(row_error(("claim_id", CellFault::ClaimApart)));
        }
    }

    /// The columns of claims that may be alike.
    fn plain(&self) -> Option<Plain<'a>> {
        // What counts of the rights otherwise depends on each answer's own day.
        if self.known_by != KnownBy::Now {
            return None;
        }
        let (claims, lines) = &self.numbers;
        let limit = self.tables.policy.card_needed_above_cents;
        let words = |profile| number(claims, profile);
        self.rows.plain(words, |profile| number(lines, profile), limit)
    }

    /// Answers the few rows of a claim that is alike one that was answered, where all of them can be read and agree; nothing is
    /// answered of any other.
    #[inline]
    fn recall(
        &mut self,
        plain: Option<&Plain<'_>>,
        rows: &Range<usize>,
        person: Option<u32>,
        answers: &mut Answers<'_>,
    ) -> Option<()> {
        let (plain, person) = (plain?, person?);
        let KindsOfRows { kinds, places } = plain.kinds(rows, || self.rows.ids_differ(rows.clone()))?;
        let stated;
        let stated = if self.rows.says_more() {
            stated = self.rows.stated(rows.start)?;
            Some(&stated)
        } else {
            None
        };
        // Nothing is recalled of whoever has a fault in the rights.
        let asking = Asking {
            person,
            stated,
            days: plain.days(rows.start),
            words: plain.words(rows.start),
            lines: kinds,
        };
        let (known, days) = self.claims.recall(self.rights, &asking)?;
        answers.recalled(known, places.get(..rows.len())?, days);
        Some(())
    }

    /// Answers the rows of one claim; the person is that of its first row.
    fn claim(&mut self, rows: Range<usize>, person: Option<u32>, answers: &mut Answers<'_>) {
        let (first, alone) = (rows.start, rows.len() == 1);
        self.agrees = false;
        self.places.clear();
        self.kinds.clear();
        self.seen.clear();
        self.question.lines.clear();
        let mut claim = None;
        for row in rows {
            let place = match self.row(row, row - first, alone, &mut claim) {
                Ok(place) => Some(place),
                Err(fault) => {
                    self.faults.push(row_error(fault));
                    None
                }
            };
            self.places.push(place);
        }
        // Nothing tells which of the rows is right where they disagree, so none is answered, whatever their order.
        if let Some(differs) = self
            .faults
            .iter()
            .find(|error| error.fault == CellFault::ClaimDiffers)
            .cloned()
        {
            self.faults.clear();
            for _ in &self.places {
                answers.fail(differs.clone());
            }
            return;
        }
        let problem = match &claim {
            Some(claim) if matches!(self.places.first(), Some(Some(_))) => {
                self.decide(claim, person, answers).err()
            }
            Some(claim) => {
                let person = claim.person.and_then(|person| self.rights.find(person));
                self.decide(claim, person, answers).err()
            }
            None => None,
        };
        let whole = self.faults.is_empty();
        let mut faults = self.faults.drain(..);
        for place in &self.places {
            match (place, &problem) {
                (Some(place), None) if whole => answers.push(*place),
                (Some(place), None) => answers.push_of_part(*place),
                (Some(_), Some(problem)) => answers.fail(problem.clone()),
                (None, _) => {
                    if let Some(fault) = faults.next() {
                        answers.fail(fault);
                    }
                }
            }
        }
    }

    /// Reads one row, and adds its line to the question where no other is of its kind; gives the place of that line.
    fn row(
        &mut self,
        row: usize,
        place_in_claim: usize,
        alone: bool,
        claim: &mut Option<ClaimFields<'a>>,
    ) -> Result<u16, ColumnFault> {
        // A row that repeats one that agrees with the claim does so as well.
        let repeats = self.agrees && claim.is_some() && self.rows.repeats(row);
        self.agrees = false;
        let fields = if repeats {
            None
        } else {
            Some(self.rows.claim(row)?)
        };
        let (profile, amount) = self.rows.line(row)?;
        let id = self.rows.line_id(row)?;
        if let (Some(claim), Some(fields)) = (&claim, &fields)
            && !self.rows.agree(claim, fields)
        {
            return Err((claim.differs_in(fields), CellFault::ClaimDiffers));
        }
        if !alone {
            if self.seen.len() >= usize::from(u16::MAX) {
                return Err(("claim_id", CellFault::LongClaim));
            }
            let id = id.unwrap_or_else(|| Id::Number(i64::try_from(place_in_claim + 1).unwrap_or(i64::MAX)));
            let added = self.seen.add(id);
            added.map_err(|first| ("line_id", Fault::DuplicateId { first }.into()))?;
        }
        if claim.is_none() {
            *claim = fields;
        }
        self.agrees = true;
        let limit = self.tables.policy.card_needed_above_cents;
        let kind = LineKind {
            profile,
            above_limit: amount.map(|amount| amount > limit),
        };
        let known = self.kinds.iter().take(KINDS).position(|one| *one == kind);
        let place = known.unwrap_or(self.kinds.len());
        let place = u16::try_from(place).map_err(|_| ("claim_id", CellFault::LongClaim))?;
        if known.is_none() {
            let mut line = *self.rows.asked(profile)?;
            line.amount_cents = amount;
            // The rank orders reasons that the answer does not tell apart.
            line.rank = place;
            self.question.lines.push(line);
            self.kinds.push(kind);
        }
        Ok(place)
    }

    /// Gives the answer to the claim whose lines were read.
    fn decide(
        &mut self,
        claim: &ClaimFields<'a>,
        person: Option<u32>,
        answers: &mut Answers<'_>,
    ) -> Result<(), RowError> {
        if let Some(fault) = person.and_then(|person| self.rights.fault(person)) {
            return Err(fault.clone());
        }
        let key = person.and_then(|person| self.key(claim, person));
        if let Some((key, days, places)) = &key
            && let Some(known) = self.claims.known(key)
        {
            let days = days.days();
            let lines = places.iter().take(self.kinds.len());
            let line = |place: &u16| known.get(usize::from(*place)).map(|one| one.on(days));
            answers.decided_as(lines.filter_map(line));
            return Ok(());
        }
        self.check(claim, person)?;
        answers.decided(&self.decision);
        if let Some((key, days, places)) = key {
            self.claims.keep(key, days.days(), &places, answers);
        }
        Ok(())
    }

    /// What the answer to the claim depends on, its days, and the place of each line among its kinds; nothing where it is like
    /// no other.
    fn key(&mut self, claim: &ClaimFields<'a>, person: u32) -> Option<(Key, ClaimTold, Places)> {
        // What counts of the rights otherwise depends on each answer's own day.
        if self.known_by != KnownBy::Now {
            return None;
        }
        let (days, profile) = self.rows.plain_days(claim)?;
        let (claims, lines) = &self.numbers;
        let kinds = self.kinds.iter();
        let kinds = kinds.map(|kind| Kind::new(number(lines, kind.profile), kind.above_limit));
        let (kinds, places) = Kinds::of_each(kinds)?;
        let days = [Some(days.care), days.prescription, days.as_of];
        let asking = Asking {
            person,
            stated: Some(&claim.stated),
            days: days.map(|day| day.map_or(NO_DAY, Date::unix_days)),
            words: number(claims, profile),
            lines: kinds,
        };
        let (key, told) = self.claims.key(self.rights, &asking)?;
        Some((key, *told, places))
    }

    /// Asks the check.
    fn check(&mut self, claim: &ClaimFields<'a>, person: Option<u32>) -> Result<(), RowError> {
        self.rows.ask(claim, &mut self.question).map_err(row_error)?;
        let known_by = match self.known_by {
            KnownBy::Now => None,
            KnownBy::CareDate => {
                let day = self.question.care_date;
                self.question.as_of = Some(day);
                Some((day, self.question.card == Some(CardState::Read)))
            }
        };
        let asked = EvidenceKey {
            known_by,
            person,
            stated: claim.stated,
            scheme: self.question.scheme,
        };
        if let Some(evidence) = self.evidence.evidence(&asked).map_err(row_error)? {
            check_into(self.tables, &self.question, evidence, &mut self.decision);
        }
        Ok(())
    }
}

/// The number of the words of a profile.
fn number(numbers: &[u32], profile: u32) -> u32 {
    let place = usize::try_from(profile).ok();
    let number = place.and_then(|place| numbers.get(place).copied());
    number.unwrap_or(ALONE)
}

fn row_error((column, fault): ColumnFault) -> RowError {
    RowError {
        place: column.into(),
        fault,
    }
}
