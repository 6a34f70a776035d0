//! Columns in every form that analysts have: the answers are the same.

use crate::cases::dossiers;
use crate::expected::{Row, options, run, written};
use crate::flat::{FlatTables, flat};
use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int8Type, Int32Type};
use arrow_array::{
    Array, ArrayRef, Date64Array, DictionaryArray, Int32Array, LargeStringArray, RecordBatch, StringArray,
    StringViewArray, TimestampMicrosecondArray,
};
use arrow_schema::{DataType, Field, Schema};
use std::sync::Arc;
use tierspayant::core::model::{Date, Dossier};
use tierspayant_batch::{ANSWER, Columns, Input, Options, RightsOptions, RightsTables, input};

fn some_dossiers() -> Vec<Dossier> {
    dossiers()
        .into_iter()
        .map(|(_, dossier)| dossier)
        .step_by(3)
        .collect()
}

/// A batch with each column written in another form.
fn rewritten(batch: &RecordBatch, form: fn(&ArrayRef) -> ArrayRef) -> RecordBatch {
    let columns: Vec<ArrayRef> = batch.columns().iter().map(form).collect();
    let schema = batch.schema();
    let fields = schema.fields().iter().zip(&columns);
    let fields: Vec<Field> = fields
        .map(|(field, column)| Field::new(field.name(), column.data_type().clone(), true))
        .collect();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).unwrap()
}

fn table(batch: &RecordBatch) -> Input {
    input(batch.schema(), vec![batch.clone()])
}

fn rights(tables: &FlatTables, form: fn(&ArrayRef) -> ArrayRef) -> RightsTables {
    let of = |name: &str| {
        let (_, batch) = tables.rights.iter().find(|(one, _)| *one == name).unwrap();
        Some(table(&rewritten(batch, form)))
    };
    RightsTables {
        snapshots: of("snapshots"),
        coverage: of("coverage"),
        codes: of("codes"),
        exemptions: of("exemptions"),
        maternity: of("maternity"),
        accidents: of("accidents"),
        contracts: of("contracts"),
    }
}

fn answers(tables: &FlatTables, form: fn(&ArrayRef) -> ArrayRef, midnights: bool) -> Vec<Row> {
    let options = Options {
        midnights,
        ..options()
    };
    let rights_options = RightsOptions {
        midnights,
        ..RightsOptions::default()
    };
    written(
        &run(
            rights(tables, form),
            table(&rewritten(&tables.lines, form)),
            &options,
            rights_options,
        )
        .unwrap(),
    )
}

fn texts(array: &ArrayRef, form: impl Fn(&StringArray) -> ArrayRef) -> ArrayRef {
    array
        .as_string_opt::<i32>()
        .map_or_else(|| Arc::clone(array), form)
}

fn days(array: &ArrayRef, form: impl Fn(Vec<Option<i32>>) -> ArrayRef) -> ArrayRef {
    if *array.data_type() == DataType::Date32 {
        form(array.as_primitive::<Date32Type>().iter().collect())
    } else {
        Arc::clone(array)
    }
}

