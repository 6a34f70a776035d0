//! The compiled part of the Python package: thin functions over the library. What users see is Python.

mod arrow;
mod decided;
mod document;
mod engine;
mod fault;
mod found;
mod held;
mod made;
mod one;
mod quick;
mod returns;
mod synthetic;
mod table;
mod triage;

/// The compiled part of tierspayant; use the package `tierspayant`.
#[pyo3::pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use super::decided::{Decided, check};
    #[pymodule_export]
    use super::engine::Engine;
    #[pymodule_export]
    use super::found::Found;
    #[pymodule_export]
    use super::one::{explain, read, schema, style_sheet, timeline, triage};
    #[pymodule_export]
    use super::returns::{Follow, Intake, synthetic_year};
    #[pymodule_export]
    use super::synthetic::{rates, synthetic};
    #[pymodule_export]
    use super::table::{
        Rights, Stream, Table, answer_columns, check_lines, check_names, dossier_of, table_from_ipc,
    };
    #[pymodule_export]
    use super::triage::{triage_columns, triage_lines};
}
