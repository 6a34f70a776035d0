//! A grid as columns, or row by row where it is too wide.

use super::{Paper, Span, Tone, pad};
use crate::layout::{Cell, Column, Grid};
use crate::voice::Lang;
use unicode_width::UnicodeWidthStr;

/// Blanks between columns.
const GUTTER: usize = 2;

/// A column with the width of its widest cell, found once.
struct Measured<'a> {
    column: &'a Column,
    width: usize,
}

impl Paper {
    pub(super) fn grid(&mut self, grid: &Grid, lang: Lang) {
        let columns: Vec<Measured<'_>> = grid.columns.iter().map(Measured::new).collect();
        let total: usize = columns.iter().map(|column| column.width + GUTTER).sum();
        if total > self.width() + GUTTER {
            for place in 0..grid.rows {
                self.stacked(grid, place, lang);
            }
            return;
        }
        let titles: Vec<Span> = columns
            .iter()
            .map(|one| (one.padded(&one.column.title), Tone::Weak))
            .collect();
        self.row(&titles);
        for place in 0..grid.rows {
            let cells = columns.iter().filter_map(|one| {
                let cell = one.column.cells.get(place)?;
                Some((one.padded(&cell.shown()), tone(cell)))
            });
            self.row(&cells.collect::<Vec<_>>());
        }
    }

    /// A row that does not fit, as a list of what is known.
    fn stacked(&mut self, grid: &Grid, place: usize, lang: Lang) {
        let (colon, between) = match lang {
            Lang::Fr => ("\u{a0}: ", "\u{a0}; "),
            Lang::En => (": ", "; "),
        };
        let mut cells = grid.columns.iter().filter_map(|column| {
            let cell = column.cells.get(place)?;
            Some((column.title.as_str(), cell))
        });
        let Some((title, id)) = cells.next() else { return };
        let body: Vec<String> = cells
            .filter(|(_, cell)| cell.text.is_some())
            .map(|(title, cell)| format!("{title}{colon}{}", cell.shown()))
            .collect();
        let mark = format!("{title} {}{colon}", id.shown());
        self.item(0, &[(mark, Tone::Strong)], &body.join(between), Tone::Plain);
    }
}

impl<'a> Measured<'a> {
    fn new(column: &'a Column) -> Self {
        let widths = column.cells.iter().map(|cell| cell.shown().width());
        Measured {
            column,
            width: widths.chain([column.title.width()]).max().unwrap_or(0),
        }
    }

    fn padded(&self, text: &str) -> String {
        let padded = pad(text, self.width, self.column.amounts);
        format!("{padded}{}", " ".repeat(GUTTER))
    }
}

fn tone(cell: &Cell) -> Tone {
    match (cell.sign, &cell.text) {
        (Some(sign), _) => sign.tone(),
        _ => Tone::Plain,
    }
}
