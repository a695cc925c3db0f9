//! The list of bookmarks, and what can be done with them.

use crate::app::{Action, Area, BOOKMARK_ROWS, BookmarkList};
use crate::model::Bookmark;
use crate::phrase::Phrase;

use super::painter::Painter;
use super::theme::{Role, Theme};

/// The least width that shows where an article appeared beside its headline.
const ORIGIN: u16 = 48;

impl Painter<'_> {
    /// What stands above the list: its name, and what narrows it.
    pub(super) fn bookmarks_title(&self, list: &BookmarkList) -> String {
        let filter = Some(list.filter()).filter(|filter| !filter.is_empty());
        let words = filter.map(|filter| format!("“{filter}”"));
        let sign = list.tag().map(|tag| self.tag_sign(Some(tag)).to_owned());
        let name = self.app.lang().say(Phrase::Bookmarks).into_owned();
        [Some(name), words, sign].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Paints the list, or why it is empty.
    pub(super) fn bookmarks(&mut self, area: Area, list: &BookmarkList) {
        if list.count() == 0 {
            let why = if list.is_empty() { Phrase::NoBookmarks } else { Phrase::NoBookmarkMatches };
            return self.canvas.centred(area.line(0), &self.app.lang().say(why), self.theme.style(Role::Quiet));
        }
        let rows = (0..area.height).step_by(BOOKMARK_ROWS.into());
        for (row, (bookmark, current)) in rows.zip(list.seen()) {
            self.bookmark([row, row + 1, row + 2].map(|row| area.line(row)), bookmark, current);
        }
    }

    /// The article's headline and where it appeared; below it the words, lit where they are
    /// highlighted, and below these the note. One that was taken away has no sign.
    fn bookmark(&mut self, [first, second, third]: [Area; 3], bookmark: &Bookmark, current: bool) {
        self.bar(first, current, Role::Accent);
        let kept = self.app.bookmarks().iter().any(|kept| kept.span() == bookmark.span());
        let quiet = self.theme.style(Role::Quiet);
        let role = match (kept, current) {
            (false, _) => Role::Quiet,
            (true, true) => Role::PanelCurrent,
            (true, false) => Role::Panel,
        };
        if kept {
            self.mark(first, 2, bookmark.tag);
        }
        let date = bookmark.date.map(|date| date.to_string());
        let origin = [bookmark.publication.as_deref(), date.as_deref()];
        let origin = origin.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let room = if first.width < ORIGIN { first.width } else { self.canvas.right(first, &origin, quiet) };
        self.canvas.cut(first, 4, &bookmark.headline, room.saturating_sub(5), self.theme.style(role));
        let words = bookmark.excerpt.lines().collect::<Vec<_>>().join(" ");
        let style = match bookmark.until {
            Some(_) if kept => self.theme.style(Theme::tag(bookmark.tag, Role::Highlight)),
            _ => quiet,
        };
        self.canvas.cut(second, 4, &words, second.width.saturating_sub(4), style);
        if let Some(note) = &bookmark.note {
            self.canvas.cut(third, 4, &format!("— {note}"), third.width.saturating_sub(4), self.theme.style(role));
        }
    }

    /// The number of the chosen one, and the keys for it.
    pub(super) fn bookmarks_status(&mut self, line: Area, list: &BookmarkList) {
        let keys = [
            (Action::Note, Phrase::HintNote),
            (Action::Tag, Phrase::HintTag),
            (Action::Bookmark, Phrase::HintRemove),
            (Action::Filter, Phrase::HintFilter),
            (Action::SwitchPane, Phrase::HintOnlyTag),
        ];
        let rest = self.hints(line, &keys);
        let position = format!("{}/{}", list.number(), list.count());
        self.canvas.cut(rest, 0, &position, rest.width, self.theme.style(Role::Status));
    }
}
