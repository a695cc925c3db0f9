//! Keeping: bookmarks, the places one has been, how far an article is read, copies.

use crate::model::{Bookmark, Place};
use crate::phrase::Phrase;

use super::finding::Origin;
use super::{App, Effect, Panel, Prompt, Purpose};

impl App {
    /// Sets a bookmark here, or takes it away. What the screen shows follows once the file has it.
    pub(super) fn toggle_bookmark(&mut self) {
        let effect = match &self.panel {
            Some(Panel::Bookmarks { listed, cursor }) => listed.get(cursor.at).map(|chosen| {
                let set = self.bookmarks.iter().any(|bookmark| bookmark.place == chosen.place);
                if set { Effect::RemoveBookmark(chosen.place) } else { Effect::KeepBookmark(chosen.clone()) }
            }),
            Some(_) => None,
            None if self.page_text.is_some() => None,
            None => self.reader.as_ref().map(|reader| match reader.bookmark_here(&self.bookmarks) {
                Some(bookmark) => Effect::RemoveBookmark(bookmark.place),
                None => Effect::SetBookmark(reader.here()),
            }),
        };
        self.toggled = match &effect {
            Some(Effect::SetBookmark(place) | Effect::RemoveBookmark(place)) => Some(*place),
            Some(Effect::KeepBookmark(bookmark)) => Some(bookmark.place),
            _ => None,
        };
        self.effects.extend(effect);
    }

    /// Takes the bookmarks that are on the disk, and says what became of one that was asked for.
    pub(super) fn bookmarks_came(&mut self, bookmarks: Vec<Bookmark>) {
        self.bookmarks = bookmarks;
        if let Some(place) = self.toggled.take() {
            let set = self.bookmarks.iter().any(|bookmark| bookmark.place == place);
            self.say(if set { Phrase::BookmarkSet } else { Phrase::BookmarkRemoved });
        }
    }

    /// Begins a note beside the bookmark here, or the one chosen in the list.
    pub(super) fn begin_note(&mut self) {
        let bookmark = match (&self.panel, &self.reader) {
            (Some(Panel::Bookmarks { listed, cursor }), _) => listed.get(cursor.at),
            (None, Some(reader)) => reader.bookmark_here(&self.bookmarks),
            _ => None,
        };
        let Some(place) = bookmark.map(|bookmark| bookmark.place) else { return self.say(Phrase::NoBookmarkHere) };
        if let Some(bookmark) = self.bookmarks.iter().find(|bookmark| bookmark.place == place).cloned() {
            self.prompt = Some(Prompt::new(Purpose::Note, bookmark.note.as_deref().unwrap_or_default()));
            self.finding = Some(Origin::Bookmark(bookmark));
        }
    }

    /// Asks that a note be kept; an empty one is none.
    pub(super) fn note(&mut self, text: &str) {
        if let Some(Origin::Bookmark(bookmark)) = &self.finding {
            let note = Some(text.trim().to_owned()).filter(|note| !note.is_empty());
            let bookmark = Bookmark { note, ..bookmark.clone() };
            self.ask(Effect::KeepBookmark(bookmark));
        }
    }

    pub(super) fn open_bookmarks(&mut self) {
        self.panel = match self.panel {
            Some(Panel::Bookmarks { .. }) => None,
            _ => Some(Panel::bookmarks(self.bookmarks.clone(), self.place_now())),
        };
    }

    /// Where one reads.
    fn place_now(&self) -> Option<Place> {
        self.reader.as_ref().filter(|_| self.is_reading()).map(|reader| reader.here())
    }

    /// A place is about to be left by a jump.
    pub(super) fn leave_place(&mut self) {
        self.place_now().into_iter().for_each(|place| self.history.leave(place));
    }

    pub(super) fn place_back(&mut self) {
        let place = self.history.back(self.place_now());
        place.into_iter().for_each(|place| self.visit_in_history(place));
    }

    pub(super) fn place_forward(&mut self) {
        let place = self.history.forward(self.place_now());
        place.into_iter().for_each(|place| self.visit_in_history(place));
    }

    fn visit_in_history(&mut self, place: Place) {
        self.panel = None;
        self.page_text = None;
        self.visit(place);
    }

    /// Asks that it be kept how far the article has been read, if it is being read. An article
    /// read to its end begins again at its beginning.
    pub(super) fn keep_reading(&mut self) {
        if !self.is_reading() {
            return;
        }
        let Some(reader) = &self.reader else { return };
        let place = if reader.screen().at_end { Place::start_of(reader.article()) } else { reader.screen().first };
        let effect = Effect::SaveReading { id: reader.id(), reading: reader.reading(), place };
        self.ask(effect);
    }

    pub(super) fn select(&mut self) {
        let reading = self.is_reading() && self.panel.is_none() && self.page_text.is_none();
        if let Some(reader) = self.reader.as_mut().filter(|_| reading)
            && !reader.deselect()
        {
            reader.select_paragraph();
        }
    }

    /// Copies what is selected, or the paragraph at the top.
    pub(super) fn copy(&mut self) {
        let text = self.take_to_copy();
        self.effects.extend(text.map(Effect::Copy));
    }

    /// Copies it as a quotation: in quotation marks, with the headline, the newspaper and the day.
    pub(super) fn quote(&mut self) {
        let Some(text) = self.take_to_copy() else { return };
        let Some(reader) = &self.reader else { return };
        let mut source = format!("《{}》", reader.article().title());
        if let Some(row) = self.row() {
            let page = row.page_number.map(|number| self.lang.say(Phrase::PageNumber(number)).into_owned());
            let known = [row.publication.clone(), row.date.map(|date| date.to_string()), page];
            known.into_iter().flatten().for_each(|part| source.extend(["，", &part]));
        }
        self.ask(Effect::Copy(format!("“{text}”\n——{source}")));
    }

    /// The text to copy, if there is any; the selection is let go.
    fn take_to_copy(&mut self) -> Option<String> {
        let reader = self.reader.as_mut().filter(|_| self.panel.is_none() && self.page_text.is_none())?;
        let text = reader.to_copy();
        reader.deselect();
        Some(text).filter(|text| !text.is_empty())
    }
}
