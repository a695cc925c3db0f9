//! The README's picture, made from a real frame:
//! `cargo test --test pty picture -- --ignored` writes `assets/screen.svg` anew.

use std::fmt::Write;

use vt100::{Cell, Color};

use crate::terminal::Home;

/// A cell in the picture, in pixels.
const CELL: (u16, u16) = (9, 19);
const PAPER: &str = "#f4eee0";
const INK: &str = "#2b2722";

#[test]
#[ignore = "writes assets/screen.svg; run it when the look has changed"]
fn picture() {
    let home = Home::new();
    home.file("config/paper-reader/config.toml", "theme = 'newsprint'\n");
    let mut terminal = home.open(110, 32, &[]);
    terminal.wait_for("走失的文章");
    terminal.type_keys("}\r");
    terminal.wait_for("字是怎么洒的");
    std::thread::sleep(std::time::Duration::from_millis(300));
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/screen.svg");
    std::fs::write(path, terminal.with_screen(svg)).unwrap();
}

/// A screen as SVG: every cluster stands at its cell whatever the font.
fn svg(screen: &vt100::Screen) -> String {
    let (rows, columns) = (screen.size().0.get(), screen.size().1.get());
    let (width, height) = (columns * CELL.0 + 16, rows * CELL.1 + 16);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-size=\"15\">\n<style>text{{font-family:Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono CJK SC','PingFang SC',\
         'Microsoft YaHei',monospace;white-space:pre}}</style>\n<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{PAPER}\"/>\n"
    );
    for row in 0..rows {
        let cells: Vec<_> = (0..columns).filter_map(|column| Some((column, screen.cell(row, column)?))).collect();
        for run in cells.chunk_by(|(_, one), (_, next)| style(one) == style(next)) {
            draw(&mut out, run, row * CELL.1 + 8);
        }
    }
    out + "</svg>\n"
}

/// Colours and attributes of a cell; the second half of a wide character has those of the first.
fn style(cell: &Cell) -> (String, String, &'static str, &'static str, &'static str) {
    let (mut fg, mut bg) = (colour(cell.fgcolor(), INK), colour(cell.bgcolor(), PAPER));
    if cell.inverse() {
        std::mem::swap(&mut fg, &mut bg);
    }
    let weight = if cell.bold() { " font-weight=\"bold\"" } else { "" };
    let dim = if cell.dim() { " opacity=\"0.65\"" } else { "" };
    let line = if cell.underline() { " text-decoration=\"underline\"" } else { "" };
    (fg, bg, weight, dim, line)
}

fn draw(out: &mut String, run: &[(u16, &Cell)], y: u16) {
    let (first, cell) = run[0];
    let (fg, bg, weight, dim, line) = style(cell);
    let at = |column: u16| column * CELL.0 + 8;
    if bg != PAPER {
        let (x, width) = (at(first), run.len() as u16 * CELL.0);
        let _ = writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{}\" fill=\"{bg}\"/>", CELL.1);
    }
    let shown = run.iter().filter(|(_, cell)| !cell.contents().trim().is_empty());
    let (places, text): (Vec<_>, String) =
        shown.map(|(column, cell)| (at(*column).to_string(), cell.contents())).unzip();
    if !text.is_empty() {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        let (x, y) = (places.join(" "), y + CELL.1 - 4);
        let _ = writeln!(out, "<text x=\"{x}\" y=\"{y}\" fill=\"{fg}\"{weight}{dim}{line}>{text}</text>");
    }
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
