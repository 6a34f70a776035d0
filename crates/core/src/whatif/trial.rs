//! A claim with one change, asked again.

use crate::decision::{Decision, check_into};
use crate::evidence::Evidence;
use crate::finding::Reason;
use crate::ids::ReasonId;
use crate::model::Scheme;
use crate::question::Question;
use crate::tables::Tables;
use crate::verdict::Verdict;

/// What a change is tried on; its buffers are used again.
pub(super) struct Trial<'a> {
    pub tables: &'a Tables,
    pub evidence: &'a Evidence,
    decision: Decision,
}

impl<'a> Trial<'a> {
    pub(super) fn new(tables: &'a Tables, evidence: &'a Evidence) -> Self {
        Trial {
            tables,
            evidence,
            decision: Decision::default(),
        }
    }

    pub(super) fn is_billable(&mut self, question: &Question) -> bool {
        check_into(self.tables, question, self.evidence, &mut self.decision);
        self.decision.verdict() == Verdict::Billable
    }

    /// The same under another scheme, which some sources may not cover.
    pub(super) fn is_billable_under(&mut self, question: &Question, scheme: Scheme) -> bool {
        let changed = Question {
            scheme,
            ..question.clone()
        };
        let evidence = self.evidence.under(self.tables, scheme);
        check_into(self.tables, &changed, &evidence, &mut self.decision);
        self.decision.verdict() == Verdict::Billable
    }

    /// The reasons of the last decision.
    pub(super) fn reasons(&self) -> &[Reason] {
        &self.decision.reasons
    }

    /// Whether the last decision leaves a right on record unused, on one line or on any.
    pub(super) fn misses_an_exemption(&self, line: Option<usize>) -> bool {
        self.reasons().iter().any(|one| {
            let here = line.is_none() || one.line.map(usize::from) == line;
            one.id == ReasonId::ExemptionMissed && here
        })
    }
}
