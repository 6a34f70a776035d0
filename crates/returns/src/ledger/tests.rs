//! States follow from the files, and every cent is found again.

use super::{Ledger, Sent, State, Work};
use crate::model::{Deduction, Reject, RejectShare, ReturnedInvoice, ReturnedShare, Returns, ShareState};
use proptest::prelude::*;
use tierspayant_core::model::Share;

fn share(share: Share, state: ShareState, asked: i64, paid: i64) -> ReturnedShare {
    ReturnedShare {
        share,
        state,
        asked_cents: asked,
        paid_cents: Some(paid),
        organism: None,
    }
}

fn file(day: &str, invoice: &str, shares: Vec<ReturnedShare>) -> Returns {
    let mut returns = Returns::default();
    returns.head.created_on = day.parse().ok();
    returns.invoices.push(ReturnedInvoice {
        invoice: invoice.to_owned(),
        shares,
        ..ReturnedInvoice::default()
    });
    returns
}

fn sent(invoice: &str, cents: i64) -> Sent {
    Sent {
        invoice: invoice.to_owned(),
        asked: vec![(Share::Amo, cents)],
        sent_on: "2026-11-20".parse().ok(),
        ..Sent::default()
    }
}

fn states(files: &[Returns], sent: &[Sent]) -> Vec<State> {
    let ledger = Ledger::new(files, sent);
    assert_eq!(ledger.money().balance(), 0);
    ledger.rows.iter().map(|row| row.state).collect()
}

use ShareState::{Deferred, NotHandled, Paid, Rejected};

#[test]
fn each_state_is_reached() {
    let refused = file("2026-11-25", "1", vec![share(Share::Amo, Rejected, 1000, 0)]);
    let deferred = file("2026-11-25", "1", vec![share(Share::Amo, Deferred, 1000, 0)]);
    let paid = file("2026-12-02", "1", vec![share(Share::Amo, Paid, 1000, 1000)]);
    let part = file("2026-12-02", "1", vec![share(Share::Amo, Paid, 1000, 400)]);
    let back = file("2026-12-20", "1", vec![share(Share::Amo, Paid, 1000, -1000)]);
    assert_eq!(states(&[], &[sent("1", 1000)]), [State::Open]);
    assert_eq!(
        states(
            &[file(
                "2026-11-25",
                "1",
                vec![share(Share::Amo, NotHandled, 1000, 0)]
            )],
            &[]
        ),
        [State::Open]
    );
    assert_eq!(states(std::slice::from_ref(&deferred), &[]), [State::Waiting]);
    assert_eq!(states(std::slice::from_ref(&refused), &[]), [State::Rejected]);
    let again = file("2026-11-27", "1", vec![share(Share::Amo, Rejected, 1000, 0)]);
    assert_eq!(states(&[again, refused.clone()], &[]), [State::RejectedAgain]);
    assert_eq!(
        states(&[refused.clone(), refused.clone()], &[]),
        [State::Rejected],
        "what is told twice in the same words happened once"
    );
    assert_eq!(states(&[deferred, paid.clone()], &[]), [State::Paid]);
    assert_eq!(states(&[refused.clone(), paid.clone()], &[]), [State::Paid]);
    assert_eq!(states(&[part], &[]), [State::PaidInPart]);
    assert_eq!(states(&[paid, back], &[]), [State::Deducted]);
    let up = Sent {
        given_up: true,
        ..sent("1", 1000)
    };
    assert_eq!(states(std::slice::from_ref(&refused), &[up]), [State::GivenUp]);
    let again = Sent {
        sent_on: "2026-11-28".parse().ok(),
        ..sent("1", 1000)
    };
    assert_eq!(
        states(std::slice::from_ref(&refused), &[again]),
        [State::SentAgain]
    );
    let new = Sent {
        replaces: Some("1".to_owned()),
        ..sent("2", 1000)
    };
    let ledger = Ledger::new(std::slice::from_ref(&refused), &[sent("1", 1000), new]);
    assert_eq!(
        ledger.rows.iter().map(|row| row.state).collect::<Vec<_>>(),
        [State::SentAgain, State::Open]
    );
    assert_eq!(ledger.rows[0].replaced_by.as_deref(), Some("2"));
    assert_eq!(
        (
            ledger.money().asked,
            ledger.money().replaced,
            ledger.money().rejected
        ),
        (2000, 1000, 0)
    );
    let settled = file("2026-12-02", "2", vec![share(Share::Amo, Paid, 1000, 1000)]);
    let new = Sent {
        replaces: Some("1".to_owned()),
        ..sent("2", 1000)
    };
    assert_eq!(
        states(&[settled, refused.clone()], &[sent("1", 1000), new]),
        [State::Replaced, State::Paid]
    );
    let late = Sent {
        too_late_on: "2029-02-20".parse().ok(),
        ..sent("1", 1000)
    };
    let ledger = Ledger::new(&[refused], &[late]);
    assert_eq!(
        ledger.clone().on("2029-02-19".parse().unwrap()).rows[0].state,
        State::Rejected
    );
    assert_eq!(
        ledger.on("2029-02-20".parse().unwrap()).rows[0].state,
        State::TooLate
    );
}

