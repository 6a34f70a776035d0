//! Where each field stands, by first and last position from 1: the layout for establishments (norm `CP`, B2 2005-E), and the older one for
//! professionals. Both come from public descriptions: two that agree for the first, one for the second.

use crate::fields::Field;

/// The two layouts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// Establishments.
    Establishment,
    /// Professionals.
    Professional,
}

/// Of the head: the norm.
pub(super) const NORM: Field = (62, 65);
/// Of a lot head (1): the lot.
pub(super) const LOT: Field = (20, 22);
/// Of a lot end (6): how many invoices it holds.
pub(super) const LOT_INVOICES: Field = (11, 13);

/// The fields of a claim and of its lines in one layout.
pub(super) struct Places {
    /// What tells a record 2 from those that go with it: blank or a digit in the first, a letter in the others.
    pub kind_of_2: Field,
    /// The same for the records that follow a line.
    pub kind_of_line: Field,
    pub invoice: Field,
    pub regime: Field,
    pub fund: Field,
    pub centre: Field,
    pub prescription: Option<Field>,
    pub nature: Field,
    pub exemption: Field,
    pub accident: Field,
    /// `F`: the AMC share is sent apart.
    pub split: Field,
    /// Who is paid, of the professional layout: `05` AMO, `15` both, `25` AMC, `00` nobody.
    pub payee: Option<Field>,
    pub contract_type: Field,
    pub organism: Field,
    pub line_exemption: Field,
    pub line_date: Field,
    pub line_amo: Field,
    pub line_spent: Field,
    pub line_amc: Field,
}

/// The fields of an out-patient line (4) of an establishment.
pub(super) const ESTABLISHMENT: Places = Places {
    kind_of_2: (39, 39),
    kind_of_line: (36, 36),
    invoice: (30, 38),
    regime: (49, 50),
    fund: (51, 53),
    centre: (54, 57),
    prescription: None,
    nature: (77, 78),
    exemption: (79, 79),
    accident: (86, 94),
    split: (95, 95),
    payee: None,
    contract_type: (117, 118),
    organism: (119, 128),
    line_exemption: (54, 54),
    line_date: (70, 75),
    line_amo: (108, 114),
    line_spent: (115, 121),
    line_amc: (123, 128),
};

/// The fields of a line of a stay (3), which only establishments have.
pub(super) mod stay {
    use crate::fields::Field;
    pub const START: Field = (44, 49);
    pub const EXEMPTION: Field = (64, 64);
    pub const AMO: Field = (94, 101);
    pub const SPENT: Field = (102, 109);
    pub const AMC: Field = (122, 128);
    /// Of the record 3S: the day of the prescription.
    pub const PRESCRIPTION: Field = (54, 59);
}

/// The fields of a line (4) of a professional.
pub(super) const PROFESSIONAL: Places = Places {
    kind_of_2: (37, 37),
    kind_of_line: (37, 37),
    invoice: (27, 35),
    regime: (49, 50),
    fund: (51, 53),
    centre: (54, 57),
    prescription: Some((68, 73)),
    nature: (77, 78),
    exemption: (79, 79),
    accident: (86, 94),
    split: (46, 46),
    payee: Some((115, 116)),
    contract_type: (117, 118),
    organism: (119, 128),
    line_exemption: (54, 54),
    line_date: (68, 73),
    line_amo: (106, 112),
    line_spent: (113, 119),
    line_amc: (122, 128),
};

impl Layout {
    pub(super) const fn places(self) -> &'static Places {
        match self {
            Layout::Establishment => &ESTABLISHMENT,
            Layout::Professional => &PROFESSIONAL,
        }
    }
}
