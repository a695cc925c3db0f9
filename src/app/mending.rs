//! What the parser got wrong, put right in the reader.

use crate::model::{ArticleId, Mended, Remedy};
use crate::phrase::Phrase;

use super::effect::Effect;
use super::mend_panel::{MendChoice, MendPanel};
use super::panels::Panel;
use super::reader::pane::ArticleRequest;
use super::state::App;

impl App {
    /// Opens the panel of what can be put right about the paragraph at hand, or closes it.
    pub(super) fn toggle_mend(&mut self) {
        const WORDS: usize = 16;
        if matches!(self.panel.take(), Some(Panel::Mend(_))) {
            return;
        }
        let reading = self.is_reading();
        let Some(reader) = self.article.seen().filter(|_| reading) else { return };
        let (id, part) = (reader.id(), reader.here().part);
        let words = reader.article().part(part).unwrap_or_default().chars().take(WORDS).collect();
        self.panel = Some(Panel::Mend(MendPanel::new(id, part, words)));
        self.out.ask(Effect::FindMend(id));
    }

    /// Takes the last mend of an article's page.
    pub(super) fn last_mend_came(&mut self, id: ArticleId, last: Option<(Remedy, bool)>) {
        if let Some(Panel::Mend(panel)) = &mut self.panel {
            panel.take(id, last);
        }
    }

    /// Does what stands at a number of the panel, from 0, and closes it.
    pub(super) fn choose_mend(&mut self, number: usize) {
        let Some(Panel::Mend(panel)) = &self.panel else { return };
        let Some(choice) = panel.choices().nth(number) else { return };
        let (id, part) = (panel.article, panel.part);
        self.panel = None;
        self.article.keep_reading(&self.panes, &mut self.out);
        self.out.ask(match choice {
            MendChoice::Mend(remedy) => Effect::Mend { id, part, remedy },
            MendChoice::Undo { .. } => Effect::UndoMend(id),
        });
    }

    /// A page is another now: it is listed anew, and what stands where the article stood is shown.
    pub(super) fn mended(&mut self, mended: Option<Mended>) {
        let Some(Mended { remedy, found, article, undone }) = mended else {
            return self.out.say(Phrase::NothingToMend);
        };
        let done = if undone { Phrase::MendUndone } else { Phrase::Mended };
        let lang = self.lang();
        let gone = if found { "".into() } else { lang.say(Phrase::MendGone) };
        let sentence = format!("{}{}{gone}", lang.say(done), lang.say(remedy_phrase(remedy)));
        self.out.tell(sentence);
        self.out.ask(Effect::LoadBookmarks);
        self.headlines.brought_in();
        let filter = self.headlines.filter().clone();
        self.headlines.list_more(filter, &mut self.out);
        match article {
            Some(id) => self.want(ArticleRequest { enter: self.is_reading(), ..ArticleRequest::beside_list(id) }),
            None => self.panes.go_home(),
        }
    }
}

/// What a remedy is called.
pub fn remedy_phrase(remedy: Remedy) -> Phrase {
    match remedy {
        Remedy::Join => Phrase::RemedyJoin,
        Remedy::Part => Phrase::RemedyPart,
        Remedy::Headline => Phrase::RemedyHeadline,
        Remedy::Kicker => Phrase::RemedyKicker,
        Remedy::Deck => Phrase::RemedyDeck,
        Remedy::NoArticle => Phrase::RemedyNoArticle,
    }
}
