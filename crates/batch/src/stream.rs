//! Lines in, answers out, batch after batch, in order, on several threads.

use crate::alike::Memory;
use crate::answer::fields;
use crate::check::{Asked, answers};
use crate::error::{BatchError, Problem};
use crate::evidence::EvidenceCache;
use crate::frame::{Frame, Input};
use crate::lines::{Batch, Claims, Order, gathered};
use crate::projection::Columns;
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

/// Which answers of sources count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KnownBy {
    /// All that are at hand.
    #[default]
    Now,
    /// Those that had been given by the day of the care, which is then the day of the question: what the check would have said at the counter. What was
    /// read later may explain a reject, and never counts as foreseen.
    CareDate,
}

/// The key under which the schema of the answer says which answers of sources counted.
pub const KNOWN_BY: &str = "tierspayant.known_by";

impl KnownBy {
    /// Every value.
    pub const ALL: &'static [KnownBy] = &[KnownBy::Now, KnownBy::CareDate];

    /// `now` or `care_date`.
    pub const fn as_str(self) -> &'static str {
        match self {
            KnownBy::Now => "now",
            KnownBy::CareDate => "care_date",
        }
    }
}

/// How lines are checked.
#[derive(Clone, Debug)]
pub struct Options {
    /// The day the question is asked, for rows that do not say it.
    pub as_of: Option<Date>,
    /// How many threads check, at most as many as the machine runs at once; one works in the thread that asks for the answers.
    pub threads: usize,
    /// How many rows a thread takes at a time.
    pub rows: usize,
    /// What becomes of columns that no rule reads.
    pub extra: Extra,
    /// Whether moments at midnight are taken as days.
    pub midnights: bool,
    /// How the words of the answer are written.
    pub encoding: Encoding,
    /// Which answers of sources count.
    pub known_by: KnownBy,
    /// Whether lines of a claim that do not stand together are gathered, which reads the lines to their end first; otherwise the later ones are refused
    /// row by row. What was gathered is answered in the order of the lines by [`AnswerStream::restored`].
    pub gather: bool,
    /// The columns of the answer that are written, all where nothing else is said.
    pub columns: Columns,
    /// Whether the keys of a row, `claim_id` and `line_id`, stand before its answer.
    pub keys: bool,
}

/// The columns that say which line a row is.
const KEYS: [&str; 2] = ["claim_id", "line_id"];

