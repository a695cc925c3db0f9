//! A line being typed: what each change of it does to the part that it was begun in.

use crate::phrase::Phrase;

use super::input::key::{Key, KeyCode};
use super::input::prompt::{Prompt, PromptChange, Purpose};
use super::list::filter::{self, TypedFilter};
use super::pane::Motion;
use super::panels::{Panel, bookmark_target};
use super::reader::article::Reader;
use super::state::App;

impl App {
    /// Searches the article; from the list, the library.
    pub(super) fn begin_search(&mut self) {
        self.panel = None;
        let reading = self.is_reading();
        self.prompt = Some(match self.article.reader.as_ref().filter(|_| reading) {
            Some(reader) => {
                self.article.page_text = None;
                Prompt::new(Purpose::Find { top: reader.anchor(), from: reader.here() }, "")
            }
            None => Prompt::new(Purpose::Search, ""),
        });
    }

    /// Narrows the headline list; the list of bookmarks where that is open.
    pub(super) fn begin_filter(&mut self) {
        if let Some(list) = self.panel.as_ref().and_then(Panel::bookmarks) {
            let filter = list.filter();
            self.prompt = Some(Prompt::new(Purpose::FilterBookmarks(filter.to_owned()), filter));
            return;
        }
        self.panel = None;
        self.search.close();
        self.article.keep_reading(&self.panes, &mut self.out);
        self.panes.show_headlines();
        self.prompt = Some(Prompt::new(Purpose::Filter(Box::new(self.headlines.before())), self.headlines.typed()));
    }

    /// Begins a note beside the bookmark that is meant.
    pub(super) fn begin_note(&mut self) {
        let target = bookmark_target(self.panel.as_ref(), &mut self.article);
        let Some(bookmark) = self.bookmarks.meant(&target) else { return self.out.say(Phrase::NoBookmarkHere) };
        let note = bookmark.note.as_deref().unwrap_or_default();
        self.prompt = Some(Prompt::new(Purpose::Note(bookmark.span()), note));
    }

    /// A key while a line is typed; the arrows move in the list that is being narrowed.
    pub(super) fn type_key(&mut self, key: Key) {
        let Some(prompt) = &mut self.prompt else { return };
        let (is_query, is_filter) = (prompt.purpose.is_query(), prompt.purpose.is_filter());
        match key.code {
            KeyCode::Char('t') if key.ctrl => {
                if is_query {
                    self.search.set_any_script(!self.search.any_script());
                    self.follow_typing(PromptChange::Changed);
                }
            }
            KeyCode::Tab if matches!(prompt.purpose, Purpose::Filter(_)) => {
                let rest = filter::completion(prompt.before_cursor());
                rest.into_iter().for_each(|rest| self.type_text(rest));
            }
            KeyCode::Up if is_filter => self.moves(Motion::Step(-1)),
            KeyCode::Down if is_filter => self.moves(Motion::Step(1)),
            _ => {
                let change = prompt.update(key);
                self.follow_typing(change);
            }
        }
    }

    /// Text that is pasted into the line, or completes it.
    pub(super) fn type_text(&mut self, text: &str) {
        let change = self.prompt.as_mut().map_or(PromptChange::Nothing, |prompt| prompt.insert(text));
        self.follow_typing(change);
    }

    /// Does what a change of the line asks for.
    fn follow_typing(&mut self, change: PromptChange) {
        match change {
            PromptChange::Nothing => {}
            PromptChange::Changed => self.follow_text(),
            PromptChange::Entered => self.prompt.take().into_iter().for_each(|prompt| self.enter_line(&prompt)),
            PromptChange::Left => self.prompt.take().into_iter().for_each(|prompt| self.give_up_line(prompt)),
        }
    }

    /// The text is another now: what is found or listed as it is typed follows it.
    fn follow_text(&mut self) {
        let Some(prompt) = &self.prompt else { return };
        let text = prompt.text();
        match prompt.purpose {
            Purpose::Find { top, from } => {
                if let Some(reader) = &mut self.article.reader {
                    reader.back_to(top);
                    reader.light(&self.search.query(text), from);
                }
            }
            Purpose::Filter(_) => self.headlines.narrow(text, self.bookmarks.kept(), &mut self.out),
            Purpose::FilterBookmarks(_) => narrow_bookmarks(&mut self.panel, text),
            Purpose::Search | Purpose::Note(_) => {}
        }
    }

    /// The line is done.
    fn enter_line(&mut self, prompt: &Prompt) {
        match prompt.purpose {
            Purpose::Search => {
                if self.search.begin(self.search.query(prompt.text()), &mut self.out) {
                    self.panes.show_headlines();
                }
            }
            Purpose::Filter(_) => {
                if let (_, Some(error)) = TypedFilter::read(prompt.text()) {
                    self.out.tell(error.said(self.lang()));
                }
            }
            Purpose::FilterBookmarks(_) => {}
            Purpose::Note(span) => self.bookmarks.note(span, prompt.text(), &mut self.out),
            Purpose::Find { .. } => {
                let nothing = |reader: &&mut Reader| reader.matches().is_some_and(|matches| matches.count() == 0);
                if let Some(reader) = self.article.reader.as_mut().filter(nothing) {
                    reader.unlight();
                    self.out.say(Phrase::NoMatches);
                }
            }
        }
    }

    /// The line is given up: all is as it was before.
    fn give_up_line(&mut self, prompt: Prompt) {
        match prompt.purpose {
            Purpose::Find { top, .. } => {
                if let Some(reader) = &mut self.article.reader {
                    reader.unlight();
                    reader.back_to(top);
                }
            }
            Purpose::Filter(before) => self.headlines.widen_to(*before, &mut self.out),
            Purpose::FilterBookmarks(filter) => narrow_bookmarks(&mut self.panel, &filter),
            Purpose::Search | Purpose::Note(_) => {}
        }
    }
}

/// Narrows the list of bookmarks, if it is open.
fn narrow_bookmarks(panel: &mut Option<Panel>, filter: &str) {
    if let Some(list) = panel.as_mut().and_then(Panel::bookmarks_mut) {
        list.narrow(filter);
    }
}
