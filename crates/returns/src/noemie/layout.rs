//! Where each field of each entity stands. Positions count from 1 in the entity, its id included.
//!
//! The layout comes from public descriptions of the norm, and was never compared with a fund's own file: a file is accepted only where
//! every known entity closes where this table says.

/// The character that closes every entity but the first and the last.
pub(super) const DELIMITER: u8 = b'@';

/// An entity: its id, and its length with the delimiter.
pub(super) struct Entity {
    pub id: &'static str,
    pub length: usize,
    /// Whether it holds personal data only: nothing of it is read.
    pub personal: bool,
}

const fn entity(id: &'static str, length: usize) -> Entity {
    Entity {
        id,
        length,
        personal: false,
    }
}

const fn person(id: &'static str, length: usize) -> Entity {
    Entity {
        id,
        length,
        personal: true,
    }
}

/// The entities between the first and the last block.
pub(super) const ENTITIES: &[Entity] = &[
    entity("020", 21),
    entity("040", 21),
    entity("070", 12),
    entity("071", 86),
    entity("080", 15),
    entity("081", 22),
    entity("100", 15),
    entity("102", 40),
    person("103", 152),
    person("110", 88),
    person("120", 57),
    entity("150", 8),
    entity("160", 23),
    entity("198", 24),
    entity("199", 49),
    entity("210", 118),
    entity("250", 47),
    entity("261", 19),
    entity("262", 134),
    entity("290", 98),
    entity("294", 153),
    entity("295", 135),
    entity("990", 43),
];

/// The head and the end of a file.
pub(super) mod head {
    use crate::fields::Field;
    pub const SENDER_TYPE: Field = (4, 5);
    pub const CREATED: Field = (56, 61);
    pub const REFERENCE: Field = (62, 65);
    pub const FLOW: Field = (71, 71);
    /// Of the end: how many records.
    pub const RECORDS: Field = (56, 63);
    /// Of the end: how many lots.
    pub const LOTS: Field = (83, 85);
    /// Of the end: the sum of the file.
    pub const SUM: Field = (86, 96);
    /// Of the end: the sign of that sum.
    pub const SUM_SIGN: Field = (97, 97);
}

/// `070` and `071`: the accounting date.
pub(super) mod accounting {
    use crate::fields::Field;
    pub const DATE: Field = (6, 11);
    pub const PAYER: Field = (76, 85);
}

/// `080`: the lot.
pub(super) mod lot {
    use crate::fields::Field;
    pub const NUMBER: Field = (12, 14);
}

/// `100` and `102`: the invoice.
pub(super) mod invoice {
    use crate::fields::Field;
    pub const NUMBER: Field = (6, 14);
    pub const LOT: Field = (21, 23);
    pub const FLOW: Field = (30, 30);
    pub const DATE: Field = (31, 36);
    pub const NATURE: Field = (38, 39);
}

/// `198` and `199`: a share.
pub(super) mod share {
    use crate::fields::Field;
    pub const ASKED: Field = (6, 13);
    pub const STATE: Field = (14, 14);
    pub const PAID: Field = (15, 22);
    pub const SIGN: Field = (23, 23);
    pub const ORGANISM: Field = (24, 33);
}

/// `210`: an act line.
pub(super) mod line {
    use crate::fields::Field;
    pub const NUMBER: Field = (6, 7);
    pub const EXEMPTION: Field = (10, 10);
    pub const PRESCRIPTION: Field = (16, 21);
    pub const CARE: Field = (22, 27);
    pub const RATE: Field = (50, 52);
    pub const AMO: Field = (53, 60);
    pub const SIGN: Field = (61, 61);
    pub const ACT: Field = (62, 64);
    pub const SPENT: Field = (78, 85);
    pub const AMC: Field = (102, 109);
}

/// `250`: a deduction.
pub(super) mod deduction {
    use crate::fields::Field;
    pub const LINE: Field = (6, 7);
    pub const REFERENCE: Field = (8, 17);
    pub const DATE: Field = (18, 23);
    pub const KIND: Field = (24, 26);
    pub const OPERATION: Field = (27, 29);
    pub const AMOUNT: Field = (30, 37);
    pub const SIGN: Field = (38, 38);
    pub const BALANCE: Field = (39, 46);
}

/// `290`: a reject or a signal.
pub(super) mod signal {
    use crate::fields::Field;
    pub const LINE: Field = (6, 7);
    pub const CODE: Field = (8, 17);
    pub const LABEL: Field = (18, 97);
}

/// `294`: a reject line. Descriptions disagree on where the code ends, so code and label are one zone here.
pub(super) mod reject {
    use crate::fields::Field;
    pub const ZONE: Field = (6, 95);
    pub const LEVEL: Field = (96, 96);
    pub const SHARE: Field = (97, 97);
    pub const ACT: Field = (98, 102);
    pub const CARE: Field = (103, 108);
    pub const LINE: Field = (118, 120);
}

/// `990`: what the file says of a level that it closes.
pub(super) mod control {
    use crate::fields::Field;
    pub const CLOSED: Field = (6, 22);
    pub const COUNT: Field = (23, 30);
    pub const SUM: Field = (31, 41);
}
