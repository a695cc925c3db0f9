//! A line being typed: what each change of it does to the part that it was begun in.

use crate::model::ArticleId;
use crate::phrase::Phrase;

use super::effect::Effect;
use super::input::action::Action;
use super::input::key::{Key, KeyCode};
use super::input::prompt::{Prompt, PromptChange, Purpose};
use super::list::filter::{self, TypedFilter};
use super::palette::{self, Palette};
use super::pane::Motion;
use super::panels::{Panel, bookmark_target};
use super::reader::article::Reader;
use super::reader::pane::ArticleRequest;
use super::state::App;

impl App {
    /// Searches the article; from the list, the library.
    pub(super) fn begin_search(&mut self) {
        if self.begin_search_of_help() {
            return;
        }
        self.panel = None;
        self.searched_back = 0;
        let reading = self.is_reading();
        self.prompt = Some(match self.article.reader.as_ref().filter(|_| reading) {
            Some(reader) => {
                self.article.page = None;
                Prompt::new(Purpose::Find { top: reader.anchor(), from: reader.here() }, "")
            }
            None => Prompt::new(Purpose::Search, ""),
        });
    }

    /// Searches the help, if it is open; whether it is.
    fn begin_search_of_help(&mut self) -> bool {
        let Some(Panel::Help(help)) = &self.panel else { return false };
        self.prompt = Some(Prompt::new(Purpose::Help(help.words().to_owned()), help.words()));
        true
    }

    /// Opens the palette over whatever is open.
    pub(super) fn begin_palette(&mut self) {
        self.covered = self.panel.take();
        self.panel = Some(Panel::Palette(Palette::new(&self.recent)));
        self.prompt = Some(Prompt::new(Purpose::Palette, ""));
    }

    /// Closes the palette; the action that was chosen in it.
    fn close_palette(&mut self) -> Option<Action> {
        let palette = std::mem::replace(&mut self.panel, self.covered.take());
        if let Some(Panel::Palette(palette)) = palette { palette.chosen() } else { None }
    }

    /// Does what was chosen in the palette, as if its key had been pressed.
    fn perform_chosen(&mut self) {
        match self.close_palette() {
            Some(action) => {
                palette::remember(&mut self.recent, action);
                self.perform(action, Key::plain(KeyCode::Enter));
            }
            None => self.out.say(Phrase::NoSuchAction),
        }
    }

    /// Narrows the headline list; the list of bookmarks where that is open.
    pub(super) fn begin_filter(&mut self) {
        if self.begin_search_of_help() {
            return;
        }
        if let Some(list) = self.panel.as_ref().and_then(Panel::bookmarks) {
            let filter = list.filter();
            self.prompt = Some(Prompt::new(Purpose::FilterBookmarks(filter.to_owned()), filter));
            return;
        }
        self.panel = None;
        self.search.close();
        self.article.keep_reading(&self.panes, &mut self.out);
        let reading = self.article.place_now(&self.panes);
        self.panes.show_headlines();
        let before = self.headlines.before(reading);
        self.prompt = Some(Prompt::new(Purpose::Filter(Box::new(before)), self.headlines.typed()));
    }

    /// Begins a note beside the bookmark that is meant, or beside one that is to be set here.
    pub(super) fn begin_note(&mut self) {
        let target = bookmark_target(self.panel.as_ref(), &mut self.article);
        let meant = self.bookmarks.meant(&target).map(|bookmark| (bookmark.span(), bookmark.note.clone()));
        let new = || self.article.seen().filter(|_| self.panel.is_none()).map(|reader| (reader.span_here(), None));
        match meant.or_else(new) {
            Some((span, note)) => self.prompt = Some(Prompt::new(Purpose::Note(span), &note.unwrap_or_default())),
            None => self.out.say(Phrase::NoBookmarkHere),
        }
    }

    /// Begins the name of the file that the article at hand is saved to.
    pub(super) fn begin_save(&mut self) {
        if let Some(row) = self.row().filter(|_| self.panel.is_none()) {
            self.prompt = Some(Prompt::new(Purpose::Save(row.id), &file_for(&row.headline)));
        }
    }

