//! Proves templates when they are compiled: every name is known, and both the fullest and the barest facts give a text.

use crate::known::Kind;
use crate::template::{Template, VoiceTexts};
use crate::values::Variables;
use std::collections::BTreeSet;
use tierspayant_core::finding::{FactKey, FactValue, Severity};
use tierspayant_core::model::Date;

/// A value of the right kind for each fact.
pub(crate) fn sample(key: FactKey) -> Option<FactValue> {
    let day = |day: u32| Date::from_ymd(2026, 11, day).ok().map(FactValue::Date);
    let code = |text: &str| text.parse().ok().map(FactValue::Code);
    match key {
        FactKey::Date => day(20),
        FactKey::Start => day(1),
        FactKey::End => day(30),
        FactKey::Observed => day(19),
        FactKey::OtherObserved => day(18),
        FactKey::OtherDate => day(17),
        FactKey::RetryOn => day(23),
        FactKey::ReceivedOn => day(3),
        FactKey::AccidentDate => day(2),
        FactKey::Limit => day(29),
        FactKey::DateRole => Some(FactValue::Word("care")),
        FactKey::OtherDateRole => Some(FactValue::Word("prescription")),
        FactKey::Right => Some(FactValue::Word("ald")),
        FactKey::Source => Some(FactValue::Word("adri")),
        FactKey::OtherSource => Some(FactValue::Word("vitale")),
        FactKey::Origin => Some(FactValue::Word("manual")),
        FactKey::Status => Some(FactValue::Word("suspended")),
        FactKey::OtherAnswer => Some(FactValue::Word("yes")),
        FactKey::Card => Some(FactValue::Word("absent")),
        FactKey::Trait => Some(FactValue::Word("narcotic")),
        FactKey::AgeDays => Some(FactValue::Days(400)),
        FactKey::AllowedDays => Some(FactValue::Days(366)),
        FactKey::Code => code("4"),
        FactKey::RecordCode => code("LIS"),
        FactKey::Suggested => code("0"),
        FactKey::Forcing => code("A"),
        FactKey::Number => code("99999997"),
        FactKey::Type => code("89"),
        FactKey::RecordNumber => code("88888888"),
        FactKey::RecordType => code("88"),
        FactKey::Nature => code("30"),
        FactKey::Scheme => code("01 751"),
        FactKey::RecordScheme => code("02 751"),
        FactKey::PaidInstead => Some(FactValue::Word("nursing_service")),
        FactKey::Mode => Some(FactValue::Word("degraded")),
        FactKey::EndReason => Some(FactValue::Word("unpaid")),
    }
}

/// Every fact at once, which no reason ever has.
pub(crate) fn every_fact() -> impl Iterator<Item = (FactKey, FactValue)> {
    FactKey::ALL
        .iter()
        .filter_map(|key| sample(*key).map(|value| (*key, value)))
}

/// Proves one template, or says what is wrong with it.
pub(crate) fn verify(
    texts: &VoiceTexts,
    kind: Kind,
    id: &str,
    template: Template,
    names: &BTreeSet<&'static str>,
) -> Result<(), String> {
    let known = kind.variables(id);
    if let Some(used) = names.iter().find(|used| !known.contains(*used)) {
        return Err(format!("`{used}` is no name that it may use"));
    }
    let said = |setting: &Variables| said(texts, kind, template, setting);
    let full = || Variables::facts(every_fact());
    match kind {
        Kind::Reason | Kind::Remedy | Kind::Cause | Kind::Fragment => {
            for severity in Severity::ALL {
                for facts in [full(), Variables::default()] {
                    let setting = facts
                        .word("severity", Some(severity.as_str()))
                        .flag("alone", true);
                    said(&setting)?;
                }
            }
            Ok(())
        }
        Kind::Correction | Kind::Reject => {
            let texts = |setting: Variables| setting.text("line", Some("1")).text("codes", Some("0"));
            said(&texts(full()))?;
            let code = sample(FactKey::Code).map(|value| (FactKey::Code, value));
            said(&Variables::facts(code))
        }
        Kind::Frame => said(&frame_setting(id)),
    }
}

/// The fullest setting of a frame.
fn frame_setting(id: &str) -> Variables {
    let mut setting = Variables::facts(every_fact());
    for name in Kind::Frame.variables(id) {
        setting = match name {
            "verdict" | "amo" => setting.word(name, Some("undetermined")),
            "amc" => setting.word(name, Some("billable")),
            "severity" => setting.word(name, Some("blocking")),
            "basis" => setting.word(name, Some("stale")),
            "guarantee" => setting.word(name, Some("likely")),
            "certainty" => setting.word(name, Some("proved")),
            "confidence" => setting.word(name, Some("official")),
            "indu" => setting.word(name, Some("overridden")),
            "recognised" => setting.word(name, Some("both")),
            "key_found" | "label_found" => setting.word(name, Some("unknown")),
            "share" => setting.word(name, Some("amo")),
            "payer" => setting.word(name, Some("patient")),
            "caught" => setting.word(name, Some("missed")),
            "key" | "label" | "other_reject" => setting.text(name, Some("x")),
            "count" | "row" => setting.number(name, 2),
            "state" => setting.word(name, Some("rejected")),
            "invoice" | "lot" | "amount" | "cause" | "step" | "places" | "file" => {
                setting.text(name, Some("x"))
            }
            "asked" | "paid" | "rejected" | "deferred" | "deducted" | "short" | "open" | "replaced"
            | "elsewhere" => setting.text(name, Some("x")),
            "until" => setting.date(name, Date::from_ymd(2026, 11, 20).ok()),
            "split" | "many" | "all" => setting.flag(name, true),
            "lines" | "rule" | "title" | "reference" | "reject" | "edition" | "digest" => {
                setting.text(name, Some("x"))
            }
            _ => setting,
        };
    }
    setting
}

fn said(texts: &VoiceTexts, kind: Kind, template: Template, setting: &Variables) -> Result<(), String> {
    let mut text = String::new();
    let added = texts.add(template, setting, &mut text);
    added.map_err(|unsaid| unsaid.to_string())?;
    if text.is_empty() && kind != Kind::Fragment {
        Err("its text is empty".to_owned())
    } else {
        Ok(())
    }
}
