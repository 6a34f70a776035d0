//! Claims that are alike, answered once: their words by number, and what rules can tell apart of their days, are the key.

use crate::answer::Answers;
use crate::classes::Classes;
use crate::lines::{ClaimWords, Rows};
use crate::rights::Rights;
use hashbrown::HashMap;
use std::hash::{Hash, Hasher};
use tierspayant::core::decision::{Alike, ClaimDays, Shape, Told};
use tierspayant::core::model::Snapshot;
use tierspayant::core::question::AskedLine;
use tierspayant::core::tables::Tables;

/// What one thread keeps from batch to batch.
pub(crate) struct Memory {
    pub(crate) classes: Classes,
    pub(crate) claims: Claims,
}

/// More of anything than this, and all is forgotten before the next batch.
const MOST: usize = 1 << 16;

impl Memory {
    /// Nothing yet.
    pub(crate) fn new(tables: &Tables, people: usize) -> Self {
        Memory {
            classes: Classes::new(),
            claims: Claims::new(tables, people),
        }
    }

    /// Forgets all where it has become too much.
    pub(crate) fn fit(&mut self) {
        let claims = &self.claims;
        let sizes = [
            self.classes.len(),
            claims.words.len(),
            claims.lines.len(),
            claims.shapes.len(),
            claims.known.len(),
        ];
        if sizes.into_iter().any(|size| size > MOST) {
            self.classes = Classes::new();
            self.claims.forget();
        }
    }
}

/// The claims that were answered, by what makes them alike.
pub(crate) struct Claims {
    alike: Alike,
    words: HashMap<ClaimWords, u32>,
    lines: HashMap<AskedLine, u32>,
    shapes: HashMap<Shape, u32>,
    /// Of each person the number of the shape of what is on record, [`ALONE`], or [`NOT_SEEN`].
    people: Vec<u32>,
    known: HashMap<Key, Vec<LineAnswer>>,
    snapshot: Vec<Snapshot>,
}

/// The number of words, a line or a shape whose claims are like no others.
pub(crate) const ALONE: u32 = 0;
const NOT_SEEN: u32 = u32::MAX;

/// How many kinds of lines a claim has at most that others are like.
const LINES: usize = 6;

/// What the answer to a claim depends on. Equal keys have equal answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key {
    words: u32,
    shape: u32,
    lines: Kinds,
    told: Told,
}

impl Hash for Key {
    /// In few words, as most of what a key costs is its hash.
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(u64::from(self.words) << 32 | u64::from(self.shape));
        for pair in self.lines.0.chunks_exact(2) {
            state.write_u64(pair.iter().fold(0, |both, kind| both << 32 | u64::from(*kind)));
        }
        self.told.hash(state);
    }
}

/// Each kind of line of a claim and on which side of the limit its amount is, in the order in which they come; 0 where there is none.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Kinds([u32; LINES]);

impl Kinds {
    /// Adds a line by the number of its words, where it is of a kind that is not there; the place of its kind. Nothing
    /// where no other line is like it, or there are too many kinds.
    #[inline]
    pub(crate) fn add(&mut self, number: u32, above_limit: Option<bool>) -> Option<u16> {
        let side = match above_limit {
            None => 0,
            Some(false) => 1,
            Some(true) => 2,
        };
        // No number is so large that a side does not fit beside it.
        let kind = number << 2 | side;
        let place = self.0.iter().position(|one| *one == kind || *one == 0)?;
        *self.0.get_mut(place).filter(|_| number != ALONE)? = kind;
        u16::try_from(place).ok()
    }
}

/// The answer to a line: its class, and whether its day is that of the prescription.
type LineAnswer = (u32, bool);

impl Claims {
    fn new(tables: &Tables, people: usize) -> Self {
        Claims {
            alike: Alike::new(tables),
            words: HashMap::new(),
            lines: HashMap::new(),
            shapes: HashMap::new(),
            people: vec![NOT_SEEN; people],
            known: HashMap::new(),
            snapshot: Vec::new(),
        }
    }

