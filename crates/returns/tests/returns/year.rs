//! A year of a made-up pharmacy: every euro of its returns is found again, and none of its people.

use std::collections::HashMap;
use tierspayant_core::model::Date;
use tierspayant_returns::ledger::{Ledger, Sent, State};
use tierspayant_returns::synthetic::{Recipe, Year, year};
use tierspayant_returns::table::{TableOptions, read, read_sent};
use tierspayant_returns::{CheckResult, Returns, noemie};

fn made(seed: u64) -> Year {
    let first: Date = "2025-11-01".parse().unwrap();
    year(&Recipe {
        seed,
        ..Recipe::starting(first)
    })
}

fn read_all(year: &Year) -> (Vec<Returns>, Vec<Sent>) {
    let mut files = Vec::new();
    let mut sent = Vec::new();
    for file in &year.files {
        if file.name.ends_with(".ret") {
            files.push(noemie::read(&file.bytes[..]).unwrap());
        } else if file.name.starts_with("returns/") {
            let list = read(&file.bytes, &TableOptions::default()).unwrap();
            assert!(list.faults.is_empty(), "{}: {:?}", file.name, list.faults);
            files.push(list.returns);
        } else if file.name == "sent.csv" {
            let list = read_sent(&file.bytes, &TableOptions::default()).unwrap();
            assert!(list.faults.is_empty(), "{:?}", list.faults);
            sent = list.sent;
        }
    }
    (files, sent)
}

#[test]
fn every_euro_of_a_year_is_found_again() {
    for seed in 1..=5 {
        let year = made(seed);
        let (files, sent) = read_all(&year);
        let ledger = Ledger::new(&files, &sent);
        let (money, totals) = (ledger.money(), year.totals);
        assert_eq!(money.balance(), 0);
        assert_eq!(money.asked, totals.asked, "asked");
        assert_eq!(money.paid, totals.paid, "paid");
        assert_eq!(money.rejected, totals.rejected, "rejected");
        assert_eq!(money.deferred, totals.deferred, "deferred");
        assert_eq!(money.deducted, totals.deducted, "deducted");
        assert_eq!(money.short, totals.short, "short");
        assert_eq!(money.open, totals.open, "open");
        assert_eq!(money.replaced, totals.replaced, "replaced");
        assert_eq!(ledger.taken_elsewhere, totals.elsewhere, "elsewhere");
        // asked = paid + rejected + deferred + deducted, and what the returns left short, did not answer or what was asked for twice.
        assert_eq!(
            totals.asked,
            totals.paid
                + totals.rejected
                + totals.deferred
                + totals.deducted
                + totals.short
                + totals.open
                + totals.replaced
        );
        // What the files say came in, added up without the ledger.
        let invoices = files.iter().flat_map(|file| &file.invoices);
        let came_in: i64 = invoices
            .flat_map(|invoice| &invoice.shares)
            .filter_map(|share| share.paid_cents)
            .sum();
        let taken: i64 = files
            .iter()
            .flat_map(|file| &file.deductions)
            .map(|one| one.amount_cents.abs())
            .sum();
        assert_eq!(came_in - taken, totals.cash);
        assert_eq!(
            came_in - taken,
            money.paid - ledger.taken_elsewhere - ledger.paid_before
        );
        for amount in [
            money.rejected,
            money.deferred,
            money.deducted,
            money.short,
            money.open,
            money.replaced,
        ] {
            assert!(amount > 0, "the year shows each of them: {money:?}");
        }
    }
}

#[test]
fn every_state_is_met_in_a_year() {
    let (files, sent) = read_all(&made(1));
    let ledger = Ledger::new(&files, &sent);
    let mut met: HashMap<State, usize> = HashMap::new();
    for row in &ledger.rows {
        *met.entry(row.state).or_default() += 1;
    }
    for state in State::ALL {
        // Nothing replaced is unsettled at the end, and no day was asked for.
        let expected = !matches!(state, State::TooLate | State::SentAgain);
        assert_eq!(met.contains_key(state), expected, "{state}: {met:?}");
    }
}

#[test]
fn the_order_of_files_and_rows_changes_nothing() {
    let (files, sent) = read_all(&made(2));
    let ledger = Ledger::new(&files, &sent);
    let mut turned = files.clone();
    turned.reverse();
    for file in &mut turned {
        file.invoices.reverse();
    }
    let back: Vec<Sent> = sent.iter().rev().cloned().collect();
    assert_eq!(Ledger::new(&turned, &back), ledger);
    // A file that is given twice is counted once.
    turned.extend(files.iter().filter(|file| file.deductions.is_empty()).cloned());
    assert_eq!(Ledger::new(&turned, &sent).rows, ledger.rows);
}

#[test]
fn what_each_file_says_of_itself_is_so() {
    let (files, _) = read_all(&made(3));
    for check in files.iter().flat_map(|file| &file.checks) {
        assert_ne!(check.result, CheckResult::Failed, "{check:?}");
    }
}

#[test]
fn no_number_of_a_person_comes_out_of_a_year() {
    let (files, sent) = read_all(&made(4));
    let shown = format!("{files:?}{sent:?}{:?}", Ledger::new(&files, &sent));
    for personal in ["1850575999", "SPECIMEN"] {
        assert!(!shown.contains(personal), "{personal} is kept");
    }
}
