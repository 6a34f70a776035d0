//! The documents as they are written: the names of the format and nothing of its meaning.

mod claim;
mod reject;
mod snapshot;

pub(crate) use claim::{AccidentRefWire, ClaimContractWire, ClaimWire, LineWire};
pub(crate) use reject::{RejectDocumentWire, ReportWire};
pub(crate) use snapshot::{
    AccidentWire, ContractWire, CoverageCodeWire, ExemptionWire, HorizonWire, MaternityWire, PeriodWire,
    ServiceWire, SnapshotWire,
};

use crate::given::{Given, List, Shape, Text};
use serde::de::{IgnoredAny, MapAccess};
use std::borrow::Cow;

/// Declares an object: every field is optional here, unknown and duplicate ones are refused, and a list is no object.
macro_rules! objects {
    ($($(#[$meta:meta])* $name:ident<'a> { $($(#[$fmeta:meta])* $field:ident: $type:ty),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Default, serde::Deserialize)]
        #[serde(default, deny_unknown_fields, bound(deserialize = "'de: 'a"))]
        pub(crate) struct $name<'a> { $($(#[$fmeta])* pub(crate) $field: $type),+ }

        impl<'de: 'a, 'a> $crate::given::Shape<'de> for $name<'a> {
            const EXPECTED: &'static str = "an object";

            fn object<A: serde::de::MapAccess<'de>>(
                object: A,
            ) -> Result<$crate::given::Given<Self>, A::Error> {
                let whole = serde::de::value::MapAccessDeserializer::new(object);
                serde::Deserialize::deserialize(whole).map($crate::given::Given::Value)
            }
        }
    )+};
}
use objects;

objects! {
    /// A whole document.
    DocumentWire<'a> {
        format: Text<'a>,
        as_of: Text<'a>,
        claim: Given<ClaimWire<'a>>,
        rights: List<SnapshotWire<'a>>,
    }

    /// Who is meant.
    PersonWire<'a> {
        id: Text<'a>,
        birth_date: Text<'a>,
        birth_rank: Given<u64>,
        nir: Text<'a>,
    }

    /// An obligatory scheme.
    SchemeWire<'a> {
        regime: Text<'a>,
        fund: Text<'a>,
        centre: Text<'a>,
    }
}

/// What the top of a document tells of its kind, whatever else is in it.
#[derive(Default)]
pub(crate) struct Outline<'a> {
    /// The format it names.
    pub(crate) format: Text<'a>,
    /// Whether it has one of the fields that only a whole document has.
    pub(crate) is_document: bool,
}

impl<'de: 'a, 'a> Shape<'de> for Outline<'a> {
    const EXPECTED: &'static str = "an object";

    fn object<A: MapAccess<'de>>(mut object: A) -> Result<Given<Self>, A::Error> {
        let mut outline = Outline::default();
        while let Some(key) = object.next_key::<Cow<'_, str>>()? {
            outline.is_document |= matches!(&*key, "format" | "as_of" | "claim" | "rights");
            if key == "format" {
                outline.format = object.next_value()?;
            } else {
                object.next_value::<IgnoredAny>()?;
            }
        }
        Ok(Given::Value(outline))
    }
}
