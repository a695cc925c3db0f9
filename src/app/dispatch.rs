//! A key is typed text, or an action, or nothing.

use super::{App, Panel};
use crate::app::effect::Effect;
use crate::app::front::actions::Towards;
use crate::app::input::action::Action;
use crate::app::input::key::Key;
use crate::app::input::keymap::Meaning;
use crate::app::reader::selection::Stride;

impl App {
    /// A key pressed. What is typed ahead of an article that is being opened is meant for it, and
    /// waits until it has come.
    pub(super) fn key(&mut self, key: Key) {
        if self.is_opening() && self.settings.keymap.meaning(&[key], false) != Meaning::Action(Action::Quit) {
            self.typed_ahead.push_back(key);
        } else {
            self.press_key(key);
        }
    }

    /// Does what was typed ahead, once the article that it waited for is there.
    pub(super) fn catch_up(&mut self) {
        while !self.is_opening()
            && let Some(key) = self.typed_ahead.pop_front()
        {
            self.press_key(key);
        }
    }

    fn press_key(&mut self, key: Key) {
        self.notice = None;
        if self.prompt.is_some() {
            return self.type_key(key);
        }
        self.begun.push(key);
        match self.settings.keymap.meaning(&self.begun, self.is_selecting()) {
            Meaning::Begun => {}
            Meaning::Nothing => self.begun.clear(),
            Meaning::Action(action) => {
                self.begun.clear();
                self.perform(action, key);
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.notice = None;
        if self.prompt.is_some() {
            self.type_text(text);
        }
    }

    fn perform(&mut self, action: Action, key: Key) {
        match action {
            Action::Down => self.step(1),
            Action::Up => self.step(-1),
            Action::PageDown => self.turn(1),
            Action::PageUp => self.turn(-1),
            Action::Top => self.top(),
            Action::Bottom => self.bottom(),
            Action::Open => self.open(),
            Action::Back => self.back(),
            Action::Left => self.step_aside(Towards::Left),
            Action::Right => self.step_aside(Towards::Right),
            Action::SwitchPane => self.switch_pane(),
            Action::NextPage => self.step_page(1),
            Action::PreviousPage => self.step_page(-1),
            Action::Fold => self.fold(),
            Action::Unfold => self.unfold(),
            Action::FoldAll => self.fold_all(),
            Action::Next => self.step_article_or_match(1),
            Action::Previous => self.step_article_or_match(-1),
            Action::NextSection => self.step_section(1),
            Action::PreviousSection => self.step_section(-1),
            Action::Section => self.go_to_number(key.digit()),
            Action::Outline => self.open_outline(),
            Action::Source => self.toggle_page_text(),
            Action::FrontPage => self.toggle_front(),
            Action::Layout => self.next_layout(),
            Action::Script => self.next_script(),
            Action::Pinyin => self.toggle_pinyin(),
            Action::Zen => self.toggle_zen(),
            Action::Search => self.begin_search(),
            Action::Filter => self.begin_filter(),
            Action::Order => self.next_order(),
            Action::Bookmark => self.toggle_bookmark(),
            Action::Highlight => self.toggle_highlight(),
            Action::Note => self.begin_note(),
            Action::Tag => self.next_tag(),
            Action::Undo => self.undo(),
            Action::Bookmarks => self.open_bookmarks(),
            Action::Select => self.select(),
            Action::Copy => self.copy(),
            Action::Quote => self.quote(),
            Action::PlaceBack => self.place_back(),
            Action::PlaceForward => self.place_forward(),
            Action::SelectLeft => self.stretch_aside(false),
            Action::SelectRight => self.stretch_aside(true),
            Action::SelectUp => self.stretch_along(false),
            Action::SelectDown => self.stretch_along(true),
            Action::SelectPreviousClause => self.stretch(Stride::Clause, false),
            Action::SelectNextClause => self.stretch(Stride::Clause, true),
            Action::SelectPreviousSentence => self.stretch(Stride::Sentence, false),
            Action::SelectNextSentence => self.stretch(Stride::Sentence, true),
            Action::SelectPreviousParagraph => self.stretch(Stride::Paragraph, false),
            Action::SelectNextParagraph => self.stretch(Stride::Paragraph, true),
            Action::SelectTop => self.stretch(Stride::Article, false),
            Action::SelectBottom => self.stretch(Stride::Article, true),
            Action::SelectOtherEnd => self.swap_selection(),
            Action::SelectColour => self.highlight_in_colour(key.digit()),
            Action::Help => self.toggle_help(),
            Action::Redraw => self.ask(Effect::Redraw),
            Action::Suspend => self.ask(Effect::Suspend),
            Action::Quit => self.quit(),
        }
    }

    fn toggle_help(&mut self) {
        self.panel = match self.panel {
            Some(Panel::Help { .. }) => None,
            _ => Some(Panel::help()),
        };
    }

    fn quit(&mut self) {
        self.keep_reading();
        self.ask(Effect::Quit);
    }

    /// The program is ended from outside.
    pub(super) fn end(&mut self) {
        self.quit();
    }
}
