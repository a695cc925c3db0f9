//! What is selected in the reader pane.

use crate::app::input::action::Action;
use crate::app::reader::selection::Selection;
use crate::app::search::matches::ArticleMatches;
use crate::app::strides::Stride;
use crate::model::{Article, Bookmark, Part, Place, Span};
use crate::text::Metrics;
use crate::typeset::Layout;

use super::Reader;

impl Reader {
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

    /// Selects the words that are highlighted at a place, if some are; those highlighted last.
    pub fn select_highlight(&mut self, place: Place, bookmarks: &[Bookmark]) {
        let lit = |span: Span| span.highlights(place.part, usize::MAX).is_some_and(|lit| lit.contains(&place.byte));
        let span = self.own(bookmarks).map(Bookmark::span).filter(|span| lit(*span)).last();
        if let Some((from, until)) = span.and_then(|span| Some((span.place, span.until?))) {
            self.selection = Selection::new(&self.article, from, until);
            self.look();
        }
    }

    /// Lets the selection go, or begins one.
    fn toggle_selection(&mut self) {
        if !self.deselect() {
            self.begin_selection();
        }
    }

    /// Begins to select: the words that the search is at, or the paragraph at the top.
    fn begin_selection(&mut self) {
        let found = self.matches.as_ref().and_then(ArticleMatches::current_match);
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

    /// Begins to select or lets the selection go; moves its end that moves, or lets the other move.
    pub fn update(&mut self, action: Action) {
        let vertical = self.setting.layout == Layout::Vertical;
        match action {
            Action::Select => self.toggle_selection(),
            Action::SelectLeft if vertical => self.stretch_by_line(true),
            Action::SelectRight if vertical => self.stretch_by_line(false),
            Action::SelectUp if vertical => self.stretch(Stride::Cluster, false),
            Action::SelectDown if vertical => self.stretch(Stride::Cluster, true),
            Action::SelectLeft => self.stretch(Stride::Cluster, false),
            Action::SelectRight => self.stretch(Stride::Cluster, true),
            Action::SelectUp => self.stretch_by_line(false),
            Action::SelectDown => self.stretch_by_line(true),
            Action::SelectPreviousClause => self.stretch(Stride::Clause, false),
            Action::SelectNextClause => self.stretch(Stride::Clause, true),
            Action::SelectPreviousSentence => self.stretch(Stride::Sentence, false),
            Action::SelectNextSentence => self.stretch(Stride::Sentence, true),
            Action::SelectPreviousParagraph => self.stretch(Stride::Paragraph, false),
            Action::SelectNextParagraph => self.stretch(Stride::Paragraph, true),
            Action::SelectTop => self.stretch(Stride::Article, false),
            Action::SelectBottom => self.stretch(Stride::Article, true),
            Action::SelectOtherEnd => self.change_selection(|selection, _, _| selection.swap()),
            _ => {}
        }
    }

    /// Moves the end of the selection that moves by a stride.
    fn stretch(&mut self, stride: Stride, forward: bool) {
        self.change_selection(|selection, article, metrics| selection.step(article, metrics, stride, forward));
    }

    /// Moves it by a line.
    fn stretch_by_line(&mut self, forward: bool) {
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

    /// What a new bookmark keeps: the words that are selected, or the place where one is.
    pub fn span_here(&self) -> Span {
        self.selected().unwrap_or_else(|| Span::at(self.here()))
    }

    /// What is selected, or the paragraph at the top.
    pub fn at_hand(&self) -> Span {
        self.selected().unwrap_or_else(|| {
            let (from, until) = self.paragraph_here();
            Span::between(from, until)
        })
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
        let is_head = here < Part::Body(0) && self.cursor().is_none();
        let part = if is_head && !self.article.body.is_empty() { Part::Body(0) } else { here };
        (self.place(part, 0), self.place(part, self.article.part(part).map_or(0, str::len)))
    }
}
