//! The columns of the triage.

use crate::error::RowError;
use arrow_array::ArrayRef;
use arrow_array::builder::{BooleanBuilder, Date32Builder, ListBuilder, StringBuilder};
use arrow_schema::{DataType, Field};
use hashbrown::HashMap;
use std::sync::Arc;
use tierspayant::core::finding::Facts;
use tierspayant::core::model::{Date, Share};
use tierspayant::core::triage::{Recognition, RejectReport, ReportedState, SentClaim};
use tierspayant::{Audience, Engine, Lang};

/// The columns of the triage, in their order.
pub const TRIAGE: [&str; 17] = [
    "class",
    "recognised_by",
    "cause",
    "cause_text",
    "other_causes",
    "now",
    "now_basis",
    "caught",
    "predicted",
    "steps",
    "payer_amo",
    "payer_amc",
    "limitation",
    "indu",
    "reasons",
    "error_code",
    "error",
];

pub(super) fn fields() -> Vec<Arc<Field>> {
    let list = || DataType::List(Arc::new(Field::new_list_field(DataType::Utf8, true)));
    let kind = |name: &str| match name {
        "other_causes" | "steps" | "indu" | "reasons" => list(),
        "predicted" => DataType::Boolean,
        "limitation" => DataType::Date32,
        _ => DataType::Utf8,
    };
    TRIAGE
        .iter()
        .map(|name| Arc::new(Field::new(*name, kind(name), true)))
        .collect()
}

/// All that a reject is recognised by: its key, its label, the share, the state and the day of the return.
type Words = (
    Option<Box<str>>,
    Option<Box<str>>,
    Option<Share>,
    Option<ReportedState>,
    Option<Date>,
);

/// How the rejects of a table were recognised: those of the same words once.
#[derive(Default)]
pub(super) struct Recognitions(HashMap<Words, Recognition>);

impl Recognitions {
    fn of(&mut self, engine: &Engine, reject: &RejectReport) -> Recognition {
        let RejectReport {
            key,
            label,
            share,
            state,
            returned_on,
            line: _,
            amount_cents: _,
        } = reject;
        let words = (key.clone(), label.clone(), *share, *state, *returned_on);
        let entry = self.0.entry(words);
        entry
            .or_insert_with(|| engine.tables().rejects.recognise(reject))
            .clone()
    }
}

/// The triages of the rows of a batch.
pub(super) struct Triages<'e> {
    engine: &'e Engine,
    lang: Lang,
    class: StringBuilder,
    by: StringBuilder,
    cause: StringBuilder,
    text: StringBuilder,
    others: ListBuilder<StringBuilder>,
    now: StringBuilder,
    basis: StringBuilder,
    caught: StringBuilder,
    predicted: BooleanBuilder,
    steps: ListBuilder<StringBuilder>,
    amo: StringBuilder,
    amc: StringBuilder,
    limitation: Date32Builder,
    indu: ListBuilder<StringBuilder>,
    reasons: ListBuilder<StringBuilder>,
    code: StringBuilder,
    error: StringBuilder,
}

impl<'e> Triages<'e> {
    pub(super) fn new(engine: &'e Engine, lang: Lang) -> Self {
        Triages {
            engine,
            lang,
            class: StringBuilder::new(),
            by: StringBuilder::new(),
            cause: StringBuilder::new(),
            text: StringBuilder::new(),
            others: ListBuilder::new(StringBuilder::new()),
            now: StringBuilder::new(),
            basis: StringBuilder::new(),
            caught: StringBuilder::new(),
            predicted: BooleanBuilder::new(),
            steps: ListBuilder::new(StringBuilder::new()),
            amo: StringBuilder::new(),
            amc: StringBuilder::new(),
            limitation: Date32Builder::new(),
            indu: ListBuilder::new(StringBuilder::new()),
            reasons: ListBuilder::new(StringBuilder::new()),
            code: StringBuilder::new(),
            error: StringBuilder::new(),
        }
    }

