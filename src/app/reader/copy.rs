//! Selecting words of the article by keys, and copying them.

use crate::model::{Bookmark, Span};
use crate::phrase::Phrase;
use crate::typeset::Layout;

use crate::app::reader::selection::Stride;
use crate::app::{App, Effect, Panel, Reader};

impl App {
    /// Whether keys move the end of a selection.
    pub(in crate::app) fn is_selecting(&self) -> bool {
        self.takes_selection() && self.reader.as_ref().is_some_and(Reader::is_selecting)
    }

    /// The cell of the screen in which the selection's head is seen.
    pub fn head_cell(&self) -> Option<(u16, u16)> {
        let (row, column) = self.reader.as_ref().filter(|_| self.is_selecting())?.head_cell()?;
        let area = self.areas().reader?;
        Some((area.row + row, area.column + column))
    }

    fn takes_selection(&self) -> bool {
        self.is_reading() && self.panel.is_none() && self.page_text.is_none()
    }

    /// Begins to select, or lets the selection go.
    pub(in crate::app) fn select(&mut self) {
        let takes = self.takes_selection();
        if let Some(reader) = self.reader.as_mut().filter(|_| takes)
            && !reader.deselect()
        {
            reader.begin_selection();
        }
    }

    pub(in crate::app) fn stretch(&mut self, stride: Stride, forward: bool) {
        self.reader.as_mut().into_iter().for_each(|reader| reader.stretch_selection(stride, forward));
    }

    fn stretch_by_line(&mut self, forward: bool) {
        self.reader.as_mut().into_iter().for_each(|reader| reader.stretch_selection_by_line(forward));
    }

    /// To the right, or the left: along a line, or from one vertical line to another.
    pub(in crate::app) fn stretch_aside(&mut self, right: bool) {
        match self.setting.layout {
            Layout::Vertical => self.stretch_by_line(!right),
            Layout::Column | Layout::Columns => self.stretch(Stride::Cluster, right),
        }
    }

    /// Down, or up: from one line to another, or along a vertical one.
    pub(in crate::app) fn stretch_along(&mut self, down: bool) {
        match self.setting.layout {
            Layout::Vertical => self.stretch(Stride::Cluster, down),
            Layout::Column | Layout::Columns => self.stretch_by_line(down),
        }
    }

    pub(in crate::app) fn swap_selection(&mut self) {
        self.reader.as_mut().into_iter().for_each(Reader::swap_selection);
    }

    /// Copies what is selected, or the paragraph at the top; in the list of bookmarks the words
    /// that the chosen one keeps.
    pub(in crate::app) fn copy(&mut self) {
        let words = self.take_to_copy().map(|bookmark| bookmark.excerpt);
        self.effects.extend(words.map(Effect::Copy));
    }

    /// Copies it as a quotation: in quotation marks, with the headline, the newspaper and the day.
    pub(in crate::app) fn quote(&mut self) {
        let Some(quoted) = self.take_to_copy() else { return };
        let mut source = format!("《{}》", quoted.headline);
        let page = quoted.page_number.map(|number| self.lang.say(Phrase::PageNumber(number)).into_owned());
        let known = [quoted.publication, quoted.date.map(|date| date.to_string()), page];
        known.into_iter().flatten().for_each(|part| source.extend(["，", &part]));
        self.ask(Effect::Copy(format!("“{}”\n——{source}", quoted.excerpt)));
    }

    /// The words to copy with what is known of them, if there are any; the selection is let go.
    fn take_to_copy(&mut self) -> Option<Bookmark> {
        let chosen = match &self.panel {
            Some(Panel::Bookmarks(list)) => list.chosen().cloned(),
            Some(_) => None,
            None => self.reader.as_mut().filter(|_| self.page_text.is_none()).map(|reader| {
                let span: Span = reader.at_hand();
                reader.deselect();
                Bookmark::new(span, reader.article(), Some(reader.row()), 0)
            }),
        };
        chosen.filter(|bookmark| !bookmark.excerpt.is_empty())
    }
}
