//! Columns side by side on the lines of the source, as an extractor that keeps the layout sets them,
//! taken apart.
//!
//! A gutter is a place where most lines of a stretch are blank and have text on both sides. The
//! surest gutter of a stretch of rows parts it in what is above, what is left of it, what is right of
//! it and what is below; each part is searched for gutters in turn.

use std::ops::Range;

use super::plain_setter::PlainSetter;
use crate::parse::grammar::folio::{Proof, folio};
use crate::parse::line::Line;
use crate::parse::rules;
use crate::text::chars;

/// The fewest rows, less what speaks against it, that make a gutter.
const FEWEST: i32 = 4;
/// The fewest beside another gutter.
const FEWEST_BESIDE: i32 = 2;
/// What a row whose text runs over a gutter says against it.
const CROSSED: i32 = 3;
/// What one with no more than one blank cell there says against it.
const CLOSE: i32 = 1;
/// So many empty lines part the rows of a page.
const EMPTY: u32 = 2;
/// The widest row that is looked at, in cells.
const WIDEST: usize = 400;
/// Rows at the head and the foot of a page that may be folio lines.
const EDGE: usize = 4;

/// The page with its columns one behind another; none where no line holds two.
pub fn set(page: &str, lines: &[Line]) -> Option<PlainSetter> {
    let parted = |line: &&Line| {
        let text = line.text(page);
        line.look.spaces > 0 && (text.contains("  ") || text.contains('\t') || text.contains("\u{3000}\u{3000}"))
    };
    let count = lines.iter().filter(parted).take(lines.len().min(WIDEST)).count();
    if !rules::set::columns() || count < FEWEST as usize || count * 6 < lines.len().min(WIDEST) {
        return None;
    }
    let [by_cells, by_characters] = [(cell_width as fn(char) -> usize, 1), (|_| 1, 2)].map(|(cells, scale)| {
        let rows: Vec<CellRow> = (0..lines.len()).map(|i| CellRow::new(page, lines, i, cells)).collect();
        let mut columns = Vec::new();
        let sure = bands(&rows).map(|band| part(&rows, band, scale, FEWEST, &mut columns)).sum();
        Parted { rows, scale, columns, sure }
    });
    let parted = if by_characters.sure > by_cells.sure { by_characters } else { by_cells };
    if parted.sure == 0 {
        return None;
    }
    let mut setting = PlainSetter::default();
    for column in &parted.columns {
        parted.set_column(page, lines, column, &mut setting);
    }
    Some(setting)
}

/// A page parted in columns.
struct Parted {
    rows: Vec<CellRow>,
    /// How many half characters a cell is wide.
    scale: u32,
    columns: Vec<Vec<RowPart>>,
    /// What speaks for the gutters.
    sure: i32,
}

/// How many cells a character fills where a Han character fills two.
fn cell_width(c: char) -> usize {
    match c {
        '\0'..='\u{10FF}' => 1,
        '\u{2010}'..='\u{2026}' if !matches!(c, '—' | '…' | '“' | '”' | '‘' | '’') => 1,
        _ => 2,
    }
}

/// A line of the page by its cells.
struct CellRow {
    /// Where each cell's character begins, in bytes of the page, and where the last one ends.
    places: Vec<usize>,
    /// How many cells before each have ink, and at the end.
    ink: Vec<u32>,
    /// How many cells before each hold marks of sentences and clauses, and at the end.
    marks: Vec<u32>,
    /// How many lines of the source are empty above it.
    empty: u32,
    /// Whether it is a line of its own, whatever stands above and below.
    apart: bool,
}

impl CellRow {
    fn new(page: &str, lines: &[Line], at: usize, cells: fn(char) -> usize) -> Self {
        const TAB: usize = 8;
        let line = &lines[at];
        let begin = page[..line.start].rfind(['\n', '\u{C}']).map_or(0, |before| before + 1);
        let mut row = Self { places: Vec::new(), ink: vec![0], marks: vec![0], empty: 0, apart: false };
        let (mut ink, mut marks) = (0, 0);
        for (place, c) in page[begin..line.end].char_indices() {
            let width = if c == '\t' { TAB - row.width() % TAB } else { cells(c) };
            for _ in 0..width {
                ink += u32::from(!c.is_whitespace());
                row.places.push(begin + place);
                row.ink.push(ink);
                row.marks.push(marks);
            }
            marks += u32::from(is_mark(c));
            if let Some(last) = row.marks.last_mut() {
                *last = marks;
            }
            if row.width() > WIDEST {
                row.apart = true;
                break;
            }
        }
        row.places.push(line.end);
        let before = at.checked_sub(1).map(|before| lines[before].numbers.1);
        row.empty = before.map_or(0, |before| line.numbers.0.saturating_sub(before + 1));
        if page[..begin].ends_with('\u{C}') {
            row.empty = EMPTY;
        }
        let edge = at < EDGE || at + EDGE >= lines.len();
        row.apart |= edge && folio(line.text(page)).is_some_and(|folio| folio.proof == Proof::Certain);
        row
    }