#[test]
fn a_reject_of_one_share_is_not_one_of_the_other() {
    let mut returns = file(
        "2026-11-25",
        "1",
        vec![
            share(Share::Amo, Paid, 1000, 1000),
            share(Share::Amc, Rejected, 500, 0),
        ],
    );
    returns.invoices[0].rejects.push(Reject {
        label: Some("DROIT NON OUVERT EN R.C. A LA MUT".to_owned()),
        share: Some(RejectShare::Complementary),
        ..Reject::default()
    });
    let ledger = Ledger::new(&[returns], &[]);
    assert_eq!(
        (ledger.rows[0].state, ledger.rows[0].rejects.len()),
        (State::Paid, 0)
    );
    assert_eq!(
        (ledger.rows[1].state, ledger.rows[1].rejects.len()),
        (State::Rejected, 1)
    );
}

#[test]
fn a_deduction_takes_back_what_was_paid_and_not_more() {
    let mut returns = file("2026-11-25", "1", vec![share(Share::Amo, Paid, 1000, 1000)]);
    returns.invoices[0].deductions.push(Deduction {
        operation: Some("RPR".to_owned()),
        amount_cents: -5000,
        ..Deduction::default()
    });
    let ledger = Ledger::new(&[returns], &[]);
    let row = &ledger.rows[0];
    assert_eq!(
        (row.state, row.money.paid, row.money.deducted),
        (State::Deducted, 0, 1000)
    );
    assert_eq!(
        ledger.taken_elsewhere, 4000,
        "the rest is a debt of something else"
    );
}

#[test]
fn a_debt_without_its_invoice_is_counted_and_a_test_file_is_not() {
    let mut debts = Returns::default();
    debts.deductions.push(Deduction {
        operation: Some("RPR".to_owned()),
        amount_cents: -700,
        ..Deduction::default()
    });
    let mut test = file("2026-11-25", "9", vec![share(Share::Amo, Paid, 1000, 1000)]);
    test.head.test = true;
    let ledger = Ledger::new(&[debts, test], &[]);
    assert_eq!(
        (ledger.taken_elsewhere, ledger.test_files, ledger.rows.len()),
        (700, 1, 0)
    );
}

#[test]
fn a_lot_is_taken_from_the_returns_where_they_name_one_alone() {
    let lot = |name: &str| {
        let mut one = file("2026-11-25", "1", vec![share(Share::Amo, Rejected, 1000, 0)]);
        one.invoices[0].lot = Some(name.to_owned());
        one
    };
    assert_eq!(states(&[lot("007")], &[sent("1", 1000)]), [State::Rejected]);
    let two = Ledger::new(&[lot("007"), lot("008")], &[sent("1", 1000)]);
    assert_eq!(two.rows.len(), 3, "nothing says which of the two lots it was");
}

#[test]
fn every_state_says_what_it_asks_for() {
    let now: Vec<&str> = State::ALL
        .iter()
        .filter(|state| state.work() == Work::Now)
        .map(|state| state.as_str())
        .collect();
    assert_eq!(now, ["rejected", "rejected_again", "paid_in_part", "deducted"]);
}

fn any_share() -> impl Strategy<Value = ReturnedShare> {
    let state = prop::sample::select(vec![
        Paid,
        Rejected,
        Deferred,
        NotHandled,
        ShareState::Unknown('Z'),
    ]);
    let which = prop::sample::select(vec![Share::Amo, Share::Amc]);
    (which, state, 0_i64..100_000, -100_000_i64..100_000)
        .prop_map(|(which, state, asked, paid)| share(which, state, asked, paid))
}

proptest! {
    /// Whatever the returns say, each cent that was asked for is found again.
    #[test]
    fn every_cent_is_found_again(files in prop::collection::vec((0_u8..4, prop::collection::vec(any_share(), 0..3), prop::option::of(-50_000_i64..50_000)), 0..8)) {
        let returns: Vec<Returns> = files
            .into_iter()
            .map(|(invoice, shares, deducted)| {
                let mut one = file("2026-11-25", &invoice.to_string(), shares);
                if let Some(amount_cents) = deducted {
                    one.invoices[0].deductions.push(Deduction { operation: Some("RPR".to_owned()), amount_cents, ..Deduction::default() });
                }
                one
            })
            .collect();
        let ledger = Ledger::new(&returns, &[sent("1", 1234)]);
        let backwards: Vec<Returns> = returns.iter().rev().cloned().collect();
        prop_assert_eq!(&ledger, &Ledger::new(&backwards, &[sent("1", 1234)]), "the order of the files changes nothing");
        for row in &ledger.rows {
            prop_assert_eq!(row.money.balance(), 0);
            prop_assert!(row.money.deducted >= 0);
        }
        prop_assert_eq!(ledger.money().balance(), 0);
    }
}

/// Sent twice by mistake, the second one is refused as already paid: nothing is owed and nothing is to do.
#[test]
fn what_is_paid_in_whole_and_then_refused_stays_paid() {
    let paid = file("2026-11-24", "1", vec![share(Share::Amo, Paid, 1000, 1000)]);
    let refused = file("2026-11-26", "1", vec![share(Share::Amo, Rejected, 1000, 0)]);
    let ledger = Ledger::new(&[paid, refused.clone()], &[]);
    let row = &ledger.rows[0];
    assert_eq!((row.state, row.state.work()), (State::Paid, Work::Done));
    assert_eq!((row.money.paid, row.money.unpaid(), row.refusals), (1000, 0, 1));
    let part = file("2026-11-24", "1", vec![share(Share::Amo, Paid, 1000, 400)]);
    assert_eq!(states(&[part, refused.clone()], &[]), [State::Rejected]);
    let back = file("2026-11-25", "1", vec![share(Share::Amo, Paid, 1000, -1000)]);
    let paid = file("2026-11-24", "1", vec![share(Share::Amo, Paid, 1000, 1000)]);
    assert_eq!(states(&[paid, back, refused], &[]), [State::Rejected]);
}
