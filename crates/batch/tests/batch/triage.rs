//! Rejects in bulk: the triage of each as one document gives it, and a bad row fails alone.

use crate::expected::ENGINE;
use crate::flat::flat;
use arrow_array::cast::AsArray;
use arrow_array::types::Date32Type;
use arrow_array::{Array, ArrayRef, RecordBatch, StringArray};
use std::sync::Arc;
use tierspayant::format::{RejectDocument, parse_reject};
use tierspayant::{Audience, Lang};
use tierspayant_batch::{Extra, Rights, RightsOptions, TRIAGE, TriageOptions, input, triage_rejects};
use tierspayant_testkit::case_files;

/// The rejects of the cases, without NIRs, which the tables of dossiers leave out, and without a day of the question.
fn documents() -> Vec<(String, RejectDocument)> {
    let files = case_files().unwrap().into_iter();
    let rejects = files.filter(|(_, file)| file["format"] == "tierspayant-triage-cases/1");
    let cases: Vec<_> = rejects
        .flat_map(|(_, file)| file["cases"].as_array().unwrap().clone())
        .collect();
    let mut documents = Vec::new();
    for case in cases {
        let bytes = serde_json::to_vec(&case["document"]).unwrap();
        let mut document = parse_reject(&bytes).unwrap();
        document.dossier.claim.person.nir = None;
        for snapshot in &mut document.dossier.rights {
            snapshot.person.nir = None;
        }
        documents.push((case["name"].as_str().unwrap().to_owned(), document));
    }
    documents
}

fn table(columns: Vec<(&str, Vec<Option<String>>)>) -> RecordBatch {
    let columns = columns
        .into_iter()
        .map(|(name, cells)| (name, Arc::new(StringArray::from(cells)) as ArrayRef, true));
    RecordBatch::try_from_iter_with_nullable(columns).unwrap()
}

/// A table of rejects whose claims are the dossiers in order, as the flat tables name them.
fn rejects(documents: &[(String, RejectDocument)], keys: &[String]) -> RecordBatch {
    let each = |text: &dyn Fn(&RejectDocument) -> Option<String>| -> Vec<Option<String>> {
        documents.iter().map(|(_, one)| text(one)).collect()
    };
    let line = |one: &RejectDocument| {
        let place = usize::from(one.reject.line?);
        Some(one.dossier.claim.lines[place].id.to_string())
    };
    table(vec![
        ("claim_id", keys.iter().cloned().map(Some).collect()),
        ("line_id", each(&line)),
        ("key", each(&|one| one.reject.key.as_deref().map(str::to_owned))),
        (
            "label",
            each(&|one| one.reject.label.as_deref().map(str::to_owned)),
        ),
        (
            "share",
            each(&|one| one.reject.share.map(|share| share.to_string())),
        ),
        (
            "state",
            each(&|one| one.reject.state.map(|state| state.to_string())),
        ),
        (
            "returned_on",
            each(&|one| one.reject.returned_on.map(|day| day.to_string())),
        ),
    ])
}

fn cell(batch: &RecordBatch, name: &str, row: usize) -> String {
    let column = batch.column_by_name(name).unwrap();
    if column.is_null(row) {
        return String::new();
    }
    match name {
        "predicted" => column.as_boolean().value(row).to_string(),
        "limitation" => {
            let days = column.as_primitive::<Date32Type>().value(row);
            tierspayant::core::model::Date::from_unix_days(days)
                .unwrap()
                .to_string()
        }
        "other_causes" | "steps" | "indu" | "reasons" => {
            let list = column.as_list::<i32>().value(row);
            let words: Vec<&str> = list.as_string::<i32>().iter().map(Option::unwrap).collect();
            words.join(" ")
        }
        _ => column.as_string::<i32>().value(row).to_owned(),
    }
}

/// What one document gives, in the words of the table.
fn expected(document: &RejectDocument) -> Vec<String> {
    let found = ENGINE.triage_of(document);
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let list = |words: Vec<&str>| {
        let mut once: Vec<&str> = Vec::new();
        for word in words {
            if !once.contains(&word) {
                once.push(word);
            }
        }
        once.join(" ")
    };
    let payer = |share: &str| {
        let mine = found.payers.iter().find(|(asked, _)| asked.as_str() == share);
        text(mine.map(|(_, payer)| payer.as_str()))
    };
    let first = found.suspects.first().and_then(|one| one.evidence.first());
    let facts = first.map(|one| one.facts).unwrap_or_default();
    let line = document.reject.line;
    let mine = |of: &Option<u16>| of.is_none() || line.is_none() || *of == line;
    let reasons = found.now.reasons.iter().filter(|one| mine(&one.line));
    vec![
        text(found.class().map(|class| class.as_str())),
        found.recognition.by.as_str().to_owned(),
        found.cause().as_str().to_owned(),
        ENGINE
            .texts()
            .cause(Lang::Fr, Audience::Counter, found.cause(), &facts),
        list(
            found
                .suspects
                .iter()
                .skip(1)
                .map(|one| one.cause.as_str())
                .collect(),
        ),
        found.verdict.as_str().to_owned(),
        text(found.verdict.basis()),
        found.caught.answer().as_str().to_owned(),
        found.caught.predicted.to_string(),
        list(found.steps.iter().map(|one| one.remedy.as_str()).collect()),
        payer("amo"),
        payer("amc"),
        found.limitation.map(|day| day.to_string()).unwrap_or_default(),
        list(found.indu.iter().map(|one| one.as_str()).collect()),
        list(reasons.map(|one| one.id.as_str()).collect()),
        String::new(),
        String::new(),
    ]
}

