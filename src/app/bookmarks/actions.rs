//! Marking: bookmarks and highlights, their notes and colours. What the screen shows follows once
//! the file has it.

use crate::model::{Bookmark, Edit, Span, Tag};
use crate::phrase::Phrase;

use crate::app::search::actions::Origin;
use crate::app::{App, BookmarkList, Effect, Panel, Prompt, Purpose};

impl App {
    /// Sets a bookmark here, or takes it away; in the list of bookmarks the chosen one.
    pub(in crate::app) fn toggle_bookmark(&mut self) {
        match &self.panel {
            Some(Panel::Bookmarks(list)) => {
                if let Some(chosen) = list.chosen().cloned() {
                    if self.is_kept(chosen.span()) { self.take_away(chosen.span()) } else { self.put_back(chosen) }
                }
            }
            None if self.page_text.is_none() => {
                let Some(reader) = &self.reader else { return };
                match reader.bookmark_here(&self.bookmarks).map(Bookmark::span) {
                    Some(span) => self.take_away(span),
                    None => self.set_bookmark(Span::at(reader.here()), None),
                }
            }
            _ => {}
        }
    }

    /// Highlights what is selected, or the paragraph at the top; what is highlighted already is so
    /// no longer.
    pub(in crate::app) fn toggle_highlight(&mut self) {
        let Some(reader) = self.reader.as_mut().filter(|_| self.panel.is_none() && self.page_text.is_none()) else {
            return;
        };
        let span = reader.at_hand();
        reader.deselect();
        let covering = reader.own(&self.bookmarks).map(Bookmark::span).filter(|kept| kept.covers(&span)).last();
        match covering {
            Some(kept) => self.take_away(kept),
            None if span.highlights(span.place.part, usize::MAX).is_some() => self.set_bookmark(span, None),
            None => {}
        }
    }

    /// Highlights what is selected in the colour of a number, from 1.
    pub(in crate::app) fn highlight_in_colour(&mut self, number: Option<usize>) {
        let Some(reader) = &mut self.reader else { return };
        if let (Some(tag), Some(span)) = (number.and_then(Tag::numbered), reader.selected()) {
            reader.deselect();
            self.set_bookmark(span, Some(tag));
        }
    }

    fn is_kept(&self, span: Span) -> bool {
        self.bookmarks.iter().any(|bookmark| bookmark.span() == span)
    }

    fn set_bookmark(&mut self, span: Span, tag: Option<Tag>) {
        self.toggled = Some(span);
        self.ask(Effect::SetBookmark { span, tag });
    }

    fn put_back(&mut self, bookmark: Bookmark) {
        self.toggled = Some(bookmark.span());
        self.ask(Effect::KeepBookmark(bookmark));
    }

    fn take_away(&mut self, span: Span) {
        self.removed.extend(self.bookmarks.iter().find(|bookmark| bookmark.span() == span).cloned());
        self.toggled = Some(span);
        self.ask(Effect::RemoveBookmark(span));
    }

    /// Puts back the bookmark that was taken away last.
    pub(in crate::app) fn undo(&mut self) {
        while let Some(bookmark) = self.removed.pop() {
            if !self.is_kept(bookmark.span()) {
                return self.put_back(bookmark);
            }
        }
        self.say(Phrase::NothingToUndo);
    }

    /// Takes the bookmarks that are on the disk, and says what became of one that was asked for.
    pub(in crate::app) fn bookmarks_came(&mut self, bookmarks: Vec<Bookmark>) {
        self.bookmarks = bookmarks;
        self.list_bookmarked();
        if let Some(Panel::Bookmarks(list)) = &mut self.panel {
            list.refresh(&self.bookmarks);
        }
        if let Some(span) = self.toggled.take() {
            let kept = self.is_kept(span);
            self.latest = Some(span).filter(|_| kept);
            self.say(match (span.until, kept) {
                (None, true) => Phrase::BookmarkSet,
                (None, false) => Phrase::BookmarkRemoved,
                (Some(_), true) => Phrase::HighlightSet,
                (Some(_), false) => Phrase::HighlightRemoved,
            });
        }
    }

    /// The bookmark that a note or a colour is for: the one chosen in the list; in the article the
    /// one that was set last, while it is seen and nothing is selected, or the one at hand.
    fn bookmark_meant(&self) -> Option<&Bookmark> {
        let span = match (&self.panel, &self.reader) {
            (Some(Panel::Bookmarks(list)), _) => list.chosen()?.span(),
            (None, Some(reader)) => match self.latest.filter(|span| reader.sees(*span) && !reader.is_selecting()) {
                Some(latest) => latest,
                None => reader.bookmark_at_hand(&self.bookmarks)?.span(),
            },
            _ => return None,
        };
        self.bookmarks.iter().find(|bookmark| bookmark.span() == span)
    }

    /// Begins a note beside a bookmark.
    pub(in crate::app) fn begin_note(&mut self) {
        let Some(bookmark) = self.bookmark_meant() else { return self.say(Phrase::NoBookmarkHere) };
        let (span, prompt) =
            (bookmark.span(), Prompt::new(Purpose::Note, bookmark.note.as_deref().unwrap_or_default()));
        self.prompt = Some(prompt);
        self.finding = Some(Origin::Bookmark(span));
    }

    /// Asks that a note be kept; an empty one is none.
    pub(in crate::app) fn note(&mut self, text: &str) {
        if let Some(Origin::Bookmark(span)) = self.finding {
            let note = Some(text.trim().to_owned()).filter(|note| !note.is_empty());
            self.ask(Effect::EditBookmark { span, edit: Edit::Note(note) });
        }
    }

    /// Gives a bookmark the next colour; after the last one none.
    pub(in crate::app) fn next_tag(&mut self) {
        match self.bookmark_meant().map(Bookmark::span) {
            Some(span) => self.ask(Effect::EditBookmark { span, edit: Edit::NextTag }),
            None => self.say(Phrase::NoBookmarkHere),
        }
    }

    /// A number: in the list of bookmarks the colour of the chosen one, elsewhere a section.
    pub(in crate::app) fn go_to_number(&mut self, number: Option<usize>) {
        if !matches!(self.panel, Some(Panel::Bookmarks(_))) {
            return self.go_to_section(number);
        }
        if let (Some(tag), Some(bookmark)) = (number.and_then(Tag::numbered), self.bookmark_meant()) {
            let (span, edit) = (bookmark.span(), Edit::Tag(tag));
            self.ask(Effect::EditBookmark { span, edit });
        }
    }

    /// The list of bookmarks, and back.
    pub(in crate::app) fn open_bookmarks(&mut self) {
        self.panel = match self.panel {
            Some(Panel::Bookmarks(_)) => None,
            _ => Some(Panel::Bookmarks(BookmarkList::new(self.bookmarks.clone(), self.place_now()))),
        };
    }

    /// Begins to narrow the list of bookmarks.
    pub(in crate::app) fn begin_filter_bookmarks(&mut self, filter: String) {
        self.prompt = Some(Prompt::new(Purpose::FilterBookmarks, &filter));
        self.finding = Some(Origin::BookmarkList(filter));
    }

    /// Narrows the list of bookmarks.
    pub(in crate::app) fn narrow_bookmarks(&mut self, filter: &str) {
        if let Some(Panel::Bookmarks(list)) = &mut self.panel {
            list.narrow(filter);
        }
    }
}
