//! What triage knows besides keys and labels: which reasons show a cause, what puts it right, and who pays otherwise.

use super::Cause;
use crate::finding::{Effect, FactKey, Reason};
use crate::ids::{ReasonId, RejectClass, RemedyId};
use crate::model::{List, Share, text_enum};
use crate::tables::Reference;
use crate::verdict::DoubtBasis;

text_enum! {
    /// Who pays a share, if the reject cannot be put right.
    Payer {
        /// Nobody on this claim: only a corrected claim can obtain it.
        NewClaim = "new_claim",
        /// The patient.
        Patient = "patient",
        /// The complementary insurer if there was a private contract, else the patient.
        InsurerOrPatient = "insurer_or_patient",
        /// No page says.
        NotSettled = "not_settled",
    }
}

text_enum! {
    /// The kind of right that a class of reject is about.
    RightsAsked {
        /// The exemption of a line.
        Exemption = "exemption",
        /// The complementary contract.
        Contract = "contract",
        /// The base rights.
        Coverage = "coverage",
        /// The accident.
        Accident = "accident",
        /// None: no source shows it.
        None = "none",
    }
}

/// A reason that shows a cause, where it carries a fact, or leaves this doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReasonAbout {
    /// The reason.
    pub id: ReasonId,
    /// The fact that it must carry; none is asked for when absent.
    pub fact: Option<FactKey>,
    /// The doubt that it must leave; whatever its effect when absent.
    pub doubt: Option<DoubtBasis>,
}

impl ReasonAbout {
    /// Whether a reason is meant.
    pub fn is(&self, reason: &Reason) -> bool {
        self.id == reason.id
            && self.fact.is_none_or(|key| reason.facts.has(key))
            && self
                .doubt
                .is_none_or(|basis| reason.effect == Effect::Doubt(basis))
    }
}

/// What is known of a cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CauseRow {
    /// The cause.
    pub cause: Cause,
    /// The reasons that show it.
    pub reasons: List<ReasonAbout>,
    /// What comes first, where a reason that shows the cause asks for it.
    pub asked: List<RemedyId>,
    /// What puts it right, in order.
    pub steps: List<RemedyId>,
    /// Where it comes from.
    pub reference: Reference,
}

/// What is known of a class of reject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassRow {
    /// The class.
    pub class: RejectClass,
    /// Classes whose reasons count for this one as well.
    pub like: List<RejectClass>,
    /// The cause that the class itself names, where the evidence shows none.
    pub cause: Option<Cause>,
    /// Reasons that count besides those that predict the class.
    pub reasons: List<ReasonId>,
    /// The kind of right that it is about.
    pub rights: RightsAsked,
    /// Who pays the AMO share.
    pub amo: Payer,
    /// Who pays the AMC share.
    pub amc: Payer,
    /// Where it comes from.
    pub reference: Reference,
}

impl ClassRow {
    /// Who pays a share, if the reject cannot be put right.
    pub const fn payer(&self, share: Share) -> Payer {
        match share {
            Share::Amo => self.amo,
            Share::Amc => self.amc,
        }
    }

    /// Whether a reason that predicts this class counts.
    pub fn counts(&self, class: RejectClass) -> bool {
        self.class == class || self.like.contains(&class)
    }
}

/// Where a step makes sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Advice {
    /// Always.
    Always,
    /// Unless the fund answered since.
    UnlessAnswered,
    /// Where the reject is about the exemption.
    WhereExemption,
    /// Where the exemption came from a setting of the software.
    WhereSetting,
    /// Where the reject is about the complementary contract.
    WhereContract,
    /// Where it is about the contract, the claim carries a CSS, and no source says that it ended otherwise than by its term.
    WhereCss,
    /// Where the nature of insurance decides.
    WhereNature,
    /// Where a card is among the sources.
    WhereCard,
    /// Where the payer of the claim may be another one.
    WhereFund,
    /// Where a prior agreement is what the fund misses, and nobody has asked for it.
    WhereAgreement,
    /// Unless the fund's database shows since then what it missed.
    UnlessRecorded,
    /// Unless the claim says that there is no such document.
    UnlessNone,
}

