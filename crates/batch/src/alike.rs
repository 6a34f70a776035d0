//! Claims that are alike, answered once: their words by number, and what rules can tell apart of their days, are the key.

use crate::answer::Answers;
use crate::classes::Classes;
use crate::lines::{ClaimWords, Rows};
use crate::person::Stated;
use crate::rights::{Record, Rights};
use hashbrown::HashMap;
use std::hash::{Hash, Hasher};
use tierspayant::core::decision::{Alike, BLOCK, ClaimDays, ClaimTold, Meant, Shape, Told};
use tierspayant::core::evidence::identify;
use tierspayant::core::model::{Date, Snapshot};
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
    pub(crate) fn new(tables: &Tables, forms: usize) -> Self {
        Memory {
            classes: Classes::new(),
            claims: Claims::new(tables, forms),
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
            claims.rests.len(),
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
    rests: HashMap<Rest, u32>,
    /// Of each form that records have the number of its shape, [`ALONE`], or [`NOT_SEEN`].
    forms: Vec<u32>,
    /// Where the answers to the lines of each claim are, and how many.
    known: HashMap<Key, (u32, u32)>,
    lines_known: Vec<LineAnswer>,
    /// What is told of the days of claims that came before, each where its days put it.
    days: Vec<(RawDays, Option<ClaimTold>)>,
    snapshots: Vec<Snapshot>,
}

/// A claim, as far as what it says of itself makes it like others.
#[derive(Clone, Copy)]
pub(crate) struct Asking<'a> {
    pub(crate) person: u32,
    /// What it says of that person, where that may be more than the key of the tables.
    pub(crate) stated: Option<&'a Stated<'a>>,
    pub(crate) days: RawDays,
    /// The number of its words.
    pub(crate) words: u32,
    pub(crate) lines: Kinds,
}

/// The days of a claim as numbers since 1970-01-01: of the care, of the prescription, and of the question; [`NO_DAY`] where
/// there is none.
pub(crate) type RawDays = [i32; 3];
pub(crate) const NO_DAY: i32 = i32::MIN;

/// For so many days of claims what is told of them is kept.
const DAYS: u32 = 512;

/// The number of words, a line or a shape whose claims are like no others.
pub(crate) const ALONE: u32 = 0;
const NOT_SEEN: u32 = u32::MAX;

/// How many kinds of lines a claim has at most that others are like.
const LINES: usize = 6;

/// What the answer to a claim depends on. Equal keys have equal answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key([u64; 6]);

/// What the key of few claims holds beyond that of most: it is told by its number, so that keys are short.
type Rest = [u64; 4];

/// The number of the rest of the key of most claims, of which nothing is told there.
const NO_REST: u32 = 0;

impl Key {
    /// The key of these words, this shape and these lines, and of what is told of days and people; the rest of it is numbered by
    /// a function.
    #[inline(always)]
    fn new(
        words: u32,
        shape: u32,
        lines: Kinds,
        told: &Told,
        number: impl FnOnce(&Rest) -> Option<u32>,
    ) -> Option<Self> {
        // What is told and is new does not compile until it has its place here.
        let Told {
            claim,
            who,
            said,
            others,
            first,
            second,
        } = *told;
        let Kinds([Kind(a), Kind(b), Kind(c), Kind(d), Kind(e), Kind(f)]) = lines;
        let [other, third, fourth] = others;
        let [high, low] = [who >> 16, who & 0xffff].map(u64::from);
        let of_lines = four([d, e, f, 0]) | low << 48;
        let of_others = four([other, third, fourth, 0]) | high << 48;
        let [high, low] = packed(second);
        let rest = [of_lines, of_others, high, low];
        let rest = if of_lines | of_others | high | low == 0 {
            NO_REST
        } else {
            number(&rest)?
        };
        let [high, low] = packed(first);
        Some(Key([
            u64::from(words) << 32 | u64::from(shape),
            claim,
            four([a, b, c, said]),
            u64::from(rest),
            high,
            low,
        ]))
    }
}

