//! The returns joined with the claims: for each share that is not paid, its class, its cause, what the check would have said before sending, what to
//! do next, who pays otherwise, and the day from which it is too late.
//!
//! A claim is joined by the number of its invoice, and by its lot where it says one: its `id` is `42`, or `42/007` for lot 007.
//! Without its claim a reject has a class where its key or its label is known, and no cause.

use crate::ledger::{Ledger, Row, Sent, State, Work};
use crate::model::{invoice, lot};
use std::collections::HashMap;
use tierspayant::Engine;
use tierspayant_core::finding::Facts;
use tierspayant_core::ids::{RejectClass, RemedyId};
use tierspayant_core::model::{Claim, Date, Dossier, Line, Origin, PersonId, Snapshot};
use tierspayant_core::triage::{Advice, CaughtAs, Cause, Payer, RejectReport, RightsAsked};
use tierspayant_format::RejectDocument;
use tierspayant_text::{Balance, WorkRow};

/// The claims that were sent, with what is known of the rights, those read since included.
#[derive(Debug, Clone, Default)]
pub struct Claims {
    dossiers: Vec<Dossier>,
    places: HashMap<String, usize>,
}

impl Claims {
    /// These dossiers, each found by the id of its claim; one without an id is never found. Of two with one id the later one counts.
    pub fn new(dossiers: Vec<Dossier>) -> Self {
        let mut places = HashMap::new();
        for (place, dossier) in dossiers.iter().enumerate() {
            if let Some(id) = dossier.claim.id.as_deref() {
                let (number, lot) = numbers(id);
                let key = lot.map_or_else(|| number.clone(), |lot| format!("{number}/{lot}"));
                places.insert(key, place);
            }
        }
        Claims { dossiers, places }
    }

    /// The dossier of an invoice: that of its lot, or else the one that names no lot.
    pub fn of(&self, invoice: &str, lot: Option<&str>) -> Option<&Dossier> {
        let with_lot = lot.and_then(|lot| self.places.get(&format!("{invoice}/{lot}")));
        let place = with_lot.or_else(|| self.places.get(invoice))?;
        self.dossiers.get(*place)
    }

    /// Adds what was read since to the claims of the same person: what is known now, beside what was known then. A snapshot that names nobody goes
    /// nowhere.
    pub fn add_rights(&mut self, rights: &[Snapshot]) {
        let mut people: HashMap<&PersonId, Vec<&Snapshot>> = HashMap::new();
        for one in rights {
            if let Some(id) = &one.person.id {
                people.entry(id).or_default().push(one);
            }
        }
        for dossier in &mut self.dossiers {
            let Some(found) = dossier.claim.person.id.as_ref().and_then(|id| people.get(id)) else {
                continue;
            };
            dossier.rights.extend(found.iter().map(|one| (*one).clone()));
        }
    }

    /// What was sent, for the ledger.
    pub fn sent(&self) -> Vec<Sent> {
        let mut places: Vec<&usize> = self.places.values().collect();
        places.sort_unstable();
        let dossiers = places.into_iter().filter_map(|place| self.dossiers.get(*place));
        dossiers.map(|dossier| sent(&dossier.claim)).collect()
    }
}

/// The number of the invoice and that of the lot in the id of a claim.
fn numbers(id: &str) -> (String, Option<String>) {
    match id.split_once('/') {
        Some((number, of)) => (invoice(number), Some(lot(of))),
        None => (invoice(id), None),
    }
}

fn sent(claim: &Claim) -> Sent {
    let (invoice, lot) = numbers(claim.id.as_deref().unwrap_or_default());
    Sent {
        invoice,
        lot,
        sent_on: claim.transmission_date,
        ..Sent::default()
    }
}

/// What is known of one share of one invoice.
#[derive(Debug, Clone)]
pub struct Followed {
    /// The row of the ledger.
    pub row: Row,
    /// The class of the reject; unknown when absent.
    pub class: Option<RejectClass>,
    /// The most probable cause; absent where no claim was joined.
    pub cause: Option<Cause>,
    /// What the check would have said before sending, with what was known then; absent where no claim was joined.
    pub caught: Option<CaughtAs>,
    /// What puts it right, the first step first.
    pub steps: Vec<(RemedyId, Facts)>,
    /// Who pays the share if it cannot be put right.
    pub payer: Option<Payer>,
    /// The day from which it may be too late.
    pub too_late_on: Option<Date>,
    /// Where the exemption of the rejected line came from; of the first line that says it where the whole claim was refused.
    pub origin: Option<Origin>,
}

