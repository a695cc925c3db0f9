//! What is written, and what terminals of all habits make of it.

use proptest::prelude::*;
use ratatui::style::{Color, Style};

use super::*;
use crate::text::Metrics;

const SIZE: Size = Size { width: 16, height: 2 };

/// Draws a line of text.
fn line(text: &str) -> impl FnOnce(&mut Buffer) -> Option<Position> {
    move |frame| {
        frame.set_stringn(0, 0, text, SIZE.width.into(), Style::new());
        None
    }
}

/// What is written for the last of these lines after the others.
fn written(lines: &[&str]) -> String {
    let mut screen = Screen::new(Vec::new());
    for text in lines {
        screen.out.clear();
        screen.draw(SIZE, line(text)).unwrap();
    }
    String::from_utf8(screen.out).unwrap()
}

#[track_caller]
fn writes(lines: &[&str], expected: &str) {
    let lines: Vec<_> = std::iter::once("").chain(lines.iter().copied()).collect();
    let written = written(&lines);
    let cells = written.strip_prefix("\x1b[?2026h").and_then(|rest| rest.strip_suffix("\x1b[?2026l"));
    assert_eq!(cells.unwrap_or_default(), expected);
}

#[test]
fn what_stands_side_by_side_is_written_together() {
    writes(&["河港，2018年。"], "\x1b[1;1H河港，2018年。");
    writes(&["河      港"], "\x1b[1;1H河      港");
    writes(&["河       港"], "\x1b[1;1H河\x1b[1;10H港");
}

#[test]
fn after_a_character_of_doubtful_width_the_cursor_is_moved() {
    writes(&["河“港城”"], "\x1b[1;1H河“\x1b[1;4H港城”\x1b[1;9H ");
    writes(&["══港"], "\x1b[1;1H══\x1b[1;3H港");
}

#[test]
fn the_place_of_one_is_blanked_first() {
    writes(&["a🇨🇳港"], "\x1b[1;1Ha    \x1b[1;2H🇨🇳\x1b[1;4H港");
}

#[test]
fn what_takes_the_place_of_wide_characters_is_written_whole() {
    writes(&["河港城", ""], "\x1b[1;1H      ");
    writes(&["河港城", " 船"], "\x1b[1;1H 船   ");
    writes(&["河港城", "a 港b"], "\x1b[1;1Ha 港b ");
    writes(&["a港", "河"], "\x1b[1;1H河 ");
}

#[test]
fn where_nothing_has_changed_nothing_is_written() {
    assert_eq!(written(&["河港", "河港"]), "");
}

/// How a terminal sees characters.
#[derive(Clone, Copy, Debug)]
enum TerminalKind {
    /// As we do, character by character.
    Ours,
    /// It knows no characters of the last years and shows nothing for them.
    Old,
    /// Ambiguous characters take two cells.
    Wide,
    /// What is beyond the basic plane takes one cell.
    Narrow,
    /// It joins flags, families, skin tones and jamo to what stands before them.
    Joining,
}

/// A terminal that keeps its cells as tmux does: where half a wide character is painted over, the
/// other half falls back to the terminal's own colours.
struct Emulated {
    kind: TerminalKind,
    cells: Vec<Shown>,
    row: usize,
    column: usize,
    look: String,
}

/// A cell: what is in it, how it looks; nothing in the second half of a wide character.
type Shown = (Option<String>, String);

impl Emulated {
    fn new(kind: TerminalKind) -> Self {
        let cells = vec![Self::blank(); usize::from(SIZE.width * SIZE.height)];
        Self { kind, cells, row: 0, column: 0, look: String::new() }
    }

    fn blank() -> Shown {
        (Some(" ".to_owned()), String::new())
    }

