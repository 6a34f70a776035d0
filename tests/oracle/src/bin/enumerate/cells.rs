//! The cells, and what the core answers to each.

use std::collections::BTreeMap;
use tierspayant_core::decision::check;
use tierspayant_core::finding::{Effect, Severity};
use tierspayant_core::ids::ReasonId;
use tierspayant_core::model::Standing;
use tierspayant_core::model::{
    CardState, Category, Claim, Code, CoverageCode, Date, Dossier, ExemptionEntry, Line, Moment, Nature,
    Period, Relation, Scheme, Setting, ShareSet, Snapshot, Source, Status, Vocabulary,
};
use tierspayant_core::question::Case;
use tierspayant_core::tables::{ClaimedGround, Codebook, Ground, GroundSet, Tables};
use tierspayant_core::verdict::Verdict;
use tierspayant_oracle::{Difference, difference};

/// Classes of the day of the care: its distance to the first and to the last day on record.
const DATES: &[(&str, i32, i32)] = &[
    ("day before the first", 1, 100),
    ("first day", 0, 100),
    ("between", -100, 100),
    ("last day", -100, 0),
    ("day after the last", -100, -1),
];

/// How a ground stands on record: by an exemption, or by a situation of a coverage code.
#[derive(Clone, Copy)]
enum Shown {
    Nothing,
    Exemption(Vocabulary, Code<16>),
    Situation(Code<8>),
}

/// Every ground, each by the first code of the tables that shows it and nothing else; and none.
fn grounds(codes: &Codebook) -> Result<Vec<(&'static str, Shown)>, String> {
    let shown = |ground: Ground| {
        let only = GroundSet::of(ground);
        let entries = codes.exemptions.iter().filter(|(_, shows)| **shows == only);
        let entry = entries.map(|((list, code), _)| (*list, *code)).min();
        let situations = codes.situations.iter().filter(|(_, one)| one.grounds == only);
        let situation = situations.map(|(code, _)| *code).min();
        entry
            .map(|(list, code)| Shown::Exemption(list, code))
            .or(situation.map(Shown::Situation))
            .map(|shown| (ground.as_str(), shown))
            .ok_or_else(|| format!("no code of the tables shows `{ground}` alone"))
    };
    let every = Ground::ALL.iter().map(|ground| shown(*ground));
    [Ok(("none", Shown::Nothing))].into_iter().chain(every).collect()
}

/// The justification codes of the tables. They are a dozen, and the program ends soon.
fn claim_codes(codes: &Codebook) -> Vec<(&'static str, ClaimedGround)> {
    let word = |code: &Code<4>| -> &'static str { Box::leak(code.to_string().into_boxed_str()) };
    let mut all: Vec<_> = codes
        .claim_codes
        .iter()
        .map(|(code, asks)| (word(code), *asks))
        .collect();
    all.sort_by_key(|(code, _)| *code);
    all
}

/// The names of the dimensions of the first table, in the order of the tree.
const OF_EXEMPTIONS: [&str; 7] = ["code", "relation", "ground", "status", "date", "source", "card"];

/// Those of the second.
const OF_NATURES: [&str; 7] = [
    "code", "nature", "standing", "relation", "ground", "status", "source",
];

