//! The reader pane: an article, the place in it, what is lit and what is selected.

use std::ops::Range;
use std::sync::Arc;

use crate::model::{Article, ArticleId, Bookmark, Part, Place, Reading, Row};
use crate::typeset::{Anchor, Screen, Setting, Sheet, Size};

use super::Query;
use super::matches::Matches;
use super::pane::Pane;
use super::script::{Script, TwoScripts};

/// An article being read.
#[derive(Debug)]
pub struct Reader {
    article: Arc<Article>,
    /// The article in the script that it is shown in.
    shown: Arc<Article>,
    sheet: Sheet,
    setting: Setting,
    size: Size,
    anchor: Anchor,
    screen: Screen,
    /// Where a jump led that the screen's first row could not follow, near the article's end.
    mark: Option<Place>,
    matches: Option<Matches>,
    /// Where a selection began and where it goes on to; the order is not that of the text.
    selected: Option<(Place, Place)>,
    row: Row,
}

impl Reader {
    /// An article, seen from a place or from its beginning.
    pub(super) fn new(article: TwoScripts, row: Row, setting: Setting, at: Option<Place>) -> Self {
        let TwoScripts { printed: article, shown } = article;
        let size = Size { width: setting.measure.min(80) as u16, height: 1 };
        let mut sheet = Sheet::new(Arc::clone(&shown), setting, size);
        let anchor = Anchor::from(at.unwrap_or_else(|| Place::start_of(&article)));
        let screen = sheet.screen(anchor);
        Self { article, shown, sheet, setting, size, anchor, screen, mark: at, matches: None, selected: None, row }
    }

    /// The article as it was printed.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// The article in the script that it is shown in: every place is that of the article.
    pub fn shown(&self) -> &Article {
        &self.shown
    }

    /// The article's id.
    pub fn id(&self) -> ArticleId {
        self.article.id
    }

    /// What is seen of it.
    pub fn screen(&self) -> &Screen {
        &self.screen
    }

    /// What is lit in it.
    pub fn matches(&self) -> Option<&Matches> {
        self.matches.as_ref()
    }

    /// Its line in the headline list.
    pub fn row(&self) -> &Row {
        &self.row
    }

    /// How far it has been read.
    pub fn reading(&self) -> Reading {
        self.row.reading
    }

    /// How much of it has been seen, from 0 to 1.
    pub fn progress(&self) -> f32 {
        if self.screen.at_end { 1.0 } else { self.sheet.progress(self.screen.last) }
    }

    /// Where its sections begin, each from 0 to 1.
    pub fn ticks(&self) -> impl Iterator<Item = f32> {
        self.article.headings().map(|(block, ..)| self.sheet.progress(self.place(Part::Body(block), 0)))
    }

    /// Where the reader is: where the last jump led, or the first words of the screen.
    pub fn here(&self) -> Place {
        self.mark.unwrap_or(self.screen.first)
    }

    /// The section that the reader is in, counted from 0.
    pub fn section(&self) -> Option<usize> {
        let here = self.here().part;
        self.article.headings().take_while(|(block, ..)| Part::Body(*block) <= here).count().checked_sub(1)
    }

    /// The bookmarks that lie in what is seen of a row's text.
    pub fn is_marked(&self, part: Part, bytes: &Range<usize>, bookmarks: &[Bookmark]) -> bool {
        let here = |place: &Place| place.article == self.id() && place.part == part && bytes.contains(&place.byte);
        bookmarks.iter().any(|bookmark| here(&bookmark.place))
    }