impl Advice {
    /// Where a step makes sense.
    pub const fn of(step: RemedyId) -> Self {
        match step {
            RemedyId::QueryAdri => Advice::UnlessAnswered,
            RemedyId::CorrectExemption | RemedyId::RemoveExemption | RemedyId::UnforceExemption => {
                Advice::WhereExemption
            }
            RemedyId::FixSetting => Advice::WhereSetting,
            RemedyId::CorrectContract
            | RemedyId::ContactAmc
            | RemedyId::AmoAlone
            | RemedyId::PaperWithProofs => Advice::WhereContract,
            RemedyId::RenewCss => Advice::WhereCss,
            RemedyId::CorrectNature => Advice::WhereNature,
            RemedyId::UpdateCard => Advice::WhereCard,
            RemedyId::CorrectScheme => Advice::WhereFund,
            RemedyId::AskAgreement => Advice::WhereAgreement,
            RemedyId::HoldUntil => Advice::UnlessRecorded,
            RemedyId::SendProof => Advice::UnlessNone,
            _ => Advice::Always,
        }
    }
}

/// A set of causes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CauseSet(u32);

impl CauseSet {
    pub(super) const NONE: CauseSet = CauseSet(0);

    const fn with(self, cause: Cause) -> Self {
        CauseSet(self.0 | 1 << (cause as u8))
    }

    pub(super) const fn union(self, other: Self) -> Self {
        CauseSet(self.0 | other.0)
    }

    pub(super) const fn has(self, cause: Cause) -> bool {
        self.0 & (1 << (cause as u8)) != 0
    }
}

/// For each reason, by its place among all, the causes whose rows name it.
type Named = [CauseSet; ReasonId::ALL.len()];

const NOT_NAMED: Named = [CauseSet::NONE; ReasonId::ALL.len()];

/// Causes and classes, each exactly once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guidance {
    causes: List<CauseRow>,
    classes: List<ClassRow>,
    /// Drawn from the rows, so that most of them need not be looked at.
    named: Named,
}

impl Guidance {
    /// Causes, the most telling first, and classes, each exactly once; or the word of the first that does not fit.
    pub fn new(causes: Vec<CauseRow>, classes: Vec<ClassRow>) -> Result<Self, &'static str> {
        for cause in Cause::ALL {
            if causes.iter().filter(|row| row.cause == *cause).count() != 1 {
                return Err(cause.as_str());
            }
        }
        for class in RejectClass::ALL {
            if classes.iter().filter(|row| row.class == *class).count() != 1 {
                return Err(class.as_str());
            }
        }
        Ok(Guidance {
            named: causes
                .iter()
                .fold(NOT_NAMED, |named, row| with_row(named, row.cause, &row.reasons)),
            causes: causes.into(),
            classes: classes.into(),
        })
    }

    /// The guidance compiled in, which a build has made by [`Guidance::new`].
    pub const fn compiled(causes: &'static [CauseRow], classes: &'static [ClassRow]) -> Self {
        Guidance {
            named: named_in_compiled(causes),
            causes: List::Borrowed(causes),
            classes: List::Borrowed(classes),
        }
    }

    /// The causes whose rows name a reason.
    pub(super) fn named_by(&self, reason: ReasonId) -> CauseSet {
        let place = usize::from(reason as u8);
        self.named.get(place).copied().unwrap_or(CauseSet::NONE)
    }

    /// The causes, the most telling first.
    pub fn causes(&self) -> &[CauseRow] {
        &self.causes
    }

    /// The classes.
    pub fn classes(&self) -> &[ClassRow] {
        &self.classes
    }

    /// What is known of a class.
    pub fn class(&self, class: RejectClass) -> Option<&ClassRow> {
        self.classes.iter().find(|row| row.class == class)
    }

    /// What is known of a cause.
    pub fn cause(&self, cause: Cause) -> Option<&CauseRow> {
        self.causes.iter().find(|row| row.cause == cause)
    }
}

/// [`Named`] with one more row.
const fn with_row(mut named: Named, cause: Cause, mut reasons: &[ReasonAbout]) -> Named {
    while let Some((about, others)) = reasons.split_first() {
        reasons = others;
        let (_, from) = named.split_at_mut(about.id as u8 as usize);
        if let Some(slot) = from.first_mut() {
            *slot = slot.with(cause);
        }
    }
    named
}

/// The causes that name each reason, of rows compiled in, whose lists are compiled in as well.
const fn named_in_compiled(mut rows: &'static [CauseRow]) -> Named {
    let mut named = NOT_NAMED;
    while let Some((row, others)) = rows.split_first() {
        rows = others;
        if let List::Borrowed(reasons) = &row.reasons {
            named = with_row(named, row.cause, reasons);
        }
    }
    named
}
