//! What is on record of a person, in one cache line: its days, and the number of all else that is said.

use super::Rights;
use super::head::{Head, Lists};
use hashbrown::HashMap;
use std::hash::Hash;
use tierspayant::core::decision::{BLOCK, Block, MOST_ENTRIES, MOST_SNAPSHOTS, Order, Spoken, SpokenDays};
use tierspayant::core::model::{
    ContractEntry, CoverageCode, ExemptionEntry, Moment, Period, PersonId, Scheme, Snapshot, Source,
};

/// What is on record of a person.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
pub(crate) struct Record {
    /// The days of the first entries.
    pub(crate) first: Block,
    /// The number of what the snapshots say but for their days, or [`Record::NO_FORM`].
    pub(crate) form: u32,
    /// The days on which the first source spoke.
    pub(crate) spoken: SpokenDays,
    /// The place of the days of the other entries, or [`NO_MORE`].
    more: u32,
    /// The place of the days on which other sources spoke, or [`NO_MORE`].
    others: u32,
    /// Whether a snapshot says more of who it is about than the key of the tables.
    pub(crate) names: bool,
}

const _: () = assert!(size_of::<Record>() == 64);

const NO_MORE: u32 = u32::MAX;

impl Record {
    /// The form of a person who is read one by one: of whom something is faulty, or is said that nothing else is like.
    pub(crate) const NO_FORM: u32 = u32::MAX;

    const NONE: Record = Record {
        first: Block::NONE,
        form: Record::NO_FORM,
        spoken: SpokenDays {
            observed: None,
            updated: None,
        },
        more: NO_MORE,
        others: NO_MORE,
        names: false,
    };
}

/// The records of everybody, by the number of the person.
#[derive(Default)]
pub(crate) struct Records {
    people: Vec<Record>,
    more: Vec<Block>,
    others: Vec<Others>,
    forms: usize,
}

/// The days on which the sources spoke that stand beside a first one.
#[derive(Clone, Copy, Debug)]
struct Others {
    count: usize,
    days: [SpokenDays; MOST_SNAPSHOTS - 1],
}

impl Records {
    /// The record of a person.
    #[inline]
    pub(crate) fn get(&self, person: u32) -> Option<&Record> {
        self.people.get(usize::try_from(person).ok()?)
    }

    /// The days of the entries that do not stand in the record itself.
    #[inline]
    pub(crate) fn more(&self, record: &Record) -> Option<&Block> {
        if record.more == NO_MORE {
            return None;
        }
        self.more.get(usize::try_from(record.more).ok()?)
    }

    /// The days on which the other sources of a record spoke.
    #[inline]
    pub(crate) fn others(&self, record: &Record) -> &[SpokenDays] {
        if record.others == NO_MORE {
            return &[];
        }
        let others = usize::try_from(record.others).ok();
        let others = others.and_then(|place| self.others.get(place));
        others.map_or(&[], |others| others.days.get(..others.count).unwrap_or_default())
    }

    /// How many forms there are.
    pub(crate) fn forms(&self) -> usize {
        self.forms
    }

    /// The records of these rights.
    pub(crate) fn of(rights: &Rights) -> Self {
        let mut forms = Forms::default();
        let mut records = Records::default();
        let people = (0..rights.people.len()).map(|person| {
            let record = u32::try_from(person)
                .ok()
                .and_then(|person| forms.record(rights, person, &mut records));
            record.unwrap_or(Record::NONE)
        });
        records.people = people.collect();
        records.forms = forms.known.len();
        records
    }

    /// Adds the days on which the sources after the first one spoke; their place.
    fn add_others(&mut self, heads: &[Head]) -> Option<u32> {
        let mut others = Others {
            count: heads.len(),
            days: [SpokenDays::default(); MOST_SNAPSHOTS - 1],
        };
        if heads.len() > others.days.len() {
            return None;
        }
        for (days, head) in others.days.iter_mut().zip(heads) {
            *days = spoken_days(head);
        }
        let place = u32::try_from(self.others.len())
            .ok()
            .filter(|place| *place != NO_MORE)?;
        self.others.push(others);
        Some(place)
    }
}

fn spoken_days(head: &Head) -> SpokenDays {
    SpokenDays {
        observed: head.observed.map(Moment::date),
        updated: head.updated,
    }
}

/// What a snapshot says of itself but for its days.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct HeadWords {
    source: Source,
    observed: bool,
    updated: bool,
    scheme: Scheme,
    lists: Lists,
}

/// Numbers of equal things, from 0 on.
struct Numbers<T> {
    known: HashMap<T, u32>,
    last: Option<(T, u32)>,
}

impl<T> Default for Numbers<T> {
    fn default() -> Self {
        Numbers {
            known: HashMap::new(),
            last: None,
        }
    }
}

impl<T: Hash + Eq + Clone> Numbers<T> {
    fn of(&mut self, one: T) -> u32 {
        if let Some((last, number)) = &self.last
            && *last == one
        {
            return *number;
        }
        let next = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        let number = *self.known.entry(one.clone()).or_insert(next);
        self.last = Some((one, number));
        number
    }
}

/// The forms of snapshots: all that they say but for their days, of which only the order counts.
#[derive(Default)]
struct Forms {
    heads: Numbers<HeadWords>,
    exemptions: Numbers<ExemptionEntry>,
    codes: Numbers<CoverageCode>,
    contracts: Numbers<ContractEntry>,
    known: HashMap<Form, u32>,
    snapshots: Vec<Snapshot>,
}