    /// How many cells it has.
    fn width(&self) -> usize {
        self.ink.len() - 1
    }

    fn count(&self, sums: &[u32], cells: &Range<usize>) -> u32 {
        let upto = |cell: usize| sums[cell.min(self.width())];
        upto(cells.end).saturating_sub(upto(cells.start))
    }

    /// How many of its cells have ink.
    fn inked(&self, cells: &Range<usize>) -> u32 {
        self.count(&self.ink, cells)
    }

    /// The first of its cells with ink.
    fn first_ink(&self, mut cells: Range<usize>) -> Option<usize> {
        cells.find(|&cell| !self.is_blank(cell..cell + 1))
    }

    /// Whether it is not to be cut at a gutter: it has ink there, or no more than one blank cell,
    /// which may be between two words, and what is behind is not at the edge of the column there.
    fn runs_over(&self, piece: &RowPart, gutter: usize, edge: usize) -> bool {
        if self.apart || !self.is_blank(gutter..gutter + 1) {
            return true;
        }
        let space = !self.is_blank(gutter - 1..gutter) && !self.is_blank(gutter + 1..gutter + 2);
        space && piece.cells.contains(&gutter) && (gutter + 1).abs_diff(edge) > 1
    }

    fn is_blank(&self, cells: Range<usize>) -> bool {
        self.inked(&cells) == 0
    }

    /// The bytes of its cells.
    fn bytes(&self, cells: &Range<usize>) -> Range<usize> {
        let place = |cell: usize| self.places[cell.min(self.width())];
        place(cells.start)..place(cells.end)
    }
}

fn is_mark(c: char) -> bool {
    chars::is_clause_mark(c) || chars::is_sentence_end(c) || c == '.'
}

/// The part of a row that a column has.
#[derive(Clone)]
struct RowPart {
    row: usize,
    cells: Range<usize>,
}

/// The rows of a page in bands that empty lines part, each as it stands.
fn bands(rows: &[CellRow]) -> impl Iterator<Item = Vec<RowPart>> {
    /// The most rows of a band: no printed page has more.
    const MOST: usize = 200;
    let mut start = 0;
    rows.chunk_by(|_, below| below.empty < EMPTY).flat_map(|band| band.chunks(MOST)).map(move |band| {
        let first = start;
        start += band.len();
        let piece = |(row, of): (usize, &CellRow)| RowPart { row: first + row, cells: 0..of.width() };
        band.iter().enumerate().map(piece).collect()
    })
}

/// Parts pieces of rows in columns by gutters of so many rows; what speaks for them.
fn part(rows: &[CellRow], pieces: Vec<RowPart>, scale: u32, fewest: i32, columns: &mut Vec<Vec<RowPart>>) -> i32 {
    let Some(gutter) = surest(rows, &pieces, scale, fewest) else {
        columns.push(pieces);
        return 0;
    };
    let mut left = Vec::new();
    let mut right = Vec::new();
    let within = &pieces[gutter.pieces.clone()];
    let edge = edge(within.iter().filter_map(|piece| rows[piece.row].first_ink(gutter.cell..piece.cells.end)));
    for piece in within {
        let row = &rows[piece.row];
        if row.runs_over(piece, gutter.cell, edge) {
            left.push(piece.clone());
            continue;
        }
        let [before, behind] = [piece.cells.start..gutter.cell.min(piece.cells.end), gutter.cell..piece.cells.end];
        for (cells, side) in [(before, &mut left), (behind, &mut right)] {
            if !row.is_blank(cells.clone()) {
                side.push(RowPart { row: piece.row, cells });
            }
        }
    }
    let above = pieces[..gutter.pieces.start].to_vec();
    let below = pieces[gutter.pieces.end..].to_vec();
    let parts = [(above, fewest), (left, FEWEST_BESIDE), (right, FEWEST_BESIDE), (below, fewest)];
    let parts = parts.into_iter().filter(|(part, _)| !part.is_empty());
    parts.fold(gutter.sure, |sure, (pieces, fewest)| sure + part(rows, pieces, scale, fewest, columns))
}

