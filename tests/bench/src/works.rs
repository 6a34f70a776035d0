//! What is counted in instructions: each work is done over the same inputs, a few times and many times.

use crate::Failure;
use crate::cases::Cases;
use crate::json::Document;
use arrow_array::RecordBatch;
use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, DictionaryArray};
use arrow_schema::{DataType, SchemaRef};
use std::borrow::Cow;
use std::hint::black_box;
use std::sync::Arc;
use tierspayant::core::decision::{Checker, Decision, check_into};
use tierspayant::core::triage::Recognition;
use tierspayant::format::{RejectDocument, parse_dossier, parse_reject};
use tierspayant::{Engine, Options};
use tierspayant_batch::synthetic::{self, Recipe, lines, rights};
use tierspayant_batch::{
    Columns, Extra, List, Lists, Rights, RightsOptions, TriageOptions, check_lines, input, triage_rejects,
};
use tierspayant_testkit::Kit;

/// Fewer inputs than for time: callgrind is slow.
const CASES: usize = 500;
/// What a batch asks once is asked once for all of these.
const LINES: u64 = 100_000;
/// Of a table of rejects all lines are read.
const LINES_OF_REJECTS: u64 = 20_000;
/// By the clock: so many that several threads have batches to take.
const LINES_OF_THREADS: u64 = 400_000;

/// A work, with how many things one pass does.
pub struct Work {
    pub count: usize,
    pub pass: Box<dyn FnMut()>,
}

/// The works by name.
pub const NAMES: &[&str] = &[
    "parse",
    "check",
    "check-kit",
    "check-10-entries",
    "check-1000-entries",
    "prepare",
    "verdict",
    "answer",
    "answer-no-digest",
    "answer-no-texts",
    "triage",
    "triage-bulk",
    "triage-again",
    "triage-table",
    "batch",
    "batch-verdict",
    "batch-verdict-dictionary",
    "index",
    "engine",
];

fn each<T: 'static>(list: Vec<T>, mut done: impl FnMut(&T) + 'static) -> Work {
    Work {
        count: list.len(),
        pass: Box::new(move || list.iter().for_each(&mut done)),
    }
}

fn json(documents: Vec<Vec<u8>>, engine: Engine, options: Options) -> Work {
    each(documents, move |document| {
        black_box(engine.check_json(document, &options).is_ok());
    })
}

