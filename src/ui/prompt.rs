//! A line being typed.

use crate::app::{Area, Prompt, Purpose, Reader, TypedFilter, read_imprint};
use crate::phrase::Phrase;

use super::painter::Painter;
use super::theme::Role;

impl Painter<'_> {
    /// The line being typed, its end in sight; the cursor's row and column.
    pub(super) fn prompt(&mut self, line: Area, prompt: &Prompt) -> (u16, u16) {
        let label = self.app.lang().say(match prompt.purpose {
            Purpose::Find { .. } => Phrase::FindPrompt,
            Purpose::Search => Phrase::SearchPrompt,
            Purpose::Filter(_) | Purpose::FilterBookmarks(_) => Phrase::FilterPrompt,
            Purpose::Palette => Phrase::PalettePrompt,
            Purpose::Help(_) => Phrase::FindPrompt,
            Purpose::Note(_) => Phrase::NotePrompt,
            Purpose::Save(_) => Phrase::SavePrompt,
            Purpose::UndoImport(ref last) => Phrase::UndoImportPrompt(last.pages, last.articles, last.replaced),
            Purpose::Imprint { .. } => Phrase::ImprintPrompt,
        });
        let style = self.theme.style(Role::Prompt);
        let label_fits = line.width > self.canvas.cells(&label) + 8;
        let column = if label_fits { self.canvas.text(line, 0, &label, self.theme.style(Role::Quiet)) } else { 0 };
        let matches = match (&prompt.purpose, self.app.reader().and_then(Reader::matches)) {
            (Purpose::Find { .. }, Some(matches)) => match matches.count() {
                0 => self.app.lang().say(Phrase::NoMatches).into_owned(),
                count => format!("{}/{count}", matches.current() + 1),
            },
            _ => String::new(),
        };
        let matches = match (prompt.purpose.is_query(), self.app.any_script()) {
            (true, true) => format!("{matches}  {}", self.app.lang().say(Phrase::AnyScript)),
            (true, false) if matches.is_empty() => format!("ctrl-t {}", self.app.lang().say(Phrase::AnyScript)),
            _ => matches,
        };
        let (matches, said) = match prompt.purpose {
            Purpose::Filter(_) => self.filter_hint(prompt.text()),
            Purpose::Find { .. } | Purpose::Search if self.app.is_exact() => {
                (self.app.lang().say(Phrase::AsPrinted).into_owned(), Role::Quiet)
            }
            Purpose::Palette => (self.app.lang().say(Phrase::PaletteHint).into_owned(), Role::Quiet),
            Purpose::UndoImport(_) => (self.app.lang().say(Phrase::UndoImportHint).into_owned(), Role::Quiet),
            Purpose::Imprint { .. } => self.imprint_hint(prompt.text()),
            Purpose::Save(_) => (self.app.lang().say(Phrase::SaveHint).into_owned(), Role::Quiet),
            _ => (matches.trim_start().to_owned(), Role::Quiet),
        };
        let matches = matches.as_str();
        let counted = self.canvas.cells(matches);
        let mut room = line.width.saturating_sub(column + 1);
        if room > counted + 8 && counted > 0 {
            room -= counted + 1;
            self.canvas.right(line, matches, self.theme.style(said));
        }
        let hidden = self.hidden(prompt.before_cursor(), room);
        let typed = Area { width: column + room, ..line };
        self.canvas.text(typed, column, &prompt.text()[hidden..], style);
        let cursor = column + self.canvas.cells(&prompt.before_cursor()[hidden..]);
        (line.row, line.column + cursor)
    }

    /// What can be typed to narrow the list; or what makes no sense of what has been.
    fn filter_hint(&self, typed: &str) -> (String, Role) {
        let lang = self.app.lang();
        match TypedFilter::read(typed) {
            (_, None) => (lang.say(Phrase::FilterHint).into_owned(), Role::Quiet),
            (_, Some(misasked)) => (misasked.said(lang), Role::Notice),
        }
    }

    /// What can be typed of a page; or what makes no sense of what has been.
    fn imprint_hint(&self, typed: &str) -> (String, Role) {
        let lang = self.app.lang();
        match read_imprint(typed) {
            Ok(_) => (lang.say(Phrase::ImprintHint).into_owned(), Role::Quiet),
            Err((wrong, why)) => (format!("{wrong}: {}", lang.say(why)), Role::Notice),
        }
    }

    /// The bytes at the beginning of a text that do not fit into a room with its end.
    fn hidden(&self, text: &str, room: u16) -> usize {
        let metrics = self.canvas.metrics();
        let mut over = metrics.cells(text).saturating_sub(room.into());
        let mut clusters = metrics.clusters(text);
        let mut hidden = 0;
        while over > 0 {
            let Some(cluster) = clusters.next() else { break };
            over = over.saturating_sub(cluster.cells);
            hidden = cluster.end();
        }
        hidden
    }
}