/// A place where pieces of rows are blank.
struct Gutter {
    /// Its last cell but one.
    cell: usize,
    /// The pieces it runs through.
    pieces: Range<usize>,
    /// What speaks for it.
    sure: i32,
}

/// What a row says of a gutter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    Both,
    Left,
    Right,
    /// Text on both sides of one blank cell, which may be between words.
    Close,
    Nothing,
    Crossed,
}

/// The surest gutter of some rows.
fn surest(rows: &[CellRow], pieces: &[RowPart], scale: u32, fewest: i32) -> Option<Gutter> {
    let end = pieces.iter().map(|piece| piece.cells.end).max()?;
    let start = pieces.iter().map(|piece| piece.cells.start).min()?;
    let mut best: Option<Gutter> = None;
    let mut says = Vec::with_capacity(pieces.len());
    for cell in start + 1..end {
        says.clear();
        says.extend(pieces.iter().map(|piece| said(&rows[piece.row], piece, cell)));
        let Some((range, sure)) = stretch(&says, fewest) else { continue };
        // Of gutters as sure the last is next to the column behind it.
        if best.as_ref().is_some_and(|best| best.sure > sure) {
            continue;
        }
        let gutter = Gutter { cell, pieces: widened(&says, range), sure };
        if is_text(rows, pieces, &gutter, scale) {
            best = Some(gutter);
        }
    }
    best
}

fn said(row: &CellRow, piece: &RowPart, cell: usize) -> Says {
    if row.apart || piece.cells.contains(&cell) && !row.is_blank(cell..cell + 1) {
        return Says::Crossed;
    }
    let left = !row.is_blank(piece.cells.start..cell.min(piece.cells.end));
    let right = !row.is_blank(cell.max(piece.cells.start)..piece.cells.end);
    let wide = row.is_blank(cell - 1..cell) || row.is_blank(cell + 1..cell + 2);
    match (left, right) {
        (true, true) if wide => Says::Both,
        (true, false) => Says::Left,
        (false, true) => Says::Right,
        (true, true) => Says::Close,
        (false, false) => Says::Nothing,
    }
}

/// The rows of which most speaks for a gutter, and how much.
fn stretch(says: &[Says], fewest: i32) -> Option<(Range<usize>, i32)> {
    let mut best = (0..0, fewest - 1);
    let (mut start, mut sum) = (0, 0);
    for (i, &says_it) in says.iter().enumerate() {
        let before = i.checked_sub(1).map_or(Says::Nothing, |before| says[before]);
        if sum <= 0 {
            (start, sum) = (i, 0);
        }
        sum += match (before, says_it) {
            (_, Says::Both) | (Says::Left, Says::Right) | (Says::Right, Says::Left) => 1,
            (_, Says::Close) => -CLOSE,
            (_, Says::Crossed) => -CROSSED,
            _ => 0,
        };
        if sum > best.1 {
            best = (start..i + 1, sum);
        }
    }
    (best.1 >= fewest).then_some(best)
}

/// The rows of a gutter with those above and below that do not cross it.
fn widened(says: &[Says], range: Range<usize>) -> Range<usize> {
    let open = |says: &&Says| **says != Says::Crossed;
    let above = says[..range.start].iter().rev().take_while(open).count();
    let below = says[range.end..].iter().take_while(open).count();
    range.start - above..range.end + below
}

/// Whether running text stands on both sides of a gutter: a table's cells have neither sentences nor
/// width.
fn is_text(rows: &[CellRow], pieces: &[RowPart], gutter: &Gutter, scale: u32) -> bool {
    const NARROWEST: u32 = 10;
    const MARKS: u32 = 2;
    let side = |cells: fn(&RowPart, usize) -> Range<usize>| {
        let (mut count, mut ink, mut marks) = (0, 0, 0);
        for piece in &pieces[gutter.pieces.clone()] {
            let (row, cells) = (&rows[piece.row], cells(piece, gutter.cell));
            let inked = row.inked(&cells);
            count += u32::from(inked > 0);
            ink += inked * scale;
            marks += row.count(&row.marks, &cells);
        }
        ink >= NARROWEST * count.max(1) && marks >= MARKS
    };
    side(|piece, cell| piece.cells.start..cell.min(piece.cells.end))
        && side(|piece, cell| cell.max(piece.cells.start)..piece.cells.end)
}

