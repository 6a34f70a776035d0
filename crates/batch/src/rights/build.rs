//! Building the index: tables in, one after the other, then sorted.

use super::grouped::Grouped;
use super::head::{Head, Lists};
use super::interner::Interner;
use super::record::Records;
use super::{Rights, entries, snapshots};
use crate::column::{Moments, Parsed, Text};
use crate::error::{BatchError, CellFault, Problem, RowError};
use crate::frame::{ColumnFault, Frame, Input, at, next_batch};
use crate::schema::{self, Bound, Extra, TableSpec};
use hashbrown::{HashMap, HashSet};
use tierspayant::core::model::{
    AccidentEntry, Code, ContractEntry, CoverageCode, ExemptionEntry, MaternityEntry, Moment, Period, Source,
};
use tierspayant::format::Fault;

/// How tables of rights are read.
#[derive(Clone, Debug, Default)]
pub struct RightsOptions {
    /// The source of rows that name none.
    pub source: Option<Source>,
    /// The moment at which the source of rows that name none was asked.
    pub observed_at: Option<Moment>,
    /// The lists that were asked for everybody: no row means that there is none.
    pub complete: Lists,
    /// The régimes whose people the complete lists hold, such as `01`; all where there is none. Of a person of another one, no row says nothing.
    pub complete_regimes: Vec<Code<2>>,
    /// What becomes of columns that no rule reads; rights have nothing to keep.
    pub extra: Extra,
    /// Whether moments at midnight are taken as days.
    pub midnights: bool,
}

/// The tables of rights; each may be absent.
#[derive(Default)]
pub struct RightsTables {
    /// Answers of sources.
    pub snapshots: Option<Input>,
    /// Periods of base rights.
    pub coverage: Option<Input>,
    /// Coverage codes.
    pub codes: Option<Input>,
    /// Exemptions.
    pub exemptions: Option<Input>,
    /// Maternity records.
    pub maternity: Option<Input>,
    /// Accidents and occupational diseases.
    pub accidents: Option<Input>,
    /// Complementary contracts.
    pub contracts: Option<Input>,
}

/// Which answer a row belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Spoken {
    Named(u32),
    At(Source, Option<Moment>),
}

pub(super) struct Builder {
    pub(super) options: RightsOptions,
    pub(super) people: Interner,
    pub(super) names: Interner,
    pub(super) known: HashMap<(u32, Spoken), u32>,
    pub(super) heads: Vec<(u32, Head)>,
    pub(super) coverage: Vec<(u32, Period)>,
    pub(super) codes: Vec<(u32, CoverageCode)>,
    pub(super) exemptions: Vec<(u32, ExemptionEntry)>,
    pub(super) maternity: Vec<(u32, MaternityEntry)>,
    pub(super) with_maternity: HashSet<u32>,
    pub(super) accidents: Vec<(u32, AccidentEntry)>,
    pub(super) contracts: Vec<(u32, ContractEntry)>,
    pub(super) faults: HashMap<u32, RowError>,
}

/// The columns that tell which answer of which person a row belongs to.
pub(super) struct KeyColumns<'a> {
    pub(super) person: Text<'a>,
    pub(super) snapshot: Text<'a>,
    pub(super) source: Parsed<'a, Source>,
    pub(super) observed: Moments<'a>,
}

impl<'a> KeyColumns<'a> {
    pub(super) fn new(frame: &'a Frame<'_>) -> Self {
        KeyColumns {
            person: frame.text("person"),
            snapshot: frame.text("snapshot"),
            source: frame.parsed("source"),
            observed: frame.moments("observed_at"),
        }
    }
}