/// Joins a ledger with the claims. With `today`, what was refused and can no longer be sent again is too late.
pub fn report(engine: &Engine, ledger: Ledger, claims: &Claims, today: Option<Date>) -> Vec<Followed> {
    ledger
        .rows
        .into_iter()
        .map(|row| {
            let mut one = followed(engine, row, claims);
            let late = one
                .too_late_on
                .zip(today)
                .is_some_and(|(day, today)| day <= today);
            if late && matches!(one.row.state, State::Rejected | State::RejectedAgain) {
                one.row.state = State::TooLate;
            }
            one
        })
        .collect()
}

fn followed(engine: &Engine, row: Row, claims: &Claims) -> Followed {
    let mut followed = Followed {
        class: None,
        cause: None,
        caught: None,
        steps: Vec::new(),
        payer: None,
        too_late_on: row.too_late_on,
        origin: None,
        row,
    };
    // What was refused has a cause, also where it was settled since: the causes of a year are those of all its rejects.
    let refused = followed.row.refusals > 0 && followed.row.state.work() != Work::Wait;
    if followed.row.state.work() != Work::Now && !refused {
        return followed;
    }
    let reject = followed.row.rejects.first().cloned().unwrap_or_default();
    let text = |text: &Option<String>| text.as_deref().map(Into::into);
    let mut report = RejectReport {
        state: None,
        key: text(&reject.key),
        label: text(&reject.label),
        share: Some(followed.row.share),
        line: None,
        returned_on: followed.row.returned_on,
        amount_cents: u64::try_from(followed.row.money.unpaid()).ok(),
    };
    let Some(dossier) = claims.of(&followed.row.invoice, followed.row.lot.as_deref()) else {
        followed.class = engine.tables().rejects.recognise(&report).class;
        let step = followed.class.and_then(|class| first_step(engine, class));
        followed.steps = step.map(|step| (step, Facts::default())).into_iter().collect();
        return followed;
    };
    let named = |line: &str| dossier.claim.lines.iter().position(|one| &*one.id == line);
    report.line = reject
        .line
        .as_deref()
        .and_then(named)
        .and_then(|place| u16::try_from(place).ok());
    let asked = report
        .line
        .and_then(|place| dossier.claim.lines.get(usize::from(place)));
    let origin = |line: &Line| line.origin;
    followed.origin = match asked {
        Some(line) => origin(line),
        None => dossier.claim.lines.iter().find_map(origin),
    };
    let document = RejectDocument {
        reject: report,
        dossier: dossier.clone(),
    };
    let triage = engine.triage_of(&document);
    followed.class = triage.class();
    followed.cause = Some(triage.cause());
    followed.caught = Some(triage.caught.answer());
    followed.steps = triage
        .steps
        .iter()
        .map(|step| (step.remedy, step.facts))
        .collect();
    // Money that was paid and taken back, or left short for a reason that no table knows, is no reject: the advice for one would mislead.
    if !followed.was_refused() && followed.class.is_none() {
        followed.steps.clear();
        followed.cause = None;
        followed.caught = None;
    }
    followed.payer = triage
        .payers
        .iter()
        .find(|(share, _)| *share == followed.row.share)
        .map(|(_, payer)| *payer);
    followed.too_late_on = followed.too_late_on.or(triage.limitation);
    followed
}

/// The first step that a class of reject asks for by itself, where nothing is known of the claim.
fn first_step(engine: &Engine, class: RejectClass) -> Option<RemedyId> {
    let guidance = &engine.tables().triage;
    let row = guidance.class(class)?;
    let steps = &guidance.cause(row.cause.unwrap_or(Cause::Unknown))?.steps;
    let about = |remedy: &RemedyId| match Advice::of(*remedy) {
        Advice::Always | Advice::UnlessAnswered | Advice::UnlessRecorded | Advice::UnlessNone => true,
        Advice::WhereExemption => row.rights == RightsAsked::Exemption,
        Advice::WhereContract => row.rights == RightsAsked::Contract,
        Advice::WhereNature => {
            matches!(
                class,
                RejectClass::NatureIncompatible | RejectClass::AccidentUnknown
            )
        }
        Advice::WhereFund => class == RejectClass::WrongFund,
        Advice::WhereAgreement => class == RejectClass::PriorAgreement,
        // These ask for what only the claim tells.
        Advice::WhereSetting | Advice::WhereCss | Advice::WhereCard => false,
    };
    steps.iter().copied().find(about)
}

