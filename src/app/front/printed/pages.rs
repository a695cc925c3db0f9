//! The pages whose geometry the library has told, and the sheets that they are printed on.

use std::collections::VecDeque;

use crate::model::{ArticleId, Group, PageBox, PrintedPage, Row, RowKey};

use super::regions::{Rectangle, around, extent, joined, sides};

/// The pages that are kept: those of an issue.
const MOST: usize = 32;
/// The boxes of one article that are looked at.
const MOST_BOXES: usize = 64;
/// How far boxes of one article may be apart, of the sheet's height.
const GAP: f32 = 0.05;

/// What the library has told of pages.
#[derive(Debug, Default)]
pub struct PrintedPages {
    known: VecDeque<(Vec<Group>, Vec<PrintedSheet>)>,
    asked: Option<RowKey>,
}

/// A page of the file with the articles that begin on it.
#[derive(Debug)]
pub struct PrintedSheet {
    /// Where there is something on it, in points.
    pub printed: Rectangle,
    /// Its articles with their boxes, the first of each first.
    pub articles: Vec<(ArticleId, Vec<Rectangle>)>,
}

impl PrintedPages {
    /// The sheets of a row's page; none where its geometry is not known.
    pub fn sheets(&self, row: &Row) -> &[PrintedSheet] {
        let page = Group::page(row);
        self.known.iter().find(|(known, _)| known.contains(&page)).map_or(&[], |(_, sheets)| sheets.as_slice())
    }

    /// The first of some rows whose page has not been asked for; it counts as asked for.
    pub fn wanted<'a>(&mut self, mut rows: impl Iterator<Item = &'a Row>) -> Option<RowKey> {
        if self.asked.is_some() {
            return None;
        }
        let is_known = |row: &Row| self.known.iter().any(|(known, _)| known.contains(&Group::page(row)));
        self.asked = rows.find(|row| !is_known(row)).map(|row| row.key);
        self.asked
    }

    /// Takes a page that was asked for.
    pub fn take(&mut self, key: RowKey, page: Option<PrintedPage>) {
        if self.asked == Some(key) {
            self.asked = None;
            let page = page.unwrap_or_default();
            let others = page.places.iter().filter(|place| **place != key.page);
            let groups = [key.page].iter().chain(others).map(|place| Group::Page(key.edition, *place)).collect();
            self.known.push_back((groups, printed_sheets(&page)));
            self.known.drain(..self.known.len().saturating_sub(MOST));
        }
    }

    /// Forgets what it knows: pages may have changed.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}

impl PrintedSheet {
    /// Whether an article begins on it.
    pub fn holds(&self, id: ArticleId) -> bool {
        self.articles.iter().any(|(held, _)| *held == id)
    }
}

/// The sheets of a page. An article stands on the one that it begins on.
fn printed_sheets(page: &PrintedPage) -> Vec<PrintedSheet> {
    let boxes = |boxes: &[PageBox], sheet: u32| -> Vec<Rectangle> {
        let placed = boxes.iter().filter(|placed| placed.page == sheet).filter_map(|placed| sides(placed.bounds));
        placed.take(MOST_BOXES).collect()
    };
    let mut numbers: Vec<u32> =
        page.articles.iter().filter_map(|article| article.boxes.first()).map(|b| b.page).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let sheet = |number: u32| {
        let all: Vec<(ArticleId, Vec<Rectangle>)> =
            page.articles.iter().map(|article| (article.id, boxes(&article.boxes, number))).collect();
        let printed = all.iter().flat_map(|(_, boxes)| boxes).copied().reduce(around)?;
        let begins = page.articles.iter().map(|article| article.boxes.first().is_some_and(|b| b.page == number));
        let own = all.iter().enumerate().zip(begins).filter(|((_, (_, boxes)), begins)| *begins && !boxes.is_empty());
        let articles = own.map(|((number, (id, boxes)), _)| (*id, joined_among(&all, number, boxes, printed)));
        Some(PrintedSheet { printed, articles: articles.collect() })
    };
    numbers.into_iter().filter_map(sheet).filter(|sheet| extent(sheet.printed) > 0.0).collect()
}

/// The boxes of an article joined, where those of others leave room.
fn joined_among(
    all: &[(ArticleId, Vec<Rectangle>)],
    number: usize,
    boxes: &[Rectangle],
    printed: Rectangle,
) -> Vec<Rectangle> {
    let others = all.iter().enumerate().filter(|(other, _)| *other != number);
    let others: Vec<Rectangle> = others.flat_map(|(_, (_, boxes))| boxes).copied().collect();
    joined(boxes.to_vec(), &others, GAP * (printed[1][1] - printed[1][0]))
}
