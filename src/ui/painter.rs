//! What every part of the drawing needs: the state, the theme, where things stand, what is painted on.

use ratatui::style::Style;

use crate::app::{App, Areas};

use super::canvas::Canvas;
use super::theme::{Role, Theme};

/// What every part of the drawing needs.
pub struct Painter<'a> {
    pub app: &'a App,
    pub theme: &'a Theme,
    pub areas: Areas,
    pub canvas: Canvas<'a>,
}

impl Painter<'_> {
    /// What is under everything.
    pub fn ground(&self) -> Style {
        self.theme.style(Role::Text)
    }
}
