//! A frame as text: what a reader sees, without the cells that a wide character hides.

use paper_reader::text::Metrics;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;

/// Each row of a frame; panics where a wide character is halved or hides something.
pub fn picture(frame: &Buffer) -> String {
    rows(frame)
        .map(|row| row.iter().map(|cell| cell.symbol()).collect::<String>().trim_end().to_owned() + "\n")
        .collect()
}

/// Each row of a frame with its styles marked: `*bold*`, `~dim~`, `_underlined_`, `[reversed]`,
/// `{coloured}`.
pub fn styled(frame: &Buffer) -> String {
    rows(frame).map(|row| styled_row(&row).trim_end().to_owned() + "\n").collect()
}

fn rows(frame: &Buffer) -> impl Iterator<Item = Vec<&Cell>> {
    let width = usize::from(frame.area.width);
    frame.content.chunks(width.max(1)).map(move |row| {
        let mut seen = Vec::new();
        let mut column = 0;
        while let Some(cell) = row.get(column) {
            let cells = Metrics::TERMINAL.cells(cell.symbol()).max(1);
            assert!(column + cells <= width, "{:?} is halved at the edge", cell.symbol());
            for hidden in &row[column + 1..column + cells] {
                assert_eq!(hidden.symbol(), " ", "hidden by {:?}", cell.symbol());
            }
            seen.push(cell);
            column += cells;
        }
        seen
    })
}

fn marks(cell: &Cell) -> [Option<char>; 5] {
    let has = |modifier| cell.modifier.contains(modifier);
    let blank = cell.symbol().trim().is_empty();
    [
        (has(Modifier::BOLD) && !blank, '*'),
        (has(Modifier::DIM) && !blank, '~'),
        (has(Modifier::UNDERLINED), '_'),
        (has(Modifier::REVERSED), '|'),
        (cell.fg != ratatui::style::Color::Reset && !blank, '^'),
    ]
    .map(|(on, mark)| on.then_some(mark))
}

fn styled_row(row: &[&Cell]) -> String {
    let mut text = String::new();
    let mut open = [None; 5];
    for cell in row {
        let blank = cell.symbol().trim().is_empty() && cell.modifier.is_empty();
        let now = if blank { [None; 5] } else { marks(cell) };
        text.extend(open.iter().rev().zip(now.iter().rev()).filter(|(was, is)| was != is).filter_map(|(was, _)| *was));
        text.extend(open.iter().zip(now.iter()).filter(|(was, is)| was != is).filter_map(|(_, is)| *is));
        text.push_str(cell.symbol());
        open = now;
    }
    text.trim_end().to_owned() + &open.iter().rev().flatten().collect::<String>()
}
