//! VB6, VBA and WinDev: the flat interface declared.

use crate::model::Header;
use std::fmt::Write;

/// The lists that a host needs beside the numbers of the flat interface.
fn needed(name: &str) -> bool {
    [
        "TPW_",
        "TP_VERDICT_",
        "TP_LANG_",
        "TP_FORMAT_",
        "TP_ERROR_",
        "TP_OK",
    ]
    .iter()
    .any(|start| name.starts_with(start))
}

fn numbers<'a>(header: &'a Header, flat: &'a Header) -> impl Iterator<Item = &'a (String, i64)> {
    flat.numbers
        .iter()
        .chain(&header.numbers)
        .filter(|(name, _)| needed(name))
}

/// The type of a parameter: by value, as a text, or by reference.
fn vb(ty: &str, name: &str, pointer: &str) -> String {
    match ty {
        "int32_t" => format!("ByVal {name} As Long"),
        "int32_t*" => format!("ByRef {name} As Long"),
        // Card buffers and the places for texts are arrays of bytes or strings: their address is given.
        _ if ["data", "buffer"].contains(&name) => format!("ByVal {name} As {pointer}"),
        _ => format!("ByVal {name} As String"),
    }
}

pub(crate) fn visual_basic(header: &Header, flat: &Header) -> String {
    let mut out = "\
Attribute VB_Name = \"TiersPayant\"\n\
' The flat interface for VB6 and VBA. Written by the build from the header of the library: do not edit.\n\
' Sessions are opened with TPW_CP1252: VB hands texts over in the code page of Windows. tierspayant.dll stands beside the\n\
' program or in a folder of the PATH. Card buffers go as VarPtr(bytes(0)).\n\
Option Explicit\n\n"
        .to_owned();
    for (name, number) in numbers(header, flat) {
        writeln!(out, "Public Const {name} As Long = {number}").unwrap();
    }
    for (start, safe, pointer) in [
        ("\n#If VBA7 Then\n", "PtrSafe ", "LongPtr"),
        ("#Else\n", "", "Long"),
    ] {
        out.push_str(start);
        for function in &flat.functions {
            let params: Vec<String> = function
                .params
                .iter()
                .map(|one| vb(&one.ty, &one.name, pointer))
                .collect();
            writeln!(
                out,
                "Public Declare {safe}Function {} Lib \"tierspayant.dll\" ({}) As Long",
                function.name,
                params.join(", ")
            )
            .unwrap();
        }
    }
    out.push_str("#End If\n\n");
    out.push_str(
        "\
' A text of the last check: TPW_MESSAGE, TPW_JSON, TPW_PAGE, TPW_PAGE_PATIENT or TPW_TODO.\n\
Public Function TpTake(ByVal session As Long, ByVal what As Long) As String\n    \
    Dim needed As Long, bytes() As Byte\n    \
    If tpw_take(session, what, 0, 0, needed) <> TP_ERROR_BUFFER Then Exit Function\n    \
    ReDim bytes(0 To needed - 1)\n    \
    If tpw_take(session, what, VarPtr(bytes(0)), needed, needed) <> TP_OK Then Exit Function\n    \
    If needed > 1 Then ReDim Preserve bytes(0 To needed - 2) Else Exit Function\n    \
    TpTake = StrConv(bytes, vbUnicode)\n\
End Function\n",
    );
    out.replace('\n', "\r\n")
}

pub(crate) fn windev(header: &Header, flat: &Header) -> String {
    let mut out = "\
// The flat interface for WinDev. Written by the build from the header of the library: do not edit.\n\
// Sessions are opened with TPW_CP1252. tierspayant.dll stands beside the program. Not run here: declared as the manual of\n\
// API() asks, with 32-bit integers and addresses only.\n\n\
CONSTANT\n"
        .to_owned();
    for (name, number) in numbers(header, flat) {
        writeln!(out, "\t{name} = {number}").unwrap();
    }
    out.push_str("FIN\n");
    for function in &flat.functions {
        let params: Vec<String> = function
            .params
            .iter()
            .map(|one| match (one.ty.as_str(), one.name.as_str()) {
                ("int32_t", name) => format!("{name} est un entier"),
                ("int32_t*", name) => format!("{name} est un entier"),
                (_, name @ ("data" | "buffer")) => format!("{name} est un entier système"),
                (_, name) => format!("{name} est une chaîne ANSI"),
            })
            .collect();
        let passed: Vec<String> = function
            .params
            .iter()
            .map(|one| match (one.ty.as_str(), one.name.as_str()) {
                ("int32_t*", name) => format!(", &{name}"),
                ("int32_t", name) => format!(", {name}"),
                (_, name @ ("data" | "buffer")) => format!(", {name}"),
                (_, name) => format!(", &{name}"),
            })
            .collect();
        write!(
            out,
            "\nPROCÉDURE {}({}) : entier\n\tRENVOYER API(\"tierspayant.dll\", \"{}\"{})\n",
            function.name,
            params.join(", "),
            function.name,
            passed.concat()
        )
        .unwrap();
    }
    out.push_str("\n// Un texte de la dernière réponse : TPW_MESSAGE, TPW_JSON, TPW_PAGE, TPW_PAGE_PATIENT ou TPW_TODO.\n\
PROCÉDURE TpTexte(session est un entier, quoi est un entier) : chaîne ANSI\n\
\tnBesoin est un entier\n\
\ttpw_take(session, quoi, 0, 0, nBesoin)\n\
\tSI nBesoin = 0 ALORS RENVOYER \"\"\n\
\tsTexte est une chaîne ANSI = Répète(Caract(0), nBesoin)\n\
\tSI tpw_take(session, quoi, &sTexte, nBesoin, nBesoin) <> TP_OK ALORS RENVOYER \"\"\n\
\tRENVOYER Gauche(sTexte, nBesoin - 1)\n");
    out
}