#[test]
fn every_form_of_a_column_gives_the_same_answers() {
    let tables = flat(&some_dossiers());
    let plain = answers(&tables, Arc::clone, false);
    let large = |array: &ArrayRef| texts(array, |all| Arc::new(all.iter().collect::<LargeStringArray>()));
    let view = |array: &ArrayRef| texts(array, |all| Arc::new(all.iter().collect::<StringViewArray>()));
    let dictionary = |array: &ArrayRef| {
        texts(array, |all| {
            Arc::new(all.iter().collect::<DictionaryArray<Int32Type>>())
        })
    };
    let numbers = |array: &ArrayRef| {
        let number = |day| i32::try_from(Date::from_unix_days(day).unwrap().yyyymmdd()).unwrap();
        days(array, |all| {
            Arc::new(all.into_iter().map(|day| day.map(number)).collect::<Int32Array>())
        })
    };
    let written = |array: &ArrayRef| {
        let text = |day| Date::from_unix_days(day).unwrap().to_string();
        days(array, |all| {
            Arc::new(all.into_iter().map(|day| day.map(text)).collect::<StringArray>())
        })
    };
    let date64 = |array: &ArrayRef| {
        let text = |day| i64::from(day) * 86_400_000;
        days(array, |all| {
            Arc::new(all.into_iter().map(|day| day.map(text)).collect::<Date64Array>())
        })
    };
    let moments = |array: &ArrayRef| {
        let text = |day| i64::from(day) * 86_400_000_000;
        days(array, |all| {
            Arc::new(
                all.into_iter()
                    .map(|day| day.map(text))
                    .collect::<TimestampMicrosecondArray>(),
            )
        })
    };
    assert_eq!(answers(&tables, large, false), plain);
    assert_eq!(answers(&tables, view, false), plain);
    assert_eq!(answers(&tables, dictionary, false), plain);
    assert_eq!(answers(&tables, numbers, false), plain);
    assert_eq!(answers(&tables, written, false), plain);
    assert_eq!(answers(&tables, date64, false), plain);
    assert_eq!(answers(&tables, moments, true), plain);
}

#[test]
fn a_dictionary_of_small_keys_without_values_is_empty() {
    let tables = flat(&some_dossiers());
    let empty: DictionaryArray<Int8Type> =
        std::iter::repeat_n(None::<&str>, tables.lines.num_rows()).collect();
    let index = tables.lines.schema().index_of("origin").unwrap();
    let mut columns = tables.lines.columns().to_vec();
    columns[index] = Arc::new(empty);
    let mut fields: Vec<Field> = tables
        .lines
        .schema()
        .fields()
        .iter()
        .map(|one| Field::clone(one))
        .collect();
    fields[index] = Field::new("origin", columns[index].data_type().clone(), true);
    let lines = RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).unwrap();
    let found = run(
        tables.rights_tables(),
        table(&lines),
        &options(),
        RightsOptions::default(),
    )
    .unwrap();
    assert!(written(&found).iter().all(|row| row[15].1.is_empty()));
}

#[test]
fn columns_that_are_asked_for_are_those_of_the_whole_answer() {
    let tables = flat(&some_dossiers());
    let answered = |columns: Columns| {
        let options = Options { columns, ..options() };
        let lines = table(&tables.lines);
        run(
            rights(&tables, Arc::clone),
            lines,
            &options,
            RightsOptions::default(),
        )
        .unwrap()
    };
    let whole = answered(Columns::default());
    assert!(whole.iter().map(RecordBatch::num_rows).sum::<usize>() > 100);
    for asked in [
        &["verdict", "basis"][..],
        &["rejects"],
        &["error", "date", "reasons"],
        ANSWER,
    ] {
        let some = answered(Columns::named(asked.iter().copied()).unwrap());
        assert_eq!(some.len(), whole.len());
        for (whole, some) in whole.iter().zip(&some) {
            let schema = some.schema();
            let names: Vec<&str> = schema.fields().iter().map(|one| one.name().as_str()).collect();
            assert_eq!(names, asked);
            for name in asked {
                assert_eq!(whole.column_by_name(name), some.column_by_name(name), "{name}");
            }
        }
    }
}

#[test]
fn columns_that_are_none_are_refused() {
    for (names, says) in [
        (
            &["verdict", "bases"][..],
            "TP-TB-008 columns: unknown column; the columns of the answer are: verdict, ",
        ),
        (
            &["basis", "basis"],
            "TP-TB-008 columns: the column basis is asked for twice",
        ),
        (&[], "TP-TB-008 columns: no column is asked for"),
    ] {
        let error = Columns::named(names.iter().copied()).unwrap_err();
        let told = format!("{} {error}", error.code());
        assert!(told.starts_with(says), "{told}");
    }
}
