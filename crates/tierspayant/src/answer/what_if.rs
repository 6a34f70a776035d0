//! The what-if in the answer.

use serde::Serialize;
use tierspayant_core::model::Dossier;
use tierspayant_core::whatif::{Correction, WhatIf};

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct WhatIfOut {
    earliest: Option<String>,
    latest: Option<String>,
    corrections: Vec<CorrectionOut>,
}

/// One single change that makes the claim billable; only the fields that change are there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct CorrectionOut {
    change: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exemption: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nature: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scheme: Option<SchemeOut>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    contract_type: Option<String>,
}

/// The payer to put; only the parts that are known are there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
struct SchemeOut {
    #[serde(skip_serializing_if = "Option::is_none")]
    regime: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fund: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    centre: Option<String>,
}

impl WhatIfOut {
    pub(super) fn new(dossier: &Dossier, found: &WhatIf) -> Self {
        WhatIfOut {
            earliest: found.days.earliest.map(|day| day.to_string()),
            latest: found.days.latest.map(|day| day.to_string()),
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
                scheme: Some(SchemeOut {
                    regime: scheme.regime.map(|one| one.to_string()),
                    fund: scheme.fund.map(|one| one.to_string()),
                    centre: scheme.centre.map(|one| one.to_string()),
                }),
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
