//! One source in which every mutant stands beside the original, each behind a switch: built once, run once for each mutant.

use super::list::{Genre, Mutant};
use proc_macro2::{LineColumn, Span};
use std::collections::BTreeMap;
use std::ops::Range;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, UnOp};

/// What stands before the source of a switched library: a `const fn` may ask for its mutant too, and is told no while the program is compiled.
pub(super) const FEATURES: &str = "#![feature(core_intrinsics, const_eval_select)]";

/// The module that a switched library gets: which mutant is on, by the environment.
pub(super) const MODULE: &str = r#"
pub(crate) mod mutant {
    static ON: std::sync::LazyLock<usize> =
        std::sync::LazyLock::new(|| std::env::var("MUTANT").ok().and_then(|on| on.parse().ok()).unwrap_or(0));
    pub(crate) const fn is(number: usize) -> bool {
        std::intrinsics::const_eval_select((number,), never, asked)
    }
    const fn never(_: usize) -> bool { false }
    fn asked(number: usize) -> bool { *ON == number }
}
"#;

/// A switched source, and where the switches stand in it.
#[derive(Debug, Default)]
pub(super) struct Switched {
    pub text: String,
    /// Each text that was put in, in bytes of `text`, with the mutants that it serves.
    pub places: Vec<(Range<usize>, Vec<usize>)>,
}

/// Puts every mutant of `mutants` that can stand behind a switch into a source. The others have no place in the outcome.
///
/// # Errors
///
/// The source is not Rust.
pub(super) fn switched(source: &str, mutants: &[(usize, &Mutant)]) -> Result<Switched, String> {
    let file = syn::parse_file(source).map_err(|error| error.to_string())?;
    let mut switches = Switches {
        lines: line_starts(source),
        source,
        wanted: BTreeMap::new(),
        opening: Vec::new(),
        closing: Vec::new(),
    };
    for (number, mutant) in mutants {
        let wanted = switches.wanted.entry(mutant.start).or_default();
        wanted.push((*number, mutant.genre, mutant.replacement.clone()));
    }
    switches.visit_file(&file);
    Ok(switches.written())
}

/// A text to put in at a place, in place of `removed` bytes of the source.
struct Edit {
    at: usize,
    removed: usize,
    text: String,
    mutants: Vec<usize>,
}

/// The mutants that begin at one place.
type Wanted = Vec<(usize, Genre, String)>;

struct Switches<'s> {
    source: &'s str,
    lines: Vec<usize>,
    wanted: BTreeMap<(usize, usize), Wanted>,
    /// What opens before an expression: outer ones first.
    opening: Vec<Edit>,
    /// What closes after one: inner ones first.
    closing: Vec<Edit>,
}

impl Switches<'_> {
    /// The mutants of a kind that begin where a span begins.
    fn at(&self, span: Span, genre: Genre) -> Vec<(usize, String)> {
        let LineColumn { line, column } = span.start();
        let found = self.wanted.get(&(line, column + 1));
        let of_genre = found.into_iter().flatten().filter(|one| one.1 == genre);
        of_genre.map(|one| (one.0, one.2.clone())).collect()
    }

    /// The bytes of a span.
    fn bytes(&self, span: Span) -> Range<usize> {
        self.byte(span.start())..self.byte(span.end())
    }

    fn byte(&self, place: LineColumn) -> usize {
        let start = self.lines.get(place.line - 1).copied().unwrap_or_default();
        let line = self.source.get(start..).unwrap_or_default();
        let before = line.chars().take(place.column).map(char::len_utf8);
        start + before.sum::<usize>()
    }

    fn open(&mut self, at: usize, text: String, mutants: &[usize]) {
        self.opening.push(Edit {
            at,
            removed: 0,
            text,
            mutants: mutants.to_vec(),
        });
    }

    fn close(&mut self, at: usize, text: String, mutants: &[usize]) {
        self.closing.push(Edit {
            at,
            removed: 0,
            text,
            mutants: mutants.to_vec(),
        });
    }

    fn body(&mut self, block: &syn::Block) {
        let Some(first) = block.stmts.first() else {
            return;
        };
        let at = self.bytes(first.span()).start;
        for (number, value) in self.at(first.span(), Genre::FnValue) {
            let text = format!("if crate::mutant::is({number}) {{ return {value}; }} ");
            self.open(at, text, &[number]);
        }
    }

    /// `a && b`: `a` is asked, and with the switch the other way round is gone on to `b`.
    fn lazy(&mut self, one: &syn::ExprBinary, number: usize, is_and: bool) {
        let (left, right) = (self.bytes(one.left.span()), self.bytes(one.right.span()));
        let differs = if is_and { "!=" } else { "==" };
        self.open(left.start, "(match (".to_owned(), &[number]);
        visit::visit_expr(self, &one.left);
        let between = format!(") {{ left__ => if left__ {differs} crate::mutant::is({number}) {{ ");
        self.replace(left.end..right.start, between, &[number]);
        visit::visit_expr(self, &one.right);
        self.close(right.end, " } else { left__ } })".to_owned(), &[number]);
    }

    /// An operator of two values that are both asked: by reference where it compares, by value where it counts.
    fn eager(&mut self, one: &syn::ExprBinary, found: &[(usize, String)], compares: bool) {
        let (left, right) = (self.bytes(one.left.span()), self.bytes(one.right.span()));
        let operator = self.source.get(self.bytes(one.op.span())).unwrap_or_default();
        let (by, of) = if compares { ("&", "*") } else { ("", "") };
        let numbers: Vec<usize> = found.iter().map(|one| one.0).collect();
        let mut choice = String::new();
        for (number, changed) in found {
            choice += &format!("if crate::mutant::is({number}) {{ {of}left__ {changed} {of}right__ }} else ");
        }
        choice += &format!("{{ {of}left__ {operator} {of}right__ }}");
        self.open(left.start, format!("(match ({by}("), &numbers);
        visit::visit_expr(self, &one.left);
        self.replace(left.end..right.start, format!("), {by}("), &numbers);
        visit::visit_expr(self, &one.right);
        let end = format!(")) {{ (left__, right__) => {choice} }})");
        self.close(right.end, end, &numbers);
    }

    fn replace(&mut self, bytes: Range<usize>, text: String, mutants: &[usize]) {
        // Lines keep their numbers: a change of line that was there stays.
        let breaks = self.source.get(bytes.clone()).unwrap_or_default().matches('\n');
        let text = text + &"\n".repeat(breaks.count());
        self.closing.push(Edit {
            at: bytes.start,
            removed: bytes.len(),
            text,
            mutants: mutants.to_vec(),
        });
    }

    fn written(self) -> Switched {
        // At one place, what closes comes before what opens; each list keeps its order.
        let mut edits = self.closing;
        edits.extend(self.opening);
        edits.sort_by_key(|edit| edit.at);
        let mut written = Switched::default();
        let mut done = 0;
        for edit in edits {
            written.text += self.source.get(done..edit.at).unwrap_or_default();
            let start = written.text.len();
            written.text += &edit.text;
            written.places.push((start..written.text.len(), edit.mutants));
            done = edit.at + edit.removed;
        }
        written.text += self.source.get(done..).unwrap_or_default();
        written
    }
}

