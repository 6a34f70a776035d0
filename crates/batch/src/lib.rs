//! Columns in, columns out: flat tables of claim lines checked against flat tables of rights.
//!
//! The tables are keyed by person and come as Arrow batches: see [`schema`] for their columns. The rights are indexed
//! once ([`Rights::build`]); the lines stream through ([`check_lines`]), on as many threads as asked, and the answers
//! come out in their order. Each row gets what [`tierspayant::Engine::check`] answers for the same dossier. A bad row
//! fails alone: its answer is empty, and its columns `error_code` and `error` say what is wrong and where.
//!
//! ```
//! use arrow_array::{RecordBatch, StringArray};
//! use std::sync::Arc;
//! use tierspayant_batch::{Options, Rights, RightsOptions, RightsTables, check_lines, input};
//!
//! let table = |columns: &[(&str, &str)]| {
//!     let columns = columns.iter().map(|(name, value)| {
//!         (*name, Arc::new(StringArray::from(vec![*value])) as arrow_array::ArrayRef)
//!     });
//!     let batch = RecordBatch::try_from_iter(columns).unwrap();
//!     input(batch.schema(), vec![batch])
//! };
//! let tables = RightsTables {
//!     coverage: Some(table(&[("person", "p1"), ("source", "adri"), ("observed_at", "2026-11-20"), ("start", "2019-03-01")])),
//!     codes: Some(table(&[("person", "p1"), ("source", "adri"), ("observed_at", "2026-11-20"), ("ald", "0"), ("situation", "0100")])),
//!     ..RightsTables::default()
//! };
//! let rights = Rights::build(tables, RightsOptions::default())?;
//! let lines = table(&[
//!     ("person", "p1"), ("care_date", "2026-11-20"), ("card", "read"), ("nature", "10"),
//!     ("category", "drug"), ("exemption", "4"), ("relation", "related"),
//! ]);
//! let engine = tierspayant::Engine::embedded();
//! let mut answers = check_lines(engine, Arc::new(rights), lines, &Options::default())?;
//! let batch = answers.next_batch().unwrap()?;
//! assert_eq!(batch.num_rows(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]

mod alike;
mod answer;
mod cells;
mod check;
mod classes;
mod column;
mod columns_given;
mod error;
mod evidence;
mod frame;
mod gathered;
mod lines;
mod person;
mod projection;
mod rights;
pub mod schema;
mod stream;
pub mod synthetic;
mod triage;
mod words;

pub use answer::{ANSWER, answer_schema};
pub use columns_given::adapted;
pub use error::{BatchError, CellFault, Problem, RowError};
pub use frame::{Input, input};
pub use projection::Columns;
pub use rights::{List, Lists, Rights, RightsBuilder, RightsOptions, RightsTables};
pub use schema::Extra;
pub use stream::{AnswerStream, KnownBy, Options, check_lines};
pub use triage::{TRIAGE, TriageOptions, dossier_of, triage_rejects};
pub use words::Encoding;
