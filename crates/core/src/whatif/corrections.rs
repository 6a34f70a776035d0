//! Each single change of the claim that would make it billable.

use super::days::Moved;
use crate::decision::{Decision, check_into};
use crate::evidence::{ContractQuery, Evidence, Outcome, said_contract, weigh};
use crate::model::{ClaimContract, Code, Nature, ShareSet};
use crate::question::{AskedContract, Case, Claimed, Question};
use crate::tables::Tables;
use crate::verdict::Verdict;

/// One change, alone enough to make the claim billable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Correction {
    /// Ask the sources again on the day of the care.
    AskAgain,
    /// Put this exemption code on the line at this place.
    Exemption {
        /// The place of the line in the claim.
        line: u16,
        /// The code.
        code: Code<4>,
    },
    /// Put this nature of insurance, with no exemption code on any line.
    Maternity,
    /// Carry this contract.
    Contract {
        /// Organism number.
        number: Option<Code<12>>,
        /// Type.
        contract_type: Option<Code<3>>,
    },
    /// Ask tiers payant for the AMO share alone.
    AmoAlone,
}

/// Every single change that makes a claim billable which is not; none when it is.
pub fn corrections(tables: &Tables, case: &Case) -> Vec<Correction> {
    let mut trial = Trial {
        tables,
        evidence: &case.evidence,
        decision: Decision::default(),
    };
    let question = &case.question;
    if trial.is_billable(question) {
        return Vec::new();
    }
    let mut kept = Vec::new();
    if Moved::new(question, &case.evidence)
        .on(tables, question.care_date)
        .verdict()
        == Verdict::Billable
    {
        kept.push(Correction::AskAgain);
    }
    exemptions(&mut trial, question, &mut kept);
    maternity(&mut trial, question, &mut kept);
    contract(&mut trial, question, &mut kept);
    if question.third_party == ShareSet::Both {
        let alone = Question {
            third_party: ShareSet::Amo,
            ..question.clone()
        };
        if trial.is_billable(&alone) {
            kept.push(Correction::AmoAlone);
        }
    }
    kept
}

struct Trial<'a> {
    tables: &'a Tables,
    evidence: &'a Evidence,
    decision: Decision,
}

impl Trial<'_> {
    fn is_billable(&mut self, question: &Question) -> bool {
        check_into(self.tables, question, self.evidence, &mut self.decision);
        self.decision.verdict() == Verdict::Billable
    }
}

/// Another code on one line. The exemption then comes from the record, not from where it came before.
fn exemptions(trial: &mut Trial<'_>, question: &Question, kept: &mut Vec<Correction>) {
    let mut codes: Vec<Code<4>> = trial.tables.codes.claim_codes.keys().copied().collect();
    codes.sort_unstable();
    for (place, line) in question.lines.iter().enumerate() {
        for code in codes.iter().copied().filter(|code| line.exemption != Some(*code)) {
            let mut changed = question.clone();
            if let Some(line) = changed.lines.get_mut(place) {
                line.exemption = Some(code);
                line.claimed = Claimed::of(trial.tables, Some(code));
                line.origin = None;
            }
            if let (true, Ok(line)) = (trial.is_billable(&changed), u16::try_from(place)) {
                kept.push(Correction::Exemption { line, code });
            }
        }
    }
}

fn maternity(trial: &mut Trial<'_>, question: &Question, kept: &mut Vec<Correction>) {
    if question.nature == Some(Nature::Maternity) {
        return;
    }
    let none = trial.tables.codes.code_without_exemption();
    let mut changed = Question {
        nature: Some(Nature::Maternity),
        ..question.clone()
    };
    for line in &mut changed.lines {
        line.exemption = none;
        line.claimed = Claimed::of(trial.tables, none);
        line.origin = None;
    }
    if trial.is_billable(&changed) {
        kept.push(Correction::Maternity);
    }
}

/// The contracts on record, each instead of the one that the claim carries.
fn contract(trial: &mut Trial<'_>, question: &Question, kept: &mut Vec<Correction>) {
    if question.third_party == ShareSet::Amo {
        return;
    }
    let tables = trial.tables;
    for query in [ContractQuery::Css, ContractQuery::Ame, ContractQuery::AnyPrivate] {
        let views = &trial.evidence.views;
        let weighed = weigh(views, &tables.policy, question.card, question.care_date, |view| {
            said_contract(view, query, question.care_date)
        });
        let Outcome::Yes(record) = weighed.outcome else {
            continue;
        };
        let number = record.code.and_then(|code| code.as_str().parse().ok());
        let raw = ClaimContract {
            number,
            contract_type: record.contract_type,
            ..ClaimContract::default()
        };
        let changed = Question {
            contract: Some(AskedContract::new(tables, raw)),
            ..question.clone()
        };
        if changed.contract != question.contract && trial.is_billable(&changed) {
            kept.push(Correction::Contract {
                number,
                contract_type: record.contract_type,
            });
        }
    }
}
