//! How far a character reaches on a terminal: by our count, and by that of any other.

use ratatui::buffer::{Cell, CellDiffOption};

use crate::text::Metrics;

/// A stretch of a row that is written in one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Footprint {
    /// Its first column.
    pub column: usize,
    /// The columns that it takes by our count.
    pub own: usize,
    /// The columns that it may take, the most that any terminal gives it.
    pub reach: usize,
    /// Whether terminals agree on it.
    pub certainty: Certainty,
}

/// How far terminals agree on the cells of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// All have the same: ASCII, Han, kana and their marks.
    Sure,
    /// One cell in most, two in some (East Asian Width "Ambiguous"): “, —, │, Greek, Cyrillic. Those
    /// side by side are one stretch.
    Narrow,
    /// Anything: two cells or one or none, joined to what stands before it or not shown at all.
    Doubtful,
}

impl Footprint {
    /// The column after it, by our count.
    pub fn end(&self) -> usize {
        self.column + self.own
    }

    /// What a cell holds, as if it stood alone.
    fn of(column: usize, cell: &Cell) -> Self {
        let (own, reach, certainty) = measured(cell);
        Self { column, own, reach, certainty }
    }
}

/// Takes a row apart.
pub fn footprints(row: &[Cell], found: &mut Vec<Footprint>) {
    found.clear();
    let mut column = 0;
    while let Some(cell) = row.get(column) {
        let footprint = Footprint::of(column, cell);
        column = footprint.end();
        match found.last_mut() {
            Some(last) if last.certainty == Certainty::Narrow && footprint.certainty == Certainty::Narrow => {
                last.own += footprint.own;
                last.reach += footprint.reach;
            }
            _ => found.push(footprint),
        }
    }
}

/// The cells of a character, the most that it may have, and how sure that is.
fn measured(cell: &Cell) -> (usize, usize, Certainty) {
    let symbol = cell.symbol();
    if symbol.len() <= 1 {
        return (1, 1, Certainty::Sure);
    }
    let forced = match cell.diff_option {
        CellDiffOption::ForcedWidth(cells) => Some(usize::from(cells.get())),
        _ => None,
    };
    let mut chars = symbol.chars();
    let only = chars.next().filter(|_| chars.next().is_none() && forced.is_none());
    match only {
        Some(c) if is_wide_everywhere(c) => (2, 2, Certainty::Sure),
        Some('\u{FF61}'..='\u{FF9D}') => (1, 1, Certainty::Sure),
        Some(c) if is_old_and_narrow(c) && Metrics::TERMINAL.shown_cells(symbol) == 1 => (1, 2, Certainty::Narrow),
        _ => {
            let own = forced.unwrap_or_else(|| Metrics::TERMINAL.shown_cells(symbol)).max(1);
            let each = symbol.chars().map(|c| if c.is_ascii() { 1 } else { 2 });
            (own, each.sum::<usize>().max(own + 1), Certainty::Doubtful)
        }
    }
}

/// Characters of two cells that every terminal in use knows, for they are in Unicode since 2015 or
/// longer.
fn is_wide_everywhere(c: char) -> bool {
    matches!(c,
        '\u{4E00}'..='\u{9FD5}' | '\u{3400}'..='\u{4DB5}'
        | '\u{3000}'..='\u{3029}' | '\u{3030}'..='\u{303E}'
        | '\u{3041}'..='\u{3096}' | '\u{309B}'..='\u{30FF}' | '\u{3105}'..='\u{312D}'
        | '\u{AC00}'..='\u{D7A3}' | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF01}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}')
}

/// Letters, punctuation and signs without joining that every terminal shows, in one cell if not in
/// two.
fn is_old_and_narrow(c: char) -> bool {
    matches!(c,
        '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{24F}' | '\u{384}'..='\u{3CE}' | '\u{400}'..='\u{45F}'
        | '\u{1E00}'..='\u{1EFF}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}'
        | '\u{2100}'..='\u{214F}' | '\u{2150}'..='\u{218B}' | '\u{2190}'..='\u{23CF}'
        | '\u{2400}'..='\u{2426}' | '\u{2460}'..='\u{266F}' | '\u{2701}'..='\u{27BF}' | '\u{FFFD}')
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    use super::*;

    #[track_caller]
    fn measures(text: &str, expected: &[(usize, usize, usize, Certainty)]) {
        let mut row = Buffer::empty(Rect::new(0, 0, Metrics::TERMINAL.cells(text) as u16, 1));
        for cluster in Metrics::TERMINAL.clusters(text) {
            let column = Metrics::TERMINAL.cells(&text[..cluster.start]) as u16;
            row[(column, 0)].set_symbol(cluster.source);
        }
        let mut found = Vec::new();
        footprints(&row.content, &mut found);
        let found: Vec<_> = found.iter().map(|e| (e.column, e.own, e.reach, e.certainty)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_every_terminal_knows_is_sure() {
        use Certainty::Sure;
        measures("a港，ﾊ", &[(0, 1, 1, Sure), (1, 2, 2, Sure), (3, 2, 2, Sure), (5, 1, 1, Sure)]);
    }

    #[test]
    fn narrow_ones_side_by_side_are_one_stretch() {
        use Certainty::{Narrow, Sure};
        measures("“——”港│", &[(0, 4, 8, Narrow), (4, 2, 2, Sure), (6, 1, 2, Narrow)]);
    }

    #[test]
    fn the_rest_may_reach_far() {
        use Certainty::{Doubtful, Sure};
        measures("🇨🇳a", &[(0, 2, 4, Doubtful), (2, 1, 1, Sure)]);
        measures("ﾊﾟ", &[(0, 2, 4, Doubtful)]);
        measures("\u{2ebf0}क्षि", &[(0, 2, 3, Doubtful), (2, Metrics::TERMINAL.cells("क्षि"), 8, Doubtful)]);
    }

    #[test]
    fn what_is_called_sure_is_what_we_count() {
        for c in '\0'..='\u{FFFF}' {
            let mut cell = Cell::EMPTY;
            cell.set_char(c);
            if let (own, _, Certainty::Sure | Certainty::Narrow) = measured(&cell)
                && !c.is_control()
            {
                assert_eq!(own, Metrics::TERMINAL.cells(&c.to_string()), "{c:?}");
            }
        }
    }
}