/// How many heads there are and each of them, how many entries of each of their lists there are, the entries, and the order of
/// all their days.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Form {
    count: usize,
    heads: [u32; MOST_SNAPSHOTS],
    counts: [[u8; 4]; MOST_SNAPSHOTS],
    entries: [u32; MOST_ENTRIES],
    order: Order,
    spoken: Spoken,
}

/// A key of so many bytes is an id without being read as one.
const SHORT_KEY: usize = 64;

/// The days of some entries, at most as many as are compared.
#[derive(Clone, Copy, Default)]
struct Listed {
    days: [Period; MOST_ENTRIES],
    count: usize,
}

impl Listed {
    /// Adds the days of an entry; nothing where there are too many.
    fn add(&mut self, period: Period) -> Option<()> {
        *self.days.get_mut(self.count)? = period;
        self.count += 1;
        Some(())
    }

    fn iter(&self) -> impl ExactSizeIterator<Item = Period> + Clone + '_ {
        self.days.get(..self.count).unwrap_or_default().iter().copied()
    }
}

impl Forms {
    fn record(&mut self, rights: &Rights, person: u32, records: &mut Records) -> Option<Record> {
        let heads = rights.heads.of(person);
        let (first, others) = heads.split_first()?;
        if heads.len() > MOST_SNAPSHOTS || rights.fault(person).is_some() {
            return None;
        }
        let key = rights.people.get(person);
        // A claim on somebody whose key is no id has no answer.
        if key.len() > SHORT_KEY && key.parse::<PersonId>().is_err() {
            return None;
        }
        let numbers = rights.heads.range(person);
        let number = |place: usize| u32::try_from(place).ok();
        let (start, end) = (number(numbers.start)?, number(numbers.end)?);
        let mut form = Form {
            count: heads.len(),
            heads: [0; MOST_SNAPSHOTS],
            counts: [[0; 4]; MOST_SNAPSHOTS],
            entries: [0; MOST_ENTRIES],
            order: Order::default(),
            spoken: Spoken::default(),
        };
        let mut entries = form.entries.iter_mut();
        let mut add = |number: u32| {
            if let Some(slot) = entries.next() {
                *slot = number;
            }
        };
        let mut days = Listed::default();
        let (mut covered, mut granted, mut insured) = (days, days, days);
        let period = Period::ALWAYS;
        let slots = form.heads.iter_mut().zip(&mut form.counts);
        for ((head, number), (slot, counts)) in heads.iter().zip(start..end).zip(slots) {
            *slot = self.head(head)?;
            if !rights.maternity.of(number).is_empty() || !rights.accidents.of(number).is_empty() {
                return None;
            }
            let coverage = rights.coverage.of(number);
            let exemptions = rights.exemptions.of(number);
            let codes = rights.codes.of(number);
            let contracts = rights.contracts.of(number);
            let lengths = [coverage.len(), exemptions.len(), codes.len(), contracts.len()];
            for (count, length) in counts.iter_mut().zip(lengths) {
                *count = u8::try_from(length).ok()?;
            }
            for entry in coverage {
                days.add(*entry)?;
                covered.add(*entry)?;
            }
            for entry in exemptions {
                days.add(entry.period)?;
                granted.add(entry.period)?;
                add(self.exemptions.of(ExemptionEntry { period, ..*entry }));
            }
            for entry in codes {
                days.add(entry.period)?;
                granted.add(entry.period)?;
                add(self.codes.of(CoverageCode { period, ..*entry }));
            }
            for entry in contracts {
                days.add(entry.period)?;
                insured.add(entry.period)?;
                add(self.contracts.of(ContractEntry {
                    period,
                    ..entry.clone()
                }));
            }
        }
        form.order = Order::of(covered.iter(), granted.iter(), insured.iter());
        let mut record = Record {
            first: Block::of(days.iter()),
            spoken: spoken_days(first),
            names: heads.iter().any(|head| head.stated.is_some()),
            ..Record::NONE
        };
        if !others.is_empty() {
            rights.written(person, &mut self.snapshots);
            form.spoken = Spoken::of(&self.snapshots)?;
            record.others = records.add_others(others)?;
        }
        let next = u32::try_from(self.known.len())
            .ok()
            .filter(|next| *next != Record::NO_FORM)?;
        record.form = *self.known.entry(form).or_insert(next);
        let rest = days.iter().skip(BLOCK);
        if rest.len() > 0 {
            let place = u32::try_from(records.more.len()).ok();
            record.more = place.filter(|place| *place != NO_MORE)?;
            records.more.push(Block::of(rest));
        }
        Some(record)
    }

    /// The number of what a snapshot says of itself but for its days; nothing where it says more than claims that are alike rest on.
    fn head(&mut self, head: &Head) -> Option<u32> {
        // A field that a head gets does not compile until it has its place here.
        let Head {
            source,
            observed,
            updated,
            horizon: None,
            scheme,
            // Compared with the claim.
            stated: _,
            lists,
        } = head
        else {
            return None;
        };
        Some(self.heads.of(HeadWords {
            source: *source,
            observed: observed.is_some(),
            updated: updated.is_some(),
            scheme: *scheme,
            lists: *lists,
        }))
    }
}

#[cfg(test)]
#[path = "record_tests.rs"]
mod tests;
