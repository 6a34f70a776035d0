//! One row of the lines: what it says of its claim, and its line.

use super::plain::{FEW, Plain};
use super::words::{ClaimWords, PerProfile, claim_words, kept, line_words};
use crate::alike::{Kind, NO_DAY};
use crate::column::{Counts, Id, Ids, Known, ReadDays, Text};
use crate::frame::{ColumnFault, Frame, at};
use crate::person::{PersonColumns, Stated};
use std::ops::Range;
use std::rc::Rc;
use tierspayant::core::decision::ClaimDays;
use tierspayant::core::model::{ClaimAccident, ClaimContract, Date, Period};
use tierspayant::core::question::{AskedContract, AskedLine, Question, silence};
use tierspayant::core::tables::Tables;
use tierspayant::format::Fault;

/// What every row of a claim says alike.
#[derive(Clone, Copy)]
pub(crate) struct ClaimFields<'a> {
    /// The key that joins the tables.
    pub(crate) person: Option<&'a str>,
    /// What the claim states of the person.
    pub(crate) stated: Stated<'a>,
    days: DaysOfClaim,
    profile: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct DaysOfClaim {
    as_of: Option<Date>,
    care: Date,
    prescription: Option<Date>,
    transmission: Option<Date>,
    accident: Option<Date>,
    contract: Period,
}

impl ClaimFields<'_> {
    /// The column in which a row differs from the first one of its claim; the id of the claim where it is one of its words.
    pub(crate) fn differs_in(&self, other: &ClaimFields<'_>) -> &'static str {
        let (one, two) = (&self.days, &other.days);
        let columns = [
            (
                "person",
                self.person != other.person || self.stated.id != other.stated.id,
            ),
            ("birth_date", self.stated.birth_date != other.stated.birth_date),
            ("birth_rank", self.stated.birth_rank != other.stated.birth_rank),
            ("nir", self.stated.nir != other.stated.nir),
            ("as_of", one.as_of != two.as_of),
            ("care_date", one.care != two.care),
            ("prescription_date", one.prescription != two.prescription),
            ("transmission_date", one.transmission != two.transmission),
            ("accident_date", one.accident != two.accident),
            ("contract_start", one.contract != two.contract),
        ];
        let found = columns.iter().find(|(_, differs)| *differs);
        found.map_or("claim_id", |(name, _)| name)
    }
}

/// The columns of one batch of lines.
pub(crate) struct Rows<'a> {
    as_of: Option<Date>,
    person: Text<'a>,
    /// The numbers of people that were looked up.
    known: Known<u32>,
    says_id: bool,
    /// Whether rows say more of the person than the key of the tables.
    says_more: bool,
    birth_date: Text<'a>,
    birth_rank: Counts<'a>,
    nir: Text<'a>,
    stated: PersonColumns<'a>,
    asked_on: ReadDays<'a>,
    care: ReadDays<'a>,
    prescription: ReadDays<'a>,
    transmission: ReadDays<'a>,
    accident: ReadDays<'a>,
    contract_start: ReadDays<'a>,
    contract_end: ReadDays<'a>,
    of_claim: PerProfile<ClaimWords>,
    of_line: PerProfile<AskedLine>,
    line_id: Ids<'a>,
    amount: Counts<'a>,
    /// The rows that may say of their claim another thing than the row before; 0 for those that are known to say the same.
    differs: Rc<Vec<u32>>,
    /// Whether rows say no more of their claims than claims that may be alike do, and all their days could be read.
    plain: bool,
}

