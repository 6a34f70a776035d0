//! From files and what was sent to the rows of the ledger.

use super::event::{Event, debtor, taken};
use super::history::{Fate, History};
use super::{Ledger, Row, Sent, State};
use crate::model::{ReturnedInvoice, Returns};
use std::collections::HashMap;
use tierspayant_core::model::Share;

/// An invoice of a lot, and one of its shares.
type Key = (String, Option<String>, Share);

/// The histories so far.
#[derive(Default)]
struct Histories {
    list: Vec<(Key, History)>,
    places: HashMap<Key, usize>,
}

impl Histories {
    fn of(&mut self, key: Key) -> Option<&mut History> {
        let next = self.list.len();
        let place = *self.places.entry(key.clone()).or_insert(next);
        if place == next {
            self.list.push((key, History::default()));
        }
        self.list.get_mut(place).map(|(_, history)| history)
    }
}

pub(super) fn ledger(returns: &[Returns], sent: &[Sent]) -> Ledger {
    let real: Vec<&Returns> = returns.iter().filter(|file| !file.head.test).collect();
    let mut histories = Histories::default();
    was_sent(&mut histories, sent, &real);
    let mut elsewhere = 0_i64;
    for file in &real {
        elsewhere = elsewhere.saturating_add(taken(&file.deductions));
        for invoice in &file.invoices {
            came_back(&mut histories, file, invoice);
        }
    }
    noted(&mut histories, sent);
    let fates: Vec<(Key, History, Fate)> = (histories.list.into_iter())
        .map(|(key, mut history)| {
            let fate = history.fate();
            (key, history, fate)
        })
        .collect();
    let replaced = replacements(sent);
    let paid: HashMap<(&str, Share), State> = fates
        .iter()
        .map(|((invoice, _, share), history, fate)| ((invoice.as_str(), *share), history.state(fate, None)))
        .collect();
    let mut rows: Vec<Row> = fates
        .iter()
        .map(|((invoice, lot, share), history, fate)| {
            let by = replaced.get(invoice.as_str()).copied();
            let new = by.map(|by| (by, paid.get(&(by, *share)).copied()));
            history.row((invoice.clone(), lot.clone(), *share), fate, new)
        })
        .collect();
    let mut unseen = 0_i64;
    for (_, _, fate) in &fates {
        elsewhere = elsewhere.saturating_add(fate.excess);
        unseen = unseen.saturating_add(fate.unseen);
    }
    // Numbers in their order, whatever their length.
    rows.sort_by(|one, two| {
        let key = |row: &Row| (row.invoice.len(), row.invoice.clone(), row.lot.clone(), row.share);
        key(one).cmp(&key(two))
    });
    Ledger {
        rows,
        taken_elsewhere: elsewhere,
        paid_before: unseen,
        test_files: returns.len().saturating_sub(real.len()),
    }
}

/// What was sent with its amounts has a row of its own, answered or not.
fn was_sent(histories: &mut Histories, sent: &[Sent], returns: &[&Returns]) {
    // An invoice that was sent without its lot is that of the only lot which returns name for it.
    let lots = lots(returns);
    for one in sent {
        let named = || lots.get(one.invoice.as_str()).cloned().flatten();
        let lot = one.lot.clone().or_else(named);
        for (share, cents) in &one.asked {
            if let Some(history) = histories.of((one.invoice.clone(), lot.clone(), *share)) {
                history.sent(one, *cents);
            }
        }
    }
}

/// What a return says of an invoice.
fn came_back(histories: &mut Histories, file: &Returns, invoice: &ReturnedInvoice) {
    let debtor = debtor(file);
    let mut debts = taken(&invoice.deductions);
    let mut add = |share, event| {
        let key = (invoice.invoice.clone(), invoice.lot.clone(), share);
        if let Some(history) = histories.of(key) {
            history.events.push(event);
        }
    };
    for share in &invoice.shares {
        let here = if share.share == debtor {
            std::mem::take(&mut debts)
        } else {
            0
        };
        add(share.share, Event::of(file, invoice, share, here));
    }
    if debts > 0 {
        add(debtor, Event::deduction(file, invoice, debts));
    }
}

/// What was sent without its amounts says nothing of shares: it is noted on those that came back.
fn noted(histories: &mut Histories, sent: &[Sent]) {
    let mut quiet: HashMap<&str, Vec<&Sent>> = HashMap::new();
    for one in sent.iter().filter(|one| one.asked.is_empty()) {
        quiet.entry(&one.invoice).or_default().push(one);
    }
    for ((invoice, lot, _), history) in &mut histories.list {
        for one in quiet.get(invoice.as_str()).into_iter().flatten() {
            if one.lot.is_none() || one.lot == *lot {
                history.noted(one);
            }
        }
    }
}

/// For each invoice that was replaced, the one that replaced it.
fn replacements(sent: &[Sent]) -> HashMap<&str, &str> {
    let mut replaced: HashMap<&str, &str> = HashMap::new();
    for one in sent {
        if let Some(old) = one.replaces.as_deref() {
            replaced.insert(old, &one.invoice);
        }
    }
    replaced
}

/// For each invoice its lot, where all returns name one and the same; nothing where they name several.
fn lots<'r>(returns: &[&'r Returns]) -> HashMap<&'r str, Option<String>> {
    let mut lots: HashMap<&str, Option<String>> = HashMap::new();
    let mut several = Vec::new();
    for invoice in returns.iter().flat_map(|file| &file.invoices) {
        match lots.get(invoice.invoice.as_str()) {
            Some(held) if *held != invoice.lot => several.push(invoice.invoice.as_str()),
            Some(_) => {}
            None => {
                lots.insert(&invoice.invoice, invoice.lot.clone());
            }
        }
    }
    for invoice in several {
        lots.remove(invoice);
    }
    lots
}
