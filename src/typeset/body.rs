//! The body of an article as rows of a column, without its head, for where only its beginning is shown.

use super::breaker::Extent;
use super::galley::{TextRow, Widths, passage_rows};
use super::paint::across;
use super::passages::Passages;
use super::run::TextRun;
use super::setting::Setting;
use crate::model::Article;

/// A row of a body.
#[derive(Clone, Debug)]
pub struct BodyRow(TextRow);

impl BodyRow {
    /// Its runs, as if it were the first row of the screen.
    pub fn runs(&self, article: &Article, setting: &Setting) -> Vec<TextRun> {
        across(article, setting, &self.0, (0, 0))
    }
}

/// The rows of an article's body at a measure of so many cells, without blank ones and without pinyin,
/// set as they are asked for. Stops hang in the two cells after the measure, where the setting has them
/// hang.
pub fn body_rows<'a>(article: &'a Article, setting: &'a Setting, cells: usize) -> impl Iterator<Item = BodyRow> + 'a {
    let widths = Widths { head: cells, body: cells.max(1), extent: Extent::Cells };
    let passages = Passages::of(article);
    let all = (0..passages.stretches()).flat_map(move |stretch| {
        let body: Vec<_> = passages.stretch(stretch).map(|(_, passage)| passage.clone()).collect();
        body.into_iter().filter(|passage| !passage.in_head())
    });
    all.flat_map(move |passage| passage_rows(article, &passage, setting, widths)).map(BodyRow)
}
