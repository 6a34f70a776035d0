//! Synthetic tables.

use crate::fault::{guarded, option};
use crate::one::parsed;
use crate::table::Stream;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use tierspayant_batch::synthetic::{Rates, Recipe, lines, rejects, rights};

/// The rates with their default values.
#[pyfunction]
pub(crate) fn rates() -> Vec<(&'static str, f64)> {
    let rates = Rates::default();
    Rates::NAMES
        .iter()
        .map(|name| (*name, rates.get(name).unwrap_or(0.0)))
        .collect()
}

/// Tables by name, each made as it is asked for.
#[pyfunction]
#[pyo3(signature = (*, people, lines, seed, first, days, readings, rates))]
#[expect(
    clippy::too_many_arguments,
    reason = "each is a keyword of the Python function"
)]
pub(crate) fn synthetic<'py>(
    py: Python<'py>,
    people: u32,
    lines: u64,
    seed: u64,
    first: &str,
    days: u32,
    readings: u32,
    rates: Vec<(String, f64)>,
) -> PyResult<Bound<'py, PyDict>> {
    guarded(|| {
        let mut recipe = Recipe {
            seed,
            people,
            lines,
            days,
            readings,
            ..Recipe::default()
        };
        if let Some(first) = parsed("first", Some(first))? {
            recipe.first = first;
        }
        for (name, rate) in rates {
            if !(0.0..=1.0).contains(&rate) {
                return Err(option(&name, "a rate is from 0 to 1"));
            }
            if !recipe.rates.set(&name, rate) {
                let known = Rates::NAMES.join(", ");
                return Err(option("rates", &format!("expected one of: {known}")));
            }
        }
        let tables = PyDict::new(py);
        tables.set_item("lines", Stream::of(self::lines(&recipe)))?;
        let rights = py.detach(|| rights(&recipe));
        let of_people = [
            ("coverage", rights.coverage),
            ("exemptions", rights.exemptions),
            ("contracts", rights.contracts),
        ];
        for (name, table) in of_people {
            if let Some(table) = table {
                tables.set_item(name, Stream::of(table))?;
            }
        }
        tables.set_item("rejects", Stream::of(rejects(&recipe)))?;
        Ok(tables)
    })
}