impl Rights {
    /// Reads the tables and indexes them.
    ///
    /// A bad row of a right does not fail here: it fails the lines of its person, with its place.
    pub fn build(tables: RightsTables, options: RightsOptions) -> Result<Self, BatchError> {
        let mut builder = RightsBuilder::new(options);
        let tables = [
            tables.snapshots,
            tables.coverage,
            tables.codes,
            tables.exemptions,
            tables.maternity,
            tables.accidents,
            tables.contracts,
        ];
        for (name, table) in RightsBuilder::TABLES.iter().zip(tables) {
            if let Some(table) = table {
                builder.add(name, table)?;
            }
        }
        builder.finish()
    }
}

/// Rights being indexed, table after table, for tables that cannot be open at the same time.
pub struct RightsBuilder(Builder);

impl RightsBuilder {
    /// The tables, in the order in which they must be added: snapshots are described before they are named.
    pub const TABLES: &'static [&'static str] = &[
        "snapshots",
        "coverage",
        "codes",
        "exemptions",
        "maternity",
        "accidents",
        "contracts",
    ];

    /// No rights yet.
    pub fn new(options: RightsOptions) -> Self {
        RightsBuilder(Builder {
            options,
            people: Interner::default(),
            names: Interner::default(),
            known: HashMap::new(),
            heads: Vec::new(),
            coverage: Vec::new(),
            codes: Vec::new(),
            exemptions: Vec::new(),
            maternity: Vec::new(),
            with_maternity: HashSet::new(),
            accidents: Vec::new(),
            contracts: Vec::new(),
            faults: HashMap::new(),
        })
    }

    /// Reads one of the [`TABLES`](Self::TABLES) to its end.
    pub fn add(&mut self, table: &str, input: Input) -> Result<(), BatchError> {
        let builder = &mut self.0;
        match table {
            "snapshots" => builder.read(&schema::SNAPSHOTS, input, snapshots::read),
            "coverage" => builder.read(&schema::COVERAGE, input, entries::coverage),
            "codes" => builder.read(&schema::CODES, input, entries::codes),
            "exemptions" => builder.read(&schema::EXEMPTIONS, input, entries::exemptions),
            "maternity" => builder.read(&schema::MATERNITY, input, entries::maternity),
            "accidents" => builder.read(&schema::ACCIDENTS, input, entries::accidents),
            "contracts" => builder.read(&schema::CONTRACTS, input, entries::contracts),
            _ => Err(BatchError::new("rights", Problem::NoTable)),
        }
    }

    /// Sorts what was read.
    pub fn finish(self) -> Result<Rights, BatchError> {
        self.0
            .finish()
            .ok_or_else(|| BatchError::new("rights", Problem::TooMany))
    }
}

