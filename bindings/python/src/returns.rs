//! What came back: files taken in, followed, listed and counted.

use crate::decided::language;
use crate::engine::{Engine, engine_of};
use crate::fault::{error, guarded, option};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDate, PyDict, PyList};
use std::str::FromStr;
use std::sync::{Mutex, PoisonError};
use tierspayant::core::model::Date;
use tierspayant::text::Style;
use tierspayant_returns::intake::{self, IntakeError, Notes, Options};
use tierspayant_returns::prevention::{RATE_COLUMNS, Rate, before_and_after, rates};
use tierspayant_returns::report::{COLUMNS, Cell};
use tierspayant_returns::synthetic::{Recipe, year};
use tierspayant_returns::table::{Column, TableOptions};
use tierspayant_returns::{jfse, synthetic};

fn word<T: FromStr<Err = String>>(name: &str, word: &str) -> PyResult<T> {
    word.parse().map_err(|problem: String| option(name, &problem))
}

fn day(name: &str, text: Option<&str>) -> PyResult<Option<Date>> {
    let read = |text: &str| {
        text.parse()
            .map_err(|_| option(name, "a date is written YYYY-MM-DD"))
    };
    text.map(read).transpose()
}

/// Everything that is at hand of what was sent and what came back.
#[pyclass(frozen, module = "tierspayant._native")]
pub(crate) struct Intake {
    options: Options,
    files: Mutex<intake::Intake>,
}

type Noted = (Vec<String>, Vec<(String, &'static str, String)>);

#[pymethods]
impl Intake {
    #[new]
    #[pyo3(signature = (*, columns, amounts))]
    fn new(columns: Vec<(String, String)>, amounts: Option<&str>) -> PyResult<Self> {
        guarded(|| {
            let mut given = Vec::new();
            for (theirs, ours) in columns {
                let known = Column::ALL.iter().find(|one| one.as_str() == ours);
                let column = known.ok_or_else(|| {
                    let words: Vec<&str> = Column::ALL.iter().map(|one| one.as_str()).collect();
                    option("columns", &format!("expected one of: {}", words.join(", ")))
                })?;
                given.push((theirs, *column));
            }
            Ok(Intake {
                options: Options {
                    table: TableOptions { columns: given },
                    jfse: jfse::JfseOptions {
                        whole_amounts: amounts.map(|unit| word("amounts", unit)).transpose()?,
                    },
                    ..Options::default()
                },
                files: Mutex::new(intake::Intake::default()),
            })
        })
    }

    /// Takes in a file: `returns`, `claims`, `rights` or `sent`. Gives the rows that were left out, and the parts that were not used.
    fn add(&self, py: Python<'_>, kind: &str, name: &str, bytes: &[u8]) -> PyResult<Noted> {
        guarded(|| {
            let take: fn(&mut intake::Intake, &[u8], &Options) -> Result<Notes, IntakeError> = match kind {
                "returns" => intake::Intake::add_returns,
                "claims" => intake::Intake::add_claims,
                "rights" => {
                    |intake, bytes, options| intake.add_rights(bytes, options).map(|()| Notes::default())
                }
                "sent" => intake::Intake::add_sent,
                _ => return Err(option("kind", "expected one of: returns, claims, rights, sent")),
            };
            let taken = py.detach(|| {
                let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
                take(&mut files, bytes, &self.options)
            });
            let notes =
                taken.map_err(|fault| error("ReadError", &format!("{name}: {fault}"), "TP-RD-002", name))?;
            let unused = notes.unused.iter();
            Ok((
                notes.faults,
                unused
                    .map(|one| (one.place.clone(), one.why.as_str(), one.why.to_string()))
                    .collect(),
            ))
        })
    }

    /// The invoices of the returns so far, a dict for each share.
    fn invoices<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let rows = PyList::empty(py);
        for file in &files.returns {
            for invoice in &file.invoices {
                for share in &invoice.shares {
                    let row = PyDict::new(py);
                    row.set_item("invoice", &invoice.invoice)?;
                    row.set_item("lot", &invoice.lot)?;
                    row.set_item("share", share.share.as_str())?;
                    row.set_item("state", share.state.as_str())?;
                    row.set_item("asked_cents", share.asked_cents)?;
                    row.set_item("paid_cents", share.paid_cents)?;
                    row.set_item(
                        "returned_on",
                        python_day(py, invoice.accounted_on.or(file.head.created_on))?,
                    )?;
                    row.set_item("invoice_date", python_day(py, invoice.invoice_date)?)?;
                    row.set_item("payer", &invoice.payer)?;
                    let reject = invoice.rejects.first();
                    row.set_item("key", reject.and_then(|one| one.key.as_deref()))?;
                    row.set_item("label", reject.and_then(|one| one.label.as_deref()))?;
                    rows.append(row)?;
                }
            }
        }
        Ok(rows)
    }

    /// What became of everything.
    #[pyo3(signature = (*, today, engine))]
    fn follow(
        &self,
        py: Python<'_>,
        today: Option<&str>,
        engine: Option<&Bound<'_, Engine>>,
    ) -> PyResult<Follow> {
        guarded(|| {
            let today = day("today", today)?;
            let engine = engine_of(engine)?;
            let follow = py.detach(|| {
                let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
                files.follow(&engine, today)
            });
            Ok(Follow { follow, engine })
        })
    }
}

fn python_day(py: Python<'_>, day: Option<Date>) -> PyResult<Option<Bound<'_, PyDate>>> {
    let Some(day) = day else {
        return Ok(None);
    };
    let text = day.to_string();
    let mut parts = text.split('-').map(|part| part.parse::<u16>().unwrap_or(1));
    let (year, month, of_month) = (parts.next(), parts.next(), parts.next());
    let small = |part: Option<u16>| part.and_then(|part| u8::try_from(part).ok()).unwrap_or(1);
    let year = i32::from(year.unwrap_or(1));
    PyDate::new(py, year, small(month), small(of_month)).map(Some)
}

/// A row of cells as a dict.
fn row<'py>(py: Python<'py>, names: &[&str], cells: &[Cell]) -> PyResult<Bound<'py, PyDict>> {
    let row = PyDict::new(py);
    for (name, cell) in names.iter().zip(cells) {
        match cell {
            Cell::Empty => row.set_item(name, py.None())?,
            Cell::Text(text) => row.set_item(name, text)?,
            Cell::Number(number) => row.set_item(name, number)?,
            Cell::Day(day) => row.set_item(name, python_day(py, Some(*day))?)?,
            Cell::Yes(yes) => row.set_item(name, yes)?,
        }
    }
    Ok(row)
}

