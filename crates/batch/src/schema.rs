//! The tables and their columns: one list for binding, for messages and for the documentation.

use crate::error::{BatchError, Problem};
use arrow_schema::{DataType, Schema};

/// A table: its name and its columns.
#[derive(Clone, Copy, Debug)]
pub struct TableSpec {
    /// The name, as in places and options.
    pub name: &'static str,
    /// The columns, in the order of the documentation.
    pub columns: &'static [ColumnSpec],
}

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct ColumnSpec {
    /// The name.
    pub name: &'static str,
    /// What its cells hold.
    pub kind: Kind,
    /// Whether the table must have it.
    pub required: bool,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A key: text, or whole numbers.
    Key,
    /// A code or a word: text, because leading zeros matter.
    Text,
    /// A day.
    Day,
    /// The moment at which a source spoke.
    Moment,
    /// Yes or no.
    Flag,
    /// A whole number from zero on.
    Count,
    /// Several words.
    Words,
}

impl Kind {
    /// What a column of this kind may hold, in words.
    pub const fn expected(self) -> &'static str {
        match self {
            Kind::Key => "text or whole numbers",
            Kind::Text => "text",
            Kind::Day => "dates, int32 YYYYMMDD, or text YYYY-MM-DD",
            Kind::Moment => "text YYYY-MM-DDTHH:MM:SS, moments without a time zone, or dates",
            Kind::Flag => "booleans",
            Kind::Count => "whole numbers",
            Kind::Words => "lists of text, or text with blanks between the words",
        }
    }

    fn accepts(self, found: &DataType, midnights: bool) -> bool {
        if *found == DataType::Null {
            return true;
        }
        match self {
            Kind::Key => is_text(found) || found.is_integer(),
            Kind::Text => is_text(found),
            Kind::Day => match found {
                DataType::Date32 | DataType::Date64 | DataType::Int32 | DataType::Int64 => true,
                DataType::Timestamp(_, None) => midnights,
                other => is_text(other),
            },
            Kind::Moment => match found {
                DataType::Timestamp(_, None) | DataType::Date32 | DataType::Date64 => true,
                other => is_text(other),
            },
            Kind::Flag => *found == DataType::Boolean,
            Kind::Count => found.is_integer(),
            Kind::Words => match found {
                DataType::List(item) | DataType::LargeList(item) => {
                    is_text(item.data_type()) || *item.data_type() == DataType::Null
                }
                other => is_text(other),
            },
        }
    }

    fn hint(self, found: &DataType) -> &'static str {
        match (self, found) {
            (Kind::Text, one) if one.is_integer() => "; codes are text, because leading zeros matter",
            (Kind::Day, DataType::Timestamp(_, None)) => {
                "; a moment is no day: convert it, or ask that midnights be taken as days"
            }
            (Kind::Day | Kind::Moment, DataType::Timestamp(_, Some(_))) => {
                "; convert it to the local time zone that you mean, without a zone"
            }
            _ => "",
        }
    }
}

fn is_text(found: &DataType) -> bool {
    match found {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
        DataType::Dictionary(_, values) => is_text(values),
        _ => false,
    }
}

/// What becomes of the columns of the lines that no rule reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extra {
    /// They are refused: a misspelt name must not change an answer in silence.
    #[default]
    Refuse,
    /// They are passed over.
    Ignore,
    /// Every column of the lines is kept before those of the answer.
    Keep,
}

/// The places of the columns of a table in a schema.
#[derive(Clone, Debug)]
pub(crate) struct Bound {
    places: Vec<Option<usize>>,
}

/// The name of a column is shown only as far as it looks like one.
fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(60).collect()
}

/// How much alike two names must be for one to be meant by the other.
const ALIKE: f64 = 0.75;

/// `, did you mean …?` where a column of the table is near a name.
fn near(table: &TableSpec, name: &str) -> String {
    let folded = name.to_lowercase().replace([' ', '-', '.'], "_");
    let alike = |one: &ColumnSpec| strsim::normalized_damerau_levenshtein(&folded, one.name);
    let nearest = table
        .columns
        .iter()
        .max_by(|one, two| alike(one).total_cmp(&alike(two)));
    match nearest.filter(|one| alike(one) >= ALIKE) {
        Some(one) => format!(", did you mean {}?", one.name),
        None => String::new(),
    }
}

