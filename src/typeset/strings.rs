//! An article as lines of text, for where there is no pane.

use super::frame::Frame;
use super::galley::{Galley, GalleyRow};
use super::paint::across;
use super::passages::Passages;
use super::run::TextRun;
use super::setting::{Layout, Setting, Size};
use crate::model::Article;

/// The lines of an article in one column of the setting's measure, without pinyin, set as they are asked for.
pub fn lines(article: &Article, setting: &Setting) -> impl Iterator<Item = String> {
    let setting = Setting { layout: Layout::Column, pinyin: false, ..*setting };
    let frame = Frame::new(&setting, Size { width: u16::MAX, height: 1 });
    let passages = Passages::of(article);
    (0..passages.stretches()).flat_map(move |stretch| {
        let galley = Galley::set(article, &passages, stretch, &setting, frame.widths);
        galley.rows.into_iter().map(move |row| match row {
            GalleyRow::Blank => String::new(),
            GalleyRow::Text(row) => line(&across(article, &setting, &row, (0, 0))),
        })
    })
}

fn line(runs: &[TextRun]) -> String {
    let mut line = String::new();
    let mut column = 0;
    for run in runs {
        line.extend(std::iter::repeat_n(' ', run.column.saturating_sub(column).into()));
        line.push_str(&run.text);
        column = run.column + run.cells;
    }
    line
}
