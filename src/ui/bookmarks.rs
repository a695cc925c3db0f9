//! The list of bookmarks, and what can be done with them.

use crate::app::{Action, Area, BookmarkLine, BookmarkList};
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
        for (row, line) in (0..area.height).zip(list.lines()) {
            let area = area.line(row);
            match line {
                BookmarkLine::Blank => {}
                BookmarkLine::Article(bookmark) => self.bookmarked_article(area, bookmark),
                BookmarkLine::Words(bookmark, chosen) => self.bookmarked_words(area, bookmark, chosen),
                BookmarkLine::Note(bookmark, chosen) => self.note(area, bookmark, chosen),
            }
        }
    }

    /// An article's headline, and where it appeared.
    fn bookmarked_article(&mut self, line: Area, bookmark: &Bookmark) {
        let lang = self.app.lang();
        let date = bookmark.date.map(|date| date.to_string());
        let page = bookmark.page_number.map(|number| lang.say(Phrase::PageNumber(number)).into_owned());
        let paper = bookmark.publication.clone().or_else(|| bookmark.source.clone());
        let origin = [paper, date, page].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let fits = line.width >= ORIGIN;
        let room = if fits { self.canvas.right(line, &origin, self.theme.style(Role::Quiet)) } else { line.width };
        self.canvas.cut(line, 2, &bookmark.headline, room.saturating_sub(3), self.theme.style(Role::PanelTitle));
    }

    /// The words of a bookmark, lit where they are highlighted. One that was taken away has no sign.
    fn bookmarked_words(&mut self, line: Area, bookmark: &Bookmark, chosen: bool) {
        self.bar(line, chosen, Role::Accent);
        let kept = self.is_kept(bookmark);
        if kept {
            self.mark(line, 2, bookmark.tag);
        }
        let words = bookmark.excerpt.lines().collect::<Vec<_>>().join(" ");
        let style = match bookmark.until {
            Some(_) if kept => self.theme.style(Theme::tag(bookmark.tag, Role::Highlight)),
            _ => self.theme.style(if kept && chosen { Role::PanelCurrent } else { Role::Quiet }),
        };
        self.canvas.cut(line, 4, &words, line.width.saturating_sub(4), style);
    }

    fn note(&mut self, line: Area, bookmark: &Bookmark, chosen: bool) {
        self.bar(line, chosen, Role::Accent);
        let role = match (self.is_kept(bookmark), chosen) {
            (false, _) => Role::Quiet,
            (true, true) => Role::PanelCurrent,
            (true, false) => Role::Panel,
        };
        let note = bookmark.note.as_deref().unwrap_or_default();
        self.canvas.cut(line, 4, &format!("— {note}"), line.width.saturating_sub(4), self.theme.style(role));
    }

    fn is_kept(&self, bookmark: &Bookmark) -> bool {
        self.app.bookmarks().iter().any(|kept| kept.span() == bookmark.span())
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