    fn forget(&mut self) {
        self.words.clear();
        self.lines.clear();
        self.shapes.clear();
        self.people.fill(NOT_SEEN);
        self.known.clear();
    }

    /// The numbers of the words of a batch, claims and lines, by their profiles.
    pub(crate) fn numbers(&mut self, rows: &Rows<'_>) -> (Vec<u32>, Vec<u32>) {
        let words = rows.words_of_claims();
        let claims = words.map(|words| words.map_or(ALONE, |words| number(&mut self.words, words)));
        let claims = claims.collect();
        let lines = rows.words_of_lines().map(|line| {
            let line = line.filter(|line| Alike::has_line(line));
            line.map_or(ALONE, |line| number(&mut self.lines, line))
        });
        (claims, lines.collect())
    }

    /// The key of a claim on somebody who was seen before, by the number of its words and its kinds of lines; nothing where it
    /// is like no other.
    #[inline]
    pub(crate) fn key(
        &self,
        rights: &Rights,
        person: u32,
        days: &ClaimDays,
        words: u32,
        lines: Kinds,
    ) -> Option<Key> {
        let place = usize::try_from(person).ok()?;
        let shape = *self.people.get(place)?;
        if words == ALONE || shape == ALONE || shape == NOT_SEEN {
            return None;
        }
        Some(Key {
            words,
            shape,
            lines,
            told: self.alike.told(days, rights.days_of_one(person)?)?,
        })
    }

    /// Finds the number of the shape of what is on record of a person.
    pub(crate) fn see(&mut self, rights: &Rights, person: u32) {
        let place = usize::try_from(person).unwrap_or(usize::MAX);
        let Some(seen) = self.people.get_mut(place).filter(|seen| **seen == NOT_SEEN) else {
            return;
        };
        *seen = ALONE;
        rights.written(person, &mut self.snapshot);
        if let [only] = self.snapshot.as_slice()
            && let Some(shape) = self.alike.shape(only)
        {
            *seen = number(&mut self.shapes, &shape);
        }
    }

    /// Prefetches what the keys of claims on some people need: reads that do not depend on one another, so that their cache
    /// misses overlap.
    pub(crate) fn prefetch(&mut self, rights: &Rights, people: &[Option<u32>]) {
        for person in people.iter().flatten() {
            self.see(rights, *person);
            rights.prefetch(*person);
        }
    }

    /// Gives the answer to a claim that is alike one that was answered; whether there is one.
    pub(crate) fn recall(&self, key: &Key, days: &ClaimDays, answers: &mut Answers<'_>) -> bool {
        let Some(known) = self.known.get(key) else {
            return false;
        };
        let prescribed = days.prescription.unwrap_or(days.care);
        let lines = known.iter().map(|(class, of_prescription)| {
            let day = if *of_prescription { prescribed } else { days.care };
            (*class, day.unix_days())
        });
        answers.recalled(lines);
        true
    }

    /// Keeps the answer to the claim at hand for those that are alike.
    pub(crate) fn keep(&mut self, key: Key, days: &ClaimDays, answers: &Answers<'_>) {
        let (care, prescribed) = (
            Some(days.care.unix_days()),
            days.prescription.map(|day| day.unix_days()),
        );
        let line = |(class, day): &(u32, i32)| {
            let on = Some(*day);
            (on == care || on == prescribed).then_some((*class, on != care))
        };
        let lines: Option<Vec<LineAnswer>> = answers.of_claim().iter().map(line).collect();
        if let Some(lines) = lines {
            self.known.insert(key, lines);
        }
    }
}

/// The number of a thing, the same for equal ones, from 1 on.
fn number<T: Hash + Eq + Clone>(known: &mut HashMap<T, u32>, one: &T) -> u32 {
    if let Some(number) = known.get(one) {
        return *number;
    }
    let number = u32::try_from(known.len())
        .ok()
        .and_then(|number| number.checked_add(1));
    let number = number.filter(|number| *number < u32::MAX / 8).unwrap_or(ALONE);
    if number != ALONE {
        known.insert(one.clone(), number);
    }
    number
}
