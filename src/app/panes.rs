//! Which panes the screen shows, and how much room each has.

use super::areas::{Areas, Size, View, areas};

/// What the body of the screen shows.
#[derive(Clone, Copy, Debug)]
pub struct Panes {
    size: Size,
    view: View,
    /// Where one comes back to from an article: the list or the front page.
    home: View,
    /// The columns of the list beside an article, once the divider was dragged.
    list_width: Option<u16>,
}

impl Panes {
    /// The headline list on a screen of some size.
    pub fn new(size: Size) -> Self {
        Self { size, view: View::Headlines, home: View::Headlines, list_width: None }
    }

    /// What the body of the screen shows.
    pub fn view(&self) -> View {
        self.view
    }

    /// Whether an article has the focus.
    pub fn is_reading(&self) -> bool {
        matches!(self.view, View::Reader | View::Zen)
    }

    /// Where each part of the screen stands.
    pub fn areas(&self) -> Areas {
        areas(self.size, self.view, self.list_width)
    }

    /// The room that the article has, if there is any.
    pub fn reader_size(&self) -> Option<Size> {
        self.areas().reader.map(|area| area.size())
    }

    /// Whether the screen is large enough for the front page.
    pub fn has_room_for_front(&self) -> bool {
        areas(self.size, View::Front, self.list_width).front.is_some()
    }

    /// Takes another size of the screen.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
    }

    /// The columns of the list beside an article, once the divider was dragged.
    pub fn list_width(&self) -> Option<u16> {
        self.list_width
    }

    /// Whether one comes back to the front page from an article.
    pub fn has_front_as_home(&self) -> bool {
        self.home == View::Front
    }

    /// Gives the list beside an article so many columns, as far as there is room.
    pub fn set_list_width(&mut self, columns: u16) {
        self.list_width = Some(columns);
    }

    /// Shows the headline list, and comes back to it from articles.
    pub fn show_headlines(&mut self) {
        (self.view, self.home) = (View::Headlines, View::Headlines);
    }

    /// Shows the front page, and comes back to it from articles.
    pub fn show_front(&mut self) {
        (self.view, self.home) = (View::Front, View::Front);
    }

    /// Shows the headline list for now.
    pub fn focus_headlines(&mut self) {
        self.view = View::Headlines;
    }

    /// Shows the article, beside the list where there is room.
    pub fn show_reader(&mut self) {
        self.view = View::Reader;
    }

    /// Shows the article alone.
    pub fn show_zen(&mut self) {
        self.view = View::Zen;
    }

    /// Leaves the article for where it was opened from.
    pub fn go_home(&mut self) {
        self.view = self.home;
    }
}