impl<'a> Rows<'a> {
    /// The columns of a batch in which these rows begin a claim.
    pub(crate) fn new(
        tables: &'a Tables,
        frame: &'a Frame<'_>,
        starts: &[usize],
        as_of: Option<Date>,
    ) -> Self {
        let says = |name: &str| frame.column(name).is_some();
        let days = |name: &str| ReadDays::new(frame.days(name), frame.rows());
        let person = frame.text("person");
        let mut rows = Rows {
            as_of,
            differs: Rc::default(),
            plain: false,
            known: Known::new(&person, starts.len()),
            person,
            says_id: says("person_id"),
            says_more: ["person_id", "birth_date", "birth_rank", "nir"]
                .into_iter()
                .any(says),
            birth_date: frame.text("birth_date"),
            birth_rank: Counts::new(frame.column("birth_rank")),
            nir: frame.text("nir"),
            stated: PersonColumns::new(frame, "person_id", Counts::new(frame.column("birth_rank"))),
            asked_on: days("as_of"),
            care: days("care_date"),
            prescription: days("prescription_date"),
            transmission: days("transmission_date"),
            accident: days("accident_date"),
            contract_start: days("contract_start"),
            contract_end: days("contract_end"),
            of_claim: claim_words(tables, frame),
            of_line: line_words(tables, frame),
            line_id: frame.ids("line_id"),
            amount: Counts::new(frame.column("amount_cents")),
        };
        rows.plain = rows.are_plain();
        rows.differs = Rc::new(rows.differing(starts));
        rows
    }

    fn are_plain(&self) -> bool {
        let read = [&self.asked_on, &self.care, &self.prescription];
        let others = [
            &self.transmission,
            &self.accident,
            &self.contract_start,
            &self.contract_end,
        ];
        self.id_is_key() && read.into_iter().all(ReadDays::all_read) && others.into_iter().all(ReadDays::none)
    }

    /// The rows that may say of their claim another thing than the row before, where these begin one.
    fn differing(&self, starts: &[usize]) -> Vec<u32> {
        let keys = self.of_claim.keys();
        if self.says_id {
            return vec![1; keys.len()];
        }
        let mut rows = Vec::with_capacity(keys.len());
        rows.extend(keys.first().map(|_| 1));
        rows.extend(keys.iter().zip(keys.iter().skip(1)).map(|(one, next)| one ^ next));
        // What is before the first row of a claim is of another one, and need not be compared.
        for start in starts {
            if let Some(differs) = rows.get_mut(*start) {
                *differs = 1;
            }
        }
        let days = [
            &self.asked_on,
            &self.care,
            &self.prescription,
            &self.transmission,
            &self.accident,
            &self.contract_start,
            &self.contract_end,
        ];
        for column in days {
            column.differs(&mut rows);
        }
        self.person.differs(&mut rows);
        if self.says_more {
            self.birth_date.differs(&mut rows);
            self.nir.differs(&mut rows);
            for (row, differs) in rows.iter_mut().enumerate().skip(1) {
                let same = self.birth_rank.get(row) == self.birth_rank.get(row.saturating_sub(1));
                *differs |= u32::from(!same);
            }
        }
        rows
    }

    /// Whether a row is known to say of its claim what the row before says.
    #[inline]
    pub(crate) fn repeats(&self, row: usize) -> bool {
        self.differs.get(row) == Some(&0)
    }

    /// Whether claims say who is meant by nothing but the key of the tables.
    pub(crate) const fn id_is_key(&self) -> bool {
        !self.says_id
    }

    /// Gives what is found by the keys of the people of some rows to a function.
    pub(crate) fn people(
        &mut self,
        rows: &[usize],
        find: impl Fn(&'a str) -> Option<u32>,
        found: impl FnMut(Option<u32>),
    ) {
        self.person.find(rows, &mut self.known, find, found);
    }

    /// Whether some row says more of the person than the key of the tables.
    pub(crate) const fn says_more(&self) -> bool {
        self.says_more
    }

    /// What a row says of the person; nothing where it cannot be read.
    pub(crate) fn stated(&mut self, row: usize) -> Option<Stated<'a>> {
        self.stated.stated(row).ok()
    }