impl Hash for Key {
    /// Two numbers at a time, as most of what a key costs is its hash; three of them together, for they are of few values each.
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        let [numbers, claim, lines, rest, high, low] = self.0;
        let few = numbers.rotate_left(24) ^ rest.rotate_left(48);
        state.write_u128(wide(claim ^ few, lines));
        state.write_u128(wide(high, low));
    }
}

/// Four numbers as one.
#[inline(always)]
fn four([a, b, c, d]: [u16; 4]) -> u64 {
    u64::from(a) | u64::from(b) << 16 | u64::from(c) << 32 | u64::from(d) << 48
}

/// Two numbers as one.
#[inline(always)]
fn wide(high: u64, low: u64) -> u128 {
    u128::from(high) << 64 | u128::from(low)
}

/// What is told of the entries of a block, as it lies in memory.
#[inline(always)]
fn packed(told: [u16; BLOCK]) -> [u64; 2] {
    let bytes = told.map(u16::to_ne_bytes);
    let bytes = bytes.as_flattened();
    let number = |bytes: Option<&[u8; 8]>| bytes.map_or(0, |bytes| u64::from_ne_bytes(*bytes));
    [number(bytes.first_chunk()), number(bytes.last_chunk())]
}

const _: () = assert!(size_of::<[u16; BLOCK]>() == size_of::<[u64; 2]>());

/// A kind of line: the number of its words, and on which side of the limit its amount is.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Kind(u16);

impl Kind {
    /// Of a line that no other is like.
    pub(crate) const NONE: Kind = Kind(0);

    /// The kind of a line by the number of its words, where others are like it.
    #[inline]
    pub(crate) fn new(number: u32, above_limit: Option<bool>) -> Self {
        // Of the first numbers only: a side fits beside them.
        let number = u16::try_from(number).ok().filter(|number| *number < 1 << 14);
        let Some(number) = number.filter(|number| u32::from(*number) != ALONE) else {
            return Kind::NONE;
        };
        let side = match above_limit {
            None => 0,
            Some(false) => 1,
            Some(true) => 2,
        };
        Kind(number << 2 | side)
    }
}

/// The kinds of the lines of a claim, each once and in their own order: no answer to a line depends on the order in which lines
/// come. [`Kind::NONE`] where there is none.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Kinds([Kind; LINES]);

/// The place of each of some lines among the kinds of its claim.
pub(crate) type Places = [u16; LINES];

impl Kinds {
    /// This kind alone; nothing where no other line is like it.
    #[inline]
    pub(crate) fn of_one(kind: Kind) -> Option<Self> {
        let mut kinds = Kinds::default();
        *kinds.0.first_mut().filter(|_| kind != Kind::NONE)? = kind;
        Some(kinds)
    }

    /// Adds the kind of a line, where it is not there. Nothing where no other line is like it, or there are too many kinds.
    #[inline]
    pub(crate) fn add(&mut self, kind: Kind) -> Option<()> {
        let mut moved = kind;
        for slot in self.0.iter_mut().take_while(|_| kind != Kind::NONE) {
            if *slot == moved {
                return Some(());
            }
            if *slot == Kind::NONE || moved < *slot {
                std::mem::swap(slot, &mut moved);
                if moved == Kind::NONE {
                    return Some(());
                }
            }
        }
        None
    }

    /// The place of a kind that was added.
    #[inline]
    pub(crate) fn place(&self, kind: Kind) -> Option<u16> {
        let place = self.0.iter().position(|one| *one == kind)?;
        u16::try_from(place).ok()
    }

    /// The kinds of some lines, each of another kind, and the place of each; nothing where no others are like one of them, or two
    /// are of one kind.
    pub(crate) fn of_each(lines: impl ExactSizeIterator<Item = Kind> + Clone) -> Option<(Self, Places)> {
        let mut kinds = Kinds::default();
        let mut places = Places::default();
        let count = lines.len();
        for kind in lines.clone() {
            kinds.add(kind)?;
        }
        for (place, kind) in places.iter_mut().zip(lines) {
            *place = kinds.place(kind)?;
        }
        let found = kinds.0.iter().filter(|kind| **kind != Kind::NONE).count();
        (found == count).then_some((kinds, places))
    }
}

