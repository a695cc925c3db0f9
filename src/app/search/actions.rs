//! Finding: words in the article, words in the library, headlines in the list.

use crate::model::{Filter, Hit, HitOrder, Place, Row, Search, Span};
use crate::phrase::Phrase;
use crate::typeset::Anchor;

use crate::app::event::Ticket;
use crate::app::input::prompt::PromptChange;
use crate::app::{App, Effect, Hits, Key, KeyCode, Prompt, Purpose, Query, View, search::hits};

/// What was there before a line was typed, to go back to if it is given up.
#[derive(Clone, Debug)]
pub(in crate::app) enum Origin {
    /// The place in the article.
    Article(Anchor, Place),
    /// The bookmark that is written beside.
    Bookmark(Span),
    /// The headline list.
    List(Box<ListOrigin>),
    /// The filter of the list of bookmarks.
    BookmarkList(String),
}

/// The headline list before it was narrowed.
#[derive(Clone, Debug)]
pub(in crate::app) struct ListOrigin {
    /// Which articles it showed.
    pub filter: Filter,
    /// What was typed for them.
    pub typed: String,
    /// The row at hand.
    pub row: Option<Row>,
}

impl App {
    /// Searches the article; from the list, the library.
    pub(in crate::app) fn begin_search(&mut self) {
        self.panel = None;
        match (&self.reader, self.view) {
            (Some(reader), View::Reader | View::Zen) => {
                self.finding = Some(Origin::Article(reader.anchor(), reader.here()));
                self.page_text = None;
                self.prompt = Some(Prompt::new(Purpose::Find, ""));
            }
            _ => self.prompt = Some(Prompt::new(Purpose::Search, "")),
        }
    }

    /// A key while a line is typed; the arrows move in the list that is being narrowed.
    pub(in crate::app) fn type_key(&mut self, key: Key) {
        let purpose = self.prompt.as_ref().map(|prompt| prompt.purpose);
        let filtering = matches!(purpose, Some(Purpose::Filter | Purpose::FilterBookmarks));
        match key.code {
            KeyCode::Char('t') if key.ctrl => return self.turn_any_script(),
            KeyCode::Tab if purpose == Some(Purpose::Filter) => return self.complete(),
            KeyCode::Up if filtering => return self.step(-1),
            KeyCode::Down if filtering => return self.step(1),
            _ => {}
        }
        let typed = self.prompt.as_mut().map_or(PromptChange::Nothing, |prompt| prompt.key(key));
        self.typed(typed);
    }

    /// While words to find are typed: the scripts find each other, or no longer.
    fn turn_any_script(&mut self) {
        if self.prompt.as_ref().is_some_and(|prompt| prompt.purpose.is_query()) {
            self.any_script = !self.any_script;
            self.typed(PromptChange::Changed);
        }
    }

    pub(in crate::app) fn type_text(&mut self, text: &str) {
        let typed = self.prompt.as_mut().map_or(PromptChange::Nothing, |prompt| prompt.insert(text));
        self.typed(typed);
    }

    fn typed(&mut self, typed: PromptChange) {
        let Some(prompt) = &self.prompt else { return };
        let text = prompt.text().to_owned();
        match (prompt.purpose, typed) {
            (_, PromptChange::Nothing) | (Purpose::Search | Purpose::Note, PromptChange::Changed) => {}
            (Purpose::Find, PromptChange::Changed) => self.find(&text),
            (Purpose::Filter, PromptChange::Changed) => self.narrow(&text),
            (Purpose::FilterBookmarks, PromptChange::Changed) => self.narrow_bookmarks(&text),
            (purpose, PromptChange::Entered) => {
                self.prompt = None;
                self.entered(purpose, &text);
                self.finding = None;
            }
            (_, PromptChange::Left) => {
                self.prompt = None;
                self.give_up();
            }
        }
    }

    fn entered(&mut self, purpose: Purpose, text: &str) {
        match purpose {
            Purpose::Search => self.search(self.query(text)),
            Purpose::Filter => self.narrowed_to(text),
            Purpose::FilterBookmarks => {}
            Purpose::Note => self.note(text),
            Purpose::Find => {
                let Some(reader) = &mut self.reader else { return };
                if reader.matches().is_some_and(|matches| matches.count() == 0) {
                    reader.unlight();
                    self.say(Phrase::NoMatches);
                }
            }
        }
    }

    /// The line is given up: all is as it was before.
    fn give_up(&mut self) {
        match self.finding.take() {
            Some(Origin::Article(anchor, _)) => {
                if let Some(reader) = &mut self.reader {
                    reader.unlight();
                    reader.back_to(anchor);
                }
            }
            Some(Origin::BookmarkList(filter)) => self.narrow_bookmarks(&filter),
            Some(Origin::List(list)) => {
                let ListOrigin { filter, typed, row } = *list;
                self.narrowed = typed;
                if filter != *self.headlines.filter() {
                    self.list_around(filter, row);
                }
            }
            _ => {}
        }
    }

    /// Lights what has been typed so far, from where the typing began.
    fn find(&mut self, words: &str) {
        let query = self.query(words);
        if let (Some(reader), Some(Origin::Article(anchor, from))) = (&mut self.reader, &self.finding) {
            reader.back_to(*anchor);
            reader.light(&query, *from);
        }
    }

    /// Searches the library for the same words, the best of the hits first, or the newest again.
    pub(in crate::app) fn reorder_hits(&mut self) {
        self.hit_order = match self.hit_order {
            HitOrder::Newest => HitOrder::Best,
            HitOrder::Best => HitOrder::Newest,
        };
        if let Some(query) = self.hits.as_ref().map(|hits| hits.query().clone()) {
            self.search(query);
        }
    }

    fn search(&mut self, query: Query) {
        let search = Search { order: self.hit_order, ..query.search(hits::MOST) };
        if search.terms.is_empty() {
            return;
        }
        (self.view, self.home) = (View::Headlines, View::Headlines);
        let ticket = self.ticket();
        self.hits = Some(Hits::new(query, ticket));
        self.ask(Effect::Search { ticket, search });
    }

    fn query(&self, words: &str) -> Query {
        Query { words: words.to_owned(), any_script: self.any_script }
    }

    pub(in crate::app) fn hits_came(&mut self, ticket: Ticket, came: Vec<Hit>, finished: bool) {
        if let Some(hits) = &mut self.hits {
            hits.take(ticket, came, finished);
        }
    }
}
