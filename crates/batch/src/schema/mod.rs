//! The tables and their columns, and how those of a schema are found.

#[rustfmt::skip]
mod tables;

use crate::error::{BatchError, Problem};
use arrow_schema::{DataType, Schema};
pub use tables::{ACCIDENTS, CODES, CONTRACTS, COVERAGE, EXEMPTIONS, LINES, MATERNITY, REJECTS, SNAPSHOTS};
pub use tierspayant::format::describe::Cells as Kind;

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
    /// The record of the document that has the field; empty for a key.
    pub record: &'static str,
    /// The way from the record to the field.
    pub path: &'static [&'static str],
}

impl ColumnSpec {
    const fn new(
        name: &'static str,
        kind: Kind,
        required: bool,
        record: &'static str,
        path: &'static [&'static str],
    ) -> Self {
        ColumnSpec {
            name,
            kind,
            required,
            record,
            path,
        }
    }
}

fn accepts(kind: Kind, found: &DataType, midnights: bool) -> bool {
    if *found == DataType::Null {
        return true;
    }
    match kind {
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

fn hint(kind: Kind, found: &DataType) -> &'static str {
    match (kind, found) {
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
            if !accepts(column.kind, found, midnights) {
                let problem = Problem::ColumnType {
                    expected: column.kind.expected(),
                    found: found.to_string().into(),
                    hint: hint(column.kind, found),
                };
                return Err(BatchError::new(place(column.name), problem));
            }
            *slot = Some(index);
        }
        if extra == Extra::Refuse
            && let Some(error) = refused(table, &unknown)
        {
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

/// Every table of the check, the lines first, then the snapshots, then what they say.
pub const TABLES: &[TableSpec] = &[
    LINES, SNAPSHOTS, COVERAGE, CODES, EXEMPTIONS, MATERNITY, ACCIDENTS, CONTRACTS,
];