/// All unknown columns in one error.
fn refused(table: &TableSpec, unknown: &[String]) -> Option<BatchError> {
    let (first, others) = unknown.split_first()?;
    let known: Vec<&str> = table.columns.iter().map(|one| one.name).collect();
    let others: Vec<String> = others
        .iter()
        .map(|name| format!("{name}{}", near(table, name)))
        .collect();
    let problem = Problem::UnknownColumn {
        near: near(table, first).into(),
        others: if others.is_empty() {
            "".into()
        } else {
            format!("; also unknown: {}", others.join("; ")).into()
        },
        known: known.join(", ").into(),
    };
    Some(BatchError::new(format_args!("{}.{first}", table.name), problem))
}

impl TableSpec {
    /// Refuses unknown names among those of a table, before anything of it is read.
    ///
    /// # Errors
    ///
    /// Where there is one: all of them, each with the nearest column.
    pub fn check_names<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Result<(), BatchError> {
        let known = |name: &&str| !self.columns.iter().any(|one| one.name == *name);
        let unknown: Vec<String> = names.into_iter().filter(known).map(shown).collect();
        refused(self, &unknown).map_or(Ok(()), Err)
    }
}

impl Bound {
    /// Finds the columns of a table, and refuses what cannot be read.
    pub(crate) fn new(
        table: &TableSpec,
        schema: &Schema,
        extra: Extra,
        midnights: bool,
    ) -> Result<Self, BatchError> {
        let place = |column: &str| format!("{}.{column}", table.name);
        let mut places = vec![None; table.columns.len()];
        let mut unknown: Vec<String> = Vec::new();
        for (index, field) in schema.fields().iter().enumerate() {
            let known = table.columns.iter().position(|one| one.name == field.name());
            let slot = known.and_then(|known| Some((table.columns.get(known)?, places.get_mut(known)?)));
            let Some((column, slot)) = slot else {
                unknown.push(shown(field.name()));
                continue;
            };
            if slot.is_some() {
                return Err(BatchError::new(place(column.name), Problem::DuplicateColumn));
            }
            let found = field.data_type();
            if !column.kind.accepts(found, midnights) {
                let problem = Problem::ColumnType {
                    expected: column.kind.expected(),
                    found: found.to_string().into(),
                    hint: column.kind.hint(found),
                };
                return Err(BatchError::new(place(column.name), problem));
            }
            *slot = Some(index);
        }
        if let Some(error) = refused(table, &unknown).filter(|_| extra == Extra::Refuse) {
            return Err(error);
        }
        for (column, place_of) in table.columns.iter().zip(&places) {
            if column.required && place_of.is_none() {
                return Err(BatchError::new(place(column.name), Problem::MissingColumn));
            }
        }
        Ok(Bound { places })
    }

    /// Where a column is.
    pub(crate) fn index(&self, table: &TableSpec, name: &str) -> Option<usize> {
        let known = table.columns.iter().position(|one| one.name == name)?;
        self.places.get(known).copied().flatten()
    }
}

