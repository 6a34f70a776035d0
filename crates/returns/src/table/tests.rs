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

/// A workbook with one sheet, as small as one can be.
fn workbook(rows: &str) -> Vec<u8> {
    let parts = [
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#.to_owned(),
        ),
        (
            "_rels/.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#.to_owned(),
        ),
        (
            "xl/workbook.xml",
            r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Rejets" sheetId="1" r:id="r1"/></sheets></workbook>"#.to_owned(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#.to_owned(),
        ),
        (
            "xl/styles.xml",
            r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#.to_owned(),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#),
        ),
    ];
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, text) in parts {
        archive.start_file(name, options).unwrap();
        std::io::Write::write_all(&mut archive, text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_is_read_with_its_days_and_amounts() {
    let text = |cell: &str, text: &str| format!(r#"<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let rows = [
        format!(r#"<row r="1">{}</row>"#, text("A1", "Retours de novembre")),
        format!(
            r#"<row r="2">{}{}{}{}</row>"#,
            text("A2", "Facture"),
            text("B2", "Date facture"),
            text("C2", "Part AMO"),
            text("D2", "Motif")
        ),
        // 2026-11-20 is day 46346 of the workbook.
        format!(
            r#"<row r="3"><c r="A3"><v>42</v></c><c r="B3" s="1"><v>46346</v></c><c r="C3"><v>42.5</v></c>{}</row>"#,
            text("D3", "DROITS FERMES")
        ),
    ];
    let read = table(&workbook(&rows.concat()));
    let invoice = &read.returns.invoices[0];
    assert_eq!(invoice.invoice, "42");
    assert_eq!(
        invoice.invoice_date.map(|day| day.to_string()).as_deref(),
        Some("2026-11-20")
    );
    assert_eq!(
        (invoice.shares[0].state, invoice.shares[0].asked_cents),
        (ShareState::Rejected, 4_250)
    );
}
