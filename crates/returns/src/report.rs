//! The returns joined with the claims: for each share that is not paid, its class, its cause, what the check would have said before sending, what to
//! do next, who pays otherwise, and the day from which it is too late.
//!
//! A claim is joined by the number of its invoice, and by its lot where it says one: its `id` is `42`, or `42/007` for lot 007.
//! Without its claim a reject has a class where its key or its label is known, and no cause.

use crate::ledger::{Ledger, Row, Sent, Work};
use std::collections::HashMap;
use tierspayant::Engine;
use tierspayant_core::finding::Facts;
use tierspayant_core::ids::{RejectClass, RemedyId};
use tierspayant_core::model::{Claim, Date, Dossier};
use tierspayant_core::triage::{CaughtAs, Cause, Payer, RejectReport};
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
                places.insert(id.trim_start_matches('0').to_owned(), place);
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

    /// What was sent, for the ledger.
    pub fn sent(&self) -> Vec<Sent> {
        let mut places: Vec<&usize> = self.places.values().collect();
        places.sort_unstable();
        let dossiers = places.into_iter().filter_map(|place| self.dossiers.get(*place));
        dossiers.map(|dossier| sent(&dossier.claim)).collect()
    }
}

fn sent(claim: &Claim) -> Sent {
    let id = claim.id.as_deref().unwrap_or_default().trim_start_matches('0');
    let (invoice, lot) = id
        .split_once('/')
        .map_or((id, None), |(invoice, lot)| (invoice, Some(lot)));
    Sent {
        invoice: invoice.to_owned(),
        lot: lot.map(str::to_owned),
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
}

/// Joins a ledger with the claims.
pub fn report(engine: &Engine, ledger: Ledger, claims: &Claims) -> Vec<Followed> {
    ledger
        .rows
        .into_iter()
        .map(|row| followed(engine, row, claims))
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
        row,
    };
    if followed.row.state.work() != Work::Now {
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
        return followed;
    };
    let named = |line: &str| dossier.claim.lines.iter().position(|one| &*one.id == line);
    report.line = reject
        .line
        .as_deref()
        .and_then(named)
        .and_then(|place| u16::try_from(place).ok());
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
    followed.payer = triage
        .payers
        .iter()
        .find(|(share, _)| *share == followed.row.share)
        .map(|(_, payer)| *payer);
    followed.too_late_on = followed.too_late_on.or(triage.limitation);
    followed
}

impl Followed {
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

/// Every cent of these rows, by what became of it.
pub fn balance(rows: &[Followed]) -> Balance {
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
    }
}