macro_rules! table {
    ($(#[$meta:meta])* $constant:ident = $name:literal { $($column:literal: $kind:ident $(($required:ident))?),+ $(,)? }) => {
        $(#[$meta])*
        pub const $constant: TableSpec = TableSpec {
            name: $name,
            columns: &[$(ColumnSpec {
                name: $column,
                kind: Kind::$kind,
                required: table!(@required $($required)?),
            }),+],
        };
    };
    (@required required) => { true };
    (@required) => { false };
}

table! {
    /// One row per line of a claim; the rows of a claim stand together.
    LINES = "lines" {
        "claim_id": Key,
        "line_id": Key,
        "person": Key(required),
        "person_id": Key,
        "birth_date": Text,
        "birth_rank": Count,
        "nir": Text,
        "setting": Text,
        "as_of": Day,
        "care_date": Day(required),
        "prescription_date": Day,
        "transmission_date": Day,
        "regime": Text,
        "fund": Text,
        "centre": Text,
        "card": Text,
        "nature": Key,
        "accident_number": Text,
        "accident_date": Day,
        "contract_number": Text,
        "contract_type": Text,
        "contract_service": Text,
        "contract_indicator": Text,
        "contract_start": Day,
        "contract_end": Day,
        "third_party": Words,
        "category": Text,
        "exemption": Key,
        "relation": Text,
        "origin": Text,
        "amount_cents": Count,
        "traits": Words,
        "prescriber_standing": Text,
        "mode": Text,
        "paid_instead": Text,
        "other_regime": Text,
        "other_fund": Text,
        "other_centre": Text,
        "document": Text,
        "voucher": Text,
        "prior_agreement": Text,
        "prior_agreement_requested_on": Day,
        "line_prescription": Text,
        "line_prescription_date": Day,
        "transport_urgent": Flag,
        "transport_ground": Text,
        "proof": Text,
    }
}

table! {
    /// One row per answer of a source about a person; not needed where the other tables say it all.
    SNAPSHOTS = "snapshots" {
        "person": Key(required),
        "snapshot": Key,
        "source": Text,
        "observed_at": Moment,
        "updated_on": Day,
        "horizon_from": Day,
        "horizon_to": Day,
        "person_id": Key,
        "birth_date": Text,
        "birth_rank": Count,
        "nir": Text,
        "regime": Text,
        "fund": Text,
        "centre": Text,
        "lists": Words,
    }
}

table! {
    /// Periods of base rights (AMO).
    COVERAGE = "coverage" {
        "person": Key(required),
        "snapshot": Key,
        "source": Text,
        "observed_at": Moment,
        "start": Day,
        "end": Day,
    }
}

table! {
    /// Coverage codes by period: ALD digit and situation.
    CODES = "codes" {
        "person": Key(required),
        "snapshot": Key,
        "source": Text,
        "observed_at": Moment,
        "start": Day,
        "end": Day,
        "ald": Key,
        "situation": Text,
    }
}

table! {
    /// Exemptions on record.
    EXEMPTIONS = "exemptions" {
        "person": Key(required),
        "snapshot": Key,
        "source": Text,
        "observed_at": Moment,
        "start": Day,
        "end": Day,
        "vocabulary": Text(required),
        "code": Text(required),
        "status": Text,
    }
}

table! {
    /// Maternity records, one per snapshot.
    MATERNITY = "maternity" {
        "person": Key(required),
        "snapshot": Key,
        "source": Text,
        "observed_at": Moment,
        "start": Day,
        "end": Day,
        "presumed_start": Day,
        "presumed_delivery": Day,
        "delivery": Day,
        "status": Text,
    }
}

table! {
    /// Accidents and occupational diseases on record.
    ACCIDENTS = "accidents" {
        "person": Key(required),
        "snapshot": Key,
        "source": Text,
        "observed_at": Moment,
        "start": Day,
        "end": Day,
        "number": Text,
        "date": Day,
        "status": Text,
    }
}

table! {
    /// Complementary contracts on record.
    CONTRACTS = "contracts" {
        "person": Key(required),
        "snapshot": Key,
        "source": Text,
        "observed_at": Moment,
        "start": Day,
        "end": Day,
        "number": Text,
        "type": Text,
        "service": Text,
        "indicator": Text,
        "participation": Flag,
        "status": Text,
        "end_reason": Text,
        "rights": Words,
    }
}

table! {
    /// Rejects that came back, to be triaged with the lines of their claims.
    REJECTS = "rejects" {
        "claim_id": Key(required),
        "line_id": Key,
        "key": Text,
        "label": Text,
        "share": Text,
        "state": Text,
        "returned_on": Day,
        "amount_cents": Count,
    }
}

/// Every table of the check, the lines first, then the snapshots, then what they say.
pub const TABLES: &[TableSpec] = &[
    LINES, SNAPSHOTS, COVERAGE, CODES, EXEMPTIONS, MATERNITY, ACCIDENTS, CONTRACTS,
];
