//! Which part of the screen has the focus.

use super::areas::View;
use super::reader::article::Reader;
use super::state::App;

/// The part of the screen that keys go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The line that is being typed.
    Prompt,
    /// The panel over the panes.
    Panel,
    /// The text of the first page that is being read in, in place of all panes.
    Arrival,
    /// The front page.
    Front,
    /// The headline list.
    Headlines,
    /// What a search found, in place of the headline list.
    Hits,
    /// The article.
    Article,
    /// The page as it was, in place of the article.
    PageText,
    /// The page as a picture, in place of the article.
    PagePicture,
}

impl App {
    /// The part of the screen that keys go to.
    pub fn focus(&self) -> Focus {
        if self.prompt.is_some() { Focus::Prompt } else { self.focus_under_prompt() }
    }

    /// The part that has the focus again once no line is typed.
    pub fn focus_under_prompt(&self) -> Focus {
        if self.panel.is_some() { Focus::Panel } else { self.focus_under_panel() }
    }

    /// The part that has the focus again once neither a line is typed nor a panel open.
    pub fn focus_under_panel(&self) -> Focus {
        match self.view() {
            _ if self.arrival.page().is_some() => Focus::Arrival,
            View::Front if self.areas().front.is_some() => Focus::Front,
            View::Front | View::Headlines if self.hits().is_some() => Focus::Hits,
            View::Front | View::Headlines => Focus::Headlines,
            View::Reader | View::Zen if self.page_picture().is_some() => Focus::PagePicture,
            View::Reader | View::Zen if self.page_text().is_some() => Focus::PageText,
            View::Reader | View::Zen => Focus::Article,
        }
    }

    /// Whether keys move the end of a selection.
    pub(super) fn is_selecting(&self) -> bool {
        self.focus_under_prompt() == Focus::Article && self.reader().is_some_and(Reader::is_selecting)
    }

    /// The cell of the screen in which the selection's head is seen.
    pub fn head_cell(&self) -> Option<(u16, u16)> {
        let (row, column) = self.reader().filter(|_| self.is_selecting())?.head_cell()?;
        let area = self.areas().reader?;
        Some((area.row + row, area.column + column))
    }
}
