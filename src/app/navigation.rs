//! The ways through the reader: from the list to an article, from article to article and from place to
//! place, into panels, and back.

use crate::model::{ArticleId, Direction, Place, Row, SourcePage};
use crate::phrase::Phrase;

use super::areas::View;
use super::bookmarks::list::BookmarkList;
use super::effect::Effect;
use super::event::{LoadedArticle, PictureSupport};
use super::focus::Focus;
use super::help::Help;
use super::input::action::Action;
use super::pane::{Motion, Pane};
use super::panels::Panel;
use super::reader::article::Reader;
use super::reader::jump::JumpWay;
use super::reader::pane::ArticleRequest;
use super::search::hits::Hits;
use super::state::App;

impl App {
    /// The article under the list's cursor, to be seen beside the list.
    pub(super) fn listed(&self) -> Option<ArticleRequest> {
        match self.hits() {
            Some(hits) => hits.current().map(|hit| ArticleRequest {
                id: hit.row.id,
                at: Some(hit.place),
                query: Some(hits.query().clone()),
                enter: false,
            }),
            None => self.row_listed().map(|row| ArticleRequest::beside_list(row.id)),
        }
    }

    /// The row that the list's cursor is on.
    fn row_listed(&self) -> Option<&Row> {
        let unfinished = self.headlines.on_unfinished().map(|unfinished| &unfinished.row);
        unfinished.or(self.headlines.current())
    }

    /// The number of what the list's cursor is on, from 0.
    pub(super) fn listed_number(&self) -> usize {
        self.hits().map_or(self.headlines.cursor(), Hits::number)
    }

    /// Opens what the list's cursor is on, or goes to what is chosen in the panel.
    pub(super) fn open(&mut self) {
        if let Some(Panel::Mend(panel)) = &self.panel {
            return self.choose_mend(panel.cursor.at);
        }
        if let Some(Panel::Choice(_)) = &self.panel {
            return drop(self.make_choice());
        }
        match self.panel.take() {
            Some(open) => open.place(self.reader()).into_iter().for_each(|place| self.go(place)),
            None if !self.is_reading() => self.open_listed(),
            None => {
                let here = self.article.seen().and_then(Reader::jump_here);
                here.into_iter().for_each(|way| self.follow_jump(way));
            }
        }
    }

    /// Opens the article under the list's cursor, or the page or edition that is folded there.
    pub(super) fn open_listed(&mut self) {
        let unfinished = self.headlines.on_unfinished().map(|unfinished| unfinished.row.clone());
        let unfolded = unfinished.is_none() && self.hits().is_none() && self.headlines.unfold();
        if !self.is_reading() && unfolded {
            return;
        }
        if let Some(listed) = self.listed() {
            self.article.leave_place(&self.panes);
            self.want(ArticleRequest { enter: true, ..listed });
        }
        unfinished.into_iter().for_each(|row| self.headlines.come_back_to(&row));
    }

    /// Asks where a jump of the article leads, to go there.
    pub(super) fn follow_jump(&mut self, way: JumpWay) {
        let jump = self.article.seen().and_then(|reader| Some((reader.row().clone(), reader.jump_page(way)?.clone())));
        if let Some((from, page)) = jump {
            self.out.ask(Effect::FindJump { from: Box::new(from), page, is_onward: way == JumpWay::Onward });
        }
    }

    /// Takes the place that a jump leads to.
    pub(super) fn jump_found(&mut self, from: ArticleId, place: Option<Place>) {
        match place {
            _ if !self.is_reading() || !self.article.shows(from) => {}
            Some(place) => self.go(place),
            None => self.out.say(Phrase::NoJump),
        }
    }

    /// Goes to a place, whichever article it is in; the place left can be come back to.
    pub(super) fn go(&mut self, place: Place) {
        self.article.leave_place(&self.panes);
        self.want(ArticleRequest::at(place));
    }

    /// Goes back to the place left last.
    pub(super) fn go_back(&mut self) {
        let place = self.article.place_before(&self.panes);
        self.go_in_history(place);
    }

    /// Goes forward to the place come back from last.
    pub(super) fn go_forward(&mut self) {
        let place = self.article.place_after(&self.panes);
        self.go_in_history(place);
    }

