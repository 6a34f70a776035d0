//! One source in which every mutant stands beside the original, each behind a switch: built once, run once for each mutant.

mod functions;

use super::list::{Genre, Mutant};
use proc_macro2::LineColumn;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, UnOp};

/// What stands before the source of a switched library: a `const fn` may ask for its mutant too, and is told no while the program is compiled.
pub(super) const FEATURES: &str = "#![feature(core_intrinsics, const_eval_select)]";

/// The module that a switched library gets.
pub(super) const MODULE: &str = include_str!("mutant.txt");

/// A switched source, and where the switches stand in it.
#[derive(Debug, Default)]
pub(super) struct Switched {
    pub text: String,
    /// Each text that was put in, in bytes of `text`, with the mutants that it serves.
    pub places: Vec<(Range<usize>, Vec<usize>)>,
    /// The mutants of what may run while the program is compiled: no test reaches them there.
    pub in_const: BTreeSet<usize>,
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
        in_const: Vec::new(),
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
    /// The bytes of what may run while the program is compiled.
    in_const: Vec<Range<usize>>,
}

impl Switches<'_> {
    /// The mutants of a kind that begin where a part of the source begins.
    fn at(&self, one: &impl Spanned, genre: Genre) -> Vec<(usize, String)> {
        let LineColumn { line, column } = one.span().start();
        let found = self.wanted.get(&(line, column + 1));
        let of_genre = found.into_iter().flatten().filter(|one| one.1 == genre);
        of_genre.map(|one| (one.0, one.2.clone())).collect()
    }

    /// The bytes of a part of the source.
    fn bytes(&self, one: &impl Spanned) -> Range<usize> {
        let span = one.span();
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

    /// `a && b`: `a` is asked, and with the switch the other way round is gone on to `b`.
    fn lazy(&mut self, one: &syn::ExprBinary, number: usize, is_and: bool) {
        let (left, right) = (self.bytes(&one.left), self.bytes(&one.right));
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
        let (left, right) = (self.bytes(&one.left), self.bytes(&one.right));
        let operator = self.source.get(self.bytes(&one.op)).unwrap_or_default();
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

    /// `a += b`: the place stands in each choice, with no mutant of its own.
    fn assigned(&mut self, one: &syn::ExprBinary, found: &[(usize, String)]) {
        let (left, right) = (self.bytes(&one.left), self.bytes(&one.right));
        let place = self.source.get(left.clone()).unwrap_or_default();
        let operator = self.source.get(self.bytes(&one.op)).unwrap_or_default();
        let numbers: Vec<usize> = found.iter().map(|one| one.0).collect();
        let mut choice = String::new();
        for (number, changed) in found {
            choice += &format!("if crate::mutant::is({number}) {{ {place} {changed} right__ }} else ");
        }
        choice += &format!("{{ {place} {operator} right__ }}");
        self.opening.push(Edit {
            at: left.start,
            removed: right.start - left.start,
            text: "(match (".to_owned(),
            mutants: numbers.clone(),
        });
        visit::visit_expr(self, &one.right);
        self.close(right.end, format!(") {{ right__ => {choice} }})"), &numbers);
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
            if self.in_const.iter().any(|bytes| bytes.contains(&edit.at)) {
                written.in_const.extend(&edit.mutants);
            }
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
        self.function(&one.sig, &one.block, |switches| {
            visit::visit_item_fn(switches, one)
        });
    }

    fn visit_impl_item_fn(&mut self, one: &'ast syn::ImplItemFn) {
        self.function(&one.sig, &one.block, |switches| {
            visit::visit_impl_item_fn(switches, one)
        });
    }

    fn visit_trait_item_fn(&mut self, one: &'ast syn::TraitItemFn) {
        if let Some(block) = &one.default {
            self.function(&one.sig, block, |switches| {
                visit::visit_trait_item_fn(switches, one)
            });
        }
    }

    fn visit_item_const(&mut self, one: &'ast syn::ItemConst) {
        self.in_const.push(self.bytes(one));
        visit::visit_item_const(self, one);
    }

    fn visit_impl_item_const(&mut self, one: &'ast syn::ImplItemConst) {
        self.in_const.push(self.bytes(one));
        visit::visit_impl_item_const(self, one);
    }

    fn visit_item_static(&mut self, one: &'ast syn::ItemStatic) {
        self.in_const.push(self.bytes(one));
        visit::visit_item_static(self, one);
    }

    /// The length of an array is worked out while the program is compiled.
    fn visit_expr_repeat(&mut self, one: &'ast syn::ExprRepeat) {
        self.in_const.push(self.bytes(&one.len));
        visit::visit_expr_repeat(self, one);
    }

    fn visit_type_array(&mut self, one: &'ast syn::TypeArray) {
        self.in_const.push(self.bytes(&one.len));
        visit::visit_type_array(self, one);
    }

    fn visit_expr_binary(&mut self, one: &'ast syn::ExprBinary) {
        let found = self.at(&one.op, Genre::BinaryOperator);
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
            (
                BinOp::AddAssign(_)
                | BinOp::SubAssign(_)
                | BinOp::MulAssign(_)
                | BinOp::DivAssign(_)
                | BinOp::RemAssign(_)
                | BinOp::BitAndAssign(_)
                | BinOp::BitOrAssign(_)
                | BinOp::BitXorAssign(_)
                | BinOp::ShlAssign(_)
                | BinOp::ShrAssign(_),
                [_, ..],
            ) => self.assigned(one, &found),
            _ => visit::visit_expr_binary(self, one),
        }
    }

    fn visit_expr_unary(&mut self, one: &'ast syn::ExprUnary) {
        let found = self.at(&one.op, Genre::UnaryOperator);
        if let (UnOp::Not(_) | UnOp::Neg(_), [(number, _)]) = (&one.op, found.as_slice()) {
            let (operator, value) = (self.bytes(&one.op), self.bytes(&one.expr));
            let sign = self.source.get(operator.clone()).unwrap_or_default();
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
                ") {{ value__ => if crate::mutant::is({number}) {{ value__ }} else {{ {sign}value__ }} }})"
            );
            self.close(value.end, end, &[*number]);
        } else {
            visit::visit_expr_unary(self, one);
        }
    }

    /// `S { a: x, ..base }`: without the field, that of the base stands there.
    fn visit_expr_struct(&mut self, one: &'ast syn::ExprStruct) {
        let Some(base) = &one.rest else {
            return visit::visit_expr_struct(self, one);
        };
        let given = self.source.get(self.bytes(base)).unwrap_or_default();
        for field in &one.fields {
            let bytes = self.bytes(&field.expr);
            let deleted = self.at(field, Genre::StructField);
            let (syn::Member::Named(name), [(number, _)]) = (&field.member, deleted.as_slice()) else {
                visit::visit_expr(self, &field.expr);
                continue;
            };
            let named = if field.colon_token.is_none() {
                format!("{name}: ")
            } else {
                String::new()
            };
            let choice = format!("{named}if crate::mutant::is({number}) {{ ({given}).{name} }} else {{ ");
            self.open(bytes.start, choice, &[*number]);
            visit::visit_expr(self, &field.expr);
            self.close(bytes.end, " }".to_owned(), &[*number]);
        }
        visit::visit_expr(self, base);
    }

    /// A match must stay exhaustive without an arm: where none takes the rest, one is put at the end, and who comes there has no build of his own.
    fn visit_expr_match(&mut self, one: &'ast syn::ExprMatch) {
        visit::visit_expr(self, &one.expr);
        let mut deleted = Vec::new();
        for arm in &one.arms {
            deleted.extend(self.at(arm, Genre::MatchArm).iter().map(|one| one.0));
            self.visit_arm(arm);
        }
        let takes_the_rest = |arm: &syn::Arm| arm.guard.is_none() && takes_the_rest(&arm.pat);
        let last = one.arms.last().filter(|_| !deleted.is_empty());
        if let Some(last) = last.filter(|_| !one.arms.iter().any(takes_the_rest)) {
            let comma = if last.comma.is_some() { "" } else { "," };
            let rest = format!("{comma} _ => crate::mutant::no_build(),");
            self.close(self.bytes(last).end, rest, &deleted);
        }
    }

    fn visit_arm(&mut self, one: &'ast syn::Arm) {
        let deleted = self.at(one, Genre::MatchArm);
        let off = |(number, _): &(usize, String)| format!("!crate::mutant::is({number})");
        let mut conditions: Vec<String> = deleted.iter().map(off).collect();
        let mut numbers: Vec<usize> = deleted.iter().map(|one| one.0).collect();
        self.visit_pat(&one.pat);
        if let Some((_, guard)) = &one.guard {
            let bytes = self.bytes(guard);
            let mut forced = String::new();
            for (number, value) in self.at(guard, Genre::MatchArmGuard) {
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
            let end = self.bytes(&one.pat).end;
            self.close(end, format!(" if {}", conditions.join(" && ")), &numbers);
        }
        self.visit_expr(&one.body);
    }
}

/// Whether a pattern takes whatever is left.
fn takes_the_rest(pattern: &syn::Pat) -> bool {
    let is_variable = |name: &syn::Ident| name.to_string().starts_with(char::is_lowercase);
    match pattern {
        syn::Pat::Wild(_) => true,
        syn::Pat::Ident(one) => one.subpat.is_none() && is_variable(&one.ident),
        _ => false,
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
