//! The page as it was, the article's own lines lit in it.

use crate::app::{Area, PageText};

use super::painter::Painter;
use super::theme::Role;

impl Painter<'_> {
    /// Paints what is seen of a page's text.
    pub(super) fn page_text(&mut self, area: Area, page: &PageText) {
        for (number, row) in (0..).zip(page.rows()) {
            let role = if row.lit { Role::SourceLine } else { Role::Text };
            self.canvas.text(area.line(number), 0, row.text, self.theme.style(role));
        }
    }
}
