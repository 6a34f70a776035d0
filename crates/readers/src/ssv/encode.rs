//! Writes synthetic card buffers, for tests and examples. No real card, and no card of a test kit, was copied here.
//!
//! ```
//! use tierspayant_readers::test_cards::{Member, TestCard};
//! use tierspayant_readers::{Format, ReadOptions, read};
//!
//! let card = TestCard::new("01", "751", "0000", "1850599999001")
//!     .member(Member { birth_date: "198505140000", ..Member::default() })
//!     .rights("20190301", "")
//!     .coverage("", "", "0", "0100");
//! let result = read(Format::Ssv, &card.encode(), &ReadOptions::default())?;
//! assert_eq!(result.snapshots.len(), 1);
//! # Ok::<(), tierspayant_readers::ReadError>(())
//! ```

use tierspayant_core::model::Nir;

pub use super::sample::family;

use super::layout::{
    ACCIDENTS, BENEFICIARY, CARD, COMMON_ZONE, COMPLEMENTARY, COVERAGE, FAMILY_SERVICE, MUTUAL,
    MUTUAL_RIGHTS, RIGHTS,
};

/// A card buffer in the making: groups in the order in which they are added.
#[derive(Clone, Default)]
pub struct TestCard {
    groups: Vec<(u16, Vec<Vec<u8>>)>,
}

/// The fields of a group 104 that matter; the others are left blank.
#[derive(Clone, Copy)]
pub struct Member<'a> {
    /// Usual name.
    pub name: &'a str,
    /// First name.
    pub first_name: &'a str,
    /// Certified number, 13 characters, or blank. The key is computed.
    pub certified_nir: &'a str,
    /// Birth date, as it is to be written.
    pub birth_date: &'a str,
    /// Birth rank, as it is to be written.
    pub rank: &'a str,
    /// Quality: `0` is the insured person, `6` a child.
    pub quality: &'a str,
    /// Service of the fund: code, start, end.
    pub service: (&'a str, &'a str, &'a str),
}

impl Default for Member<'_> {
    /// The insured person, born on 1985-05-14, without any service.
    fn default() -> Self {
        Member {
            name: "SPECIMEN",
            first_name: "CAMILLE",
            certified_nir: "",
            birth_date: "198505140000",
            rank: "1",
            quality: "0",
            service: ("00", "", ""),
        }
    }
}

impl TestCard {
    /// A card of this scheme, fund, centre and insured number (13 characters; the key is computed).
    pub fn new(regime: &str, fund: &str, centre: &str, insured: &str) -> Self {
        let key = key(insured);
        let fields = [
            "T",
            "000000001",
            "",
            "",
            "",
            "",
            "A",
            insured,
            key.as_str(),
            regime,
            fund,
            centre,
            "10",
            "",
        ];
        TestCard::default().group(CARD, &fields)
    }

    /// Adds a group as it is: its number and its fields.
    #[must_use]
    pub fn group(mut self, id: u16, fields: &[&str]) -> Self {
        self.groups
            .push((id, fields.iter().map(|field| latin1(field)).collect()));
        self
    }

    /// Adds a service of the whole family.
    #[must_use]
    pub fn family_service(self, code: &str, start: &str, end: &str) -> Self {
        self.group(FAMILY_SERVICE, &[code, &moment(start), &moment(end)])
    }

    /// Adds the accidents: up to two numbers.
    #[must_use]
    pub fn accidents(self, first: &str, second: &str) -> Self {
        self.group(
            ACCIDENTS,
            &["01751", "", "", "01751", "00", first, "01751", "00", second],
        )
    }

    /// Adds a beneficiary, to whom the groups added next belong.
    #[must_use]
    pub fn member(self, member: Member<'_>) -> Self {
        let key = key(member.certified_nir);
        let (service, start, end) = member.service;
        let (start, end) = (moment(start), moment(end));
        self.group(
            BENEFICIARY,
            &[
                member.name,
                "",
                member.first_name,
                "",
                "",
                "1 RUE DE L'EXEMPLE",
                "",
                "75000 EXEMPLE",
                member.certified_nir,
                &key,
                "",
                member.birth_date,
                member.rank,
                member.quality,
                service,
                &start,
                &end,
                "",
            ],
        )
    }

    /// Adds a period of base rights.
    #[must_use]
    pub fn rights(self, start: &str, end: &str) -> Self {
        self.group(RIGHTS, &[&moment(start), &moment(end)])
    }

    /// Adds a period of coverage code.
    #[must_use]
    pub fn coverage(self, start: &str, end: &str, ald: &str, situation: &str) -> Self {
        self.group(COVERAGE, &[&moment(start), &moment(end), ald, situation])
    }

    /// Adds a contract under single management.
    #[must_use]
    pub fn mutual(self, number: &str, indicator: &str) -> Self {
        self.group(MUTUAL, &[number, "OOOOOOOO", indicator, "", "", ""])
    }

    /// Adds a period of rights of that contract.
    #[must_use]
    pub fn mutual_rights(self, start: &str, end: &str) -> Self {
        self.group(MUTUAL_RIGHTS, &[&moment(start), &moment(end)])
    }

    /// Adds a contract under separate management.
    #[must_use]
    pub fn complementary(self, number: &str, indicator: &str, start: &str, end: &str) -> Self {
        let (start, end) = (moment(start), moment(end));
        self.group(
            COMPLEMENTARY,
            &[
                number,
                "",
                "ADHERENT1",
                indicator,
                &start,
                &end,
                "OC",
                "01",
                "",
                "",
                "",
                "",
            ],
        )
    }

    /// Adds the free text of the complementary insurer.
    #[must_use]
    pub fn common_zone(self, text: &str) -> Self {
        self.group(COMMON_ZONE, &[text])
    }

    /// The buffer.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (id, fields) in &self.groups {
            let mut content = Vec::new();
            for field in fields {
                content.extend(length(field.len()));
                content.extend(field);
            }
            bytes.extend(id.to_be_bytes());
            bytes.extend(length(content.len()));
            bytes.extend(content);
        }
        bytes
    }

    /// The offsets at which a group ends, the end of the buffer among them.
    pub fn group_ends(&self) -> Vec<usize> {
        (1..=self.groups.len())
            .map(|count| {
                TestCard {
                    groups: self.groups.iter().take(count).cloned().collect(),
                }
                .encode()
                .len()
            })
            .collect()
    }
}

/// The key of a number of 13 characters, on two digits; blank for a number of another shape.
pub fn key(nir: &str) -> String {
    nir.parse::<Nir>()
        .map(|nir| format!("{:02}", nir.key()))
        .unwrap_or_default()
}

/// A day written as a card does, with the hour and the minute; other texts as they are.
fn moment(text: &str) -> String {
    if text.len() == 8 {
        format!("{text}0000")
    } else {
        text.to_owned()
    }
}

/// Latin-1 bytes; characters that it does not have become question marks.
fn latin1(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
        .collect()
}

/// A BER length in its shortest form.
fn length(length: usize) -> Vec<u8> {
    let digits: Vec<u8> = length
        .to_be_bytes()
        .into_iter()
        .skip_while(|&byte| byte == 0)
        .collect();
    match (digits.as_slice(), u8::try_from(digits.len())) {
        ([], _) => vec![0],
        ([single], _) if *single < 0x80 => digits,
        (_, Ok(count)) => [vec![0x80 | count], digits].concat(),
        (_, Err(_)) => Vec::new(),
    }
}
