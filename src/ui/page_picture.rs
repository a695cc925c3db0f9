//! The page as a picture: its cells are left to the terminal.

use crate::app::Area;
use crate::phrase::Phrase;

use super::painter::Painter;
use super::theme::Role;

impl Painter<'_> {
    /// Says that the picture is being drawn, until it is.
    pub(super) fn page_picture(&mut self, area: Area) {
        if self.app.placed_picture().is_none() && self.app.panel().is_none() {
            let text = self.app.lang().say(Phrase::DrawingPicture);
            let column = area.width.saturating_sub(self.canvas.cells(&text)) / 2;
            self.canvas.text(area.line(area.height / 2), column, &text, self.theme.style(Role::Quiet));
        }
    }
}
