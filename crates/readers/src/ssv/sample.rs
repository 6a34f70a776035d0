//! A synthetic family.

use super::encode::{Member, TestCard};

/// A family of four: an insured person with an ALD since 2024 and the C2S, a spouse born in a 13th month, and twins, the
/// second of whom was born in Corsica and has a certified number.
pub fn family() -> TestCard {
    let child = Member {
        birth_date: "201503020000",
        quality: "6",
        ..Member::default()
    };
    TestCard::new("01", "751", "0000", "1850599999001")
        .accidents("123456782", "")
        .member(Member {
            service: ("01", "20251201", "20261130"),
            ..Member::default()
        })
        .rights("20190301", "")
        .coverage("", "20231231", "0", "0100")
        .coverage("20240101", "20281231", "1", "0100")
        .coverage("20290101", "", "0", "0100")
        .mutual("99999997", "62")
        .mutual_rights("20251201", "20261130")
        .member(Member {
            first_name: "HÉLÈNE",
            birth_date: "198713320000",
            rank: " ",
            quality: "2",
            ..Member::default()
        })
        .rights("20190301", "20261231")
        .coverage("", "", "0", "0100")
        .complementary("0123456789", "22", "20260101", "20261231")
        .member(Member {
            first_name: "LÉO",
            ..child
        })
        .rights("20190301", "20330302")
        .coverage("", "", "0", "0105")
        .member(Member {
            first_name: "ZOÉ",
            rank: "2",
            certified_nir: "215032A999002",
            ..child
        })
        .rights("20190301", "20330302")
        .coverage("", "", "0", "0105")
        .common_zone("ZONE COMMUNE D'EXEMPLE")
}
