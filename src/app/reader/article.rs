//! The reader pane: an article, the place in it, what is lit and what is selected.

mod selecting;

use std::sync::Arc;
use std::time::Duration;

use crate::app::config::script::{Script, TwoScripts};
use crate::app::pane::Pane;
use crate::app::search::matches::ArticleMatches;
use crate::app::search::query::Query;
use crate::model::{Article, ArticleId, Bookmark, Part, Place, Reading, Row, Span};
use crate::typeset::{Anchor, ScreenText, Setting, Sheet, Size, TextRun};

use super::selection::Selection;

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
    screen: ScreenText,
    /// Where a jump led that the screen's first row could not follow, near the article's end.
    mark: Option<Place>,
    matches: Option<ArticleMatches>,
    selection: Option<Selection>,
    /// Where the end of the selection that moves is seen.
    head_cell: Option<(u16, u16)>,
    row: Row,
    /// How long it has been read, and how long at the least it takes.
    time: Duration,
    least: Duration,
}

impl Reader {
    /// An article, seen from a place or from its beginning. `least`: the time without which nobody has
    /// read it.
    pub(in crate::app) fn new(
        article: TwoScripts,
        row: Row,
        setting: Setting,
        at: Option<Place>,
        least: Duration,
    ) -> Self {
        let TwoScripts { printed: article, shown } = article;
        let size = Size { width: setting.measure.min(80) as u16, height: 1 };
        let mut sheet = Sheet::new(Arc::clone(&shown), setting, size);
        let anchor = Anchor::from(at.unwrap_or_else(|| Place::start_of(&article)));
        let screen = sheet.screen(anchor);
        Self {
            article,
            shown,
            sheet,
            setting,
            size,
            anchor,
            screen,
            mark: at,
            matches: None,
            selection: None,
            head_cell: None,
            row,
            time: Duration::ZERO,
            least,
        }
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
    pub fn screen(&self) -> &ScreenText {
        &self.screen
    }

    /// What is lit in it.
    pub fn matches(&self) -> Option<&ArticleMatches> {
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
        self.section_places().map(|place| self.sheet.progress(place))
    }

    /// Where the reader is: where the last jump led, or the first words of the screen.
    pub fn here(&self) -> Place {
        self.mark.unwrap_or(self.screen.first)
    }

    /// The section that the reader is in, counted from 0.
    pub fn section(&self) -> Option<usize> {
        let here = self.here().part;
        self.section_places().take_while(|place| place.part <= here).count().checked_sub(1)
    }

    /// The bookmarks of this article.
    pub fn own<'b>(&self, bookmarks: &'b [Bookmark]) -> impl Iterator<Item = &'b Bookmark> + Clone {
        let id = self.id();
        bookmarks.iter().filter(move |bookmark| bookmark.place.article == id)
    }

    /// The bookmark of a place that is set here: at the place itself, or within the first row.
    pub fn bookmark_here<'b>(&self, bookmarks: &'b [Bookmark]) -> Option<&'b Bookmark> {
        let here = self.here();
        let mut places = self.own(bookmarks).filter(|bookmark| bookmark.until.is_none());
        places.clone().find(|bookmark| bookmark.place == here).or_else(|| {
            let first = self.screen.runs.iter().find(|run| run.shows(here.part, here.byte))?;
            places.find(|bookmark| first.shows(bookmark.place.part, bookmark.place.byte))
        })
    }

    /// The bookmark or the highlight that is meant where none is chosen: the one that covers what is
    /// selected, the one here, or the first highlight that is seen.
    pub fn bookmark_at_hand<'b>(&self, bookmarks: &'b [Bookmark]) -> Option<&'b Bookmark> {
        let selected = self.selected();
        let covers = |bookmark: &&Bookmark| selected.is_some_and(|selected| bookmark.span().covers(&selected));
        let selected = self.own(bookmarks).filter(covers).last();
        selected.or_else(|| self.bookmark_here(bookmarks)).or_else(|| {
            let seen = self.own(bookmarks).filter(|bookmark| bookmark.until.is_some() && self.sees(bookmark.span()));
            seen.min_by_key(|bookmark| bookmark.place)
        })
    }

    /// Whether something of what a bookmark keeps is on the screen.
    pub fn sees(&self, span: Span) -> bool {
        let lit = |run: &TextRun| span.highlights(run.part, usize::MAX).is_some_and(|lit| run.overlaps(&lit));
        let runs = &self.screen.runs;
        runs.iter().any(|run| run.shows(span.place.part, span.place.byte) || lit(run))
            && span.place.article == self.id()
    }

    /// Takes another way of setting. Where a jump led, or a selection goes, is still seen.
    pub fn set(&mut self, setting: Setting) {
        if self.setting != setting {
            self.setting = setting;
            self.sheet.set(setting, self.size);
            let head = self.selection.map(|selection| selection.seen_head(&self.article, setting.metrics));
            match head.or(self.mark) {
                Some(place) => self.move_to(|sheet, top| sheet.reveal(top, place)),
                None => self.look(),
            }
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
        self.note_end();
    }

    /// Notes how much longer it has been read.
    pub fn spend(&mut self, time: Duration) {
        self.time += time;
        self.note_end();
    }

    /// It has been read where its end is seen, and not by passing through.
    fn note_end(&mut self) {
        if self.screen.at_end && self.row.reading == Reading::Started && self.time >= self.least {
            self.row.reading = Reading::Read;
        }
    }

    /// Takes how far it has been read from the library.
    pub fn mark(&mut self, reading: Reading) {
        self.row.reading = reading;
    }

    /// Jumps to a place, which comes to stand in the first row where the article is long enough.
    pub fn jump(&mut self, place: Place) {
        self.mark = Some(place);
        self.move_to(|sheet, _| sheet.scroll(Anchor::from(place), 0));
    }

    /// Jumps to the next or an earlier section; from within a section, one back is its beginning.
    pub fn step_section(&mut self, by: isize) {
        let here = self.here();
        let place = match by > 0 {
            true => self.section_places().find(|place| *place > here),
            false => self.section_places().take_while(|place| *place < here).last(),
        };
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
        self.section_places().nth(number)
    }

    /// Where its sections begin.
    fn section_places(&self) -> impl Iterator<Item = Place> {
        self.article.sections().map(|section| self.place(Part::Body(section.block), 0))
    }

    /// Whether it has sections.
    pub fn has_sections(&self) -> bool {
        self.section_places().next().is_some()
    }

    /// Lights the terms of a query and shows the first of them at or after a place.
    pub fn light(&mut self, query: &Query, from: Place) {
        self.matches = ArticleMatches::new(&self.article, query);
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

    /// The place in a cell of the pane.
    pub fn place_at(&mut self, row: u16, column: u16) -> Option<Place> {
        self.sheet.place_at(self.anchor, row, column)
    }

    fn place(&self, part: Part, byte: usize) -> Place {
        Place { article: self.article.id, part, byte }
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
        let head = self.selection.map(|selection| selection.seen_head(&self.article, self.setting.metrics));
        self.head_cell = head.and_then(|head| self.sheet.cell_of(self.anchor, head));
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
