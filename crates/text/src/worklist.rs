//! The work list: what came back and what to do about it, grouped by the step that cures it.

use crate::layout::{Item, Layout, Role, Sign};
use crate::medium::Medium;
use crate::paper::Tone;
use crate::texts::Texts;
use crate::typography::euros;
use crate::values::Variables;
use crate::voice::{Audience, Lang, Voice};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use tierspayant_core::finding::Facts;
use tierspayant_core::ids::RemedyId;
use tierspayant_core::model::{Date, Share};
use tierspayant_core::triage::{Cause, Followed, Payer, Work};

/// One share of one invoice that came back, or is awaited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkRow {
    /// Number of the invoice.
    pub invoice: String,
    /// Number of the lot.
    pub lot: Option<String>,
    /// The share.
    pub share: Share,
    /// What became of it.
    pub state: Followed,
    /// What is not paid of it, in cents.
    pub unpaid_cents: i64,
    /// The label of the payer, as written.
    pub label: Option<String>,
    /// The cause, where it is known.
    pub cause: Option<Cause>,
    /// What to do next, where it is known, with what it is about.
    pub next: Option<(RemedyId, Facts)>,
    /// Who pays otherwise.
    pub payer: Option<Payer>,
    /// The day from which it may be too late.
    pub too_late_on: Option<Date>,
}

/// Every cent that was asked for, by what became of it; in cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// Asked for.
    pub asked: i64,
    /// Paid, and not taken back.
    pub paid: i64,
    /// Refused.
    pub rejected: i64,
    /// Deferred.
    pub deferred: i64,
    /// Taken back.
    pub deducted: i64,
    /// Left short by a payment.
    pub short: i64,
    /// Not answered.
    pub open: i64,
    /// Refused, and asked for again under a new number.
    pub replaced: i64,
    /// Taken from payments for invoices that no file at hand holds; no part of what was asked for.
    pub elsewhere: i64,
}

impl Balance {
    /// What was asked for and every part of it, by name.
    pub const fn parts(&self) -> [(&'static str, i64); 8] {
        [
            ("asked", self.asked),
            ("paid", self.paid),
            ("rejected", self.rejected),
            ("deferred", self.deferred),
            ("deducted", self.deducted),
            ("short", self.short),
            ("open", self.open),
            ("replaced", self.replaced),
        ]
    }
}

/// What the files held and the list does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    /// The rows of lists that could not be read.
    pub rows: Vec<Unread>,
    /// How many things files say of their own content and are not so, such as the sum of their amounts.
    pub checks: usize,
}

impl Gaps {
    /// Whether nothing is known to be missing.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.checks == 0
    }
}

/// A row of a list that could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Which file, from 1, in the order in which they were given; nothing where there is only one.
    pub file: Option<usize>,
    /// The row in the file, from 1.
    pub row: usize,
}

/// How many rows are named that could not be read.
const MOST_PLACES: usize = 20;

/// Writes the work list: what the list misses; what to do now, by the step that cures it, the nearest deadline and then the largest amount first; what to wait for; and
/// where each cent is.
pub fn work_list(
    texts: &Texts,
    rows: &[WorkRow],
    balance: &Balance,
    gaps: &Gaps,
    lang: Lang,
    medium: impl Into<Medium>,
) -> String {
    let medium = medium.into();
    let page = Page {
        texts,
        lang,
        voice: Voice::of(lang, Audience::Counter),
    };
    let mut layout = Layout::new(medium.details());
    let of = |work: Work| rows.iter().filter(move |row| row.state.work() == work);
    let (now, wait): (Vec<&WorkRow>, Vec<&WorkRow>) = (of(Work::Now).collect(), of(Work::Wait).collect());
    if now.is_empty() {
        // That everything is paid is only said where everything was read.
        let frame = match (gaps.is_empty(), rows.is_empty()) {
            (false, _) => "work_not_whole",
            (true, true) => "work_empty",
            (true, false) => "work_nothing",
        };
        layout.heading(page.texts.frame(page.voice, frame, Variables::default()));
        page.gaps(&mut layout, gaps);
    } else {
        layout.heading(page.counted("work_now", &now, Variables::default()));
        page.gaps(&mut layout, gaps);
        for (step, rows) in page.groups(&now) {
            layout.gap();
            let step = Variables::default().text("step", Some(&step));
            let group = Item::of(Role::Group, 1, page.counted("work_group", &rows, step));
            layout.item(group.sign(Sign::Spot).tone(Tone::Strong));
            for row in rows {
                layout.item(Item::entry(Sign::Dash, page.row(row)).deeper());
            }
        }
    }
    if !wait.is_empty() {
        layout.heading(page.counted("work_wait", &wait, Variables::default()));
        for row in wait {
            layout.item(Item::entry(Sign::Dash, page.row(row)).deeper());
        }
    }
    layout.gap();
    layout.item(Item::text(page.balance(balance)));
    medium.write(&layout, lang)
}

/// Whom a message is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageTo {
    /// The fund or the insurer.
    Payer,
    /// The patient.
    Patient,
}

