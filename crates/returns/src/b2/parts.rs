//! From the records of an invoice to its claims.

use super::layout::{Layout, stay};
use super::{B2Options, SentClaim};
use crate::fields::Fields;
use std::collections::BTreeMap;
use tierspayant_core::model::{
    Category, Claim, ClaimAccident, ClaimContract, Code, Date, Line, Nature, Scheme, Setting, Share, ShareSet,
};

/// An invoice being read.
pub(super) struct Draft {
    layout: Layout,
    invoice: String,
    lot: Option<String>,
    scheme: Scheme,
    nature: Option<Nature>,
    exemption: Option<Code<4>>,
    accident: Option<ClaimAccident>,
    prescription: Option<Date>,
    split: bool,
    payee: Option<String>,
    contract: ClaimContract,
    pharmacy: bool,
    lines: Vec<DraftLine>,
}

/// A line being read.
struct DraftLine {
    date: Option<Date>,
    line: Line,
    amo: i64,
    amc: i64,
}

impl Draft {
    /// The record 2 of an invoice.
    pub(super) fn new(layout: Layout, fields: &Fields<'_>, lot: Option<String>) -> Self {
        let places = layout.places();
        Draft {
            layout,
            invoice: fields
                .number_text(places.invoice)
                .unwrap_or_else(|| "0".to_owned()),
            lot,
            scheme: Scheme {
                regime: fields.code(places.regime),
                fund: fields.code(places.fund),
                centre: fields.code(places.centre),
            },
            nature: fields.text(places.nature).and_then(|text| text.parse().ok()),
            exemption: fields.code(places.exemption),
            accident: accident(fields.text(places.accident)),
            prescription: places.prescription.and_then(|field| fields.day(field)),
            split: matches!(fields.letter(places.split), Some('F' | 'E')),
            payee: places.payee.and_then(|field| fields.text(field)),
            contract: ClaimContract {
                number: fields.code(places.organism),
                contract_type: fields.code(places.contract_type),
                ..ClaimContract::default()
            },
            pharmacy: false,
            lines: Vec::new(),
        }
    }

    /// A record 3 (a stay) or 4 (an act).
    pub(super) fn line(&mut self, stays: bool, fields: &Fields<'_>) {
        let places = self.layout.places();
        let mut line = Line::named(self.lines.len().saturating_add(1).to_string());
        let stays = stays && self.layout == Layout::Establishment;
        let (exemption, date, amo, spent, amc) = if stays {
            line.category = Some(Category::Stay);
            (stay::EXEMPTION, stay::START, stay::AMO, stay::SPENT, stay::AMC)
        } else {
            (
                places.line_exemption,
                places.line_date,
                places.line_amo,
                places.line_spent,
                places.line_amc,
            )
        };
        line.exemption = fields.code(exemption).or(self.exemption);
        line.amount_cents = fields.number(spent).and_then(|cents| u64::try_from(cents).ok());
        self.lines.push(DraftLine {
            date: fields.day(date),
            line,
            amo: fields.number(amo).unwrap_or_default(),
            amc: fields.number(amc).unwrap_or_default(),
        });
    }

    /// A record that goes with the last line; says whether anything of it is used.
    pub(super) fn detail(&mut self, kind: char, fields: &Fields<'_>) -> bool {
        let Some(last) = self.lines.last_mut() else {
            return false;
        };
        let category = match kind {
            'B' => Category::Biology,
            'M' => Category::Act,
            'F' => Category::Device,
            'H' => Category::Drug,
            'C' => {
                self.pharmacy = true;
                Category::Drug
            }
            'S' if self.layout == Layout::Establishment => {
                self.prescription = self.prescription.or_else(|| fields.day(stay::PRESCRIPTION));
                return true;
            }
            _ => return false,
        };
        last.line.category = Some(category);
        true
    }

    /// The claims of the invoice: one for each day of care.
    pub(super) fn finish(self, options: &B2Options) -> Result<Vec<SentClaim>, &'static str> {
        if self.lines.is_empty() {
            return Err("an invoice has no line");
        }
        let shares = self.shares();
        let setting = options.setting.unwrap_or(match (self.layout, self.pharmacy) {
            (Layout::Establishment, _) => Setting::Hospital,
            (Layout::Professional, true) => Setting::Pharmacy,
            (Layout::Professional, false) => Setting::Other,
        });
        let mut days: BTreeMap<Date, Vec<DraftLine>> = BTreeMap::new();
        for line in self.lines {
            let day = line.date.ok_or("a line has no day of care")?;
            days.entry(day).or_default().push(line);
        }
        let claims = days.into_iter().map(|(day, lines)| {
            let sum =
                |amount: fn(&DraftLine) -> i64| lines.iter().map(amount).fold(0_i64, i64::saturating_add);
            let asked = [
                (Share::Amo, sum(|line| line.amo)),
                (Share::Amc, sum(|line| line.amc)),
            ];
            let mut claim = Claim::on(day);
            claim.id = Some(self.invoice.as_str().into());
            claim.setting = Some(setting);
            claim.prescription_date = self.prescription;
            claim.scheme = self.scheme;
            claim.nature = self.nature;
            claim.accident = self.accident;
            claim.contract = (self.contract != ClaimContract::default()).then_some(self.contract);
            claim.third_party = shares;
            SentClaim {
                invoice: self.invoice.clone(),
                lot: self.lot.clone(),
                asked: asked
                    .into_iter()
                    .filter(|(share, _)| shares.is_none_or(|set| set.contains(*share)))
                    .collect(),
                claim: Claim {
                    lines: lines.into_iter().map(|line| line.line).collect(),
                    ..claim
                },
            }
        });
        Ok(claims.collect())
    }

    /// The shares that ask for tiers payant, where the file says so.
    fn shares(&self) -> Option<ShareSet> {
        let amc = self.lines.iter().any(|line| line.amc > 0);
        match (self.layout, self.payee.as_deref()) {
            (Layout::Professional, Some("05")) => Some(ShareSet::Amo),
            (Layout::Professional, Some("15")) if self.split => Some(ShareSet::Amo),
            (Layout::Professional, Some("15")) => Some(ShareSet::Both),
            (Layout::Professional, Some("25")) => Some(ShareSet::Amc),
            (Layout::Professional, _) => None,
            (Layout::Establishment, _) if amc && !self.split => Some(ShareSet::Both),
            (Layout::Establishment, _) => Some(ShareSet::Amo),
        }
    }
}

/// The number of an accident, or `000` and its day.
fn accident(text: Option<String>) -> Option<ClaimAccident> {
    let text = text.filter(|text| text.bytes().any(|byte| byte != b'0'))?;
    let day = text.strip_prefix("000").filter(|day| day.len() == 6);
    let date = day.and_then(|day| {
        Fields {
            bytes: day.as_bytes(),
        }
        .day((1, 6))
    });
    Some(ClaimAccident {
        number: if date.is_some() { None } else { text.parse().ok() },
        date,
    })
}
