//! The parts of a page, laid out once: what stands where and what it is. How it looks is up to who writes it.

use crate::paper::Tone;

/// A page as a list of blocks, in the order in which they are read.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    /// Whether the page shows besides what the counter needs now.
    pub details: bool,
    pub blocks: Vec<Block>,
}

/// One block of a page.
#[derive(Clone, Debug)]
pub(crate) enum Block {
    /// The name of a part; what follows belongs to it, up to the next heading or a gap before a block at the margin.
    Heading(String),
    Item(Item),
    Grid(Grid),
    /// A little room.
    Gap,
}

/// A text with what stands in front of it.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub role: Role,
    /// How deep it stands: at the margin, in a part, in an item of a part.
    pub depth: usize,
    pub sign: Option<Sign>,
    /// Words that open the text and stand out, with their punctuation.
    pub lead: String,
    pub body: String,
    pub tone: Tone,
}

/// What an item is on its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// The answer in one sentence.
    Answer,
    /// The one thing to do.
    Now,
    /// The name of a group of entries.
    Group,
    /// One of a list.
    Entry,
    /// A sentence.
    Text,
    /// A remark on what stands before it.
    Aside,
}

/// A sign in front of an item or in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    Yes,
    Unsure,
    No,
    Bullet,
    /// A bullet that stands out.
    Spot,
    Dash,
    Arrow,
    Number(usize),
}

impl Sign {
    pub(crate) fn text(self) -> String {
        match self {
            Sign::Yes => "✓".to_owned(),
            Sign::Unsure => "?".to_owned(),
            Sign::No => "✗".to_owned(),
            Sign::Bullet | Sign::Spot => "•".to_owned(),
            Sign::Dash => "-".to_owned(),
            Sign::Arrow => "→".to_owned(),
            Sign::Number(place) => format!("{place}."),
        }
    }

    pub(crate) const fn tone(self) -> Tone {
        match self {
            Sign::Yes => Tone::Good,
            Sign::Unsure | Sign::Spot => Tone::Unsure,
            Sign::No => Tone::Bad,
            Sign::Bullet | Sign::Number(_) => Tone::Plain,
            Sign::Dash => Tone::Weak,
            Sign::Arrow => Tone::Strong,
        }
    }
}

/// Rows of cells under titles.
#[derive(Clone, Debug)]
pub(crate) struct Grid {
    pub columns: Vec<Column>,
    pub rows: usize,
}

/// A column of a grid.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub title: String,
    pub cells: Vec<Cell>,
    /// Whether its cells are amounts, which end where the column ends.
    pub amounts: bool,
}

/// A cell of a grid; without a text, nothing is known or asked.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    pub sign: Option<Sign>,
    pub text: Option<String>,
}

impl Cell {
    pub(crate) const fn plain(text: Option<String>) -> Self {
        Cell { sign: None, text }
    }

    /// What it shows; a dash for nothing.
    pub(crate) fn shown(&self) -> String {
        let text = self.text.as_deref().unwrap_or("–");
        match self.sign {
            Some(sign) => format!("{} {text}", sign.text()),
            None => text.to_owned(),
        }
    }
}

impl Item {
    const fn new(role: Role, depth: usize, body: String) -> Self {
        Item {
            role,
            depth,
            sign: None,
            lead: String::new(),
            body,
            tone: Tone::Plain,
        }
    }

    /// A sentence at the margin.
    pub(crate) const fn text(body: String) -> Self {
        Self::new(Role::Text, 0, body)
    }

    /// A sentence of a part.
    pub(crate) const fn inside(body: String) -> Self {
        Self::new(Role::Text, 1, body)
    }

    /// One of the list of a part.
    pub(crate) const fn entry(sign: Sign, body: String) -> Self {
        let mut item = Self::new(Role::Entry, 1, body);
        item.sign = Some(sign);
        item
    }

    /// A remark.
    pub(crate) const fn aside(depth: usize, body: String) -> Self {
        let mut item = Self::new(Role::Aside, depth, body);
        item.tone = Tone::Weak;
        item
    }

    /// The answer, the thing to do, or the name of a group.
    pub(crate) const fn of(role: Role, depth: usize, body: String) -> Self {
        Self::new(role, depth, body)
    }

    pub(crate) const fn sign(mut self, sign: Sign) -> Self {
        self.sign = Some(sign);
        self
    }

    pub(crate) fn lead(mut self, lead: String) -> Self {
        self.lead = lead;
        self
    }

    pub(crate) const fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    pub(crate) const fn deeper(mut self) -> Self {
        self.depth += 1;
        self
    }
}

impl Layout {
    pub(crate) const fn new(details: bool) -> Self {
        Layout {
            details,
            blocks: Vec::new(),
        }
    }

    pub(crate) fn gap(&mut self) {
        self.blocks.push(Block::Gap);
    }

    pub(crate) fn heading(&mut self, text: String) {
        self.blocks.push(Block::Heading(text));
    }

    pub(crate) fn item(&mut self, item: Item) {
        self.blocks.push(Block::Item(item));
    }

    pub(crate) fn grid(&mut self, grid: Grid) {
        self.blocks.push(Block::Grid(grid));
    }
}
