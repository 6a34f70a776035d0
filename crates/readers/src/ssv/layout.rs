//! The groups of a card reading and the names of their fields, in the order in which they are written.

/// The card and the insured person.
pub(crate) const CARD: u16 = 101;
/// The service that the fund gives to the whole family.
pub(crate) const FAMILY_SERVICE: u16 = 102;
/// Work accidents.
pub(crate) const ACCIDENTS: u16 = 103;
/// One beneficiary; the groups after it, up to the next one, are this person's.
pub(crate) const BENEFICIARY: u16 = 104;
/// One period of rights of the mandatory insurance.
pub(crate) const RIGHTS: u16 = 105;
/// One period of coverage code.
pub(crate) const COVERAGE: u16 = 106;
/// The complementary insurance under single management.
pub(crate) const MUTUAL: u16 = 107;
/// One period of rights of the group 107 before it.
pub(crate) const MUTUAL_RIGHTS: u16 = 108;
/// The complementary insurance under separate management.
pub(crate) const COMPLEMENTARY: u16 = 109;
/// Free text of the complementary insurance.
pub(crate) const COMMON_ZONE: u16 = 111;

/// The names of the fields of a group, or nothing for a group that this reader does not know.
pub(crate) fn field_names(group: u16) -> Option<&'static [&'static str]> {
    Some(match group {
        CARD => &[
            "card type",
            "serial number",
            "card end",
            "card administration 1",
            "card administration 2",
            "administration",
            "holder",
            "insured number",
            "insured number key",
            "scheme",
            "fund",
            "centre",
            "management code",
            "family administration",
        ],
        FAMILY_SERVICE => &["service", "start", "end"],
        ACCIDENTS => &[
            "default organism",
            "default code",
            "default accident",
            "organism 1",
            "code 1",
            "accident 1",
            "organism 2",
            "code 2",
            "accident 2",
        ],
        BENEFICIARY => &[
            "usual name",
            "birth name",
            "first name",
            "address 1",
            "address 2",
            "address 3",
            "address 4",
            "address 5",
            "certified number",
            "certified number key",
            "certification date",
            "birth date",
            "birth rank",
            "quality",
            "service",
            "service start",
            "service end",
            "administration",
        ],
        RIGHTS | MUTUAL_RIGHTS => &["start", "end"],
        COVERAGE => &["start", "end", "ald", "situation"],
        MUTUAL => &[
            "number",
            "guarantees",
            "indicator",
            "service type",
            "services",
            "routing",
        ],
        COMPLEMENTARY => &[
            "number",
            "exchange number",
            "member number",
            "indicator",
            "start",
            "end",
            "route",
            "host",
            "domain",
            "routing",
            "service type",
            "services",
        ],
        COMMON_ZONE => &["text"],
        _ => return None,
    })
}

/// The name of one field, counted from one.
pub(crate) fn field_name(group: u16, field: usize) -> Option<&'static str> {
    field_names(group)?.get(field.checked_sub(1)?).copied()
}