impl Default for Options {
    fn default() -> Self {
        Options {
            as_of: None,
            threads: 1,
            rows: 32_768,
            extra: Extra::Refuse,
            midnights: false,
            encoding: Encoding::Dictionary,
            known_by: KnownBy::Now,
            gather: false,
            columns: Columns::default(),
            keys: false,
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
    columns: Columns,
    as_of: Option<Date>,
    known_by: KnownBy,
    /// The columns of the lines that stand before those of the answer.
    kept: Vec<usize>,
}

type Answered = Result<RecordBatch, BatchError>;
type Job = (Batch, SyncSender<Answered>);

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
    let mut columns: Vec<Arc<Field>> = Vec::new();
    let mut kept = Vec::new();
    for (place, field) in schema.fields().iter().enumerate() {
        let key = options.keys && KEYS.contains(&field.name().as_str());
        if options.extra == Extra::Keep || key {
            if options.columns.has(field.name()) {
                let place = format!("lines.{}", field.name());
                return Err(BatchError::new(place, Problem::NameTaken));
            }
            columns.push(Arc::clone(field));
            kept.push(place);
        }
    }
    columns.extend(
        fields(options.encoding, &options.columns)
            .into_iter()
            .map(Arc::new),
    );
    let shared = Arc::new(Shared {
        engine,
        cache: EvidenceCache::new(rights.people()),
        rights,
        bound: bound.clone(),
        schema: Arc::new(
            Schema::new(columns)
                .with_metadata([(KNOWN_BY.to_owned(), options.known_by.as_str().to_owned())].into()),
        ),
        coder: Coder::new(options.encoding),
        columns: options.columns.clone(),
        as_of: options.as_of,
        known_by: options.known_by,
        kept,
    });
    let (lines, order) = if options.gather {
        gathered(lines, &bound)?
    } else {
        (lines, None)
    };
    let threads = at_once(options.threads);
    let jobs = (threads > 1).then(|| start(&shared, threads)).flatten();
    Ok(AnswerStream {
        memory: jobs.is_none().then(|| shared.memory()),
        claims: Some(Claims::new(lines, bound, options.rows)),
        waiting: VecDeque::new(),
        ahead: threads.saturating_mul(2),
        jobs,
        order,
        shared,
    })
}

/// As many threads as asked, but no more than run at once: further ones would only hold memory.
fn at_once(threads: usize) -> usize {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    // Two, so that one core works as several do.
    threads.min(cores.max(2))
}

/// Starts the threads, as many of them as the system allows; nothing where it allows none. They end when nobody can give them anything any more.
fn start(shared: &Arc<Shared>, threads: usize) -> Option<Sender<Job>> {
    let (sender, receiver) = channel::<Job>();
    let receiver = Arc::new(Mutex::new(receiver));
    let mut started = false;
    for _ in 0..threads {
        let (shared, receiver) = (Arc::clone(shared), Arc::clone(&receiver));
        let work = move || {
            let mut memory = shared.memory();
            loop {
                let job = receiver.lock().unwrap_or_else(PoisonError::into_inner).recv();
                let Ok((batch, answered)) = job else {
                    return;
                };
                // Whoever asked may be gone.
                let _ = answered.send(shared.answer(&batch, &mut memory));
            }
        };
        if std::thread::Builder::new().spawn(work).is_err() {
            break;
        }
        started = true;
    }
    started.then_some(sender)
}

impl Shared {
    /// What a thread keeps from batch to batch: nothing yet.
    fn memory(&self) -> Memory {
        Memory::new(&self.engine.tables().decision, self.rights.forms())
    }

    fn answer(&self, batch: &Batch, memory: &mut Memory) -> Answered {
        // A panic would be a fault of this library: it is told, and the process goes on.
        catch_unwind(AssertUnwindSafe(|| self.answer_now(batch, memory))).unwrap_or_else(|_| {
            *memory = self.memory();
            Err(BatchError::new("lines", Problem::Internal))
        })
    }

    fn answer_now(&self, batch: &Batch, memory: &mut Memory) -> Answered {
        memory.fit();
        let frame = Frame::new(&LINES, &self.bound, &batch.lines);
        let tables = &self.engine.tables().decision;
        let mut columns: Vec<_> = (self.kept.iter())
            .filter_map(|place| batch.lines.columns().get(*place).cloned())
            .collect();
        let (rights, cache) = (&self.rights, &self.cache);
        let asked = Asked {
            as_of: self.as_of,
            known_by: self.known_by,
            columns: &self.columns,
        };
        let answers = answers(tables, rights, cache, &frame, batch, asked, memory);
        columns.extend(answers.finish(&self.coder)?);
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
    /// Of the thread that asks for the answers, where no other works.
    memory: Option<Memory>,
    order: Option<Order>,
}

impl AnswerStream {
    /// All the answers in the order of the lines, where the lines had to be gathered; else as they are.
    ///
    /// # Errors
    ///
    /// Where the columns are too large to be put in order.
    pub fn restored(&self, answers: Vec<RecordBatch>) -> Result<Vec<RecordBatch>, BatchError> {
        match &self.order {
            None => Ok(answers),
            Some(order) => order.restore(&answers),
        }
    }

    /// The next batch of answers.
    pub fn next_batch(&mut self) -> Option<Result<RecordBatch, BatchError>> {
        let next = match &self.jobs {
            None => match self.claims.as_mut()?.next()? {
                Ok(batch) => {
                    let memory = self.memory.get_or_insert_with(|| self.shared.memory());
                    Some(self.shared.answer(&batch, memory))
                }
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