impl Parted {
    /// Sets the lines of a column.
    fn set_column(&self, page: &str, lines: &[Line], column: &[RowPart], setting: &mut PlainSetter) {
        let first_ink =
            |piece: &RowPart| self.rows[piece.row].first_ink(piece.cells.clone()).unwrap_or(piece.cells.start);
        let edge = edge(column.iter().map(first_ink));
        let step = step(lines, column);
        let mut before = None;
        for piece in column {
            let line = &lines[piece.row];
            let gap = match before {
                Some(before) => line.numbers.0.saturating_sub(before) >= 2 * step,
                None => line.gap && piece.cells.start == 0,
            };
            before = Some(line.numbers.0);
            let text = &page[self.rows[piece.row].bytes(&piece.cells)];
            let indent = first_ink(piece).saturating_sub(edge) * self.scale as usize;
            setting.line(text, indent, line.numbers, gap);
        }
    }
}

/// The left edge of a column: where most of its lines begin.
fn edge(begins: impl Iterator<Item = usize>) -> usize {
    let mut begins: Vec<usize> = begins.collect();
    begins.sort_unstable();
    let runs = begins.chunk_by(|a, b| a == b);
    runs.fold(&[][..], |most, run| if run.len() > most.len() { run } else { most }).first().copied().unwrap_or(0)
}

/// How many lines of the source it is from one line of a column to the next, as a rule.
fn step(lines: &[Line], column: &[RowPart]) -> u32 {
    let number = |piece: &RowPart| lines[piece.row].numbers.0;
    let mut steps: Vec<u32> = column.windows(2).map(|pair| number(&pair[1]).saturating_sub(number(&pair[0]))).collect();
    steps.sort_unstable();
    steps.get(steps.len() / 2).copied().unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    use super::super::plain_page::PlainPage;
    use crate::model::RawPage;
    use crate::parse::line;

    fn set(text: &str) -> Vec<String> {
        let page = RawPage::from_text("test", text);
        let sheet = PlainPage::of(&page.text, line::read(&page, &page.lines), None);
        sheet.lines.iter().map(|line| line.text(&sheet.text).to_owned()).collect()
    }

    #[test]
    fn columns_side_by_side_are_taken_apart() {
        let text = "夜渡延时            桥都查了一遍
江北客运码头的末    溪上三十四座老桥
班渡船，比往常晚    的检测昨日完成，
一小时解缆。        一座暂时封闭。
　　码头做过统计    　　柳湾桥的桥墩
，夜里还有人要过    被水掏空一米二。
江。";
        let left = [
            "夜渡延时",
            "江北客运码头的末",
            "班渡船，比往常晚",
            "一小时解缆。",
            "码头做过统计",
            "，夜里还有人要过",
            "江。",
        ];
        let right = [
            "桥都查了一遍",
            "溪上三十四座老桥",
            "的检测昨日完成，",
            "一座暂时封闭。",
            "柳湾桥的桥墩",
            "被水掏空一米二。",
        ];
        assert_eq!(set(text), [&left[..], &right[..]].concat());
    }

    #[test]
    fn a_head_over_columns_is_not_cut_between_its_words() {
        let text = "The clock mender     Herons
A room where every hour is right    Herons left
The clocks hang in   nobody asks.   the pylons,
the basement, and    The oldest is  as seen by us.
no two agree, says   silent, and    All the young
the restorer, who    no one can     have gone, too.
sees no reason why   mend it now.   So it goes.";
        let lines = set(text);
        assert!(lines.contains(&"A room where every hour is right".to_owned()), "{lines:?}");
        assert_eq!(lines.last().map(String::as_str), Some("So it goes."));
    }

    #[test]
    fn a_table_is_not_torn() {
        let text =
            "今日鱼价\n河虾      32.5\n河蚌      8.2\n草鱼      11.4\n鲤鱼      9.6\n鲫鱼      10.8\n河蟹      78.0";
        assert_eq!(set(text), text.split('\n').collect::<Vec<_>>());
    }
}
