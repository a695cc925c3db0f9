//! Why an action can do nothing where one is.

use crate::phrase::Phrase;

use super::areas::View;
use super::focus::Focus;
use super::input::action::Action;
use super::panels::Panel;
use super::state::App;

impl App {
    /// Why an action can do nothing here; none where it may do something.
    pub(super) fn why_not(&self, action: Action) -> Option<Phrase> {
        if action.is_of_selection() {
            return (!self.is_selecting()).then_some(Phrase::NothingSelected);
        }
        match action {
            // They zoom there.
            Action::Fold | Action::Unfold if self.focus() == Focus::PagePicture => None,
            Action::Fold | Action::Unfold | Action::FoldAll => self.why_not_in_list(self.hits().is_none()),
            Action::Order => self.why_not_in_list(true),
            Action::NextPage | Action::PreviousPage => self.closed(&[]).or(self.hits().map(|_| Phrase::OnlyInList)),
            Action::ToggleRead | Action::TogglePageRead => self.closed(&[]),
            Action::CopyArticle | Action::CopyMarkdown | Action::SaveArticle => self.closed(&[]).or(self.why_no_row()),
            Action::Imprint if self.is_reading() => Some(Phrase::OnlyInList),
            Action::Imprint => self.closed(&[]).or(self.why_no_row()),
            Action::Source => self.closed(&[]).or(self.why_no_article()),
            Action::Outline | Action::Zen => self.why_no_article(),
            Action::NextSection | Action::PreviousSection | Action::Highlight => {
                self.closed(&[]).or(self.why_no_text())
            }
            Action::Section => self.closed(&[is_outline, is_bookmarks, is_mend]).or(self.why_no_text()),
            Action::Bookmark | Action::Copy | Action::Quote => self.closed(&[is_bookmarks]).or(self.why_no_text()),
            Action::NextParagraph | Action::PreviousParagraph if self.panel().is_none() => self.why_no_text(),
            Action::Layout | Action::Script | Action::Pinyin if self.is_choosing() => Some(Phrase::CloseFirst),
            Action::Mend if !matches!(self.panel(), Some(Panel::Mend(_))) => {
                self.why_no_text().or((!self.is_reading()).then_some(Phrase::OpenFirst))
            }
            Action::Tutorial => self.is_tutorial.then_some(Phrase::InTutorial),
            Action::KeepChoice if !self.is_choosing() => Some(Phrase::ChooseFirst),
            Action::Select => self.closed(&[]).or((self.focus() != Focus::Article).then_some(Phrase::OpenFirst)),
            _ => None,
        }
    }

    /// What belongs to the headline list needs it to have the focus.
    fn why_not_in_list(&self, can: bool) -> Option<Phrase> {
        let is_there = self.view() == View::Headlines && self.panel().is_none();
        (!is_there || !can).then_some(Phrase::OnlyInList)
    }

    /// A panel is to be closed first, unless it is one of those.
    fn closed(&self, but: &[fn(&Panel) -> bool]) -> Option<Phrase> {
        let open = self.panel().filter(|panel| !but.iter().any(|is_one| is_one(panel)));
        open.map(|_| Phrase::CloseFirst)
    }

    fn is_choosing(&self) -> bool {
        self.panel().is_some_and(|panel| matches!(panel, Panel::Choice(_)))
    }

    fn why_no_row(&self) -> Option<Phrase> {
        self.row().is_none().then_some(Phrase::NoArticleHere)
    }

    fn why_no_article(&self) -> Option<Phrase> {
        self.reader().is_none().then_some(Phrase::NoArticleHere)
    }

    /// What is done in the text of an article; the page as it was is none.
    fn why_no_text(&self) -> Option<Phrase> {
        let hidden = matches!(self.focus(), Focus::PageText | Focus::PagePicture);
        if hidden { Some(Phrase::OnSourcePage) } else { self.why_no_article().filter(|_| self.panel().is_none()) }
    }
}

fn is_outline(panel: &Panel) -> bool {
    matches!(panel, Panel::Outline { .. })
}

fn is_bookmarks(panel: &Panel) -> bool {
    matches!(panel, Panel::Bookmarks(_))
}

fn is_mend(panel: &Panel) -> bool {
    matches!(panel, Panel::Mend(_))
}
