//! The header as a person would arrange it: by subject, with short comments and the macros of linking.

use crate::items::{Item, Kind, items, words};
use std::fmt::Write;

/// Title, what to know, and the beginnings of the names that stand there. The first section that fits takes a name.
const SECTIONS: &[(&str, &str, &[&str])] = &[
    (
        "Versions",
        "Compare them before anything else when the library is loaded at run time.",
        &["TP_VERSION", "TP_ABI_", "tp_version", "tp_abi_", "tp_struct_size"],
    ),
    (
        "Statuses and errors",
        "Every function that can fail returns 0 or one of these negative numbers. Its last argument may be NULL; otherwise \
         it is set to NULL on entry, and to an error that the caller frees when the call fails. TP_ERROR_MEMORY \
         leaves it NULL. A verdict is never a status: \"not billable\" is a successful call.",
        &["TP_OK", "TP_ERROR_", "tp_error", "tp_status"],
    ),
    (
        "Texts",
        "UTF-8 everywhere, as pointer and length.",
        &["tp_str", "tp_text", "TP_LANG_", "TP_AUDIENCE_"],
    ),
    (
        "Words",
        "Every closed list of the documents has its words as constants, TP_LIST_WORD; here is what names a list to the two \
         functions that turn one into the other.",
        &["TP_WORDS_", "tp_word"],
    ),
    (
        "Engine",
        "Made once from the rules and tables, then shared.",
        &["tp_engine", "tp_table"],
    ),
    (
        "Readings",
        "What a card reader or a service gave, turned into snapshots, one per beneficiary.",
        &["TP_FORMAT_", "tp_read", "tp_unused"],
    ),
    (
        "Claim",
        "Zero and empty mean that something was not said; unknown numbers are refused.",
        &[
            "TP_CARD_",
            "TP_SHARE_",
            "TP_CATEGORY_",
            "TP_RELATION_",
            "TP_ORIGIN_",
            "TP_STANDING_",
            "TP_MODE_",
            "TP_PAID_INSTEAD_",
            "TP_DOCUMENT_",
            "TP_VOUCHER_",
            "TP_AGREEMENT_",
            "TP_PRESCRIPTION_",
            "TP_URGENT_",
            "TP_GROUND_",
            "TP_PROOF_",
            "TP_SETTING_",
            "TP_TRAIT_",
            "tp_claim_contract",
            "tp_claim_accident",
            "tp_dossier_set_claim",
            "tp_dossier_new",
            "tp_dossier_from",
            "tp_dossier_add_line",
            "tp_dossier_add_trait",
            "tp_dossier_free",
            "tp_line",
            "tp_claim",
        ],
    ),
    (
        "Rights",
        "Snapshots added to a dossier: from a reading, or typed in entry by entry.",
        &[
            "TP_SOURCE_",
            "TP_LIST_",
            "TP_VOCABULARY_",
            "TP_ENTRY_",
            "TP_PARTICIPATION_",
            "TP_END_",
            "tp_snapshot",
            "tp_coverage",
            "tp_exemption",
            "tp_maternity",
            "tp_accident",
            "tp_contract",
            "tp_service",
            "tp_dossier",
        ],
    ),
    (
        "Answer",
        "Verdicts are numbers of their own, and every output holds \"undetermined\" until there is an answer.",
        &[
            "TP_VERDICT_",
            "TP_BASIS_",
            "TP_GUARANTEE_",
            "tp_options",
            "tp_summary",
            "tp_check",
            "TP_SEVERITY_",
            "TP_EXEMPTION_",
            "TP_DATE_ROLE_",
            "TP_REMEDY_",
            "TP_INDU_",
            "TP_CONFIDENCE_",
            "TP_FACT_",
            "tp_reason",
            "tp_fact",
            "tp_result",
            "tp_remedy",
        ],
    ),
    (
        "What-if",
        "When the same claim would be billable, and what single change makes it so.",
        &["TP_CHANGE_", "tp_correction", "tp_what_if"],
    ),
    (
        "Reject triage",
        "A reject that came back: what it is, why it came, what puts it right.",
        &[
            "tp_triage",
            "TP_REJECT_CLASS_",
            "TP_REPORTED_",
            "TP_RECOGNISED_",
            "TP_FOUND_",
            "TP_MATCHED_",
            "TP_CAUSE_",
            "TP_KNOWN_AT_",
            "TP_CAUGHT_",
            "TP_PAYER_",
        ],
    ),
    (
        "Timeline",
        "The rights of the person, and the answer to the claim, over a window of days.",
        &["tp_right_interval", "tp_timeline", "TP_COLOR_", "TP_CERTAINTY_"],
    ),
];