pub fn named(name: &str) -> Result<Work, Failure> {
    let engine = Engine::embedded();
    let tables = &tierspayant::tables::embedded().decision;
    let cases = || Cases::generate(&engine, CASES);
    let kit = |count: u64| {
        (0..count)
            .map(|seed| Kit::new().dossier(seed))
            .collect::<Vec<_>>()
    };
    let short = Options {
        what_if: false,
        ..Options::default()
    };
    Ok(match name {
        "parse" => each(cases()?.documents, |document| {
            let text = std::str::from_utf8(document).unwrap_or_default();
            black_box(serde_json::from_str::<Document<'_>>(text).is_ok());
        }),
        "check" => {
            let mut checker = Checker::new(tables);
            each(cases()?.prepared, move |case| {
                black_box(checker.check(case));
            })
        }
        "check-kit" => {
            let mut decision = Decision::default();
            let prepared: Vec<_> = kit(200).iter().map(|one| engine.case(one)).collect();
            each(prepared, move |case| {
                check_into(tables, &case.question, &case.evidence, &mut decision);
                black_box(&decision);
            })
        }
        "check-10-entries" => history(engine, 10)?,
        "check-1000-entries" => history(engine, 1_000)?,
        "prepare" => {
            let dossiers: Result<Vec<_>, _> =
                cases()?.documents.iter().map(|one| parse_dossier(one)).collect();
            each(dossiers?, move |dossier| {
                black_box(engine.case(dossier));
            })
        }
        "verdict" => {
            let mut checker = Checker::new(tables);
            each(cases()?.documents, move |document| {
                if let Ok(dossier) = parse_dossier(document) {
                    black_box(checker.check(&engine.case(&dossier)).verdict());
                }
            })
        }
        "answer" => json(cases()?.documents, engine, short),
        "answer-no-digest" => json(cases()?.documents, engine, short.without_digest()),
        "answer-no-texts" => json(cases()?.documents, engine, short.without_digest().without_texts()),
        "triage" => each(rejects(&cases()?)?, move |reject| {
            black_box(engine.triage_of(reject));
        }),
        "triage-bulk" => {
            let rejects = rejects(&cases()?)?;
            let recognised = recognised(&engine, &rejects);
            each(rejects, move |document| {
                let mut sent = engine.sent(Cow::Borrowed(&document.dossier));
                black_box(engine.triage_sent(&mut sent, &document.reject, recognised.clone()));
            })
        }
        "triage-again" => {
            let rejects = rejects(&cases()?)?;
            let recognised = recognised(&engine, &rejects);
            let sent = |one: RejectDocument| (engine.sent(Cow::Owned(one.dossier)), one.reject);
            let mut sent: Vec<_> = rejects.into_iter().map(sent).collect();
            Work {
                count: sent.len(),
                pass: Box::new(move || {
                    for (sent, reject) in &mut sent {
                        black_box(engine.triage_sent(sent, reject, recognised.clone()));
                    }
                }),
            }
        }
        "triage-table" => table_of_rejects()?,
        "batch" => batch(Columns::default(), Texts::Plain)?,
        "batch-verdict" => batch(Columns::named(["verdict", "basis"])?, Texts::Plain)?,
        "batch-verdict-dictionary" => batch(Columns::named(["verdict", "basis"])?, Texts::Dictionary)?,
        "index" => index(),
        "engine" => Work {
            count: 1,
            pass: Box::new(|| {
                black_box(Engine::embedded());
            }),
        },
        other => {
            let grown = other
                .split_once(' ')
                .ok_or_else(|| format!("there is no work `{other}`"))?;
            crate::grown::named(grown.0, grown.1.parse()?)?
        }
    })
}

/// The check of one prepared case, for a person with so many entries.
fn history(engine: Engine, entries: usize) -> Result<Work, Failure> {
    let case = engine.case(&parse_dossier(&crate::growth::history(entries))?);
    let mut decision = Decision::default();
    Ok(Work {
        count: 1_000,
        pass: Box::new(move || {
            for _ in 0..1_000 {
                check_into(
                    &engine.tables().decision,
                    &case.question,
                    &case.evidence,
                    &mut decision,
                );
                black_box(&decision);
            }
        }),
    })
}

/// A reject of a claim of the bench cases.
fn reject(document: &[u8]) -> Result<tierspayant::format::RejectDocument, Failure> {
    let mut value: serde_json::Value = serde_json::from_slice(document)?;
    value["format"] = "tierspayant-reject/1".into();
    value["reject"] = serde_json::json!({
        "key": "0009 816", "label": "EXONERATION NON CONNUE", "share": "amo", "line": "1", "returned_on": "2026-11-25"
    });
    Ok(parse_reject(&serde_json::to_vec(&value)?)?)
}

/// One reject for each of some claims.
fn rejects(cases: &Cases) -> Result<Vec<RejectDocument>, Failure> {
    let some = cases.documents.iter().take(100);
    some.map(|one| reject(one)).collect()
}

/// How the words of these rejects, which all have the same, are recognised.
fn recognised(engine: &Engine, rejects: &[RejectDocument]) -> Recognition {
    let report = rejects.first().map(|one| one.reject.clone());
    engine.tables().rejects.recognise(&report.unwrap_or_default())
}

fn recipe(lines: u64) -> Recipe {
    Recipe {
        lines,
        people: u32::try_from(lines / 10).unwrap_or(1),
        ..Recipe::default()
    }
}

fn rights_options() -> RightsOptions {
    RightsOptions {
        complete: Lists::default().with(List::Exemptions).with(List::Contracts),
        ..RightsOptions::default()
    }
}

/// How the cells of text are held.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Texts {
    Plain,
    Dictionary,
}

