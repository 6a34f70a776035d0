//! What is on record of a person of whom one snapshot speaks, in one cache line: its days, and the number of all else that it
//! says.

use super::Rights;
use super::head::{Head, Lists};
use hashbrown::HashMap;
use std::hash::Hash;
use tierspayant::core::decision::{BLOCK, Block, MOST_ENTRIES, Order};
use tierspayant::core::model::{
    ContractEntry, CoverageCode, Date, ExemptionEntry, Moment, Period, Scheme, Source,
};

/// What is on record of a person.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
pub(crate) struct Record {
    /// The days of the first entries.
    pub(crate) first: Block,
    /// The number of what the snapshot says but for its days, or [`Record::NO_FORM`].
    pub(crate) form: u32,
    /// The day on which its source was asked.
    pub(crate) observed: Option<Date>,
    /// The day of its last update.
    pub(crate) updated: Option<Date>,
    /// The place of the days of the other entries, or [`NO_MORE`].
    more: u32,
}

const _: () = assert!(size_of::<Record>() == 64);

const NO_MORE: u32 = u32::MAX;

impl Record {
    /// The form of a person who is read one by one: of whom several snapshots speak, or of whom something is faulty, or whose
    /// snapshot says something that no other is like.
    pub(crate) const NO_FORM: u32 = u32::MAX;

    const NONE: Record = Record {
        first: Block::NONE,
        form: Record::NO_FORM,
        observed: None,
        updated: None,
        more: NO_MORE,
    };
}

/// The records of everybody, by the number of the person.
#[derive(Default)]
pub(crate) struct Records {
    people: Vec<Record>,
    more: Vec<Block>,
    forms: usize,
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

    /// How many forms there are.
    pub(crate) fn forms(&self) -> usize {
        self.forms
    }

    /// The records of these rights.
    pub(crate) fn of(rights: &Rights) -> Self {
        let mut forms = Forms::default();
        let mut more = Vec::new();
        let people = (0..rights.people.len()).map(|person| {
            let record = u32::try_from(person)
                .ok()
                .and_then(|person| forms.record(rights, person, &mut more));
            record.unwrap_or(Record::NONE)
        });
        Records {
            people: people.collect(),
            more,
            forms: forms.known.len(),
        }
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
}

/// The head, how many entries of each list there are, the entries, and the order of their days.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Form {
    head: u32,
    counts: [u8; 4],
    entries: [u32; MOST_ENTRIES],
    order: Order,
}

impl Forms {
    fn record(&mut self, rights: &Rights, person: u32, more: &mut Vec<Block>) -> Option<Record> {
        let [head] = rights.heads.of(person) else {
            return None;
        };
        let number = u32::try_from(rights.heads.range(person).start).ok()?;
        // A field that a head gets does not compile until it has its place here.
        let Head {
            source,
            observed,
            updated,
            horizon: None,
            scheme,
            stated: None,
            lists,
        } = head
        else {
            return None;
        };
        let none = |list: usize| list == 0;
        let alone = [
            rights.maternity.of(number).len(),
            rights.accidents.of(number).len(),
        ];
        if rights.fault(person).is_some() || !alone.into_iter().all(none) {
            return None;
        }
        let coverage = rights.coverage.of(number);
        let exemptions = rights.exemptions.of(number);
        let codes = rights.codes.of(number);
        let contracts = rights.contracts.of(number);
        let mut counts = [0; 4];
        let lengths = [coverage.len(), exemptions.len(), codes.len(), contracts.len()];
        if lengths.into_iter().sum::<usize>() > MOST_ENTRIES {
            return None;
        }
        for (count, length) in counts.iter_mut().zip(lengths) {
            *count = u8::try_from(length).ok()?;
        }
        let covered = coverage.iter().copied();
        let exempt = exemptions.iter().map(|entry| entry.period);
        let coded = codes.iter().map(|entry| entry.period);
        let contracted = contracts.iter().map(|entry| entry.period);
        let granted = exempt.chain(coded);
        let order = Order::of(covered.clone(), granted.clone(), contracted.clone());
        let periods = covered.chain(granted).chain(contracted);
        let mut entries = [0; MOST_ENTRIES];
        let mut slots = entries.iter_mut();
        let mut add = |number: u32| {
            if let Some(slot) = slots.next() {
                *slot = number;
            }
        };
        let period = Period::ALWAYS;
        for entry in exemptions {
            add(self.exemptions.of(ExemptionEntry { period, ..*entry }));
        }
        for entry in codes {
            add(self.codes.of(CoverageCode { period, ..*entry }));
        }
        for entry in contracts {
            add(self.contracts.of(ContractEntry {
                period,
                ..entry.clone()
            }));
        }
        let head = self.heads.of(HeadWords {
            source: *source,
            observed: observed.is_some(),
            updated: updated.is_some(),
            scheme: *scheme,
            lists: *lists,
        });
        let form = Form {
            head,
            counts,
            entries,
            order,
        };
        let next = u32::try_from(self.known.len())
            .ok()
            .filter(|next| *next != Record::NO_FORM)?;
        let form = *self.known.entry(form).or_insert(next);
        let mut place = NO_MORE;
        let mut rest = periods.clone().skip(BLOCK).peekable();
        if rest.peek().is_some() {
            place = u32::try_from(more.len()).ok().filter(|place| *place != NO_MORE)?;
            more.push(Block::of(rest));
        }
        Some(Record {
            first: Block::of(periods),
            form,
            observed: observed.map(Moment::date),
            updated: *updated,
            more: place,
        })
    }
}

#[cfg(test)]
#[path = "record_tests.rs"]
mod tests;
