//! Random tables: people, rights and claims of every kind answered as the check answers them.

use crate::expected::{expected, options, run, written};
use crate::flat::flat;
use proptest::prelude::*;
use tierspayant::core::model::Dossier;
use tierspayant_batch::{Options, RightsOptions};

/// Random choices from one number (splitmix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(sides).unwrap()).unwrap()
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.roll(words.len())]
    }

    /// A field, or nothing.
    fn maybe(&mut self, field: &str, value: String) -> String {
        if self.roll(4) == 0 {
            String::new()
        } else {
            format!("\"{field}\": {value},")
        }
    }

    fn day(&mut self) -> String {
        let (year, month, day) = (2023 + self.roll(5), 1 + self.roll(12), 1 + self.roll(28));
        format!("\"{year}-{month:02}-{day:02}\"")
    }

    fn word(&mut self, words: &[&str]) -> String {
        format!("\"{}\"", self.pick(words))
    }

    fn period(&mut self) -> String {
        let (one, two) = (self.day(), self.day());
        let (start, end) = if one <= two { (one, two) } else { (two, one) };
        self.maybe("start", start) + &self.maybe("end", end)
    }

    fn list(&mut self, name: &str, entry: fn(&mut Dice) -> String) -> String {
        let entries: Vec<String> = (0..self.roll(4)).map(|_| object(entry(self))).collect();
        self.maybe(name, format!("[{}]", entries.join(",")))
    }
}

fn object(fields: String) -> String {
    format!("{{{}}}", fields.trim_end_matches(','))
}

const STATUSES: &[&str] = &["active", "active", "active", "pending", "suspended", "closed"];
const NUMBERS: &[&str] = &["99999997", "75500017", "12345678", "88888888"];
const TYPES: &[&str] = &["89", "80", "88", "00", "87", "42"];

fn snapshot(dice: &mut Dice) -> String {
    let mut fields = format!(
        "\"source\": {},",
        dice.word(&[
            "bdo",
            "adri",
            "cdri",
            "portal",
            "attestation",
            "vitale",
            "apcv",
            "manual"
        ])
    );
    let moment = format!("{}T09:12:00\"", dice.day().trim_end_matches('"'));
    fields += &dice.maybe("observed_at", moment);
    let updated = dice.day();
    fields += &dice.maybe("updated_on", updated);
    let horizon = object(format!("\"to\": {}", dice.day()));
    if dice.roll(4) == 0 {
        fields += &format!("\"horizon\": {horizon},");
    }
    let person = object(person(dice));
    fields += &dice.maybe("person", person);
    fields += &dice.list("coverage", Dice::period);
    fields += &dice.list("codes", |dice| {
        let (ald, situation) = (
            dice.word(&["0", "1", "2", "9"]),
            dice.word(&["0100", "0104", "0206", "9999"]),
        );
        dice.period() + &dice.maybe("ald", ald) + &dice.maybe("situation", situation)
    });
    fields += &dice.list("exemptions", |dice| {
        let (vocabulary, code) = match dice.roll(3) {
            0 => (
                "bdo",
                dice.pick(&["LIS", "EXC", "EXP", "L324", "MAT", "INV", "XXX"]),
            ),
            1 => ("snds", dice.pick(&["41", "43", "47", "55", "21"])),
            _ => ("cdri", dice.pick(&["1", "6", "8"])),
        };
        let status = dice.word(STATUSES);
        format!("\"vocabulary\": \"{vocabulary}\", \"code\": \"{code}\",")
            + &dice.period()
            + &dice.maybe("status", status)
    });
    if dice.roll(3) == 0 {
        let delivery = dice.day();
        let maternity = object(dice.period() + &dice.maybe("delivery", delivery));
        fields += &format!("\"maternity\": {maternity},");
    }
    fields += &dice.list("accidents", |dice| {
        let (number, date) = (dice.word(&["123456789", "2"]), dice.day());
        dice.period() + &dice.maybe("number", number) + &dice.maybe("date", date)
    });
    fields += &dice.list("contracts", |dice| {
        let (number, of, status) = (dice.word(NUMBERS), dice.word(TYPES), dice.word(STATUSES));
        dice.period()
            + &dice.maybe("number", number)
            + &dice.maybe("type", of)
            + &dice.maybe("status", status)
            + &dice.maybe("participation", "true".to_owned())
    });
    object(fields)
}

