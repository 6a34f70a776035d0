//! Cases that the three engines can express: base rights, the ALD of some lines, a contract.
//!
//! One fresh answer of ADRi, a card that was read, drugs only: everything else of the catalogue is asked as well, and
//! has nothing to say.

use crate::Failure;
use serde_json::{Value, json};
use tierspayant::Engine;
use tierspayant::core::model::Date;
use tierspayant::core::question::Case;
use tierspayant::format::parse_dossier;

/// A period as whole numbers, `20261120`; both bounds are there.
#[derive(Clone, Copy)]
pub struct Span {
    pub start: i64,
    pub end: i64,
}

/// What an engine needs of a case.
pub struct Plain {
    pub care: i64,
    pub coverage: Vec<Span>,
    /// Coverage codes; `true` where the digit stands for an exempting ALD.
    pub codes: Vec<(Span, bool)>,
    /// Contracts on record, all of one number and type.
    pub contracts: Vec<Span>,
    /// Lines; `true` where the line asks for the ALD.
    pub lines: Vec<bool>,
    /// Whether the claim carries that contract.
    pub contract: bool,
}

/// Every case in every form.
pub struct Cases {
    pub plain: Vec<Plain>,
    pub documents: Vec<Vec<u8>>,
    pub prepared: Vec<Case>,
}

/// The number and the type that every contract has.
pub const CONTRACT: (&str, &str) = ("99999997", "89");

impl Cases {
    pub fn generate(engine: &Engine, count: usize) -> Result<Self, Failure> {
        let mut random = Random(0x5eed);
        let mut cases = Cases {
            plain: Vec::new(),
            documents: Vec::new(),
            prepared: Vec::new(),
        };
        for place in 0..count {
            let (plain, document) = random.case(place);
            let document = serde_json::to_vec(&document)?;
            let dossier = parse_dossier(&document)?;
            cases.prepared.push(engine.case(&dossier));
            cases.documents.push(document);
            cases.plain.push(plain);
        }
        Ok(cases)
    }

    pub fn lines_on_average(&self) -> f64 {
        let lines: usize = self.plain.iter().map(|one| one.lines.len()).sum();
        lines as f64 / self.plain.len() as f64
    }
}

/// xorshift64*: the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) % limit
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// Days that cut ten years around the care into parts.
    fn cuts(&mut self, care: Date, count: u64) -> Vec<Date> {
        let mut cuts: Vec<Date> = (0..count)
            .filter_map(|_| care.plus_days(self.below(2_400) as i32 - 1_500))
            .collect();
        cuts.sort_unstable();
        cuts.dedup();
        cuts
    }

    /// Periods that leave no day out from the first to the last.
    fn tiles(&mut self, care: Date, most: u64) -> Vec<(Date, Date)> {
        let (Some(first), Some(last)) = (care.plus_days(-3_000), care.plus_days(3_000)) else {
            return Vec::new();
        };
        let parts = self.below(most);
        let mut tiles = Vec::new();
        let mut start = first;
        for cut in self.cuts(care, parts) {
            tiles.extend(cut.previous().map(|end| (start, end)));
            start = cut;
        }
        tiles.push((start, last));
        tiles
    }

    fn case(&mut self, place: usize) -> (Plain, Value) {
        let first = Date::from_ymd(2026, 1, 1).unwrap_or_else(|_| unreachable!("a day of the calendar"));
        let care = first.plus_days(self.below(330) as i32).unwrap_or(first);
        let mut coverage = self.tiles(care, 4);
        coverage.retain(|_| self.chance(92));
        let codes: Vec<((Date, Date), bool)> = self
            .tiles(care, 6)
            .into_iter()
            .map(|tile| (tile, self.chance(60)))
            .collect();
        let mut contracts = self.tiles(care, 2);
        contracts.retain(|_| self.chance(70));
        let lines: Vec<bool> = (0..1 + self.below(3) + self.below(3))
            .map(|_| self.chance(40))
            .collect();
        let contract = self.chance(40);
        let document = document(place, care, &coverage, &codes, &contracts, &lines, contract);
        let plain = Plain {
            care: number(care),
            coverage: coverage.iter().map(span).collect(),
            codes: codes.iter().map(|(tile, ald)| (span(tile), *ald)).collect(),
            contracts: contracts.iter().map(span).collect(),
            lines,
            contract,
        };
        (plain, document)
    }
}

fn number(day: Date) -> i64 {
    i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day())
}

fn span((start, end): &(Date, Date)) -> Span {
    Span {
        start: number(*start),
        end: number(*end),
    }
}

fn document(
    place: usize,
    care: Date,
    coverage: &[(Date, Date)],
    codes: &[((Date, Date), bool)],
    contracts: &[(Date, Date)],
    lines: &[bool],
    contract: bool,
) -> Value {
    let period = |(start, end): &(Date, Date)| json!({ "start": start.to_string(), "end": end.to_string() });
    let coverage: Vec<Value> = coverage.iter().map(period).collect();
    let codes: Vec<Value> = codes
        .iter()
        .map(|((start, end), ald)| {
            json!({ "start": start.to_string(), "end": end.to_string(), "ald": if *ald { "1" } else { "0" },
                    "situation": "0100" })
        })
        .collect();
    let contracts: Vec<Value> = contracts
        .iter()
        .map(|(start, end)| {
            json!({ "number": CONTRACT.0, "type": CONTRACT.1, "start": start.to_string(), "end": end.to_string(),
                    "status": "active" })
        })
        .collect();
    let lines: Vec<Value> = lines
        .iter()
        .enumerate()
        .map(|(place, ald)| {
            json!({ "id": (place + 1).to_string(), "category": "drug", "exemption": if *ald { "4" } else { "0" },
                    "relation": if *ald { "related" } else { "unrelated" } })
        })
        .collect();
    let mut claim = json!({
        "id": format!("F-{place}"), "setting": "pharmacy", "care_date": care.to_string(),
        "person": { "id": "p-1", "birth_date": "19850514", "birth_rank": 1 },
        "scheme": { "regime": "01", "fund": "751", "centre": "0000" },
        "card": "read", "nature": "10", "third_party": ["amo"], "lines": lines
    });
    if contract {
        claim["contract"] = json!({ "number": CONTRACT.0, "type": CONTRACT.1 });
        claim["third_party"] = json!(["amo", "amc"]);
    }
    json!({
        "format": "tierspayant/1",
        "claim": claim,
        "rights": [{
            "source": "adri", "observed_at": format!("{care}T09:12:00"),
            "person": { "id": "p-1", "birth_date": "19850514", "birth_rank": 1 },
            "coverage": coverage, "codes": codes, "contracts": contracts
        }]
    })
}
