//! The complementary contracts of one beneficiary: groups 107 and 108 (single management), 109 (separate management).

use tierspayant_core::model::ContractEntry;

use super::group::Fields;
use crate::error::ReadError;
use crate::outcome::{Report, Why};

/// Gathers the contracts of one beneficiary.
#[derive(Default)]
pub(crate) struct Contracts {
    entries: Vec<ContractEntry>,
    /// The group 107 whose periods are being read, its place, and whether a period was seen.
    open: Option<(ContractEntry, String, bool)>,
    /// Whether a contract was named, of use or not.
    named: bool,
}

impl Contracts {
    /// Group 107.
    pub(crate) fn mutual(&mut self, fields: &mut Fields<'_>, report: &mut Report) {
        self.close(report);
        let place = fields.place(1).to_string();
        if let Some(number) = fields.parsed_not_zeros(1, report) {
            self.named = true;
            let indicator = fields.parsed(3, report);
            let entry = ContractEntry {
                number: Some(number),
                indicator,
                ..ContractEntry::default()
            };
            self.open = Some((entry, place, false));
        }
    }

    /// Group 108: one period of the group 107 before it.
    pub(crate) fn mutual_rights(
        &mut self,
        fields: &mut Fields<'_>,
        report: &mut Report,
    ) -> Result<(), ReadError> {
        let place = fields.place(1).to_string();
        let period = fields.period(1, 2, report)?;
        match (&mut self.open, period) {
            (Some((entry, _, seen)), Some(period)) => {
                *seen = true;
                self.entries.push(ContractEntry {
                    period,
                    ..entry.clone()
                });
            }
            (Some(_), None) => {}
            (None, _) => report.unused(place, Why::NoOwner),
        }
        Ok(())
    }

    /// Group 109.
    pub(crate) fn complementary(
        &mut self,
        fields: &mut Fields<'_>,
        report: &mut Report,
    ) -> Result<(), ReadError> {
        if let Some(number) = fields.parsed_not_zeros(1, report) {
            self.named = true;
            let indicator = fields.parsed(4, report);
            if let Some(period) = fields.period(5, 6, report)? {
                let entry = ContractEntry {
                    number: Some(number),
                    indicator,
                    period,
                    ..ContractEntry::default()
                };
                self.entries.push(entry);
            }
        }
        Ok(())
    }

    /// The contracts. A card that names none says nothing, unless it also says that there is no service of the fund
    /// (`denied`): then it shows none.
    pub(crate) fn finish(mut self, denied: bool, report: &mut Report) -> Option<Vec<ContractEntry>> {
        self.close(report);
        let none_shown = denied && !self.named;
        Some(self.entries).filter(|entries| none_shown || !entries.is_empty())
    }

    /// Ends the group 107 being read. Without any period it cannot say on which days it holds.
    fn close(&mut self, report: &mut Report) {
        if let Some((_, place, false)) = self.open.take() {
            report.unused(place, Why::NoPeriod);
        }
    }
}
