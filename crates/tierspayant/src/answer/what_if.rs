//! The what-if in the answer.

use tierspayant_core::model::record::OrNull;
use tierspayant_core::model::{Date, Dossier, Scheme};
use tierspayant_core::record;
use tierspayant_core::whatif::{Correction, WhatIf};

record! {
    /// With what the claim would be billable.
    WhatIfOut {
        /// The first day of care on which it would be.
        earliest: Option<Date> as OrNull => "there is no such day",
        /// The last day.
        latest: Option<Date> as OrNull => "there is no such day, or no known end",
        /// Each single change that makes it billable.
        corrections: Vec<CorrectionOut>,
    }
}

record! {
    /// One single change that makes the claim billable; only the fields that change are there.
    #[derive(Default)]
    CorrectionOut {
        /// What is changed.
        change: &'static str,
        /// The line whose exemption changes.
        line: Option<String>,
        /// The exemption to claim.
        exemption: Option<String>,
        /// The nature d'assurance to bill under.
        nature: Option<String>,
        /// The number of the contract to carry.
        number: Option<String>,
        /// The payer to put.
        scheme: Option<Scheme>,
        /// The type of the contract to carry.
        contract_type("type"): Option<String>,
    }
}

impl WhatIfOut {
    pub(super) fn new(dossier: &Dossier, found: &WhatIf) -> Self {
        WhatIfOut {
            earliest: found.days.earliest,
            latest: found.days.latest,
            corrections: CorrectionOut::all(dossier, &found.corrections),
        }
    }
}

impl CorrectionOut {
    /// Each single correction that makes the claim billable.
    pub(crate) fn all(dossier: &Dossier, found: &[Correction]) -> Vec<Self> {
        found
            .iter()
            .map(|one| CorrectionOut::new(dossier, *one))
            .collect()
    }

    fn new(dossier: &Dossier, correction: Correction) -> Self {
        let none = CorrectionOut::default();
        match correction {
            Correction::AskAgain => CorrectionOut {
                change: "ask_again",
                ..none
            },
            Correction::Exemption { line, code } => {
                let line = dossier
                    .claim
                    .lines
                    .get(usize::from(line))
                    .map(|line| line.id.to_string());
                CorrectionOut {
                    change: "exemption",
                    line,
                    exemption: Some(code.to_string()),
                    ..none
                }
            }
            Correction::Scheme(scheme) => CorrectionOut {
                change: "scheme",
                scheme: Some(scheme),
                ..none
            },
            Correction::Nature(nature) => CorrectionOut {
                change: "nature",
                nature: Some(nature.as_str().to_owned()),
                ..none
            },
            Correction::Contract {
                number,
                contract_type,
            } => CorrectionOut {
                change: "contract",
                number: number.map(|one| one.to_string()),
                contract_type: contract_type.map(|one| one.to_string()),
                ..none
            },
            Correction::AmoAlone => CorrectionOut {
                change: "amo_alone",
                ..none
            },
        }
    }
}
