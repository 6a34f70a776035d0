//! Lines in, answers out, batch after batch, in order, on several threads.

use crate::answer::{ANSWER, fields};
use crate::check::answers;
use crate::error::{BatchError, Problem};
use crate::evidence::EvidenceCache;
use crate::frame::{Frame, Input};
use crate::lines::Claims;
use crate::rights::Rights;
use crate::schema::{Bound, Extra, LINES};
use crate::words::{Coder, Encoding};
use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, Field, Schema, SchemaRef};
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use tierspayant::Engine;
use tierspayant::core::model::Date;

/// How lines are checked.
#[derive(Clone, Debug)]
pub struct Options {
    /// The day the question is asked, for rows that do not say it.
    pub as_of: Option<Date>,
    /// How many threads check; one works in the thread that asks for the answers.
    pub threads: usize,
    /// How many rows a thread takes at a time.
    pub rows: usize,
    /// What becomes of columns that no rule reads.
    pub extra: Extra,
    /// Whether moments at midnight are taken as days.
    pub midnights: bool,
    /// How the words of the answer are written.
    pub encoding: Encoding,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            as_of: None,
            threads: 1,
            rows: 32_768,
            extra: Extra::Refuse,
            midnights: false,
            encoding: Encoding::Dictionary,
        }
    }
}

/// What every thread reads.
struct Shared {
    engine: Engine,
    rights: Arc<Rights>,
    cache: EvidenceCache,
    bound: Bound,
    schema: SchemaRef,
    coder: Coder,
    as_of: Option<Date>,
    keep: bool,
}

type Answered = Result<RecordBatch, BatchError>;
type Job = (RecordBatch, SyncSender<Answered>);

/// Checks lines against rights: the answers come out as batches, in the order of the lines.
///
/// Nothing is checked before it is asked for, and only a few batches are held at a time.
pub fn check_lines(
    engine: Engine,
    rights: Arc<Rights>,
    lines: Input,
    options: &Options,
) -> Result<AnswerStream, BatchError> {
    let schema = lines.schema();
    let bound = Bound::new(&LINES, &schema, options.extra, options.midnights)?;
    let keep = options.extra == Extra::Keep;
    let mut columns: Vec<Arc<Field>> = Vec::new();
    if keep {
        for field in schema.fields() {
            if ANSWER.contains(&field.name().as_str()) {
                let place = format!("lines.{}", field.name());
                return Err(BatchError::new(place, Problem::NameTaken));
            }
            columns.push(Arc::clone(field));
        }
    }
    columns.extend(fields(options.encoding).into_iter().map(Arc::new));
    let shared = Arc::new(Shared {
        engine,
        cache: EvidenceCache::new(rights.people()),
        rights,
        bound: bound.clone(),
        schema: Arc::new(Schema::new(columns)),
        coder: Coder::new(options.encoding),
        as_of: options.as_of,
        keep,
    });
    let jobs = (options.threads > 1).then(|| start(&shared, options.threads));
    Ok(AnswerStream {
        claims: Some(Claims::new(lines, bound, options.rows)),
        waiting: VecDeque::new(),
        ahead: options.threads.saturating_mul(2),
        jobs,
        shared,
    })
}

/// Starts the threads. They end when nobody can give them anything any more.
fn start(shared: &Arc<Shared>, threads: usize) -> Sender<Job> {
    let (sender, receiver) = channel::<Job>();
    let receiver = Arc::new(Mutex::new(receiver));
    for _ in 0..threads {
        let (shared, receiver) = (Arc::clone(shared), Arc::clone(&receiver));
        std::thread::spawn(move || {
            loop {
                let job = receiver.lock().unwrap_or_else(PoisonError::into_inner).recv();
                let Ok((batch, answered)) = job else {
                    return;
                };
                // Whoever asked may be gone.
                let _ = answered.send(shared.answer(&batch));
            }
        });
    }
    sender
}

impl Shared {
    fn answer(&self, batch: &RecordBatch) -> Answered {
        // A panic would be a fault of this library: it is told, and the process goes on.
        catch_unwind(AssertUnwindSafe(|| self.answer_now(batch)))
            .unwrap_or_else(|_| Err(BatchError::new("lines", Problem::Internal)))
    }

    fn answer_now(&self, batch: &RecordBatch) -> Answered {
        let frame = Frame::new(&LINES, &self.bound, batch);
        let tables = &self.engine.tables().decision;
        let mut columns = if self.keep {
            batch.columns().to_vec()
        } else {
            Vec::new()
        };
        columns.extend(answers(tables, &self.rights, &self.cache, &frame, self.as_of).finish(&self.coder)?);
        RecordBatch::try_new(Arc::clone(&self.schema), columns)
            .map_err(|error| BatchError::stream("answer", error))
    }
}

/// The answers, batch after batch, in the order of the lines.
pub struct AnswerStream {
    shared: Arc<Shared>,
    claims: Option<Claims>,
    waiting: VecDeque<Receiver<Answered>>,
    ahead: usize,
    jobs: Option<Sender<Job>>,
}

impl AnswerStream {
    /// The next batch of answers.
    pub fn next_batch(&mut self) -> Option<Result<RecordBatch, BatchError>> {
        let next = match &self.jobs {
            None => match self.claims.as_mut()?.next()? {
                Ok(batch) => Some(self.shared.answer(&batch)),
                Err(error) => Some(Err(error)),
            },
            Some(_) => self.next_of_threads(),
        };
        if matches!(next, None | Some(Err(_))) {
            self.claims = None;
            self.waiting.clear();
        }
        next
    }

    fn next_of_threads(&mut self) -> Option<Result<RecordBatch, BatchError>> {
        while self.waiting.len() < self.ahead
            && let Some(claims) = &mut self.claims
        {
            match claims.next() {
                None => self.claims = None,
                Some(Err(error)) => return Some(Err(error)),
                Some(Ok(batch)) => {
                    let (sender, receiver) = sync_channel(1);
                    let sent = self.jobs.as_ref()?.send((batch, sender));
                    if sent.is_err() {
                        return Some(Err(BatchError::new("lines", Problem::Internal)));
                    }
                    self.waiting.push_back(receiver);
                }
            }
        }
        let answered = self.waiting.pop_front()?.recv();
        Some(answered.unwrap_or_else(|_| Err(BatchError::new("lines", Problem::Internal))))
    }
}

impl Iterator for AnswerStream {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let batch = self.next_batch()?;
        Some(batch.map_err(|error| ArrowError::ExternalError(Box::new(error))))
    }
}

impl RecordBatchReader for AnswerStream {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.shared.schema)
    }
}