    /// The bookmark that is set here: at the place itself, or within the first row.
    pub fn bookmark_here<'b>(&self, bookmarks: &'b [Bookmark]) -> Option<&'b Bookmark> {
        let here = self.here();
        let mut own = bookmarks.iter().filter(|bookmark| bookmark.place.article == self.id());
        own.clone().find(|bookmark| bookmark.place == here).or_else(|| {
            let first = self.screen.runs.iter().find(|run| run.part == here.part && run.bytes.contains(&here.byte))?;
            own.find(|bookmark| bookmark.place.part == first.part && first.bytes.contains(&bookmark.place.byte))
        })
    }

    /// Takes another way of setting.
    pub fn set(&mut self, setting: Setting) {
        if self.setting != setting {
            self.setting = setting;
            self.sheet.set(setting, self.size);
            self.look();
        }
    }

    /// Shows it in another script.
    pub fn turn(&mut self, script: Script) {
        self.shown = script.article(&self.article);
        self.sheet = Sheet::new(Arc::clone(&self.shown), self.setting, self.size);
        self.look();
    }

    /// Notes that it is being read.
    pub fn begin(&mut self) {
        if self.row.reading == Reading::Unread {
            self.row.reading = Reading::Started;
        }
        if self.screen.at_end {
            self.row.reading = Reading::Read;
        }
    }

    /// Jumps to a place, which comes to stand in the first row where the article is long enough.
    pub fn jump(&mut self, place: Place) {
        self.mark = Some(place);
        self.move_to(|sheet, _| sheet.scroll(Anchor::from(place), 0));
    }

    /// Jumps to the next or an earlier section; from within a section, one back is its beginning.
    pub fn step_section(&mut self, by: isize) {
        let here = self.here();
        let place = self.article.headings().map(|(block, ..)| self.place(Part::Body(block), 0));
        let place = if by > 0 { { place }.find(|p| *p > here) } else { place.take_while(|p| *p < here).last() };
        let place = place.or_else(|| (by < 0).then(|| Place::start_of(&self.article)));
        place.into_iter().for_each(|place| self.jump(place));
    }

    /// What stands at the top of the screen.
    pub fn anchor(&self) -> Anchor {
        self.anchor
    }

    /// Shows again what was shown before.
    pub fn back_to(&mut self, anchor: Anchor) {
        self.mark = None;
        self.move_to(|_, _| anchor);
    }

    /// The place of a section, counted from 0.
    pub fn section_place(&self, number: usize) -> Option<Place> {
        self.article.headings().nth(number).map(|(block, ..)| self.place(Part::Body(block), 0))
    }

    /// Lights the terms of a query and shows the first of them at or after a place.
    pub fn light(&mut self, query: &Query, from: Place) {
        self.matches = Matches::new(&self.article, query);
        let place = self.matches.as_mut().and_then(|matches| {
            let found = matches.seek(from)?;
            Some((found.part, found.bytes.start))
        });
        if let Some((part, byte)) = place {
            self.reveal(self.place(part, byte));
        }
    }

    /// Puts the lights out.
    pub fn unlight(&mut self) -> bool {
        self.matches.take().is_some()
    }

    /// Shows the next match, or an earlier one.
    pub fn step_match(&mut self, by: isize) {
        let found = self.matches.as_mut().and_then(|matches| matches.step(by));
        if let Some((part, byte)) = found.map(|found| (found.part, found.bytes.start)) {
            self.reveal(self.place(part, byte));
        }
    }

    /// What is selected of a part, in bytes.
    pub fn selected_in(&self, part: Part) -> Option<Range<usize>> {
        let (from, to) = self.selection()?;
        let end = self.article.part(part).map_or(0, str::len);
        let start = if from.part == part { from.byte } else { 0 };
        let end = if to.part == part { to.byte } else { end };
        (from.part <= part && part <= to.part && start < end).then_some(start..end)
    }

    /// Whether something is selected.
    pub fn is_selecting(&self) -> bool {
        self.selected.is_some()
    }

    /// Selects from a place to another, the clusters at both with it.
    pub fn select(&mut self, from: Place, to: Place) {
        self.selected = Some((from.min(to), self.after(from.max(to))));
    }

    /// Begins to select: the paragraph at the top.
    pub fn select_paragraph(&mut self) {
        let part = self.paragraph_here();
        self.selected = Some((self.place(part, 0), self.end_of(part)));
    }

    /// Lets the selection go.
    pub fn deselect(&mut self) -> bool {
        self.selected.take().is_some()
    }

    /// Lets the selection end a paragraph later, or earlier.
    pub fn extend_selection(&mut self, paragraphs: isize) {
        let Some((from, to)) = self.selected else { return };
        let parts: Vec<Part> = self.article.parts().map(|(part, _)| part).collect();
        let at = parts.iter().position(|part| *part == to.part).unwrap_or(0);
        let part = parts.get(at.saturating_add_signed(paragraphs).min(parts.len().saturating_sub(1)));
        if let Some(part) = part.copied().filter(|part| *part >= from.part) {
            self.selected = Some((from, self.end_of(part)));
            let shown = if paragraphs > 0 { self.end_of(part) } else { self.place(part, 0) };
            self.reveal(shown);
        }
    }

    /// What is selected, or the paragraph at the top: a line for each paragraph.
    pub fn to_copy(&self) -> String {
        let part = self.paragraph_here();
        let (from, to) = self.selection().unwrap_or_else(|| (self.place(part, 0), self.end_of(part)));
        let within = self.article.parts().filter(|(part, _)| from.part <= *part && *part <= to.part);
        let pieces = within.filter_map(|(part, text)| {
            let start = if part == from.part { from.byte } else { 0 };
            let end = if part == to.part { to.byte } else { text.len() };
            text.get(start..end)
        });
        pieces.collect::<Vec<_>>().join("\n")
    }

    /// The place in a cell of the pane.
    pub fn place_at(&mut self, row: u16, column: u16) -> Option<Place> {
        self.sheet.place_at(self.anchor, row, column)
    }

    fn selection(&self) -> Option<(Place, Place)> {
        self.selected.map(|(from, to)| (from.min(to), from.max(to)))
    }

    /// The place after the cluster at a place.
    fn after(&self, place: Place) -> Place {
        let rest = self.article.part(place.part).and_then(|text| text.get(place.byte..)).unwrap_or_default();
        let cluster = self.setting.metrics.clusters(rest).next();
        Place { byte: place.byte + cluster.map_or(0, |cluster| cluster.end()), ..place }
    }

    /// The part in the first row; the first of the body where that is the head.
    fn paragraph_here(&self) -> Part {
        let part = self.here().part;
        if part < Part::Body(0) && !self.article.body.is_empty() { Part::Body(0) } else { part }
    }

    fn place(&self, part: Part, byte: usize) -> Place {
        Place { article: self.article.id, part, byte }
    }

    fn end_of(&self, part: Part) -> Place {
        self.place(part, self.article.part(part).map_or(0, str::len))
    }

    fn reveal(&mut self, place: Place) {
        self.mark = None;
        self.move_to(|sheet, top| sheet.reveal(top, place));
    }

    fn move_to(&mut self, anchor: impl FnOnce(&mut Sheet, Anchor) -> Anchor) {
        self.anchor = anchor(&mut self.sheet, self.anchor);
        self.look();
    }

    fn look(&mut self) {
        self.screen = self.sheet.screen(self.anchor);
    }
}

impl Pane for Reader {
    fn fit(&mut self, size: Size) {
        if self.size != size {
            self.size = size;
            self.sheet.set(self.setting, size);
            self.look();
        }
    }

    fn step(&mut self, lines: isize) {
        self.mark = None;
        self.move_to(|sheet, top| sheet.scroll(top, lines as i64));
    }

    fn turn(&mut self, screens: isize) {
        self.mark = None;
        self.move_to(|sheet, top| sheet.turn(top, screens as i64));
    }

    fn top(&mut self) {
        self.jump(Place::start_of(&self.article));
    }

    fn bottom(&mut self) {
        self.mark = None;
        self.move_to(|sheet, _| sheet.end());
    }
}