/// The answer to a line: its class, and whether its day is that of the prescription.
#[derive(Clone, Copy)]
pub(crate) struct LineAnswer {
    pub(crate) class: u32,
    of_prescription: bool,
}

impl LineAnswer {
    /// No answer.
    pub(crate) const NONE: LineAnswer = LineAnswer {
        class: Classes::NONE,
        of_prescription: false,
    };

    /// The class, and the day of a line of a claim of these days.
    pub(crate) fn on(self, days: &ClaimDays) -> (u32, i32) {
        let care = days.care.unix_days();
        let prescribed = days.prescription.map_or(care, Date::unix_days);
        (self.class, self.day(care, prescribed))
    }

    /// Which of the two days is that of the line.
    #[inline]
    pub(crate) const fn day(self, care: i32, prescribed: i32) -> i32 {
        if self.of_prescription { prescribed } else { care }
    }
}

impl Claims {
    fn new(tables: &Tables, forms: usize) -> Self {
        Claims {
            alike: Alike::new(tables),
            words: HashMap::new(),
            lines: HashMap::new(),
            shapes: HashMap::new(),
            rests: HashMap::new(),
            forms: vec![NOT_SEEN; forms],
            known: HashMap::new(),
            lines_known: Vec::new(),
            days: vec![([NO_DAY; 3], None); DAYS as usize],
            snapshots: Vec::new(),
        }
    }

    fn forget(&mut self) {
        self.words.clear();
        self.lines.clear();
        self.shapes.clear();
        self.rests.clear();
        self.forms.fill(NOT_SEEN);
        self.known.clear();
        self.lines_known.clear();
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

    /// The answers to the lines of a claim that is alike one that was answered, and its days.
    #[inline]
    pub(crate) fn recall(
        &mut self,
        rights: &Rights,
        asking: &Asking<'_>,
    ) -> Option<(&[LineAnswer], &ClaimDays)> {
        let (key, slot) = self.find(rights, asking)?;
        Some((self.known(&key)?, self.told(slot)?.days()))
    }

    /// The key of a claim and what is told of its days; nothing where it is like no other.
    pub(crate) fn key(&mut self, rights: &Rights, asking: &Asking<'_>) -> Option<(Key, &ClaimTold)> {
        let (key, slot) = self.find(rights, asking)?;
        Some((key, self.told(slot)?))
    }

    /// The key of a claim, by what is on record of its person and what it says itself, and the slot of what is told of
    /// its days; nothing where it is like no other.
    // Once, so that what it asks for is done in its place.
    #[inline(never)]
    fn find(&mut self, rights: &Rights, asking: &Asking<'_>) -> Option<(Key, usize)> {
        let record = rights.record(asking.person).filter(|_| asking.words != ALONE)?;
        let shape = self.shape(rights, asking.person, record)?;
        let slot = self.slot(&asking.days)?;
        let says_more = asking.stated.is_some_and(|stated| !stated.names_nobody());
        let meant = if record.names || says_more {
            self.meant(rights, asking)?
        } else {
            Meant::BY_ID
        };
        let told = self.alike.told(self.told(slot)?, rights.said(record), &meant)?;
        let rests = &mut self.rests;
        let key = Key::new(asking.words, shape, asking.lines, &told, |rest| {
            number_of_rest(rests, rest)
        });
        Some((key?, slot))
    }

    /// What rules can tell apart of who is meant.
    #[inline(never)]
    fn meant(&mut self, rights: &Rights, asking: &Asking<'_>) -> Option<Meant> {
        rights.people_meant(asking.person, &mut self.snapshots);
        let key = rights.key(asking.person);
        let stated = asking.stated.copied().unwrap_or_default();
        let claim = stated.person("person", Some(key)).ok()?;
        let born = claim.birth_date.and_then(|birth| birth.days());
        Meant::of(&identify(&claim, &self.snapshots), born)
    }

    #[inline]
    fn told(&self, slot: usize) -> Option<&ClaimTold> {
        self.days.get(slot)?.1.as_ref()
    }

    /// The slot of what is told of these days.
    #[inline(always)]
    fn slot(&mut self, raw: &RawDays) -> Option<usize> {
        let bits = |day: i32| u64::from(u32::from_ne_bytes(day.to_ne_bytes()));
        let [care, prescription, as_of] = raw.map(bits);
        let mixed = (care << 32 | prescription) ^ as_of << 16;
        let slot = mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - DAYS.ilog2());
        let slot = usize::try_from(slot).ok()?;
        let kept = self.days.get_mut(slot)?;
        if kept.0 != *raw {
            *kept = (*raw, told_of(&self.alike, raw));
        }
        Some(slot)
    }