impl Builder {
    fn read(
        &mut self,
        table: &TableSpec,
        mut input: Input,
        rows: fn(&mut Builder, &Frame<'_>, usize) -> Result<(), BatchError>,
    ) -> Result<(), BatchError> {
        let extra = match self.options.extra {
            Extra::Keep => Extra::Ignore,
            other => other,
        };
        let bound = Bound::new(table, &input.schema(), extra, self.options.midnights)?;
        let mut first = 0_usize;
        while let Some(batch) = next_batch(&mut input, table.name) {
            let batch = batch?;
            rows(self, &Frame::new(table, &bound, &batch), first)?;
            first = first.saturating_add(batch.num_rows());
        }
        Ok(())
    }

    /// The number of the person of a row.
    pub(super) fn person(
        &mut self,
        table: &'static str,
        keys: &KeyColumns<'_>,
        row: usize,
        first: usize,
    ) -> Result<u32, BatchError> {
        let place = || format!("{table}.person");
        let Some(person) = keys.person.get(row).filter(|person| !person.is_empty()) else {
            let row = first.saturating_add(row);
            return Err(BatchError::new(place(), Problem::NoPerson { row }));
        };
        self.people
            .number(person)
            .ok_or_else(|| BatchError::new(place(), Problem::TooMany))
    }

    /// Which answer a row belongs to.
    pub(super) fn spoken(&mut self, keys: &mut KeyColumns<'_>, row: usize) -> Result<Spoken, ColumnFault> {
        if let Some(name) = keys.snapshot.get(row) {
            let number = self.names.number(name);
            return number
                .map(Spoken::Named)
                .ok_or(("snapshot", CellFault::NoSnapshot));
        }
        let (source, observed) = self.said_by(keys, row)?;
        Ok(Spoken::At(source, observed))
    }

    /// Who spoke, and when.
    pub(super) fn said_by(
        &self,
        keys: &mut KeyColumns<'_>,
        row: usize,
    ) -> Result<(Source, Option<Moment>), ColumnFault> {
        let source = at("source", keys.source.get(row))?
            .or(self.options.source)
            .ok_or_else(|| ("source", Fault::Missing.into()))?;
        let observed = at("observed_at", keys.observed.get(row))?.or(self.options.observed_at);
        Ok((source, observed))
    }

    /// The number of the snapshot of a row; one that is not described is made of its source and moment.
    pub(super) fn snapshot(&mut self, person: u32, spoken: Spoken) -> Result<u32, ColumnFault> {
        if let Some(number) = self.known.get(&(person, spoken)) {
            return Ok(*number);
        }
        match spoken {
            Spoken::Named(_) => Err(("snapshot", CellFault::NoSnapshot)),
            Spoken::At(source, observed) => self.add_head(person, spoken, Head::new(source, observed)),
        }
    }

    /// Adds a snapshot.
    pub(super) fn add_head(&mut self, person: u32, spoken: Spoken, head: Head) -> Result<u32, ColumnFault> {
        let number = u32::try_from(self.heads.len()).map_err(|_| ("snapshot", CellFault::NoSnapshot))?;
        self.heads.push((person, head));
        self.known.insert((person, spoken), number);
        Ok(number)
    }

    /// Notes what is wrong with the rights of a person; the first fault is the one that is told.
    pub(super) fn fault(&mut self, person: u32, table: &str, row: usize, (column, fault): ColumnFault) {
        self.faults.entry(person).or_insert_with(|| RowError {
            place: format!("{table}[{row}].{column}").into(),
            fault,
        });
    }

    fn finish(self) -> Option<Rights> {
        let count = self.heads.len();
        // Snapshots are numbered again in the order of their people.
        let mut order: Vec<(u32, u32)> = Vec::with_capacity(count);
        for (number, (person, _)) in self.heads.iter().enumerate() {
            order.push((*person, u32::try_from(number).ok()?));
        }
        order.sort_unstable();
        let mut renumbered = vec![0_u32; count];
        for (new, (_, old)) in order.iter().enumerate() {
            *renumbered.get_mut(usize::try_from(*old).ok()?)? = u32::try_from(new).ok()?;
        }
        let coverage = grouped(&renumbered, self.coverage)?;
        let codes: Grouped<CoverageCode> = grouped(&renumbered, self.codes)?;
        let exemptions: Grouped<ExemptionEntry> = grouped(&renumbered, self.exemptions)?;
        let contracts: Grouped<ContractEntry> = grouped(&renumbered, self.contracts)?;
        let mut rights = Rights {
            heads: Grouped::new(self.people.len(), self.heads)?,
            records: Records::default(),
            coverage,
            codes,
            exemptions,
            maternity: grouped(&renumbered, self.maternity)?,
            accidents: grouped(&renumbered, self.accidents)?,
            contracts,
            people: self.people,
            faults: self.faults,
            nobody: (self.options.source)
                .filter(|_| self.options.complete != Lists::default())
                .map(|source| Head::new(source, self.options.observed_at)),
            complete: self.options.complete,
            complete_regimes: self.options.complete_regimes,
        };
        rights.records = Records::of(&rights);
        Some(rights)
    }
}

fn grouped<T: Clone>(renumbered: &[u32], mut items: Vec<(u32, T)>) -> Option<Grouped<T>> {
    for (owner, _) in &mut items {
        *owner = *renumbered.get(usize::try_from(*owner).ok()?)?;
    }
    Grouped::new(renumbered.len(), items)
}
