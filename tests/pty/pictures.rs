//! The README's pictures, made from real frames:
//! `cargo test --test pty pictures -- --ignored` writes those in `assets/pictures` anew.

use std::fmt::Write;
use std::path::Path;

use vt100::{Cell, Color, Screen};

use crate::terminal::{Home, Terminal};

/// A cell in a picture, in pixels.
const CELL: (u16, u16) = (9, 19);
/// The white around a screen, in pixels.
const MARGIN: u16 = 8;
const PAPER: &str = "#f4eee0";
const INK: &str = "#2b2722";

/// Lines drawn as such, so that they meet from cell to cell whatever the font: their arms to the left, right, up and
/// down, in capitals where they are heavy.
const LINES: [(&str, &str); 15] = [
    ("─", "lr"),
    ("━", "LR"),
    ("│", "ud"),
    ("┃", "UD"),
    ("┌", "rd"),
    ("┐", "ld"),
    ("└", "ru"),
    ("┘", "lu"),
    ("├", "rud"),
    ("┤", "lud"),
    ("┬", "lrd"),
    ("┴", "lru"),
    ("┼", "lrud"),
    ("╋", "LRUD"),
    ("╂", "lrUD"),
];

#[test]
#[ignore = "writes assets/pictures; run it when the look has changed"]
fn pictures() {
    write("page", &[reader("zh", (58, 33), &[], "\rrg"), reader("zh", (58, 33), &[], "\r")]);
    write("front", &[reader("zh", (112, 36), &[], "w")]);
    write("columns", &[reader("zh", (120, 32), &[], "}\rvz")]);
    write("vertical", &[reader("zh", (112, 32), &[], "}\rvvz")]);
    let pdf = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/printed/04-english.pdf").display().to_string();
    write("boxes", &[reader("en", (110, 44), &[&pdf], "w")]);
}

/// A reader of someone who has never started it, after these keys; and that one's home.
fn reader(language: &str, (columns, rows): (u16, u16), arguments: &[&str], keys: &str) -> (Home, Terminal) {
    let home = Home::new();
    home.file("config/paper-reader/config.toml", &format!("theme = 'newsprint'\nlanguage = '{language}'\n"));
    let mut terminal = home.open(columns, rows, arguments);
    terminal.wait_until("a page", |screen| screen.contains("版") || screen.contains("Page"));
    terminal.settled();
    for key in keys.chars() {
        terminal.type_keys(&key.to_string());
        terminal.settled();
    }
    (home, terminal)
}

/// Writes a picture of screens side by side.
fn write(name: &str, readers: &[(Home, Terminal)]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/pictures").join(name).with_extension("svg");
    let (mut x, mut height, mut drawn) = (0, 0, String::new());
    for (_, terminal) in readers {
        let (columns, rows) = terminal.with_screen(|screen| (screen.size().1.get(), screen.size().0.get()));
        let width = columns * CELL.0 + 2 * MARGIN;
        height = rows * CELL.1 + 2 * MARGIN;
        let _ = writeln!(
            drawn,
            "<g transform=\"translate({x})\"><rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{PAPER}\"/>\n{}</g>",
            terminal.with_screen(cells)
        );
        x += width + 2 * MARGIN;
    }
    let width = x - 2 * MARGIN;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-size=\"15\" fill=\"none\">\n<style>text{{font-family:Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono CJK SC',\
         'PingFang SC','Microsoft YaHei',monospace}}</style>\n{drawn}</svg>\n"
    );
    std::fs::write(path, svg).unwrap();
}

/// The cells of a screen: every cluster stands at its own, whatever the font.
fn cells(screen: &Screen) -> String {
    let (rows, columns) = (screen.size().0.get(), screen.size().1.get());
    let mut out = String::new();
    for row in 0..rows {
        let cells: Vec<_> = (0..columns)
            .filter_map(|column| Some((column, screen.cell(row, column)?)))
            .filter(|(_, cell)| !cell.is_wide_continuation())
            .collect();
        for run in cells.chunk_by(|(_, one), (_, next)| style(one) == style(next)) {
            draw(&mut out, run, row * CELL.1 + MARGIN);
        }
    }
    out
}

/// How a cell looks: its colours, and its attributes as SVG has them.
fn style(cell: &Cell) -> (String, String, String) {
    let (mut fg, mut bg) = (colour(cell.fgcolor(), INK), colour(cell.bgcolor(), PAPER));
    if cell.inverse() {
        std::mem::swap(&mut fg, &mut bg);
    }
    let attributes = [
        (cell.bold(), " font-weight=\"bold\""),
        (cell.dim(), " opacity=\"0.65\""),
        (cell.underline(), " text-decoration=\"underline\""),
    ];
    (fg, bg, attributes.into_iter().filter(|(has, _)| *has).map(|(_, attribute)| attribute).collect())
}