/// What became of everything.
#[pyclass(frozen, module = "tierspayant._native")]
pub(crate) struct Follow {
    follow: intake::Follow,
    engine: tierspayant::Engine,
}

#[pymethods]
impl Follow {
    /// A dict for each share of each invoice.
    fn rows<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let rows = PyList::empty(py);
        for one in &self.follow.rows {
            rows.append(row(py, &COLUMNS, &one.cells())?)?;
        }
        Ok(rows)
    }

    /// Where every cent is.
    fn balance(&self) -> Vec<(&'static str, i64)> {
        let balance = &self.follow.balance;
        let mut parts = balance.parts().to_vec();
        parts.push(("elsewhere", balance.elsewhere));
        parts
    }

    /// How many files say of themselves that they are tests.
    #[getter]
    fn test_files(&self) -> usize {
        self.follow.test_files
    }

    /// The work list as a page.
    #[pyo3(signature = (*, lang, width))]
    fn todo(&self, lang: &str, width: usize) -> PyResult<String> {
        guarded(|| {
            let style = Style {
                width,
                ..Style::default()
            };
            Ok(self.follow.work_list(self.engine.texts(), language(lang)?, style))
        })
    }

    /// The texts of messages about what is to do.
    #[pyo3(signature = (to, *, lang))]
    fn messages(&self, to: &str, lang: &str) -> PyResult<String> {
        guarded(|| {
            let to = word("to", to)?;
            Ok(self.follow.messages(self.engine.texts(), to, language(lang)?))
        })
    }

    /// Rates of rejects, a dict for each group.
    #[pyo3(signature = (by, *, since))]
    fn rates<'py>(&self, py: Python<'py>, by: &str, since: Option<&str>) -> PyResult<Bound<'py, PyList>> {
        guarded(|| {
            let by = word("by", by)?;
            let rows = PyList::empty(py);
            let add = |rates: &[Rate], period: Option<&str>| -> PyResult<()> {
                for rate in rates {
                    let made = row(py, &RATE_COLUMNS, &rate.cells(period))?;
                    // Numbers as numbers.
                    made.set_item("rate_per_thousand", rate.rate * 1000.0)?;
                    made.set_item("low_per_thousand", rate.interval.0 * 1000.0)?;
                    made.set_item("high_per_thousand", rate.interval.1 * 1000.0)?;
                    rows.append(made)?;
                }
                Ok(())
            };
            match day("since", since)? {
                None => add(&rates(&self.follow.rows, by), None)?,
                Some(day) => {
                    let (before, after) = before_and_after(&self.follow.rows, by, day);
                    add(&before, Some("before"))?;
                    add(&after, Some("after"))?;
                }
            }
            Ok(rows)
        })
    }
}

/// A made-up year: its files by name, and its sums in cents by name.
type Year<'py> = (Bound<'py, PyDict>, Vec<(&'static str, i64)>);

/// The files of a made-up year by name, and its money.
#[pyfunction]
#[pyo3(signature = (*, invoices, people, seed, first))]
pub(crate) fn synthetic_year<'py>(
    py: Python<'py>,
    invoices: u32,
    people: u32,
    seed: u64,
    first: &str,
) -> PyResult<Year<'py>> {
    guarded(|| {
        let first = day("first", Some(first))?.ok_or_else(|| option("first", "missing"))?;
        let recipe = Recipe {
            seed,
            invoices,
            people,
            ..Recipe::starting(first)
        };
        let synthetic::Year { files, totals } = py.detach(|| year(&recipe));
        let named = PyDict::new(py);
        for file in files {
            named.set_item(file.name, PyBytes::new(py, &file.bytes))?;
        }
        let totals = vec![
            ("asked", totals.asked),
            ("paid", totals.paid),
            ("rejected", totals.rejected),
            ("deferred", totals.deferred),
            ("deducted", totals.deducted),
            ("short", totals.short),
            ("open", totals.open),
            ("replaced", totals.replaced),
            ("elsewhere", totals.elsewhere),
            ("cash", totals.cash),
        ];
        Ok((named, totals))
    })
}
