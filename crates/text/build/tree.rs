//! Templates as they are parsed, before they are packed.

/// A text, piece by piece.
pub(crate) type Tree = &'static [Piece];

/// A part of a template.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Piece {
    /// Words as they are.
    Text(&'static str),
    /// A value.
    Value(Said),
    /// The first branch whose condition holds, else the rest.
    If {
        branches: &'static [(Condition, Tree)],
        otherwise: Tree,
    },
    /// Another text, by its name.
    Include(&'static Fragment),
}

/// A part of sentences that several texts share.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fragment {
    pub name: &'static str,
    pub pieces: Tree,
}

/// A value, and how it is said.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said {
    pub name: &'static str,
    pub filter: Filter,
    /// Whether it starts with a capital.
    pub capital: bool,
}

/// How a value is said.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Filter {
    /// As it is.
    Plain,
    /// A date in the words of its language.
    Date,
    /// A number with its unit, a word of the table `unit`.
    Unit(&'static str),
    /// A word, in a form of its table.
    Word {
        table: &'static WordTable,
        form: &'static str,
    },
}

/// The words of a table, each with its forms; `base` is the form without a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordTable {
    pub name: &'static str,
    pub words: &'static [(&'static str, &'static [(&'static str, &'static str)])],
}

/// What a branch asks for. What is absent holds no condition.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Condition {
    /// It is there, and neither zero nor empty nor no.
    Is(&'static str),
    /// It is there.
    Given(&'static str),
    /// It is one of these words.
    OneOf(&'static str, &'static [&'static str]),
    /// The two are the same word.
    Same(&'static str, &'static str),
    /// The first number is above the second.
    Above(&'static str, &'static str),
    /// The number is above this one.
    MoreThan(&'static str, i64),
    Not(&'static Condition),
    And(&'static [Condition]),
    Or(&'static [Condition]),
}