    fn go_in_history(&mut self, place: Option<Place>) {
        match place {
            Some(place) => {
                self.panel = None;
                self.article.page = None;
                self.want(ArticleRequest::at(place));
            }
            None => self.out.say(Phrase::NoPlace),
        }
    }

    /// Shows an article once it is there.
    pub(super) fn want(&mut self, request: ArticleRequest) {
        if self.article.want(request, &self.display, &self.panes, &mut self.out) {
            self.enter();
        }
    }

    /// Takes an article that came: for the reader pane, for the front page.
    pub(super) fn article_came(&mut self, id: ArticleId, came: Option<LoadedArticle>) {
        if self.view() == View::Front {
            self.first_lines.take(id, came.as_ref().map(|came| &came.article), self.display.script());
        }
        if self.article.take((id, came), &self.display, &self.panes, &mut self.out) {
            self.enter();
        }
    }

    /// Takes the page of the article as it was.
    pub(super) fn page_came(&mut self, id: ArticleId, page: Option<SourcePage>) {
        if self.article.take_page(id, page, &self.display, &mut self.out) {
            self.enter();
        }
    }

    /// Takes whether the terminal shows pictures.
    pub(super) fn picture_support_came(&mut self, support: PictureSupport) {
        if self.article.take_support(support, &mut self.out) {
            self.enter();
        }
    }

    /// Gives the article the focus: now it is being read.
    pub(super) fn enter(&mut self) {
        if self.article.reader.is_some() && !self.is_reading() {
            self.panes.show_reader();
        }
        let size = self.panes.reader_size();
        if let (Some(reader), Some(size)) = (&mut self.article.reader, size) {
            reader.fit(size);
            reader.begin();
            self.headlines.find(reader.id());
            self.headlines.forget_unfinished(reader.id());
            self.article.keep_reading(&self.panes, &mut self.out);
        }
    }

    /// Gives the other pane the focus; in the list of bookmarks shows the next colour.
    pub(super) fn switch_pane(&mut self) {
        if let Some(list) = self.panel.as_mut().and_then(Panel::bookmarks_mut) {
            list.show_next_tag();
        } else if self.is_reading() {
            self.panes.go_home();
        } else if !self.article.enter_when_it_comes() && self.article.reader.is_some() {
            self.enter();
        }
    }

    /// Closes what was opened last.
    pub(super) fn back(&mut self) {
        if self.panel.take().is_some() {
            return;
        }
        let reader = if self.is_reading() { self.article.seen_mut() } else { None };
        if reader.is_some_and(|reader| reader.deselect() || reader.drop_cursor()) {
            return;
        }
        match self.view() {
            View::Headlines => self.back_in_list(),
            View::Front => self.toggle_front(),
            View::Zen => self.panes.show_reader(),
            View::Reader if self.article.page.take().is_some() => {}
            View::Reader if self.article.reader.as_mut().is_some_and(Reader::unlight) => {}
            View::Reader => {
                self.article.keep_reading(&self.panes, &mut self.out);
                self.panes.go_home();
            }
        }
    }

    /// From the hits to the headlines, then from some headlines to all.
    fn back_in_list(&mut self) {
        if self.search.close() {
            self.out.ask(Effect::StopSearch);
            self.article.reader.as_mut().map(Reader::unlight);
        } else {
            self.headlines.widen_to_all(&mut self.out);
        }
    }

    /// Shows the article alone on the screen, or beside the list again.
    pub(super) fn toggle_zen(&mut self) {
        self.panel = None;
        if self.view() == View::Zen {
            self.panes.show_reader();
        } else if self.article.reader.is_some() {
            self.panes.show_zen();
            self.enter();
        }
    }

    /// Shows the front page, or the headline list again.
    pub(super) fn toggle_front(&mut self) {
        self.panel = None;
        if self.view() == View::Front {
            self.panes.show_headlines();
        } else if self.panes.has_room_for_front() {
            self.article.keep_reading(&self.panes, &mut self.out);
            self.search.close();
            self.article.page = None;
            self.panes.show_front();
            self.headlines.lay_open();
        } else {
            self.out.say(Phrase::NoRoom);
        }
    }