/// The values of a cell, in the order of its dimensions.
pub type Key = [&'static str; 7];

/// Every cell with its answer in words.
pub struct Cells {
    /// The names of the dimensions.
    pub dimensions: [&'static str; 7],
    /// The answers.
    pub answers: BTreeMap<Key, String>,
    /// The values of each dimension, in the order in which they are told.
    pub values: [Vec<&'static str>; 7],
    /// How many cells.
    pub count: usize,
    /// Cells that are neither decided nor undetermined for a reason.
    pub undecided: u64,
    /// Cells on which the two implementations disagree, by the kind of difference, with the first of each.
    pub disagreements: BTreeMap<Difference, (u64, Key)>,
}

/// Asks every cell.
pub fn all(tables: &Tables) -> Result<Cells, String> {
    let care: Date = "2026-11-20".parse().map_err(|_| "no such day")?;
    let general = "01".parse().ok();
    let cards = CardState::ALL.iter().copied().map(Some).chain([None]);
    let cards: Vec<Option<CardState>> = cards.collect();
    let mut cells = Cells::new(OF_EXEMPTIONS);
    let grounds = grounds(&tables.codes)?;
    for (code, asks) in claim_codes(&tables.codes) {
        // The code of special schemes is asked for a scheme on which every text agrees.
        let agreed = tables.codes.special_schemes.first().copied();
        let regime = agreed
            .filter(|_| asks == ClaimedGround::SpecialScheme)
            .or(general);
        for relation in Relation::ALL {
            for (ground, shown) in &grounds {
                for (status, date, first, last) in states(*shown) {
                    let period = Period::new(care.plus_days(first), care.plus_days(last)).unwrap_or_default();
                    for source in Source::ALL {
                        for card in &cards {
                            let snapshot = snapshot(*source, care, *shown, period, status);
                            let dossier = dossier(code, regime, *relation, *card, care, snapshot);
                            let words = [
                                code,
                                relation.as_str(),
                                *ground,
                                status.map_or("-", Status::as_str),
                                date,
                                source.as_str(),
                                card.map_or("not said", CardState::as_str),
                            ];
                            cells.add(tables, &dossier, words);
                        }
                    }
                }
            }
        }
    }
    cells.count = cells.answers.len();
    Ok(cells)
}

/// Every nature of the model and one that it does not know, and every standing of a prescriber, on a day on which the
/// standing counts.
pub fn of_natures(tables: &Tables) -> Result<Cells, String> {
    let care: Date = "2027-03-01".parse().map_err(|_| "no such day")?;
    let natures = (0..100).map(|number| format!("{number:02}"));
    let known = natures.filter_map(|code| code.parse::<Nature>().ok());
    let known: Vec<Nature> = known.filter(|one| !matches!(one, Nature::Unknown(_))).collect();
    let natures = known.into_iter().chain("99".parse().ok()).map(Some).chain([None]);
    let natures: Vec<(&'static str, Option<Nature>)> = natures
        .map(|one| {
            let word = one.map_or("not said".to_owned(), |one| one.as_str().to_owned());
            let word: &'static str = Box::leak(word.into_boxed_str());
            (word, one)
        })
        .collect();
    let standings: Vec<Option<Standing>> = Standing::ALL.iter().copied().map(Some).chain([None]).collect();
    let mut cells = Cells::new(OF_NATURES);
    let grounds = grounds(&tables.codes)?;
    let statuses = [Status::Active, Status::Pending];
    for (code, _) in claim_codes(&tables.codes) {
        for (nature, of) in &natures {
            for standing in &standings {
                for relation in Relation::ALL {
                    for (ground, shown) in &grounds {
                        for status in statuses {
                            for source in Source::ALL {
                                let period = Period::new(care.plus_days(-100), None).unwrap_or_default();
                                let snapshot = snapshot(*source, care, *shown, period, Some(status));
                                let card = Some(CardState::Read);
                                let mut dossier =
                                    dossier(code, "01".parse().ok(), *relation, card, care, snapshot);
                                dossier.claim.nature = *of;
                                dossier.claim.facts.prescriber.standing = *standing;
                                let words = [
                                    code,
                                    *nature,
                                    standing.map_or("not said", Standing::as_str),
                                    relation.as_str(),
                                    *ground,
                                    status.as_str(),
                                    source.as_str(),
                                ];
                                cells.add(tables, &dossier, words);
                            }
                        }
                    }
                }
            }
        }
    }
    cells.count = cells.answers.len();
    Ok(cells)
}

/// The states and classes of date that can be told of a ground.
fn states(shown: Shown) -> Vec<(Option<Status>, &'static str, i32, i32)> {
    let statuses: Vec<Option<Status>> = match shown {
        Shown::Nothing => return vec![(None, "-", 0, 0)],
        // A coverage code has no state.
        Shown::Situation(_) => vec![None],
        Shown::Exemption(..) => Status::ALL.iter().copied().map(Some).collect(),
    };
    let dates = |status| {
        DATES
            .iter()
            .map(move |(date, first, last)| (status, *date, *first, *last))
    };
    statuses.into_iter().flat_map(dates).collect()
}

fn snapshot(source: Source, care: Date, shown: Shown, period: Period, status: Option<Status>) -> Snapshot {
    let mut exemptions = Vec::new();
    let mut codes = None;
    match shown {
        Shown::Nothing => {}
        Shown::Exemption(vocabulary, code) => {
            exemptions.push(ExemptionEntry {
                vocabulary,
                code,
                period,
                status,
            });
        }
        Shown::Situation(code) => {
            codes = Some(vec![CoverageCode {
                period,
                ald: None,
                situation: Some(code),
            }]);
        }
    }
    Snapshot {
        observed_at: Some(Moment::on(care)),
        updated_on: Some(care),
        coverage: Some(vec![Period::ALWAYS]),
        exemptions: Some(exemptions),
        codes,
        ..Snapshot::silent(source)
    }
}

fn dossier(
    code: &str,
    regime: Option<Code<2>>,
    relation: Relation,
    card: Option<CardState>,
    care: Date,
    snapshot: Snapshot,
) -> Dossier {
    Dossier {
        as_of: Some(care),
        claim: Claim {
            setting: Some(Setting::Pharmacy),
            prescription_date: Some(care),
            scheme: Scheme {
                regime,
                ..Scheme::default()
            },
            card,
            nature: Some(Nature::Illness),
            third_party: Some(ShareSet::Amo),
            lines: vec![Line {
                category: Some(Category::Drug),
                exemption: code.parse().ok(),
                relation: Some(relation),
                amount_cents: Some(1000),
                ..Line::named("1")
            }],
            ..Claim::on(care)
        },
        rights: vec![snapshot],
    }
}

impl Cells {
    fn new(dimensions: [&'static str; 7]) -> Self {
        Cells {
            dimensions,
            answers: BTreeMap::new(),
            values: Default::default(),
            count: 0,
            undecided: 0,
            disagreements: BTreeMap::new(),
        }
    }

    fn add(&mut self, tables: &Tables, dossier: &Dossier, key: Key) {
        let decision = check(tables, &Case::new(tables, dossier));
        let verdict = decision.verdict();
        let weighs = |effect: Effect| effect.verdict() != Verdict::Billable;
        let ids: Vec<&str> = decision
            .reasons
            .iter()
            .filter(|one| weighs(one.effect))
            .map(|one| ReasonId::as_str(one.id))
            .collect();
        let doubted = decision
            .reasons
            .iter()
            .any(|one| one.effect.severity() == Severity::Doubt);
        if matches!(verdict, Verdict::Undetermined(_)) && !doubted {
            self.undecided += 1;
        }
        if let Some(kind) = difference(tables, dossier) {
            self.disagreements.entry(kind).or_insert((0, key)).0 += 1;
        }
        let basis = verdict
            .basis()
            .map_or(String::new(), |basis| format!(" ({basis})"));
        let because = if ids.is_empty() {
            String::new()
        } else {
            format!(": {}", ids.join(", "))
        };
        self.answers
            .insert(key, format!("{}{basis}{because}", verdict.as_str()));
        for (values, word) in self.values.iter_mut().zip(key) {
            if !values.contains(&word) {
                values.push(word);
            }
        }
    }
}
