//! The last import undone, and what pages do not say themselves said of them.

use crate::model::{Group, Imprint, LastImport, Row};
use crate::phrase::Phrase;

use super::effect::Effect;
use super::input::prompt::{Prompt, Purpose};
use super::list::imprint;
use super::state::App;

/// What agrees to a question.
const YES: [&str; 5] = ["y", "yes", "是", "好", "ｙ"];

impl App {
    /// Asks whether the last import is to be undone, once it is known which that is.
    pub(super) fn last_import_came(&mut self, last: Option<LastImport>) {
        match last {
            Some(_) if self.prompt.is_some() => {}
            Some(last) => self.prompt = Some(Prompt::new(Purpose::UndoImport(Box::new(last)), "")),
            None => self.out.say(Phrase::NoImportToUndo),
        }
    }

    /// Undoes the last import, if that was agreed to.
    pub(super) fn undo_import(&mut self, last: LastImport, answer: &str) {
        if YES.contains(&answer.trim().to_lowercase().as_str()) {
            self.out.ask(Effect::UndoImport(Box::new(last)));
        } else {
            self.out.say(Phrase::NothingUndone);
        }
    }

    /// The last import is undone, or there is another since it was asked about.
    pub(super) fn import_undone(&mut self, is_undone: bool) {
        self.came_in(0, true);
        self.out.say(if is_undone { Phrase::ImportUndone } else { Phrase::NothingUndone });
    }

    /// Begins the line that says of the page at hand, or of the edition that is folded there, what it is.
    pub(super) fn begin_imprint(&mut self) {
        let Some(row) = self.row().cloned() else { return };
        let folded = self.headlines.entry().and_then(|entry| entry.folded).map(|folded| folded.group);
        let group = folded.filter(|_| self.hits().is_none()).unwrap_or_else(|| Group::page(&row));
        let is_of_page = matches!(group, Group::Page(..));
        let Row { publication, date, page_number, page_name, page_label, .. } = row.clone();
        let known = Imprint { publication, date, page_number, page_name, page_label };
        let before = if is_of_page { known } else { known.of_edition() };
        let line = imprint::line(&before, is_of_page, self.lang());
        self.prompt = Some(Prompt::new(Purpose::Imprint { group, before: Box::new(before), article: row.id }, &line));
    }

    /// Says of pages what was typed; where that makes no sense the line stays.
    pub(super) fn enter_imprint(&mut self, prompt: &Prompt) {
        let Purpose::Imprint { group, before, article } = &prompt.purpose else { return };
        match imprint::read(prompt.text()) {
            Ok(now) if now == **before => {}
            Ok(now) => {
                let (group, article) = (*group, *article);
                self.out.ask(Effect::SayOfPages { group, before: before.clone(), now: Box::new(now), article });
            }
            Err(_) => self.prompt = Some(prompt.clone()),
        }
    }

    /// So many pages are others now; the list comes anew around the article that was at hand.
    pub(super) fn imprint_set(&mut self, pages: usize, row: Option<Row>) {
        self.headlines.brought_in();
        self.printed.forget();
        let filter = self.headlines.filter().clone();
        self.headlines.list_around(filter, row, &mut self.out);
        self.out.ask(Effect::LoadBookmarks);
        self.out.say(Phrase::ImprintSet(pages));
    }
}
