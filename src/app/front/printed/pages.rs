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
    /// Which of the sheets of its newspaper's page is looked at.
    shown: usize,
}

/// A page of the file with the articles that stand on it.
#[derive(Debug)]
pub struct PrintedSheet {
    /// Where there is something on it, in points.
    pub printed: Rectangle,
    /// Its articles.
    pub articles: Vec<SheetArticle>,
}

/// An article, or a part of one, on a sheet.
#[derive(Debug)]
pub struct SheetArticle {
    /// The article.
    pub id: ArticleId,
    /// Its boxes, the first first.
    pub boxes: Vec<Rectangle>,
    /// Whether it begins here; else it has come from another sheet.
    pub begins: bool,
}

impl PrintedPages {
    /// The sheets of a row's page; none where its geometry is not known.
    pub fn sheets(&self, row: &Row) -> &[PrintedSheet] {
        let page = Group::page(row);
        self.known.iter().find(|(known, _)| known.contains(&page)).map_or(&[], |(_, sheets)| sheets.as_slice())
    }

    /// The number of the sheet that is looked at, of those of a row's page.
    pub fn shown(&self, row: &Row) -> Option<usize> {
        let sheets = self.sheets(row);
        let stays = sheets.get(self.shown).is_some_and(|sheet| sheet.holds(row.id));
        let first =
            |begins: bool| sheets.iter().position(|sheet| sheet.begins(row.id) || !begins && sheet.holds(row.id));
        if stays { Some(self.shown) } else { first(true).or_else(|| first(false)) }
    }

    /// Looks at the sheet of a row: at the one before, where a part of its article stands on that.
    pub fn look_at(&mut self, row: &Row) {
        self.shown = self.shown(row).unwrap_or(self.shown);
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

    /// Forgets what it knows of all pages but that of a row, which is looked at.
    pub fn forget_but(&mut self, row: Option<&Row>) {
        let page = row.map(Group::page);
        self.known.retain(|(known, _)| page.is_some_and(|page| known.contains(&page)));
    }

    /// Forgets what it knows: pages may have changed.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}

impl PrintedSheet {
    /// Whether an article, or a part of it, stands on it.
    pub fn holds(&self, id: ArticleId) -> bool {
        self.articles.iter().any(|held| held.id == id)
    }

    /// Whether an article begins on it.
    pub fn begins(&self, id: ArticleId) -> bool {
        self.articles.iter().any(|held| held.id == id && held.begins)
    }
}

/// The sheets of a page. An article stands on all those that it has boxes on.
fn printed_sheets(page: &PrintedPage) -> Vec<PrintedSheet> {
    let boxes = |boxes: &[PageBox], sheet: u32| -> Vec<Rectangle> {
        let placed = boxes.iter().filter(|placed| placed.page == sheet).filter_map(|placed| sides(placed.bounds));
        placed.take(MOST_BOXES).collect()
    };
    let mut numbers: Vec<u32> = page.articles.iter().flat_map(|article| &article.boxes).map(|b| b.page).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let sheet = |number: u32| {
        let all: Vec<(ArticleId, Vec<Rectangle>)> =
            page.articles.iter().map(|article| (article.id, boxes(&article.boxes, number))).collect();
        let own = all.iter().flat_map(|(_, boxes)| boxes).copied();
        let extent = page.extent.filter(|extent| extent.page == number).and_then(|extent| sides(extent.bounds));
        let printed = own.chain(extent).reduce(around)?;
        let begins = page.articles.iter().map(|article| article.boxes.first().is_some_and(|b| b.page == number));
        let own = all.iter().enumerate().zip(begins).filter(|((_, (_, boxes)), _)| !boxes.is_empty());
        let articles = own.map(|((number, (id, boxes)), begins)| SheetArticle {
            id: *id,
            boxes: joined_among(&all, number, boxes, printed),
            begins,
        });
        Some(PrintedSheet { printed, articles: articles.collect() })
    };
    numbers.into_iter().take(MOST).filter_map(sheet).filter(|sheet| extent(sheet.printed) > 0.0).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kind, PrintedArticle, Reading};

    fn row(number: u8, page: i64) -> Row {
        let key = RowKey { edition: 1, page, article: 0 };
        Row {
            id: ArticleId::from_bytes([number; 16]),
            key,
            kind: Kind::Story,
            headline: String::new(),
            publication: None,
            date: None,
            page_number: None,
            page_name: None,
            page_label: None,
            source: String::new(),
            characters: 0,
            reading: Reading::Unread,
        }
    }

    fn article(number: u8, sheets: &[u32]) -> PrintedArticle {
        let placed =
            |sheet: &u32| PageBox::from((*sheet, 10.0 * f32::from(number), 0.0, 10.0 * f32::from(number) + 9.0, 90.0));
        let boxes = sheets.iter().map(placed).collect();
        PrintedArticle { id: row(number, 0).id, kind: Kind::Story, title: String::new(), boxes }
    }

    fn pages(places: &[i64], articles: Vec<PrintedArticle>) -> PrintedPages {
        let mut pages = PrintedPages::default();
        let asked = pages.wanted([row(1, 7)].iter()).unwrap();
        pages.take(asked, Some(PrintedPage { places: places.to_vec(), articles, ..PrintedPage::default() }));
        pages
    }

    #[test]
    fn a_page_put_together_of_several_is_known_for_each() {
        let mut pages = pages(&[7, 8], vec![article(1, &[1]), article(2, &[1])]);
        assert_eq!(pages.sheets(&row(2, 8)).len(), 1);
        assert_eq!(pages.wanted([row(2, 8)].iter()), None);
        assert!(pages.wanted([row(3, 9)].iter()).is_some());
    }

    #[test]
    fn what_is_not_here_has_its_room() {
        let extent = Some((1, 0.0, 0.0, 99.0, 180.0).into());
        let sheets =
            printed_sheets(&PrintedPage { extent, articles: vec![article(1, &[1, 2])], ..PrintedPage::default() });
        let printed: Vec<_> = sheets.iter().map(|sheet| sheet.printed).collect();
        assert_eq!(printed, [[[0.0, 99.0], [0.0, 180.0]], [[10.0, 19.0], [0.0, 90.0]]]);
    }

    #[test]
    fn a_part_of_an_article_is_looked_at_where_it_stands() {
        let mut pages = pages(&[], vec![article(1, &[1, 2]), article(2, &[2])]);
        let [first, second] = pages.sheets(&row(1, 7)) else { panic!() };
        assert!(first.begins(row(1, 7).id) && second.holds(row(1, 7).id) && !second.begins(row(1, 7).id));
        for (number, shown) in [(1, 0), (2, 1), (1, 1)] {
            pages.look_at(&row(number, 7));
            assert_eq!(pages.shown(&row(number, 7)), Some(shown));
        }
    }
}
