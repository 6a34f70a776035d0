//! Whole functions that give back one value.

use super::{Genre, Switches};

/// What is made by a trait, which a `const fn` cannot call.
const DEFAULT: &str = "Default::default()";
/// The same where the program may be compiled with it: made at run time only.
const RUN_TIME_DEFAULT: &str =
    "std::intrinsics::const_eval_select((), crate::mutant::unasked, Default::default)";

impl Switches<'_> {
    /// A function, and what `visit` finds in it.
    pub(super) fn function(
        &mut self,
        signature: &syn::Signature,
        block: &syn::Block,
        visit: impl FnOnce(&mut Self),
    ) {
        let (Some(first), Some(last)) = (block.stmts.first(), block.stmts.last()) else {
            return;
        };
        let (start, end) = (self.bytes(first).start, self.bytes(last).end);
        let is_const = signature.constness.is_some();
        if is_const {
            self.in_const.push(start..end);
        }
        let values = self.at(first, Genre::FnValue);
        if is_opaque(&signature.output) && !values.is_empty() {
            let numbers: Vec<usize> = values.iter().map(|one| one.0).collect();
            self.open(start, "let real__ = { ".to_owned(), &numbers);
            visit(self);
            self.opaque(end, &values, &numbers);
            return;
        }
        for (number, value) in values {
            let value = if is_const {
                value.replace(DEFAULT, RUN_TIME_DEFAULT)
            } else {
                value
            };
            let text = format!("if crate::mutant::is({number}) {{ return {value}; }} ");
            self.open(start, text, &[number]);
        }
        visit(self);
    }

    /// Values of an `impl` type, made one type by a sum: each further value is one step outside those before it.
    fn opaque(&mut self, end: usize, values: &[(usize, String)], numbers: &[usize]) {
        let wrapped = |depth: usize, value: &str| {
            let (open, close) = ("crate::mutant::Either::A(".repeat(depth), ")".repeat(depth));
            format!("{open}{value}{close}")
        };
        self.close(end, " }; ".to_owned(), numbers);
        for (depth, (number, value)) in (0..values.len()).rev().zip(values) {
            let value = wrapped(depth, &format!("crate::mutant::Either::B({value})"));
            let text = format!("if crate::mutant::is({number}) {{ return {value}; }} ");
            self.close(end, text, &[*number]);
        }
        self.close(end, wrapped(values.len(), "real__"), numbers);
    }
}

/// Whether what is given back has a type that is not named.
fn is_opaque(output: &syn::ReturnType) -> bool {
    matches!(output, syn::ReturnType::Type(_, one) if matches!(**one, syn::Type::ImplTrait(_)))
}
