//! Lists as software writes them.

use super::{Column, TableOptions, TableReturns, read};
use crate::ShareState;
use tierspayant_core::model::Share;

fn table(bytes: &[u8]) -> TableReturns {
    read(bytes, &TableOptions::default()).unwrap()
}

#[test]
fn a_list_of_a_till_in_windows_1252_with_titles_above_it() {
    let mut list = b"Pharmacie de test\nRejets du mois\n\n".to_vec();
    list.extend_from_slice(b"N\xb0 facture;N\xb0 lot;Date facture;Part RO;RO pay\xe9;Part RC;RC pay\xe9;Motif du rejet;Nom;NIR\n");
    list.extend_from_slice(
        b"42;007;20/11/2026;1 042,50 \x80;0,00;6,40;6,40;ETM NON TROUVE EN BDO;SPECIMEN;1850575999001\n",
    );
    let read = table(&list);
    let invoice = &read.returns.invoices[0];
    assert_eq!(
        (invoice.invoice.as_str(), invoice.lot.as_deref()),
        ("42", Some("007"))
    );
    assert_eq!(
        invoice.invoice_date.map(|day| day.to_string()).as_deref(),
        Some("2026-11-20")
    );
    let shares: Vec<_> = invoice
        .shares
        .iter()
        .map(|one| (one.share, one.state, one.asked_cents, one.paid_cents))
        .collect();
    assert_eq!(
        shares,
        [
            (Share::Amo, ShareState::Rejected, 104_250, Some(0)),
            (Share::Amc, ShareState::Paid, 640, Some(640))
        ]
    );
    let unused: Vec<String> = read.returns.unused.iter().map(ToString::to_string).collect();
    assert_eq!(
        unused,
        [
            "column 9: personal data that no verdict needs",
            "column 10: personal data that no verdict needs"
        ]
    );
    let shown = format!("{read:?}");
    assert!(!shown.contains("SPECIMEN") && !shown.contains("1850575999001"));
}

#[test]
fn a_fault_costs_its_row_alone_and_is_told_without_its_value() {
    let list = "facture,montant,date facture\n1,\"12,50\",2026-11-20\n2,douze,2026-11-20\n,5,\n4,1,32/13/2026\n5,3,\n\n";
    let read = table(list.as_bytes());
    let numbers: Vec<&str> = read
        .returns
        .invoices
        .iter()
        .map(|one| one.invoice.as_str())
        .collect();
    assert_eq!(numbers, ["1", "5"]);
    let faults: Vec<String> = read.faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        faults,
        [
            "row 3, asked: not an amount, as 42,50",
            "row 4, invoice: missing",
            "row 5, invoice_date: not a day, as 20/11/2026",
        ]
    );
}

#[test]
fn rows_of_one_invoice_are_gathered() {
    let list = "facture\tlot\tpart\tmontant\tmontant paye\tmotif\tstatut\n42\t7\tRO\t10,00\t0\tDROITS FERMES\tRejeté\n42\t7\tRC\t5,00\t5,00\t\tPayé\n42\t8\tRO\t1,00\t\tFACTURE EN COURS DE TRAITEMENT CAISSE\t\n";
    let read = table(list.as_bytes());
    let states: Vec<Vec<ShareState>> = read
        .returns
        .invoices
        .iter()
        .map(|one| one.shares.iter().map(|share| share.state).collect())
        .collect();
    assert_eq!(
        states,
        [
            vec![ShareState::Rejected, ShareState::Paid],
            vec![ShareState::Deferred]
        ]
    );
}

#[test]
fn a_mapping_of_the_caller_wins_and_an_identity_is_never_read() {
    let list = "Ref interne|Patient|Somme\nA-1|SPECIMEN|3,00\n";
    let columns = |names: &[(&str, Column)]| TableOptions {
        columns: names
            .iter()
            .map(|(name, column)| ((*name).to_owned(), *column))
            .collect(),
    };
    let mapped = columns(&[
        ("Ref interne", Column::Invoice),
        ("Somme", Column::Asked),
        ("Patient", Column::Label),
    ]);
    let found = read(list.as_bytes(), &mapped).unwrap();
    assert_eq!(found.returns.invoices[0].invoice, "A-1");
    assert!(!format!("{found:?}").contains("SPECIMEN"));
    assert_eq!(
        read(list.as_bytes(), &TableOptions::default())
            .unwrap_err()
            .problem,
        "no row names a column of invoices"
    );
}

#[test]
fn utf_16_and_utf_8_with_a_mark_are_read() {
    let list = "facture;montant\n42;1,00\n";
    let mut utf8 = vec![0xef, 0xbb, 0xbf];
    utf8.extend_from_slice(list.as_bytes());
    let mut utf16 = vec![0xff, 0xfe];
    utf16.extend(list.encode_utf16().flat_map(u16::to_le_bytes));
    for bytes in [utf8, utf16] {
        assert_eq!(table(&bytes).returns.invoices[0].invoice, "42");
    }
}

#[test]
fn what_is_no_table_is_refused() {
    for bytes in [
        &b""[..],
        b"PK\x03\x04 not a workbook",
        b"\0\0\0\0",
        b"nothing here",
    ] {
        assert!(read(bytes, &TableOptions::default()).is_err());
    }
}
