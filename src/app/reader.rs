//! The reader pane: an article, the place in it, what is lit and what is selected.

use std::sync::Arc;

use crate::model::{Article, ArticleId, Bookmark, Part, Place, Reading, Row, Span};
use crate::text::Metrics;
use crate::typeset::{Anchor, Run, Screen, Setting, Sheet, Size};

use super::Query;
use super::matches::Matches;
use super::pane::Pane;
use super::script::{Script, TwoScripts};
use super::selection::{Selection, Stride};

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
    selection: Option<Selection>,
    /// Where the end of the selection that moves is seen.
    head_cell: Option<(u16, u16)>,
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

    /// The bookmark or the highlight that is meant where none is chosen: the one here, or the first
    /// highlight that is seen.
    pub fn bookmark_at_hand<'b>(&self, bookmarks: &'b [Bookmark]) -> Option<&'b Bookmark> {
        self.bookmark_here(bookmarks).or_else(|| {
            let seen = self.own(bookmarks).filter(|bookmark| bookmark.until.is_some() && self.sees(bookmark.span()));
            seen.min_by_key(|bookmark| bookmark.place)
        })
    }

    /// Whether something of what a bookmark keeps is on the screen.
    pub fn sees(&self, span: Span) -> bool {
        let lit = |run: &Run| span.highlights(run.part, usize::MAX).is_some_and(|lit| run.overlaps(&lit));
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

    /// What is selected.
    pub fn selected(&self) -> Option<Span> {
        let (from, until) = self.selection?.range(&self.article);
        Some(Span::between(from, until))
    }

    /// Whether something is selected.
    pub fn is_selecting(&self) -> bool {
        self.selection.is_some()
    }

    /// The cell of the selection's head, where it is seen.
    pub fn head_cell(&self) -> Option<(u16, u16)> {
        self.head_cell
    }

    /// Selects from a place to another, the clusters at both with it.
    pub fn select(&mut self, from: Place, to: Place) {
        let (tail, head) = if from < to { (from, self.after(to)) } else { (self.after(from), to) };
        self.selection = Selection::new(&self.article, tail, head);
        self.look();
    }

    /// Begins to select: the words that the search is at, or the paragraph at the top.
    pub fn begin_selection(&mut self) {
        let found = self.matches.as_ref().and_then(Matches::current_match);
        let span = match found.filter(|found| self.sees(Span::at(self.place(found.part, found.bytes.start)))) {
            Some(found) => (self.place(found.part, found.bytes.start), self.place(found.part, found.bytes.end)),
            None => self.paragraph_here(),
        };
        self.selection = Selection::new(&self.article, span.0, span.1);
        self.look();
    }

    /// Lets the selection go.
    pub fn deselect(&mut self) -> bool {
        self.head_cell = None;
        self.selection.take().is_some()
    }

    /// Lets the other end of the selection move from now on.
    pub fn swap_selection(&mut self) {
        self.change_selection(|selection, _, _| selection.swap());
    }

    /// Moves the end of the selection that moves by a stride.
    pub fn stretch_selection(&mut self, stride: Stride, forward: bool) {
        self.change_selection(|selection, article, metrics| selection.step(article, metrics, stride, forward));
    }

    /// Moves it by a line.
    pub fn stretch_selection_by_line(&mut self, forward: bool) {
        let Some(selection) = self.selection else { return };
        let head = selection.seen_head(&self.article, self.setting.metrics);
        let (place, goal) = self.sheet.step_line(head, selection.goal, if forward { 1 } else { -1 });
        self.change_selection(|selection, article, metrics| {
            selection.reach(article, metrics, place);
            selection.goal = Some(goal);
        });
    }

    fn change_selection(&mut self, change: impl FnOnce(&mut Selection, &Article, Metrics)) {
        let Some(mut selection) = self.selection else { return };
        change(&mut selection, &self.article, self.setting.metrics);
        self.selection = Some(selection);
        self.reveal(selection.seen_head(&self.article, self.setting.metrics));
    }

    /// What is selected, or the paragraph at the top.
    pub fn at_hand(&self) -> Span {
        self.selected().unwrap_or_else(|| {
            let (from, until) = self.paragraph_here();
            Span::between(from, until)
        })
    }

    /// The place in a cell of the pane.
    pub fn place_at(&mut self, row: u16, column: u16) -> Option<Place> {
        self.sheet.place_at(self.anchor, row, column)
    }

    /// The place after the cluster at a place.
    fn after(&self, place: Place) -> Place {
        let rest = self.article.part(place.part).and_then(|text| text.get(place.byte..)).unwrap_or_default();
        let cluster = self.setting.metrics.clusters(rest).next();
        Place { byte: place.byte + cluster.map_or(0, |cluster| cluster.end()), ..place }
    }

    /// The paragraph in the first row; the first of the body where that is the head.
    fn paragraph_here(&self) -> (Place, Place) {
        let here = self.here().part;
        let part = if here < Part::Body(0) && !self.article.body.is_empty() { Part::Body(0) } else { here };
        (self.place(part, 0), self.place(part, self.article.part(part).map_or(0, str::len)))
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
