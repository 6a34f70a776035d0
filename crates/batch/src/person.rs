//! The columns that say who is meant.

use crate::column::{Counts, Parsed, Text};
use crate::frame::{ColumnFault, Frame, at};
use tierspayant::core::model::{BirthDate, BirthRank, Nir, Person};
use tierspayant::format::Fault;

/// The columns that say who is meant.
pub(crate) struct PersonColumns<'a> {
    id_name: &'static str,
    id: Text<'a>,
    birth_date: Parsed<'a, BirthDate>,
    birth_rank: Counts<'a>,
    nir: Parsed<'a, Nir>,
}

/// What a row says of a person besides the id, small enough to be compared on every row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stated<'a> {
    pub(crate) id: Option<&'a str>,
    pub(crate) birth_date: Option<BirthDate>,
    pub(crate) birth_rank: Option<BirthRank>,
    pub(crate) nir: Option<Nir>,
}

impl<'a> PersonColumns<'a> {
    pub(crate) fn new(frame: &'a Frame<'_>, id_name: &'static str, birth_rank: Counts<'a>) -> Self {
        PersonColumns {
            id_name,
            id: frame.text(id_name),
            birth_date: frame.parsed("birth_date"),
            birth_rank,
            nir: frame.parsed("nir"),
        }
    }

    /// What a row says.
    #[inline]
    pub(crate) fn stated(&mut self, row: usize) -> Result<Stated<'a>, ColumnFault> {
        let birth_rank = match at("birth_rank", self.birth_rank.get(row))? {
            None => None,
            Some(rank) => Some(at("birth_rank", BirthRank::new(rank).map_err(Fault::from))?),
        };
        Ok(Stated {
            id: self.id.get(row),
            birth_date: at("birth_date", self.birth_date.get(row))?,
            birth_rank,
            nir: at("nir", self.nir.get(row))?,
        })
    }

    /// The person of a row; the id is the given one, or that of the column.
    pub(crate) fn get(&mut self, row: usize, id: Option<&str>) -> Result<Person, ColumnFault> {
        let stated = self.stated(row)?;
        stated.person(self.id_name, id)
    }
}

impl Stated<'_> {
    /// Whether nothing is said but perhaps an id.
    pub(crate) const fn names_nobody(&self) -> bool {
        matches!(
            self,
            Stated {
                id: _,
                birth_date: None,
                birth_rank: None,
                nir: None,
            }
        )
    }

    /// The person as the model holds it; the id is the given one, or the stated one.
    pub(crate) fn person(&self, column: &'static str, id: Option<&str>) -> Result<Person, ColumnFault> {
        let id = match id.or(self.id) {
            None => None,
            Some(id) => Some(at(column, id.parse().map_err(Fault::from))?),
        };
        Ok(Person {
            id,
            birth_date: self.birth_date,
            birth_rank: self.birth_rank,
            nir: self.nir,
        })
    }
}