/// The text of a message about one share. It names no person and asks for no money.
pub fn work_message(texts: &Texts, row: &WorkRow, to: MessageTo, lang: Lang) -> String {
    let (audience, frame) = match to {
        MessageTo::Payer => (Audience::Counter, "message_payer"),
        MessageTo::Patient => (Audience::Patient, "message_patient"),
    };
    let page = Page {
        texts,
        lang,
        voice: Voice::of(lang, audience),
    };
    let step = row
        .next
        .as_ref()
        .map(|(remedy, facts)| texts.remedy(lang, audience, *remedy, facts));
    let cause = row.cause.filter(|cause| *cause != Cause::Unknown);
    let cause = cause.map(|cause| texts.cause(lang, audience, cause, &Facts::default()));
    let setting = page
        .variables(row)
        .text("step", step.as_deref().map(|step| step.trim_end_matches('.')))
        .text("cause", cause.as_deref().map(|cause| cause.trim_end_matches('.')));
    let mut text = texts.frame(page.voice, frame, setting);
    text.push('\n');
    text
}

struct Page<'t> {
    texts: &'t Texts,
    lang: Lang,
    voice: Voice,
}

impl Page<'_> {
    /// What the list misses.
    fn gaps(&self, layout: &mut Layout, gaps: &Gaps) {
        let mut say = |text| layout.item(Item::of(Role::Group, 1, text).sign(Sign::Spot).tone(Tone::Strong));
        if !gaps.rows.is_empty() {
            let named = gaps.rows.iter().take(MOST_PLACES).map(|one| {
                let file = one.file.map(|file| file.to_string());
                let setting = Variables::default()
                    .number("row", one.row)
                    .text("file", file.as_deref());
                self.texts.frame(self.voice, "work_unread_place", setting)
            });
            let mut places = named.collect::<Vec<_>>().join(", ");
            if gaps.rows.len() > MOST_PLACES {
                places.push_str(", …");
            }
            let setting = Variables::default()
                .number("count", gaps.rows.len())
                .text("places", Some(&places));
            say(self.texts.frame(self.voice, "work_unread", setting));
        }
        if gaps.checks > 0 {
            let setting = Variables::default().number("count", gaps.checks);
            say(self.texts.frame(self.voice, "work_unchecked", setting));
        }
    }

    /// The rows by the step that cures them, the group with the nearest deadline first.
    fn groups<'r>(&self, rows: &[&'r WorkRow]) -> Vec<(String, Vec<&'r WorkRow>)> {
        let mut groups: BTreeMap<String, Vec<&WorkRow>> = BTreeMap::new();
        for row in rows {
            let step = match &row.next {
                Some((remedy, facts)) => self.texts.remedy(self.lang, Audience::Counter, *remedy, facts),
                None => self.texts.frame(self.voice, "work_unknown", Variables::default()),
            };
            groups.entry(step).or_default().push(row);
        }
        // A row without a deadline comes after those that have one.
        let key = |row: &WorkRow| {
            (
                row.too_late_on.is_none(),
                row.too_late_on,
                Reverse(row.unpaid_cents),
            )
        };
        let mut groups: Vec<(String, Vec<&WorkRow>)> = groups.into_iter().collect();
        for (_, rows) in &mut groups {
            rows.sort_by_key(|row| key(row));
        }
        groups.sort_by_key(|(_, rows)| rows.first().map(|row| key(row)));
        groups
    }

    fn counted(&self, frame: &str, rows: &[&WorkRow], setting: Variables) -> String {
        let sum = rows
            .iter()
            .map(|row| row.unpaid_cents)
            .fold(0_i64, i64::saturating_add);
        let setting = setting
            .number("count", rows.len())
            .text("amount", Some(&self.amount(sum)));
        self.texts.frame(self.voice, frame, setting)
    }

    fn row(&self, row: &WorkRow) -> String {
        let cause = row.cause.filter(|cause| *cause != Cause::Unknown);
        let cause = cause.map(|cause| {
            self.texts
                .cause(self.lang, Audience::Counter, cause, &Facts::default())
        });
        let setting = self
            .variables(row)
            .text("cause", cause.as_deref().map(|cause| cause.trim_end_matches('.')));
        self.texts.frame(self.voice, "work_row", setting)
    }

    /// What a row says of itself.
    fn variables(&self, row: &WorkRow) -> Variables {
        Variables::default()
            .text("invoice", Some(&row.invoice))
            .text("lot", row.lot.as_deref())
            .word("share", Some(row.share.as_str()))
            .text("amount", Some(&self.amount(row.unpaid_cents)))
            .word("state", Some(row.state.as_str()))
            .text("label", row.label.as_deref())
            .date("until", row.too_late_on)
            .word("payer", row.payer.map(Payer::as_str))
    }

    fn balance(&self, balance: &Balance) -> String {
        let parts = balance.parts();
        let setting = parts
            .into_iter()
            .fold(Variables::default(), |setting, (key, cents)| {
                setting.text(key, Some(&self.amount(cents)))
            });
        let elsewhere = (balance.elsewhere != 0).then(|| self.amount(balance.elsewhere));
        let setting = setting.text("elsewhere", elsewhere.as_deref());
        self.texts.frame(self.voice, "work_balance", setting)
    }

    /// An amount, negative ones with their sign.
    fn amount(&self, cents: i64) -> String {
        let sign = if cents < 0 { "-" } else { "" };
        format!("{sign}{}", euros(self.lang, cents.unsigned_abs()))
    }
}