    /// The triage of one reject.
    pub(super) fn push(
        &mut self,
        sent: &mut SentClaim<'_>,
        reject: &RejectReport,
        recognised: &mut Recognitions,
    ) {
        let recognition = recognised.of(self.engine, reject);
        let found = self.engine.triage_sent(sent, reject, recognition);
        let cause = found.cause();
        let first = found.suspects.first().and_then(|one| one.evidence.first());
        let facts = first.map_or_else(Facts::default, |one| one.facts);
        let payer = |share| {
            let mine = found.payers.iter().find(|(asked, _)| *asked == share);
            mine.map(|(_, payer)| payer.as_str())
        };
        self.class
            .append_option(found.class().map(|class| class.as_str()));
        self.by.append_value(found.recognition.by.as_str());
        self.cause.append_value(cause.as_str());
        let text = self
            .engine
            .texts()
            .cause(self.lang, Audience::Counter, cause, &facts);
        self.text.append_value(text);
        words(
            &mut self.others,
            found.suspects.iter().skip(1).map(|one| one.cause.as_str()),
        );
        self.now.append_value(found.verdict.as_str());
        self.basis.append_option(found.verdict.basis());
        self.caught.append_value(found.caught.answer().as_str());
        self.predicted.append_value(found.caught.predicted);
        words(&mut self.steps, found.steps.iter().map(|one| one.remedy.as_str()));
        self.amo.append_option(payer(Share::Amo));
        self.amc.append_option(payer(Share::Amc));
        self.limitation
            .append_option(found.limitation.map(|day| day.unix_days()));
        words(&mut self.indu, found.indu.iter().map(|one| one.as_str()));
        let line = reject.line;
        let mine = found.now.reasons.iter();
        let mine = mine.filter(|one| one.line.is_none() || line.is_none() || one.line == line);
        words(&mut self.reasons, mine.map(|one| one.id.as_str()));
        self.code.append_null();
        self.error.append_null();
    }

    /// A row without a triage.
    pub(super) fn fail(&mut self, error: &RowError) {
        for column in [
            &mut self.class,
            &mut self.by,
            &mut self.cause,
            &mut self.text,
            &mut self.now,
            &mut self.basis,
            &mut self.caught,
            &mut self.amo,
            &mut self.amc,
        ] {
            column.append_null();
        }
        for column in [
            &mut self.others,
            &mut self.steps,
            &mut self.indu,
            &mut self.reasons,
        ] {
            column.append_null();
        }
        self.predicted.append_null();
        self.limitation.append_null();
        self.code.append_value(error.fault.code());
        self.error.append_value(error.to_string());
    }

    /// The columns, in the order of [`TRIAGE`].
    pub(super) fn finish(mut self) -> Vec<ArrayRef> {
        vec![
            Arc::new(self.class.finish()),
            Arc::new(self.by.finish()),
            Arc::new(self.cause.finish()),
            Arc::new(self.text.finish()),
            Arc::new(self.others.finish()),
            Arc::new(self.now.finish()),
            Arc::new(self.basis.finish()),
            Arc::new(self.caught.finish()),
            Arc::new(self.predicted.finish()),
            Arc::new(self.steps.finish()),
            Arc::new(self.amo.finish()),
            Arc::new(self.amc.finish()),
            Arc::new(self.limitation.finish()),
            Arc::new(self.indu.finish()),
            Arc::new(self.reasons.finish()),
            Arc::new(self.code.finish()),
            Arc::new(self.error.finish()),
        ]
    }
}

/// A list of words, each once.
fn words(list: &mut ListBuilder<StringBuilder>, words: impl Iterator<Item = &'static str>) {
    let mut seen = Vec::new();
    for word in words {
        if !seen.contains(&word) {
            seen.push(word);
            list.values().append_value(word);
        }
    }
    list.append(true);
}