/// Draws cells of one look that stand beside one another: their ground, their lines, their text.
fn draw(out: &mut String, run: &[(u16, &Cell)], y: u16) {
    let (first, cell) = run[0];
    let (fg, bg, attributes) = style(cell);
    let at = |column: u16| column * CELL.0 + MARGIN;
    if bg != PAPER {
        let width: u16 = run.iter().map(|(_, cell)| if cell.is_wide() { 2 * CELL.0 } else { CELL.0 }).sum();
        let _ = writeln!(
            out,
            "<rect x=\"{}\" y=\"{y}\" width=\"{width}\" height=\"{}\" fill=\"{bg}\"/>",
            at(first),
            CELL.1
        );
    }
    let (mut places, mut text) = (Vec::new(), String::new());
    for same in run.chunk_by(|(_, one), (_, next)| one.contents() == next.contents()) {
        let (first, cell) = same[0];
        let shown = cell.contents();
        if let Some(shape) = shape(shown, at(first), y, same.len() as u16 * CELL.0) {
            let _ = writeln!(out, "<path {shape} stroke=\"{fg}\"/>");
        } else if !shown.trim().is_empty() {
            places.extend(same.iter().map(|(column, _)| at(*column).to_string()));
            text.extend(same.iter().map(|_| shown));
        }
    }
    if !text.is_empty() {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        let (x, y) = (places.join(" "), y + CELL.1 - 4);
        let _ = writeln!(out, "<text x=\"{x}\" y=\"{y}\" fill=\"{fg}\"{attributes}>{text}</text>");
    }
}

/// A line or a bar as a path, over cells of this width together.
fn shape(shown: &str, x: u16, y: u16, width: u16) -> Option<String> {
    let (x, y, width, height) = (f32::from(x), f32::from(y), f32::from(width), f32::from(CELL.1));
    let (cell, middle) = (f32::from(CELL.0), y + height / 2.0);
    match shown {
        "═" => return Some(format!("d=\"M{x} {}h{width}m0 3h-{width}\"", middle - 1.5)),
        "╌" => return Some(format!("d=\"M{x} {middle}h{width}\" stroke-dasharray=\"3 1.5\"")),
        "▌" => return Some(format!("d=\"M{} {y}v{height}\" stroke-width=\"{}\"", x + cell / 4.0, cell / 2.0)),
        _ => {}
    }
    let arms = LINES.iter().find(|(line, _)| *line == shown)?.1;
    let heavy = if arms.starts_with(char::is_uppercase) { " stroke-width=\"2.5\"" } else { "" };
    let has = |arm: char| arms.to_ascii_lowercase().contains(arm);
    if arms.eq_ignore_ascii_case("lr") {
        return Some(format!("d=\"M{x} {middle}h{width}\"{heavy}"));
    }
    let mut path = String::new();
    for centre in (0..).map(|cells| x + cell * (cells as f32 + 0.5)).take_while(|centre| *centre < x + width) {
        let (left, right) = (if has('l') { cell / 2.0 } else { 0.5 }, if has('r') { cell / 2.0 } else { 0.5 });
        let (top, bottom) = (if has('u') { y } else { middle - 0.5 }, if has('d') { y + height } else { middle + 0.5 });
        if has('l') || has('r') {
            let _ = write!(path, "M{} {middle}h{}", centre - left, left + right);
        }
        if has('u') || has('d') {
            let _ = write!(path, "M{centre} {top}V{bottom}");
        }
    }
    Some(format!("d=\"{path}\"{heavy}"))
}

fn colour(colour: Color, default: &str) -> String {
    const SIXTEEN: [&str; 16] = [
        "#2b2722", "#a8322d", "#3f7d3a", "#a06b10", "#2f5d9b", "#8a3d85", "#1f7a7a", "#d8d2c4", "#6b655b", "#c9453f",
        "#57994f", "#c08420", "#4a7fc0", "#a855a2", "#2f9696", "#faf6ec",
    ];
    match colour {
        Color::Default => default.to_owned(),
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        Color::Idx(index @ 0..16) => SIXTEEN[usize::from(index)].to_owned(),
        Color::Idx(index @ 16..232) => {
            let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
            let index = index - 16;
            format!("#{:02x}{:02x}{:02x}", level(index / 36), level(index / 6 % 6), level(index % 6))
        }
        Color::Idx(index) => format!("#{0:02x}{0:02x}{0:02x}", 8 + 10 * (index - 232)),
    }
}