    /// Opens the list of the article's sections, or closes it.
    pub(super) fn toggle_outline(&mut self) {
        if matches!(self.panel.take(), Some(Panel::Outline { .. })) {
            return;
        }
        let Some(reader) = self.reader() else { return };
        let sections: Vec<_> =
            reader.shown().sections().map(|section| (section.level, section.text.to_owned())).collect();
        let current = reader.section().unwrap_or(0);
        if sections.is_empty() {
            return self.out.say(Phrase::NoSections);
        }
        self.panel = Some(Panel::outline(sections, current));
    }

    /// Opens the list of bookmarks, or closes it.
    pub(super) fn toggle_bookmarks(&mut self) {
        self.panel = match self.panel {
            Some(Panel::Bookmarks(_)) => None,
            _ => {
                let here = self.article.place_now(&self.panes);
                Some(Panel::Bookmarks(BookmarkList::new(self.bookmarks.kept().to_vec(), here)))
            }
        };
    }

    /// Opens the help, or closes it.
    pub(super) fn toggle_help(&mut self) {
        self.panel = match self.panel {
            Some(Panel::Help(_)) => None,
            _ => Some(Panel::Help(Help::new(self.keymap(), self.lang(), self.setting().metrics))),
        };
    }

    /// The next page of the newspaper, or the one before.
    pub(super) fn step_page(&mut self, direction: Direction) {
        if self.focus() != Focus::Panel && self.hits().is_none() {
            self.headlines.step_page(direction);
            if self.is_reading() {
                self.open_listed();
            }
        }
    }

    /// Moves by entries in the list, whether or not it has the focus.
    pub(super) fn step_list(&mut self, entries: isize) {
        match self.search.hits_mut() {
            Some(hits) => hits.step(entries),
            None => self.headlines.step(entries),
        }
    }

    /// The next article or the one before; while a search is lit the next match.
    pub(super) fn step_article_or_match(&mut self, by: isize) {
        if self.focus() == Focus::Panel {
            return self.moves(Motion::Step(by));
        }
        let reading = self.is_reading();
        if let Some(reader) = self.article.reader.as_mut().filter(|reader| reading && reader.matches().is_some()) {
            return reader.step_match(by);
        }
        let before = self.listed_number();
        self.step_list(by);
        if !reading {
            return;
        }
        if self.listed_number() == before {
            return self.out.say(if by > 0 { Phrase::LastArticle } else { Phrase::FirstArticle });
        }
        self.open_listed();
    }

    /// The cursor to the next paragraph, or the one before; while something is selected its end that
    /// moves.
    pub(super) fn step_paragraph(&mut self, by: isize) {
        if self.panel.is_some() {
            return self.moves(Motion::Step(by));
        }
        if self.page_text().is_some() || self.arrival.page().is_some() {
            return;
        }
        self.enter();
        let select = if by > 0 { Action::SelectNextParagraph } else { Action::SelectPreviousParagraph };
        if let Some(reader) = &mut self.article.reader {
            match reader.is_selecting() {
                true => reader.update(select),
                false => reader.step_paragraph(by),
            }
            reader.begin();
        }
    }

    /// The article's next section, or the one before.
    pub(super) fn step_section(&mut self, by: isize) {
        if self.panel.is_none() && self.page_text().is_none() {
            if self.reader().is_some_and(|reader| !reader.has_sections()) {
                return self.out.say(Phrase::NoSections);
            }
            self.enter();
            self.article.leave_place(&self.panes);
            if let Some(reader) = &mut self.article.reader {
                reader.step_section(by);
                reader.begin();
            }
        }
    }

    /// The section of a number, from 1.
    pub(super) fn go_to_section(&mut self, number: usize) {
        let seen = self.article.seen();
        if self.panel.is_none() && seen.is_some_and(|reader| !reader.has_sections()) {
            return self.out.say(Phrase::NoSections);
        }
        let place = seen.and_then(|reader| reader.section_place(number.saturating_sub(1)));
        if let (Some(place), None | Some(Panel::Outline { .. })) = (place, &self.panel) {
            self.panel = None;
            self.go(place);
        }
    }
}
