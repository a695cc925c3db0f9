//! The signs beside a line: the cursor's bar and the star of a bookmark.

use crate::app::{Area, View};
use crate::model::ArticleId;

use super::{Painter, Role};

impl Painter<'_> {
    /// The bar that says where the cursor of the headline list is: in colour where that has the focus.
    pub(super) fn list_bar(&mut self, line: Area, current: bool) {
        let focus = matches!(self.app.view(), View::Contents | View::Front);
        self.bar(line, current, if focus { Role::Accent } else { Role::Quiet });
    }

    /// The bar that says where a cursor is.
    pub(super) fn bar(&mut self, line: Area, current: bool, role: Role) {
        if current {
            self.canvas.text(line, 0, self.canvas.sign("▌", ">"), self.theme.style(role));
        }
    }

    /// The star that says that something is kept.
    pub(super) fn star(&mut self, line: Area, column: u16) {
        self.canvas.text(line, column, self.canvas.sign("★", "*"), self.theme.style(Role::Mark));
    }

    /// The star beside the headline of an article of which something is kept.
    pub(super) fn article_star(&mut self, line: Area, article: ArticleId) {
        if self.app.bookmarks().iter().any(|bookmark| bookmark.place.article == article) {
            self.star(line, 1);
        }
    }
}