impl<'ast> Visit<'ast> for Switches<'_> {
    fn visit_item_fn(&mut self, one: &'ast syn::ItemFn) {
        self.body(&one.block);
        visit::visit_item_fn(self, one);
    }

    fn visit_impl_item_fn(&mut self, one: &'ast syn::ImplItemFn) {
        self.body(&one.block);
        visit::visit_impl_item_fn(self, one);
    }

    fn visit_expr_binary(&mut self, one: &'ast syn::ExprBinary) {
        let found = self.at(one.op.span(), Genre::BinaryOperator);
        let changed = found.first().map_or("", |one| one.1.as_str());
        match (&one.op, found.as_slice()) {
            (BinOp::And(_), [(number, _)]) if changed == "||" => self.lazy(one, *number, true),
            (BinOp::Or(_), [(number, _)]) if changed == "&&" => self.lazy(one, *number, false),
            (
                BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_),
                [_, ..],
            ) => self.eager(one, &found, true),
            (
                BinOp::Add(_)
                | BinOp::Sub(_)
                | BinOp::Mul(_)
                | BinOp::Div(_)
                | BinOp::Rem(_)
                | BinOp::BitAnd(_)
                | BinOp::BitOr(_)
                | BinOp::BitXor(_)
                | BinOp::Shl(_)
                | BinOp::Shr(_),
                [_, ..],
            ) => self.eager(one, &found, false),
            _ => visit::visit_expr_binary(self, one),
        }
    }

    fn visit_expr_unary(&mut self, one: &'ast syn::ExprUnary) {
        let found = self.at(one.op.span(), Genre::UnaryOperator);
        if let (UnOp::Not(_), [(number, _)]) = (&one.op, found.as_slice()) {
            let (operator, value) = (self.bytes(one.op.span()), self.bytes(one.expr.span()));
            self.open(operator.start, "(match (".to_owned(), &[*number]);
            // The operator goes, what it stood before stays.
            self.opening.push(Edit {
                at: operator.start,
                removed: operator.len(),
                text: String::new(),
                mutants: Vec::new(),
            });
            visit::visit_expr(self, &one.expr);
            let end = format!(
                ") {{ value__ => if crate::mutant::is({number}) {{ value__ }} else {{ !value__ }} }})"
            );
            self.close(value.end, end, &[*number]);
        } else {
            visit::visit_expr_unary(self, one);
        }
    }

    fn visit_arm(&mut self, one: &'ast syn::Arm) {
        let deleted = self.at(one.span(), Genre::MatchArm);
        let off = |(number, _): &(usize, String)| format!("!crate::mutant::is({number})");
        let mut conditions: Vec<String> = deleted.iter().map(off).collect();
        let mut numbers: Vec<usize> = deleted.iter().map(|one| one.0).collect();
        self.visit_pat(&one.pat);
        if let Some((_, guard)) = &one.guard {
            let bytes = self.bytes(guard.span());
            let mut forced = String::new();
            for (number, value) in self.at(guard.span(), Genre::MatchArmGuard) {
                numbers.push(number);
                if value == "true" {
                    forced += &format!("crate::mutant::is({number}) || ");
                } else {
                    conditions.push(format!("!crate::mutant::is({number})"));
                }
            }
            if !numbers.is_empty() {
                conditions.push(format!("({forced}("));
                self.open(bytes.start, conditions.join(" && "), &numbers);
            }
            self.visit_expr(guard);
            if !numbers.is_empty() {
                self.close(bytes.end, "))".to_owned(), &numbers);
            }
        } else if !conditions.is_empty() {
            let end = self.bytes(one.pat.span()).end;
            self.close(end, format!(" if {}", conditions.join(" && ")), &numbers);
        }
        self.visit_expr(&one.body);
    }
}

/// Where each line begins, in bytes.
fn line_starts(source: &str) -> Vec<usize> {
    let breaks = source.match_indices('\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(breaks).collect()
}

#[cfg(test)]
#[path = "switch_tests.rs"]
mod tests;