    fn take(&mut self, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).unwrap();
        let mut parts = text.split("\x1b[");
        parts.next().into_iter().flat_map(str::chars).for_each(|c| self.print(c));
        for part in parts {
            let end = part.find(|c: char| c.is_ascii_alphabetic()).unwrap();
            let numbers: Vec<usize> = part[..end].split(';').filter_map(|number| number.parse().ok()).collect();
            match part.as_bytes()[end] {
                b'H' => (self.row, self.column) = (numbers[0] - 1, numbers[1] - 1),
                b'J' => self.cells.fill(Self::blank()),
                b'm' if part[..end] == *"0" || part[..end].contains("49") => self.look.clear(),
                b'm' => self.look = part[..end].to_owned(),
                _ => {}
            }
            part[end + 1..].chars().for_each(|c| self.print(c));
        }
    }

    fn at(&mut self, column: usize) -> &mut Shown {
        &mut self.cells[self.row * usize::from(SIZE.width) + column]
    }

    /// The cells of a character; none where it is not shown.
    fn width(&self, c: char) -> Option<usize> {
        let own = Metrics::FILTER.cells(c.encode_utf8(&mut [0; 4]));
        match self.kind {
            TerminalKind::Old if matches!(c, '\u{1FA70}'..='\u{1FAFF}' | '\u{2EBF0}'..) => None,
            TerminalKind::Wide if !c.is_ascii() && own == 1 => Some(2),
            TerminalKind::Narrow if c > '\u{FFFF}' => Some(own.min(1)),
            _ => Some(own),
        }
    }

    fn joins(&self, before: &str, c: char) -> bool {
        let flag = |c| matches!(c, '\u{1F1E6}'..='\u{1F1FF}');
        let mut chars = before.chars();
        match self.kind {
            TerminalKind::Joining if before.ends_with('\u{200D}') => true,
            TerminalKind::Joining if flag(c) => chars.next().is_some_and(flag) && chars.next().is_none(),
            TerminalKind::Joining => matches!(c, '\u{1F3FB}'..='\u{1F3FF}' | '\u{1160}'..='\u{11FF}'),
            _ => false,
        }
    }

    fn print(&mut self, c: char) {
        let Some(width) = self.width(c) else { return };
        let before = (0..self.column).rev().find(|&column| self.at(column).0.is_some());
        if let Some(column) = before
            && let Some(text) = self.at(column).0.clone()
            && (width == 0 || self.joins(&text, c))
        {
            self.at(column).0 = Some(format!("{text}{c}"));
            return;
        }
        if width > 0 && self.column + width <= usize::from(SIZE.width) {
            self.put(c, width);
            self.column = (self.column + width).min(usize::from(SIZE.width) - 1);
        }
    }

    fn put(&mut self, c: char, width: usize) {
        let (start, most) = (self.column, usize::from(SIZE.width));
        if self.at(start).0.is_none() {
            let first = (0..start).rev().find(|&column| self.at(column).0.is_some()).unwrap_or(0);
            (first..start).for_each(|column| *self.at(column) = Self::blank());
        }
        for column in start + width..most {
            if self.at(column).0.is_some() {
                break;
            }
            *self.at(column) = Self::blank();
        }
        let look = self.look.clone();
        (start + 1..start + width).for_each(|column| *self.at(column) = (None, look.clone()));
        *self.at(start) = (Some(c.to_string()), look);
    }
}

const CLUSTERS: [&str; 18] = [
    " ",
    " ",
    "a",
    "港",
    "城",
    "“",
    "═",
    "я",
    "🇨🇳",
    "🇯🇵",
    "ﾊﾟ",
    "क्षि",
    "ខ្មែ",
    "\u{2ebf0}",
    "👍🏽",
    "👨‍👩‍👧",
    "❤️",
    "\u{1112}\u{1161}\u{11ab}",
];

/// A frame: in every line what stands there, and whether it is on a ground of its own.
type Painted = Vec<Vec<(usize, bool)>>;

fn frames() -> impl Strategy<Value = Vec<Painted>> {
    let line = prop::collection::vec((0..CLUSTERS.len(), any::<bool>()), 0..14);
    prop::collection::vec(prop::collection::vec(line, usize::from(SIZE.height)), 1..5)
}

fn draw(screen: &mut Screen<Vec<u8>>, terminal: &mut Emulated, lines: &Painted) {
    let paint = |frame: &mut Buffer| {
        frame.set_style(frame.area, Style::new().bg(Color::Blue));
        for (row, line) in (0..).zip(lines) {
            let mut column = 0;
            for (cluster, ground) in line {
                let style = Style::new().bg(if *ground { Color::Reset } else { Color::Blue });
                column = frame.set_stringn(column, row, CLUSTERS[*cluster], (SIZE.width - column).into(), style).0;
            }
        }
        None
    };
    screen.draw(SIZE, paint).unwrap();
    terminal.take(&std::mem::take(&mut screen.out));
}

proptest! {
    #[test]
    fn on_any_terminal_a_frame_is_as_if_painted_anew(frames in frames()) {
        for kind in [TerminalKind::Ours, TerminalKind::Old, TerminalKind::Wide, TerminalKind::Narrow, TerminalKind::Joining] {
            let (mut screen, mut terminal) = (Screen::new(Vec::new()), Emulated::new(kind));
            for frame in &frames {
                draw(&mut screen, &mut terminal, frame);
                let mut anew = Emulated::new(kind);
                draw(&mut Screen::new(Vec::new()), &mut anew, frame);
                prop_assert_eq!(&terminal.cells, &anew.cells, "{:?}", kind);
            }
        }
    }

    #[test]
    fn a_terminal_shows_what_was_drawn_last(lines in prop::collection::vec("[ a河港“═]{0,14}", 1..6)) {
        let mut terminal = vt100::Parser::new(2.try_into().unwrap(), SIZE.width.try_into().unwrap(), 0);
        let mut screen = Screen::new(Vec::new());
        for text in &lines {
            screen.draw(SIZE, line(text)).unwrap();
            terminal.process(&std::mem::take(&mut screen.out));
        }
        let fitting = Metrics::TERMINAL.fitting(lines.last().unwrap(), SIZE.width.into());
        let contents = terminal.screen().contents();
        prop_assert_eq!(contents.trim_end(), fitting.trim_end());
    }
}