    /// The number of the shape of what is on record of a person; nothing where their claims are like no others.
    #[inline]
    fn shape(&mut self, rights: &Rights, person: u32, record: &Record) -> Option<u32> {
        let mut shape = *self.forms.get(usize::try_from(record.form).ok()?)?;
        if shape == NOT_SEEN {
            shape = self.see(rights, person, record.form);
        }
        (shape != ALONE).then_some(shape)
    }

    /// Finds the number of the shape of a form, which is that of what is on record of a person.
    #[cold]
    fn see(&mut self, rights: &Rights, person: u32, form: u32) -> u32 {
        let mut shape = ALONE;
        rights.written(person, &mut self.snapshots);
        if let Some(one) = Shape::of(&self.snapshots) {
            shape = number(&mut self.shapes, &one);
        }
        let seen = usize::try_from(form)
            .ok()
            .and_then(|form| self.forms.get_mut(form));
        if let Some(seen) = seen {
            *seen = shape;
        }
        shape
    }

    /// Reads what the keys of claims on some people need before it is needed: reads that do not depend on one another, so that
    /// their cache misses overlap.
    pub(crate) fn prefetch(rights: &Rights, people: &[Option<u32>]) {
        for person in people.iter().flatten() {
            std::hint::black_box(rights.record(*person).map(|record| record.form));
        }
    }

    /// The answers to the lines of a claim that is alike one that was answered.
    #[inline(always)]
    pub(crate) fn known(&self, key: &Key) -> Option<&[LineAnswer]> {
        let (first, end) = *self.known.get(key)?;
        self.lines_known
            .get(usize::try_from(first).ok()?..usize::try_from(end).ok()?)
    }

    /// Keeps the answer to the claim at hand for those that are alike, by the place of each line among the kinds.
    pub(crate) fn keep(&mut self, key: Key, days: &ClaimDays, places: &Places, answers: &Answers<'_>) {
        let (care, prescribed) = (
            Some(days.care.unix_days()),
            days.prescription.map(|day| day.unix_days()),
        );
        let lines = answers.of_claim();
        let mut kept = [LineAnswer::NONE; LINES];
        for ((class, day), place) in lines.iter().zip(places) {
            let on = Some(*day);
            let Some(slot) = kept.get_mut(usize::from(*place)) else {
                return;
            };
            if on != care && on != prescribed {
                return;
            }
            *slot = LineAnswer {
                class: *class,
                of_prescription: on != care,
            };
        }
        let Some(kept) = kept.get(..lines.len()) else {
            return;
        };
        let first = self.lines_known.len();
        self.lines_known.extend_from_slice(kept);
        let end = self.lines_known.len();
        if let (Ok(first), Ok(end)) = (u32::try_from(first), u32::try_from(end)) {
            self.known.insert(key, (first, end));
        }
    }
}

#[inline(never)]
fn told_of(alike: &Alike, raw: &RawDays) -> Option<ClaimTold> {
    let [care, prescription, as_of] = raw.map(|day| Date::from_unix_days(day).ok());
    alike.told_of_claim(&ClaimDays {
        as_of,
        care: care?,
        prescription,
    })
}

/// The number of the rest of a key; nothing where there are too many, and the claim is like no other.
#[inline(never)]
fn number_of_rest(rests: &mut HashMap<Rest, u32>, rest: &Rest) -> Option<u32> {
    Some(number(rests, rest)).filter(|number| *number != NO_REST)
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

#[cfg(test)]
#[path = "alike_tests.rs"]
mod tests;