/// The lines of the recipe, all in memory.
fn made_lines(recipe: &Recipe, texts: Texts) -> Result<(SchemaRef, Vec<RecordBatch>), Failure> {
    let made = lines(recipe);
    let schema = made.schema();
    let batches = made.collect::<Result<Vec<_>, _>>()?;
    if texts == Texts::Plain {
        return Ok((schema, batches));
    }
    let batches: Vec<RecordBatch> = batches.iter().map(encoded).collect::<Result<_, _>>()?;
    let schema = batches.first().map_or(schema, RecordBatch::schema);
    Ok((schema, batches))
}

/// A batch whose columns of text are dictionaries.
fn encoded(batch: &RecordBatch) -> Result<RecordBatch, Failure> {
    let schema = batch.schema();
    let columns = schema
        .fields()
        .iter()
        .zip(batch.columns())
        .map(|(field, column)| {
            let column: ArrayRef = match column.data_type() {
                DataType::Utf8 => Arc::new(
                    column
                        .as_string::<i32>()
                        .iter()
                        .collect::<DictionaryArray<Int32Type>>(),
                ),
                _ => Arc::clone(column),
            };
            (field.name().clone(), column, true)
        });
    Ok(RecordBatch::try_from_iter_with_nullable(columns)?)
}

/// A table of rejects with the lines of their claims, as a batch triages it.
fn table_of_rejects() -> Result<Work, Failure> {
    let recipe = recipe(LINES_OF_REJECTS);
    let index = Rights::build(rights(&recipe), rights_options())?;
    let made = synthetic::rejects(&recipe);
    let reject_schema = made.schema();
    let rejects = made.collect::<Result<Vec<_>, _>>()?;
    let (line_schema, lines) = made_lines(&recipe, Texts::Plain)?;
    let options = TriageOptions {
        extra: Extra::Ignore,
        ..TriageOptions::default()
    };
    Ok(Work {
        count: rejects.iter().map(RecordBatch::num_rows).sum(),
        pass: Box::new(move || {
            let rejects = input(reject_schema.clone(), rejects.clone());
            let lines = input(line_schema.clone(), lines.clone());
            black_box(triage_rejects(&Engine::embedded(), &index, rejects, lines, &options).is_ok());
        }),
    })
}

/// A batch, whole answers, on so many threads.
pub fn batch_on(threads: usize) -> Result<Work, Failure> {
    batch_with(LINES_OF_THREADS, Columns::default(), Texts::Plain, threads)
}

fn batch(columns: Columns, texts: Texts) -> Result<Work, Failure> {
    batch_with(LINES, columns, texts, 1)
}

fn batch_with(lines: u64, columns: Columns, texts: Texts, threads: usize) -> Result<Work, Failure> {
    let recipe = recipe(lines);
    let index = Arc::new(Rights::build(rights(&recipe), rights_options())?);
    let (schema, batches) = made_lines(&recipe, texts)?;
    let options = tierspayant_batch::Options {
        threads,
        columns,
        extra: Extra::Ignore,
        ..tierspayant_batch::Options::default()
    };
    Ok(Work {
        count: usize::try_from(lines)?,
        pass: Box::new(move || {
            let table = input(schema.clone(), batches.clone());
            if let Ok(mut answers) = check_lines(Engine::embedded(), Arc::clone(&index), table, &options) {
                while let Some(batch) = answers.next_batch() {
                    black_box(batch.is_ok());
                }
            }
        }),
    })
}

fn index() -> Work {
    let recipe = recipe(LINES);
    Work {
        count: LINES as usize,
        pass: Box::new(move || {
            black_box(Rights::build(rights(&recipe), rights_options()).is_ok());
        }),
    }
}