fn person(dice: &mut Dice) -> String {
    let (id, birth) = (
        dice.word(&["p", "p", "q"]),
        dice.word(&["19850514", "19850514", "20020230"]),
    );
    let rank = format!("{}", 1 + dice.roll(2));
    dice.maybe("id", id) + &dice.maybe("birth_date", birth) + &dice.maybe("birth_rank", rank)
}

fn line(dice: &mut Dice, place: usize) -> String {
    let category = dice.word(&[
        "drug",
        "device",
        "biology",
        "act",
        "act_series",
        "transport",
        "stay",
    ]);
    let exemption = dice.word(&["0", "0", "4", "4", "5", "3", "7", "9", "C", "Z"]);
    let relation = dice.word(&["related", "unrelated", "unknown"]);
    let origin = dice.word(&["card", "adri", "prescription", "manual", "setting"]);
    let traits = format!(
        "[{}]",
        dice.word(&["generic_refused", "contraception", "rate_15", "new"])
    );
    let amount = format!("{}", dice.roll(50_000));
    format!("\"id\": \"{}\",", 12 - place)
        + &dice.maybe("category", category)
        + &dice.maybe("exemption", exemption)
        + &dice.maybe("relation", relation)
        + &dice.maybe("origin", origin)
        + &dice.maybe("traits", traits)
        + &dice.maybe("amount_cents", amount)
}

/// A dossier of anything.
pub fn dossier(dice: &mut Dice) -> Dossier {
    let mut claim = format!("\"care_date\": {},", dice.day());
    let (prescription, card) = (
        dice.day(),
        dice.word(&["read", "read", "absent", "unreadable", "opposed"]),
    );
    claim += &dice.maybe("prescription_date", prescription);
    claim += &dice.maybe("card", card);
    let nature = dice.word(&["10", "10", "13", "30", "41", "90", "99"]);
    claim += &dice.maybe("nature", nature);
    if dice.roll(4) == 0 {
        claim += &format!("\"setting\": {},", dice.word(&["pharmacy", "nurse"]));
    }
    let (whom, regime) = (
        object(person(dice)),
        object(format!("\"regime\": {}", dice.word(&["01", "02", "07"]))),
    );
    claim += &dice.maybe("person", whom);
    claim += &dice.maybe("scheme", regime);
    if dice.roll(2) == 0 {
        let (number, of, end) = (dice.word(NUMBERS), dice.word(TYPES), dice.day());
        let contract = dice.maybe("number", number) + &dice.maybe("type", of) + &dice.maybe("end", end);
        if !contract.is_empty() {
            claim += &format!("\"contract\": {},", object(contract));
        }
    }
    if dice.roll(4) == 0 {
        let accident = object(format!("\"date\": {}", dice.day()));
        claim += &format!("\"accident\": {accident},");
    }
    let lines: Vec<String> = (0..=dice.roll(3))
        .map(|place| object(line(dice, place)))
        .collect();
    claim += &format!("\"lines\": [{}]", lines.join(","));
    let rights: Vec<String> = (0..dice.roll(4)).map(|_| snapshot(dice)).collect();
    let as_of = dice.day();
    let text = format!(
        "{{\"format\": \"tierspayant/1\", {} \"claim\": {{{claim}}}, \"rights\": [{}]}}",
        dice.maybe("as_of", as_of),
        rights.join(",")
    );
    tierspayant::format::parse_dossier(text.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn random_tables_have_the_answers_of_the_check(seed: u64, rows in 1_usize..40, threads in 1_usize..3) {
        let mut dice = Dice(seed);
        let dossiers: Vec<Dossier> = (0..10).map(|_| dossier(&mut dice)).collect();
        let tables = flat(&dossiers);
        let options = Options { rows, threads, ..options() };
        let batches = run(tables.rights_tables(), tables.lines_input(), &options, RightsOptions::default());
        let found = written(&batches.unwrap());
        let wanted: Vec<_> = dossiers.iter().flat_map(expected).collect();
        prop_assert_eq!(found, wanted);
    }
}