/// Names whose section is not the one that their beginning tells.
const MOVED: &[(&str, &str)] = &[
    ("tp_line_answer", "Answer"),
    ("tp_claim_interval", "Timeline"),
    ("tp_style", "Answer"),
    ("tp_result_what_if", "What-if"),
];

const TOP: &str = "\
/*
 * tierspayant: can this claim be billed in tiers payant, and why.
 *
 * Written by the build from the sources of the library: do not edit.
 *
 * The contract in short (the whole of it is bindings/c/README.md):
 *
 *   Ownership   What a function gives through a pointer to a pointer is yours: free it once, with the function of its
 *               type. Views (tp_str) are not: they live as long as the object that they come from.
 *   NULL        Checked everywhere. Freeing NULL does nothing. Freeing twice, or using what was freed, is undefined;
 *               TP_ERROR_HANDLE tells it, and a pointer to another kind of object, as long as the memory does.
 *   Threads     Said for each type below. No type is tied to the thread that made it.
 *   Panics      A fault of the library gives TP_ERROR_PANIC, with its place in the source, and never ends the process.
 *   Memory      None left gives TP_ERROR_MEMORY: nothing was made, and nothing is until what was made meanwhile is freed.
 *   Structs     Set to zero, then set `size` to sizeof: newer and older libraries understand each other.
 *   Dates       int32_t as yyyymmdd, 0 when absent. Moments: int64_t as yyyymmddhhmmss, or yyyymmdd.
 *   Today       Never read from a clock: it is an input.
 *
 * Contents, each found by its line of dashes:
 *
CONTENTS
 */

#ifndef TIERSPAYANT_H
#define TIERSPAYANT_H

#include <stddef.h>
#include <stdint.h>

/* The calling convention does not follow the options of the compiler. */
#if defined(_WIN32) && !defined(_WIN64)
#define TP_CALL __cdecl
#else
#define TP_CALL
#endif

/* Define TP_STATIC to link the static library on Windows. */
#if defined(_WIN32) && !defined(TP_STATIC)
#define TP_API __declspec(dllimport)
#else
#define TP_API
#endif

#ifdef __cplusplus
extern \"C\" {
#endif
";

const BOTTOM: &str = "
#ifdef __cplusplus
}
#endif

#endif /* TIERSPAYANT_H */
";

/// The names of the functions.
pub(crate) fn functions(printed: &str) -> Vec<String> {
    let all = items(printed).into_iter();
    all.filter(|one| one.kind == Kind::Function)
        .map(|one| one.name)
        .collect()
}

/// The names of the functions with the number of their arguments.
pub(crate) fn arguments(printed: &str) -> Vec<(String, usize)> {
    let all = items(printed)
        .into_iter()
        .filter(|one| one.kind == Kind::Function);
    all.map(|one| {
        let list = one.declaration.split_once('(').unwrap().1;
        let none = list.trim_start().starts_with("void)");
        (one.name, if none { 0 } else { list.matches(',').count() + 1 })
    })
    .collect()
}

/// The whole header.
pub(crate) fn arranged(printed: &str) -> String {
    // The words of a list stand before the numbers that have none.
    let mut all = words();
    all.extend(items(printed));
    all.retain(|one| !one.name.starts_with("TPW_"));
    let mut out = TOP.replace("CONTENTS\n", &contents());
    title(
        &mut out,
        "Objects",
        "Made and freed by the library, and known only by pointer.",
    );
    for item in all.iter().filter(|one| one.kind == Kind::Opaque) {
        write!(out, "\n{}{}\n", item.comment(), item.declaration).unwrap();
    }
    for (name, about, _) in SECTIONS {
        title(&mut out, name, about);
        let here = |kind: Kind| {
            all.iter()
                .filter(move |one| one.kind == kind && section(&one.name) == *name)
        };
        defines(&mut out, &here(Kind::Define).collect::<Vec<_>>());
        for kind in [Kind::Struct, Kind::Function] {
            for item in here(kind) {
                write!(out, "\n{}{}\n", item.comment(), item.declaration).unwrap();
            }
        }
    }
    out.push_str(BOTTOM);
    out
}

