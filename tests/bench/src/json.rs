//! Reading and answering JSON, as a ratio to parsing alone.

use crate::Failure;
use crate::cases::Cases;
use crate::measure::{Timed, alternating};
use serde::Deserialize;
use std::hint::black_box;
use tierspayant::core::decision::Checker;
use tierspayant::format::parse_dossier;
use tierspayant::{Engine, Options};

macro_rules! plain {
    ($($name:ident { $($field:ident: $type:ty),+ $(,)? })+) => {$(
        #[derive(Deserialize)]
        #[expect(dead_code, reason = "only the parsing is measured")]
        pub struct $name<'a> {
            $(#[serde(borrow)] $field: $type,)+
            #[serde(skip)]
            life: std::marker::PhantomData<&'a ()>,
        }
    )+};
}

type Text<'a> = Option<&'a str>;

plain! {
    Document { format: Text<'a>, claim: Claim<'a>, rights: Vec<Snapshot<'a>> }
    Claim {
        id: Text<'a>, setting: Text<'a>, care_date: Text<'a>, person: Person<'a>, scheme: Scheme<'a>, card: Text<'a>,
        nature: Text<'a>, contract: Option<Contract<'a>>, third_party: Vec<&'a str>, lines: Vec<Line<'a>>,
    }
    Scheme { regime: Text<'a>, fund: Text<'a>, centre: Text<'a> }
    Line { id: Text<'a>, category: Text<'a>, exemption: Text<'a>, relation: Text<'a> }
    Contract { number: Text<'a>, r#type: Text<'a>, start: Text<'a>, end: Text<'a>, status: Text<'a> }
    Code { start: Text<'a>, end: Text<'a>, ald: Text<'a>, situation: Text<'a> }
    Period { start: Text<'a>, end: Text<'a> }
    Snapshot {
        source: Text<'a>, observed_at: Text<'a>, person: Person<'a>, coverage: Vec<Period<'a>>, codes: Vec<Code<'a>>,
        contracts: Vec<Contract<'a>>,
    }
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only the parsing is measured")]
struct Person<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    birth_date: Text<'a>,
    birth_rank: Option<u64>,
}

pub fn run(engine: &Engine, cases: &Cases) -> Result<(), Failure> {
    let documents = &cases.documents;
    let bytes: usize = documents.iter().map(Vec::len).sum();
    println!("\nJSON, {} bytes on average", bytes / documents.len());
    for document in documents {
        serde_json::from_str::<Document<'_>>(std::str::from_utf8(document)?)?;
        parse_dossier(document)?;
    }
    let count = documents.len();
    let mut checker = Checker::new(&engine.tables().decision);
    let short = Options {
        what_if: false,
        ..Options::default()
    };
    let bare = short.without_digest();
    alternating(vec![
        Timed::new("parsing alone, into plain structures", count, || {
            for document in documents {
                let text = std::str::from_utf8(document).unwrap_or_default();
                black_box(serde_json::from_str::<Document<'_>>(text).is_ok());
            }
        }),
        Timed::new("reading a dossier, every value checked", count, || {
            for document in documents {
                black_box(parse_dossier(document).is_ok());
            }
        }),
        Timed::new("reading, preparing and checking: the verdict", count, || {
            for document in documents {
                if let Ok(dossier) = parse_dossier(document) {
                    black_box(checker.check(&engine.case(&dossier)).verdict());
                }
            }
        }),
        Timed::new("the answer as JSON, with texts, without digest", count, || {
            for document in documents {
                black_box(engine.check_json(document, &bare).is_ok());
            }
        }),
        Timed::new("the answer as JSON, with texts and digest", count, || {
            for document in documents {
                black_box(engine.check_json(document, &short).is_ok());
            }
        }),
    ]);
    Ok(())
}
