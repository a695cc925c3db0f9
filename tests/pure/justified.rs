//! Justification that nobody notices: how many lines are opened, where, and how many stay short, at
//! every measure. `cargo test --test pure justified -- --nocapture` prints the figures.
#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use paper_reader::import;
use paper_reader::model::{Article, Page, Part, Place};
use paper_reader::parse::{parse, parse_file};
use paper_reader::text::chars;
use paper_reader::typeset::{Face, Setting, Sheet, Size, TextRun};

/// Lines in a hundred that may be opened, and that may be short by more than a cell.
const OPENED: usize = 3;
const SHORT: usize = 2;

/// The characters between two openings.
const APART: usize = 6;

/// What is counted of the lines that do not end their paragraph.
#[derive(Debug, Default)]
struct Figures {
    lines: usize,
    opened: usize,
    /// Short by one cell, and by more.
    short: [usize; 2],
    /// Openings where none may be.
    wrong: Vec<String>,
}

impl Figures {
    fn of(articles: &[Arc<Article>], cells: usize) -> Self {
        let mut figures = Self::default();
        let setting = Setting { measure: cells, ..Setting::default() };
        for article in articles {
            let size = Size { width: cells as u16 + 2, height: 9999 };
            let runs = Sheet::new(Arc::clone(article), setting, size).screen(Place::start_of(article).into()).runs;
            let rows: Vec<&[TextRun]> = runs.chunk_by(|a, b| a.row == b.row).collect();
            for pair in rows.windows(2) {
                if pair[0][0].part == pair[1][0].part && is_justified(&pair[0][0]) {
                    figures.add(article, pair[0], cells & !1);
                }
            }
        }
        figures
    }

    fn add(&mut self, article: &Article, line: &[TextRun], measure: usize) {
        let end = line.last().map_or(0, |run| usize::from(run.column + run.cells));
        let text = article.part(line[0].part).unwrap();
        let gaps = line.windows(2).filter(|runs| runs[0].column + runs[0].cells < runs[1].column);
        let openings: Vec<usize> = gaps.map(|runs| runs[1].bytes.start).collect();
        self.lines += 1;
        self.opened += usize::from(!openings.is_empty());
        match measure.saturating_sub(end) {
            0 => {}
            1 => self.short[0] += 1,
            _ => self.short[1] += 1,
        }
        let near = openings.windows(2).filter(|pair| !are_apart(&text[pair[0]..pair[1]]));
        let wrong = openings.iter().filter(|&&at| !may_open(&text[..at], &text[at..])).chain(near.map(|pair| &pair[1]));
        self.wrong.extend(wrong.map(|&at| format!("{}_{}", &text[line[0].bytes.start..at], &text[at..])));
    }
}

fn is_justified(run: &TextRun) -> bool {
    matches!(run.part, Part::Body(_)) && run.face != Face::Heading
}

/// Whether a text may have a cell between two of its characters.
fn may_open(before: &str, after: &str) -> bool {
    let (last, next) = (before.chars().next_back().unwrap(), after.chars().next().unwrap());
    let mark = |c: char| chars::is_cjk_mark(c) || chars::is_closer(c) || chars::is_opener(c);
    let is_word = |c: char| chars::is_latin(c) || chars::is_digit(c) || c == '%';
    let after_mark = "。！？；，：".contains(last) && !mark(next);
    let around_word = chars::is_han(last) && is_word(next)
        || is_word(last) && !chars::is_digit(last) && (chars::is_han(next) || chars::is_kana(next));
    let in_date = "年月日时第".contains(last) && chars::is_digit(next);
    let open = |c: char| before.matches(c).count();
    let enclosed = [('“', '”'), ('《', '》'), ('（', '）'), ('「', '」')].iter().any(|&(o, c)| open(o) > open(c));
    (after_mark || around_word) && !in_date && !enclosed
}

/// Whether what is between two openings parts them, or is a word between its two.
fn are_apart(between: &str) -> bool {
    between.chars().count() >= APART || !between.chars().any(chars::is_cjk)
}

fn articles_of(pages: impl IntoIterator<Item = Page>) -> impl Iterator<Item = Arc<Article>> {
    pages.into_iter().flat_map(|page| page.articles).map(Arc::new)
}

/// The sample edition, as far as it is in Chinese.
fn sample() -> Vec<Arc<Article>> {
    articles_of(import::sample().map(|page| parse(&page))).filter(|article| is_chinese(article)).collect()
}

/// Articles of many kinds, in Chinese.
fn gold() -> Vec<Arc<Article>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/fit");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    let read = |file| import::pages("", fs::read(file).unwrap()).map(Result::unwrap).collect();
    let pages = files.into_iter().flat_map(|file| parse_file(read(file))).map(|(page, _)| page);
    articles_of(pages).filter(|article| is_chinese(article)).collect()
}

/// Whether words of other scripts, whose spaces nobody opens, are few.
fn is_chinese(article: &Article) -> bool {
    let text: String = article.parts().map(|(_, text)| text).collect();
    let count = |is: fn(char) -> bool| text.chars().filter(|&c| is(c)).count();
    2 * count(chars::is_han) > text.chars().count() && 20 * count(chars::is_kana) < count(chars::is_han)
}

#[test]
fn nobody_notices_that_lines_are_justified() {
    for (name, articles) in [("sample", sample()), ("gold pages", gold())] {
        println!("{name}\ncells  lines  opened  a cell short  shorter");
        for cells in (30..=80).step_by(2) {
            let figures = Figures::of(&articles, cells);
            let Figures { lines, opened, short: [by_one, by_more], ref wrong } = figures;
            let share = |count: usize| format!("{:.1} %", count as f32 * 100.0 / lines as f32);
            println!("{cells:5} {lines:6} {:>7} {:>13} {:>8}", share(opened), share(by_one), share(by_more));
            assert!(wrong.is_empty(), "{name} at {cells}: {wrong:#?}");
            let most = |in_a_hundred: usize| (in_a_hundred * lines).div_ceil(100);
            let few = opened <= most(OPENED) && by_more <= most(SHORT);
            assert!(few, "{name} at {cells}: {figures:?}");
        }
    }
}
