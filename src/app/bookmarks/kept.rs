//! Bookmarks and highlights that are kept, those taken away, their notes and colours. What the
//! screen shows follows once the file has it.

use crate::app::effect::Effect;
use crate::app::input::action::Action;
use crate::app::outbox::Outbox;
use crate::app::reader::pane::ReaderPane;
use crate::model::{Bookmark, Edit, Span, Tag};
use crate::phrase::Phrase;

use super::list::BookmarkList;

/// The bookmarks.
#[derive(Debug, Default)]
pub struct KeptBookmarks {
    /// Those that are on the disk.
    kept: Vec<Bookmark>,
    /// What is being bookmarked, or taken away.
    toggled: Option<Span>,
    /// What was bookmarked last.
    latest: Option<Span>,
    /// The bookmarks that were taken away, the last one last.
    removed: Vec<Bookmark>,
}

/// What a bookmark is set, changed or taken away for.
#[derive(Debug)]
pub enum Target<'a> {
    /// What is chosen in the list of bookmarks; nothing where another panel is open.
    List(Option<&'a BookmarkList>),
    /// The article.
    Article(&'a mut ReaderPane),
}

impl KeptBookmarks {
    /// The bookmarks that are on the disk.
    pub fn kept(&self) -> &[Bookmark] {
        &self.kept
    }

    /// Takes the bookmarks that are on the disk, and says what became of one that was asked for.
    pub fn take(&mut self, bookmarks: Vec<Bookmark>, out: &mut Outbox) {
        self.kept = bookmarks;
        if let Some(span) = self.toggled.take() {
            let kept = self.is_kept(span);
            self.latest = Some(span).filter(|_| kept);
            out.say(match (span.until, kept) {
                (None, true) => Phrase::BookmarkSet,
                (None, false) => Phrase::BookmarkRemoved,
                (Some(_), true) => Phrase::HighlightSet,
                (Some(_), false) => Phrase::HighlightRemoved,
            });
        }
    }

    /// Sets, colours or takes away the bookmark that is meant; `tag`: the colour on the key.
    pub fn update(&mut self, action: Action, tag: Option<Tag>, target: Target<'_>, out: &mut Outbox) {
        match (action, target) {
            (Action::Bookmark, Target::List(list)) => self.toggle_listed(list, out),
            (Action::Bookmark, Target::Article(pane)) => self.toggle_here(pane, out),
            (Action::Highlight, Target::Article(pane)) => self.toggle_highlight(pane, out),
            (Action::SelectColour, Target::Article(pane)) => self.highlight(pane, tag, out),
            (Action::Tag, target) => match self.meant(&target).map(Bookmark::span) {
                Some(span) => out.ask(Effect::EditBookmark { span, edit: Edit::NextTag }),
                None => out.say(Phrase::NoBookmarkHere),
            },
            (Action::Section, target) => {
                if let (Some(tag), Some(span)) = (tag, self.meant(&target).map(Bookmark::span)) {
                    out.ask(Effect::EditBookmark { span, edit: Edit::Tag(tag) });
                }
            }
            (Action::Undo, _) => self.undo(out),
            _ => {}
        }
    }

    /// Sets a bookmark where one reads, or takes it away.
    fn toggle_here(&mut self, pane: &ReaderPane, out: &mut Outbox) {
        let Some(reader) = pane.seen() else { return };
        match reader.bookmark_here(&self.kept).map(Bookmark::span) {
            Some(span) => self.take_away(span, out),
            None => self.set(Span::at(reader.here()), None, out),
        }
    }

    /// Takes the bookmark that is chosen in the list away, or puts it back.
    fn toggle_listed(&mut self, list: Option<&BookmarkList>, out: &mut Outbox) {
        let Some(chosen) = list.and_then(BookmarkList::chosen) else { return };
        if self.is_kept(chosen.span()) {
            self.take_away(chosen.span(), out);
        } else {
            self.put_back(chosen.clone(), out);
        }
    }

    /// Highlights what is selected, or the paragraph at the top; what is highlighted already is so
    /// no longer.
    fn toggle_highlight(&mut self, pane: &mut ReaderPane, out: &mut Outbox) {
        let Some(reader) = pane.seen_mut() else { return };
        let span = reader.at_hand();
        reader.deselect();
        let covering = reader.own(&self.kept).map(Bookmark::span).filter(|kept| kept.covers(&span)).last();
        match covering {
            Some(kept) => self.take_away(kept, out),
            None if span.highlights(span.place.part, usize::MAX).is_some() => self.set(span, None, out),
            None => {}
        }
    }

    /// Highlights what is selected in a colour.
    fn highlight(&mut self, pane: &mut ReaderPane, tag: Option<Tag>, out: &mut Outbox) {
        let Some(reader) = &mut pane.reader else { return };
        if let (Some(tag), Some(span)) = (tag, reader.selected()) {
            reader.deselect();
            self.set(span, Some(tag), out);
        }
    }

    /// Puts back the bookmark that was taken away last.
    fn undo(&mut self, out: &mut Outbox) {
        while let Some(bookmark) = self.removed.pop() {
            if !self.is_kept(bookmark.span()) {
                return self.put_back(bookmark, out);
            }
        }
        out.say(Phrase::NothingToUndo);
    }

    /// The bookmark that a note or a colour is for: the one chosen in the list; in the article the
    /// one that was set last, while it is seen and nothing is selected, or the one at hand.
    pub fn meant(&self, target: &Target<'_>) -> Option<&Bookmark> {
        let span = match target {
            Target::List(list) => list.as_ref()?.chosen()?.span(),
            Target::Article(pane) => {
                let reader = pane.reader.as_ref()?;
                let is_at_hand = |span: &Span| match reader.cursor() {
                    Some(cursor) => span.place.part == cursor,
                    None => reader.sees(*span) && !reader.is_selecting(),
                };
                let latest = self.latest.filter(is_at_hand);
                latest.or_else(|| reader.bookmark_at_hand(&self.kept).map(Bookmark::span))?
            }
        };
        self.of(span)
    }

    /// The bookmark of this span.
    fn of(&self, span: Span) -> Option<&Bookmark> {
        self.kept.iter().find(|bookmark| bookmark.span() == span)
    }

    /// Asks that a note be kept, beside a bookmark that is set for it where there is none; an empty one
    /// is none. Whether a bookmark is set.
    pub fn note(&mut self, span: Span, text: &str, out: &mut Outbox) -> bool {
        let note = Some(text.trim().to_owned()).filter(|note| !note.is_empty());
        let is_new = !self.is_kept(span);
        if is_new && note.is_none() {
            return false;
        }
        if is_new {
            self.set(span, None, out);
        }
        out.ask(Effect::EditBookmark { span, edit: Edit::Note(note) });
        is_new
    }

    fn is_kept(&self, span: Span) -> bool {
        self.of(span).is_some()
    }

    fn set(&mut self, span: Span, tag: Option<Tag>, out: &mut Outbox) {
        self.toggled = Some(span);
        out.ask(Effect::SetBookmark { span, tag });
    }

    fn put_back(&mut self, bookmark: Bookmark, out: &mut Outbox) {
        self.toggled = Some(bookmark.span());
        out.ask(Effect::KeepBookmark(bookmark));
    }

    fn take_away(&mut self, span: Span, out: &mut Outbox) {
        self.removed.extend(self.of(span).cloned());
        self.toggled = Some(span);
        out.ask(Effect::RemoveBookmark(span));
    }
}