    fn save_article(&mut self, id: ArticleId, path: &str) {
        let path = path.trim();
        if !path.is_empty() {
            self.out.ask(Effect::SaveArticle { id, path: path.to_owned() });
        }
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
            KeyCode::Char('x') if key.ctrl => {
                if is_query {
                    self.search.set_exact(!self.search.is_exact());
                    self.follow_typing(PromptChange::Changed);
                }
            }
            KeyCode::Tab if matches!(prompt.purpose, Purpose::Filter(_)) => {
                let rest = filter::completion(prompt.before_cursor());
                rest.into_iter().for_each(|rest| self.type_text(rest));
            }
            KeyCode::Up if is_query => self.recall(1),
            KeyCode::Down if is_query => self.recall(-1),
            KeyCode::Up if is_filter => self.moves(Motion::Step(-1)),
            KeyCode::Down if is_filter => self.moves(Motion::Step(1)),
            KeyCode::PageUp if is_filter => self.moves(Motion::Turn(-1)),
            KeyCode::PageDown if is_filter => self.moves(Motion::Turn(1)),
            _ => {
                let change = prompt.update(key);
                self.follow_typing(change);
            }
        }
    }

    /// The words that were looked for before those in the line, or after them; beyond the last an empty line.
    fn recall(&mut self, back: isize) {
        self.searched_back = self.searched_back.saturating_add_signed(back).min(self.searched.len());
        let at = self.searched.len() - self.searched_back;
        let words = self.searched.get(at).cloned().unwrap_or_default();
        let change = self.prompt.as_mut().map_or(PromptChange::Nothing, |prompt| prompt.replace(&words));
        self.follow_typing(change);
    }

    /// Remembers words that are looked for.
    fn remember_words(&mut self, words: &str) {
        if !words.trim().is_empty() {
            self.searched.retain(|other| other != words);
            self.searched.push(words.to_owned());
        }
    }

    /// Text that is pasted into the line, or completes it.
    pub(super) fn type_text(&mut self, text: &str) {
        let change = self.prompt.as_mut().map_or(PromptChange::Nothing, |prompt| prompt.insert(text));
        self.follow_typing(change);
    }

    /// Does what a change of the line asks for.
    pub(super) fn follow_typing(&mut self, change: PromptChange) {
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
            Purpose::Palette => {
                let palette = self.panel.as_mut().and_then(Panel::palette_mut);
                palette.into_iter().for_each(|palette| palette.narrow(text));
            }
            Purpose::Help(_) => narrow_help(&mut self.panel, text),
            Purpose::Search
            | Purpose::Note(_)
            | Purpose::Save(_)
            | Purpose::UndoImport(_)
            | Purpose::Imprint { .. } => {}
        }
    }

    /// The line is done.
    fn enter_line(&mut self, prompt: &Prompt) {
        if prompt.purpose.is_query() {
            self.remember_words(prompt.text());
        }
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
            Purpose::FilterBookmarks(_) | Purpose::Help(_) => {}
            Purpose::Palette => self.perform_chosen(),
            Purpose::Save(id) => self.save_article(id, prompt.text()),
            Purpose::UndoImport(ref last) => self.undo_import((**last).clone(), prompt.text()),
            Purpose::Imprint { .. } => self.enter_imprint(prompt),
            Purpose::Note(span) => {
                if self.bookmarks.note(span, prompt.text(), &mut self.out) {
                    self.article.seen_mut().map(Reader::deselect);
                }
            }
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
            Purpose::Filter(before) => {
                let reading = before.reading;
                self.headlines.widen_to(*before, &mut self.out);
                reading.into_iter().for_each(|place| self.want(ArticleRequest::at(place)));
            }
            Purpose::FilterBookmarks(filter) => narrow_bookmarks(&mut self.panel, &filter),
            Purpose::Help(words) => narrow_help(&mut self.panel, &words),
            Purpose::Palette => drop(self.close_palette()),
            Purpose::UndoImport(_) => self.out.say(Phrase::NothingUndone),
            Purpose::Search | Purpose::Note(_) | Purpose::Save(_) | Purpose::Imprint { .. } => {}
        }
    }
}

/// A name for the file of an article: what of its headline can stand in one.
fn file_for(headline: &str) -> String {
    const MOST: usize = 40;
    let fits = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '—' | '，' | '、' | '：' | '“' | '”');
    let words: Vec<String> = headline.split_whitespace().map(|word| word.chars().filter(fits).collect()).collect();
    let name: String = words.join(" ").chars().take(MOST).collect();
    format!("{}.md", name.trim())
}

/// Narrows the help, if it is open.
fn narrow_help(panel: &mut Option<Panel>, words: &str) {
    panel.as_mut().and_then(Panel::help_mut).into_iter().for_each(|help| help.narrow(words));
}

/// Narrows the list of bookmarks, if it is open.
fn narrow_bookmarks(panel: &mut Option<Panel>, filter: &str) {
    if let Some(list) = panel.as_mut().and_then(Panel::bookmarks_mut) {
        list.narrow(filter);
    }
}