impl Followed {
    /// Whether any return refused it, whatever became of it since.
    pub const fn was_refused(&self) -> bool {
        self.row.refusals > 0
    }

    /// Whether the check would have blocked or doubted it before sending, with what was known then.
    pub fn was_caught(&self) -> bool {
        matches!(self.caught, Some(CaughtAs::Blocked | CaughtAs::Doubted))
    }

    /// As the work list shows it.
    pub fn work_row(&self) -> WorkRow {
        WorkRow {
            invoice: self.row.invoice.clone(),
            lot: self.row.lot.clone(),
            share: self.row.share,
            state: self.row.state,
            unpaid_cents: self.row.money.unpaid(),
            label: self
                .row
                .rejects
                .iter()
                .find_map(|reject| reject.label.clone().or_else(|| reject.key.clone())),
            cause: self.cause,
            next: self.steps.first().copied(),
            payer: self.payer,
            too_late_on: self.too_late_on,
        }
    }
}

/// The columns of a row, in their order.
pub const COLUMNS: [&str; 23] = [
    "invoice",
    "lot",
    "share",
    "state",
    "work",
    "invoice_date",
    "returned_on",
    "payer",
    "asked_cents",
    "paid_cents",
    "unpaid_cents",
    "refusals",
    "key",
    "label",
    "class",
    "cause",
    "caught",
    "next",
    "otherwise",
    "too_late_on",
    "replaced_by",
    "operator",
    "setting",
];

/// One value of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// A word or a text.
    Text(String),
    /// Cents, or a count.
    Number(i64),
    /// A day.
    Day(Date),
    /// Yes or no.
    Yes(bool),
}

impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Cell::Empty => Ok(()),
            Cell::Text(text) => f.write_str(text),
            Cell::Number(number) => number.fmt(f),
            Cell::Day(day) => day.fmt(f),
            Cell::Yes(yes) => yes.fmt(f),
        }
    }
}

impl Followed {
    /// The row, value by value, in the order of [`COLUMNS`].
    pub fn cells(&self) -> [Cell; COLUMNS.len()] {
        let row = &self.row;
        let reject = row.rejects.first();
        let text = |text: Option<&str>| text.map_or(Cell::Empty, |text| Cell::Text(text.to_owned()));
        let day = |day: Option<Date>| day.map_or(Cell::Empty, Cell::Day);
        [
            text(Some(&row.invoice)),
            text(row.lot.as_deref()),
            text(Some(row.share.as_str())),
            text(Some(row.state.as_str())),
            text(Some(row.state.work().as_str())),
            day(row.invoice_date),
            day(row.returned_on),
            text(row.payer.as_deref()),
            Cell::Number(row.money.asked),
            Cell::Number(row.money.paid),
            Cell::Number(row.money.unpaid()),
            Cell::Number(i64::from(row.refusals)),
            text(reject.and_then(|reject| reject.key.as_deref())),
            text(reject.and_then(|reject| reject.label.as_deref())),
            text(self.class.map(|class| class.as_str())),
            text(self.cause.map(|cause| cause.as_str())),
            text(self.caught.map(|caught| caught.as_str())),
            text(self.steps.first().map(|(remedy, _)| remedy.as_str())),
            text(self.payer.map(|payer| payer.as_str())),
            day(self.too_late_on),
            text(row.replaced_by.as_deref()),
            text(row.operator.as_deref()),
            text(row.setting.as_deref()),
        ]
    }
}

/// Every cent of these rows, by what became of it; `elsewhere` is what payers took for invoices that no file at hand holds.
pub fn balance(rows: &[Followed], elsewhere: i64) -> Balance {
    let sum = rows.iter().fold(crate::ledger::Money::default(), |sum, one| {
        sum.plus(&one.row.money)
    });
    Balance {
        asked: sum.asked,
        paid: sum.paid,
        rejected: sum.rejected,
        deferred: sum.deferred,
        deducted: sum.deducted,
        short: sum.short,
        open: sum.open,
        replaced: sum.replaced,
        elsewhere,
    }
}