/// The titles of the sections, each with the first sentence of what it says.
fn contents() -> String {
    let line = |(name, about, _): &(&str, &str, &[&str])| {
        let about = about.split_inclusive('.').next().unwrap_or_default();
        format!(
            " *   {name:<21} {}\n",
            wrap(about, 90, "\n *                         ")
        )
    };
    let objects = " *   Objects               What is made and freed by the library.\n";
    objects.to_owned() + &SECTIONS.iter().map(line).collect::<String>()
}

const TOP_FLAT: &str = "\
/*
 * tierspayant, the flat interface: for hosts that cannot call C as such (VB6 and VBA, WinDev, PowerBuilder, 4D).
 *
 * Written by the build from the sources of the library: do not edit.
 *
 *   Calls     stdcall on 32-bit Windows, names without decoration; otherwise the only convention there is.
 *   Values    A session is a number; integers have 32 bits; a verdict is put into an integer of the caller.
 *   Texts     End with a 0, in the encoding that the session was opened with. Pointers are to bytes, or to 16-bit units.
 *   Statuses  0, or one of the negative TP_ERROR_ of tierspayant.h. Lists such as TP_VERDICT_ and TP_FORMAT_ are there too.
 */

#ifndef TIERSPAYANT_FLAT_H
#define TIERSPAYANT_FLAT_H

#include <tierspayant.h>

#if defined(_WIN32) && !defined(_WIN64)
#define TPW_CALL __stdcall
#else
#define TPW_CALL
#endif

#ifdef __cplusplus
extern \"C\" {
#endif
";

/// The whole header of the flat interface.
pub(crate) fn arranged_flat(printed: &str) -> String {
    let all = items(printed);
    let mut out = TOP_FLAT.to_owned();
    let of_encoding = |one: &Item| one.name.starts_with("TPW_CP") || one.name.starts_with("TPW_UTF");
    for (name, about, encodings) in [
        ("Encodings", "How the texts of the host are written.", true),
        ("Texts", "What tpw_take gives.", false),
    ] {
        title(&mut out, name, about);
        for item in all
            .iter()
            .filter(|one| one.kind == Kind::Define && of_encoding(one) == encodings)
        {
            let about = wrap(&item.doc.join(" "), 105, "\n * ");
            write!(out, "\n/* {about} */\n{}\n", item.declaration).unwrap();
        }
    }
    title(&mut out, "Calls", "Open, read and check, take texts, close.");
    for item in all.iter().filter(|one| one.kind == Kind::Function) {
        let declaration = item.declaration.replace("TP_CALL", "TPW_CALL");
        write!(out, "\n{}{declaration}\n", item.comment()).unwrap();
    }
    out.push_str(&BOTTOM.replace("TIERSPAYANT_H", "TIERSPAYANT_FLAT_H"));
    out
}

fn title(out: &mut String, title: &str, about: &str) {
    let line = "-".repeat(108_usize.saturating_sub(title.len()));
    write!(
        out,
        "\n/* {title} {line} */\n/* {} */\n",
        wrap(about, 105, "\n * ")
    )
    .unwrap();
}

/// Constants that begin alike stand together, each with its comment beside it where there is room.
fn defines(out: &mut String, all: &[&Item]) {
    let group = |one: &Item| {
        let name = one.name.trim_start_matches("TP_");
        name.split('_').next().unwrap_or_default().to_owned()
    };
    for together in all.chunk_by(|one, other| group(one) == group(other)) {
        let texts: Vec<String> = together.iter().map(|one| one.doc.join(" ")).collect();
        let widest = together
            .iter()
            .map(|one| one.declaration.len())
            .max()
            .unwrap_or_default();
        let fits = texts.iter().all(|text| widest + text.chars().count() + 7 <= 118);
        out.push('\n');
        for (item, text) in together.iter().zip(&texts) {
            if fits {
                writeln!(out, "{:widest$} /* {text} */", item.declaration).unwrap();
            } else {
                writeln!(out, "/* {} */\n{}", wrap(text, 105, "\n * "), item.declaration).unwrap();
            }
        }
    }
}

fn section(name: &str) -> &'static str {
    if let Some((_, moved)) = MOVED.iter().find(|(one, _)| *one == name) {
        return moved;
    }
    let fits =
        |(_, _, beginnings): &&(&str, &str, &[&str])| beginnings.iter().any(|one| name.starts_with(one));
    SECTIONS
        .iter()
        .find(fits)
        .unwrap_or_else(|| panic!("{name} has no section of the header"))
        .0
}

/// A text over several lines.
pub(crate) fn wrap(text: &str, width: usize, between: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().unwrap();
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(word.to_owned());
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.join(between)
}