fn run(rejects: &RecordBatch, documents: &[(String, RejectDocument)], extra: Extra) -> Vec<RecordBatch> {
    let dossiers: Vec<_> = documents.iter().map(|(_, one)| one.dossier.clone()).collect();
    let tables = flat(&dossiers);
    let rights = Rights::build(tables.rights_tables(), RightsOptions::default()).unwrap();
    let options = TriageOptions {
        extra,
        ..TriageOptions::default()
    };
    let rejects = input(
        rejects.schema(),
        vec![rejects.slice(0, 5), rejects.slice(5, rejects.num_rows() - 5)],
    );
    triage_rejects(&ENGINE, &rights, rejects, tables.lines_input(), &options).unwrap()
}

/// The key of each dossier in the flat tables.
fn keys(documents: &[(String, RejectDocument)]) -> Vec<String> {
    (0..documents.len()).map(|place| format!("d{place}")).collect()
}

#[test]
fn every_case_has_the_triage_of_its_document() {
    let documents = documents();
    let keys = keys(&documents);
    let batches = run(&rejects(&documents, &keys), &documents, Extra::Refuse);
    assert_eq!(batches.len(), 2);
    let mut rows = batches
        .iter()
        .flat_map(|batch| (0..batch.num_rows()).map(move |row| (batch, row)));
    for (name, document) in &documents {
        let (batch, row) = rows.next().unwrap();
        let found: Vec<String> = TRIAGE.iter().map(|column| cell(batch, column, row)).collect();
        assert_eq!(found, expected(document), "{name}");
    }
    assert!(documents.len() >= 40);
}

#[test]
fn a_bad_row_fails_alone() {
    let documents = documents();
    let mut claims = keys(&documents);
    claims[1] = "no such claim".to_owned();
    let whole = rejects(&documents, &claims);
    let mut columns = whole.columns().to_vec();
    let place = whole.schema().index_of("share").unwrap();
    let mut shares: Vec<Option<&str>> = whole.column(place).as_string::<i32>().iter().collect();
    shares[2] = Some("x");
    columns[place] = Arc::new(StringArray::from(shares));
    let lines = whole.schema().index_of("line_id").unwrap();
    let mut named: Vec<Option<&str>> = whole.column(lines).as_string::<i32>().iter().collect();
    named[3] = Some("99");
    columns[lines] = Arc::new(StringArray::from(named));
    let spoilt = RecordBatch::try_new(whole.schema(), columns).unwrap();
    let batches = run(&spoilt, &documents, Extra::Keep);
    let errors: Vec<String> = (0..5).map(|row| cell(&batches[0], "error", row)).collect();
    let codes: Vec<String> = (0..5).map(|row| cell(&batches[0], "error_code", row)).collect();
    assert_eq!(codes, ["", "TP-TB-108", "TP-IN-023", "TP-IN-035", ""]);
    assert!(errors[2].starts_with("reject.share: "));
    assert!(errors[3].starts_with("reject.line: "));
    assert_eq!(
        cell(&batches[0], "claim_id", 1),
        "no such claim",
        "the columns of the rejects are kept"
    );
    assert_eq!(cell(&batches[0], "cause", 1), "");
    assert_ne!(cell(&batches[0], "cause", 4), "");
}

#[test]
fn a_table_without_rows_has_the_columns() {
    let documents = documents();
    let empty = rejects(&documents, &keys(&documents)).slice(0, 0);
    let rights = Rights::build(flat(&[]).rights_tables(), RightsOptions::default()).unwrap();
    let nothing = input(empty.schema(), Vec::new());
    let lines = flat(&[]).lines_input();
    let batches = triage_rejects(&ENGINE, &rights, nothing, lines, &TriageOptions::default()).unwrap();
    assert_eq!(batches.len(), 1);
    let schema = batches[0].schema();
    let names: Vec<&String> = schema.fields().iter().map(|one| one.name()).collect();
    assert_eq!(names, TRIAGE);
}
