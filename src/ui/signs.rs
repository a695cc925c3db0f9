//! The signs beside a line: the cursor's bar and the star of a bookmark.

use crate::app::Area;
use crate::model::{ArticleId, Tag};

use super::painter::Painter;
use super::theme::{Role, Theme};

impl Painter<'_> {
    /// The bar that says where the cursor of the headline list is: in colour where that has the focus.
    pub(super) fn list_bar(&mut self, line: Area, current: bool) {
        let focus = !self.app.is_reading();
        self.bar(line, current, if focus { Role::Accent } else { Role::Quiet });
    }

    /// The bar that says where a cursor is.
    pub(super) fn bar(&mut self, line: Area, current: bool, role: Role) {
        if current {
            self.canvas.text(line, 0, self.canvas.sign("▌", ">"), self.theme.style(role));
        }
    }

    /// The sign of a bookmark: a star, or the sign of its colour.
    pub(super) fn mark(&mut self, line: Area, column: u16, tag: Option<Tag>) {
        self.canvas.text(line, column, self.tag_sign(tag), self.theme.style(Theme::tag(tag, Role::Mark)));
    }

    /// What tells a colour without any colour.
    pub(super) fn tag_sign(&self, tag: Option<Tag>) -> &'static str {
        let (sign, letter) = match tag {
            None => ("★", "*"),
            Some(Tag::Red) => ("●", "r"),
            Some(Tag::Yellow) => ("▲", "y"),
            Some(Tag::Green) => ("■", "g"),
            Some(Tag::Blue) => ("◆", "b"),
            Some(Tag::Violet) => ("♥", "v"),
        };
        self.canvas.sign(sign, letter)
    }

    /// The star beside the headline of an article of which something is kept.
    pub(super) fn article_star(&mut self, line: Area, article: ArticleId) {
        if self.app.bookmarks().iter().any(|bookmark| bookmark.place.article == article) {
            self.mark(line, 1, None);
        }
    }
}