    /// What a row says of its claim.
    #[inline]
    pub(crate) fn claim(&mut self, row: usize) -> Result<ClaimFields<'a>, ColumnFault> {
        let profile = self.of_claim.profile(row);
        self.of_claim.get(profile)?;
        let person = self.person.get(row);
        let mut stated = if self.says_more {
            self.stated.stated(row)?
        } else {
            Stated::default()
        };
        if !self.says_id {
            stated.id = person;
        }
        Ok(ClaimFields {
            person,
            stated,
            days: self.days(row)?,
            profile,
        })
    }

    #[inline]
    fn days(&mut self, row: usize) -> Result<DaysOfClaim, ColumnFault> {
        let contract = Period::new(
            at("contract_start", self.contract_start.get(row))?,
            at("contract_end", self.contract_end.get(row))?,
        );
        Ok(DaysOfClaim {
            as_of: at("as_of", self.asked_on.get(row))?.or(self.as_of),
            care: at("care_date", self.care.get(row))?.ok_or_else(|| ("care_date", Fault::Missing.into()))?,
            prescription: at("prescription_date", self.prescription.get(row))?,
            transmission: at("transmission_date", self.transmission.get(row))?,
            accident: at("accident_date", self.accident.get(row))?,
            contract: at("contract_end", contract.map_err(Fault::from))?,
        })
    }

    /// Whether two rows say the same of their claim.
    #[inline]
    pub(crate) fn agree(&self, one: &ClaimFields<'_>, other: &ClaimFields<'_>) -> bool {
        let words = |fields: &ClaimFields<'_>| self.of_claim.get(fields.profile).ok();
        one.days == other.days
            && one.person == other.person
            && (!self.says_more || one.stated == other.stated)
            && (one.profile == other.profile || words(one) == words(other))
    }

    /// What the words of each profile of claims say, nothing where they cannot be read.
    pub(crate) fn words_of_claims(&self) -> impl Iterator<Item = Option<&ClaimWords>> {
        self.of_claim.each()
    }

    /// What each profile of lines says, nothing where it cannot be read.
    pub(crate) fn words_of_lines(&self) -> impl Iterator<Item = Option<&AskedLine>> {
        self.of_line.each()
    }

    /// The days of a claim that says no other id of the person than the key of the tables, and names no days but those that
    /// others may be alike by; with the profile of its words.
    pub(crate) fn plain_days(&self, claim: &ClaimFields<'_>) -> Option<(ClaimDays, u32)> {
        let DaysOfClaim {
            as_of,
            care,
            prescription,
            transmission: None,
            accident: None,
            contract: Period::ALWAYS,
        } = claim.days
        else {
            return None;
        };
        let days = ClaimDays {
            as_of,
            care,
            prescription,
        };
        self.id_is_key().then_some((days, claim.profile))
    }

    /// The columns of claims that may be alike, where no row of the batch says more than they do.
    pub(crate) fn plain(
        &self,
        words: impl Fn(u32) -> u32,
        lines: impl Fn(u32) -> u32,
        limit: u64,
    ) -> Option<Plain<'a>> {
        let as_of = self.as_of.map_or(NO_DAY, Date::unix_days);
        self.plain.then(|| Plain {
            kinds: self.kinds(lines, limit),
            differs: Rc::clone(&self.differs),
            keys: Rc::clone(self.of_claim.keys()),
            words: self.of_claim.by_key(words),
            ids: self.line_id.all_numbers(),
            care: self.care.raw(NO_DAY),
            prescription: self.prescription.raw(NO_DAY),
            asked_on: self.asked_on.raw(as_of),
            as_of,
        })
    }

    /// The kind of the line of each row, by the numbers of the words of their profiles and the limit that amounts are compared
    /// with; [`Kind::NONE`] where the line cannot be read or no other is like it.
    fn kinds(&self, numbers: impl Fn(u32) -> u32, limit: u64) -> Vec<Kind> {
        let words = self.of_line.by_key(numbers);
        let keys = self.of_line.keys().iter();
        // Of each key, without an amount, and on either side of the limit.
        let sides = words
            .iter()
            .map(|word| [None, Some(false), Some(true)].map(|side| Kind::new(*word, side)));
        let sides: Vec<[Kind; 3]> = sides.collect();
        let of_key = |key: &u32| {
            let sides = usize::try_from(*key).ok().and_then(|key| sides.get(key));
            sides.copied().unwrap_or([Kind::NONE; 3])
        };
        if let (Some(amounts), Ok(limit)) = (self.amount.all(), i64::try_from(limit)) {
            let kind = |(key, amount): (&u32, &i64)| {
                let [_, below, above] = of_key(key);
                let kind = if *amount > limit { above } else { below };
                if *amount < 0 { Kind::NONE } else { kind }
            };
            return keys.zip(amounts).map(kind).collect();
        }
        let kind = |(row, key)| {
            let [none, below, above] = of_key(key);
            match self.amount.get(row) {
                Ok(None) => none,
                Ok(Some(amount)) => {
                    if amount > limit {
                        above
                    } else {
                        below
                    }
                }
                Err(_) => Kind::NONE,
            }
        };
        keys.enumerate().map(kind).collect()
    }

    /// Whether the ids of the lines of the few rows of a claim can all be read and are all different.
    pub(crate) fn ids_differ(&self, rows: Range<usize>) -> bool {
        let mut ids = [const { None }; FEW];
        for (place, row) in rows.enumerate() {
            let Ok(id) = self.line_id(row) else {
                return false;
            };
            // A line without an id has that of its place, from 1 on.
            let id = id.or_else(|| i64::try_from(place + 1).ok().map(Id::Number));
            let (before, after) = ids.split_at_mut(place.min(FEW));
            let Some(slot) = after.first_mut().filter(|_| !before.contains(&id)) else {
                return false;
            };
            *slot = id;
        }
        true
    }

    /// Writes what a claim says over a question, but for its lines.
    pub(crate) fn ask(&self, claim: &ClaimFields<'_>, question: &mut Question) -> Result<(), ColumnFault> {
        let (words, days) = (self.of_claim.get(claim.profile)?, &claim.days);
        let carried = AskedContract {
            raw: ClaimContract {
                period: days.contract,
                ..words.contract.raw
            },
            ..words.contract
        };
        let carried = Some(carried).filter(|one| one.raw != ClaimContract::default());
        let named = ClaimAccident {
            number: words.accident_number,
            date: days.accident,
        };
        // A field that the question gets does not compile until rows fill it, from words that make claims alike or from days.
        let Question {
            as_of,
            care_date,
            prescription_date,
            transmission_date,
            card,
            facts,
            nature,
            accident,
            contract,
            third_party,
            setting,
            setting_said,
            scheme,
            born,
            lines: _,
        } = question;
        *as_of = days.as_of;
        *care_date = days.care;
        *prescription_date = days.prescription;
        *transmission_date = silence::transmission_date(days.transmission, days.as_of);
        *card = silence::card(words.card, words.facts.mode);
        *facts = words.facts;
        *nature = words.nature;
        *accident = Some(named).filter(|one| *one != ClaimAccident::default());
        *contract = carried;
        *third_party = silence::third_party(words.shares, carried.is_some());
        *setting = silence::setting(words.setting);
        *setting_said = words.setting.is_some();
        *scheme = words.scheme;
        *born = claim.stated.birth_date.and_then(|birth| birth.days());
        Ok(())
    }

    /// The id of the line of a row, where there is one.
    #[inline]
    pub(crate) fn line_id(&self, row: usize) -> Result<Option<Id<'a>>, ColumnFault> {
        match self.line_id.get(row) {
            Some(Id::Text(text)) => Ok(kept("line_id", Some(text))?.map(Id::Text)),
            id => Ok(id),
        }
    }

    /// The profile of the line of a row, and its amount.
    #[inline]
    pub(crate) fn line(&self, row: usize) -> Result<(u32, Option<u64>), ColumnFault> {
        let profile = self.of_line.profile(row);
        self.of_line.get(profile)?;
        Ok((profile, at("amount_cents", self.amount.get(row))?))
    }

    /// The line of a profile, without amount and rank.
    pub(crate) fn asked(&self, profile: u32) -> Result<&AskedLine, ColumnFault> {
        self.of_line.get(profile)
    }
}
