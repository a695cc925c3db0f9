//! The status line: where one is, how far, what can be done; or what is being typed, or a notice.

use crate::app::{Action, Area, Focus, Panel, Reader, StatusMessage, order_phrase};
use crate::model::{HitOrder, Order};
use crate::phrase::Phrase;

use super::painter::Painter;
use super::theme::Role;

/// The least width that shows keys beside the place.
const HINTS: u16 = 72;
/// The least width of a progress rule that says something.
const RULE: u16 = 8;

impl Painter<'_> {
    /// Paints the status line; where the cursor stands, if something is being typed.
    pub(super) fn status(&mut self) -> Option<(u16, u16)> {
        let area = self.areas.status.or_else(|| self.lent_line())?;
        let bare = self.areas.masthead.is_none() && area.width < 20;
        let line = if bare { area } else { area.within(1) };
        if let Some(prompt) = self.app.prompt() {
            return Some(self.prompt(line, prompt));
        }
        match (self.app.message(), self.app.panel()) {
            (Some(StatusMessage::Phrase(phrase)), _) => self.say_phrase(line, *phrase),
            (Some(StatusMessage::Told(text, 1)), _) => self.say(line, text),
            (Some(StatusMessage::Told(text, count)), _) => {
                self.say(line, &format!("{}{text}", self.app.lang().say(Phrase::LastOf(*count as u64))));
            }
            (None, Some(Panel::Bookmarks(list))) if !bare => self.bookmarks_status(line, list),
            (None, Some(Panel::Help(_))) if !bare => {
                let tutorial = (Action::Tutorial, Phrase::HintTutorial);
                self.hints(line, &[(Action::Search, Phrase::HintFind), tutorial, (Action::Back, Phrase::HintClose)]);
            }
            (None, Some(Panel::Choice(_))) if !bare => {
                let take = (Action::Open, Phrase::HintTake);
                let keep = (Action::KeepChoice, Phrase::HintKeepChoice);
                self.hints_at_right(line, &[take, keep, (Action::Back, Phrase::HintAsBefore)]);
            }
            (None, _) => self.place(line, bare),
        }
        None
    }

    /// Where the text has the whole screen, its last line while something is typed or told.
    fn lent_line(&mut self) -> Option<Area> {
        let last = self.areas.body.height.checked_sub(1)?;
        let speaks = self.app.prompt().is_some() || self.app.message().is_some();
        let line = Some(self.areas.body.line(last)).filter(|_| speaks)?;
        self.canvas.clear(line, self.ground());
        Some(line)
    }

    /// What was done; beside it the keys for a bookmark that was set.
    fn say_phrase(&mut self, line: Area, phrase: Phrase) {
        let rest = match phrase {
            Phrase::BookmarkSet | Phrase::HighlightSet => {
                self.hints(line, &[(Action::Note, Phrase::HintNote), (Action::Tag, Phrase::HintTag)])
            }
            Phrase::BookmarkRemoved | Phrase::HighlightRemoved => self.hints(line, &[(Action::Undo, Phrase::HintUndo)]),
            _ => line,
        };
        self.say(rest, &self.app.lang().say(phrase));
    }

    fn say(&mut self, line: Area, text: &str) {
        self.canvas.cut(line, 0, text, line.width, self.theme.style(Role::Notice));
    }

    fn place(&mut self, line: Area, bare: bool) {
        let importing = self.app.arrival().progress().filter(|(_, all)| *all > 1);
        let importing = importing.map(|(done, all)| Phrase::Importing(done, all));
        let indexing = self.app.arrival().indexing().map(|(done, all)| Phrase::Indexing(done * 100 / all));
        let importing = indexing.or(importing);
        if self.app.arrival().is_awaited() {
            return self.say(line, &self.app.lang().say(importing.unwrap_or(Phrase::Parsing)));
        }
        match (self.app.focus_under_panel(), self.app.reader()) {
            (Focus::Article | Focus::PageText | Focus::PagePicture, Some(reader)) => self.reading(line, reader, bare),
            _ => self.listing(line, bare, importing),
        }
    }

    /// The number of the current row, how many there are, the filter.
    fn listing(&mut self, line: Area, bare: bool, importing: Option<Phrase>) {
        let lang = self.app.lang();
        let (number, total, what) = match self.app.hits() {
            Some(hits) => {
                let count = hits.count() as u64;
                let what = if hits.is_finished() { Phrase::Found(count) } else { Phrase::Searching };
                (Some(hits.number() as u64 + 1), Some(count), Some(what))
            }
            None => {
                let headlines = self.app.headlines();
                (headlines.number(), headlines.total(), headlines.total().map(Phrase::Articles))
            }
        };
        let position = match (number, total) {
            (Some(number), Some(total)) if total > 0 => format!("{number}/{total}"),
            _ => String::new(),
        };
        if bare {
            self.canvas.right(line, &position, self.theme.style(Role::Status));
            return;
        }
        let (open, help) = ((Action::Open, Phrase::HintOpen), (Action::Help, Phrase::HintHelp));
        let hints = match self.app.hits() {
            Some(_) => [open, (Action::Order, Phrase::HintOrder), (Action::Back, Phrase::HintBack), help],
            None => [open, (Action::Filter, Phrase::HintFilter), (Action::Search, Phrase::HintSearch), help],
        };
        let mut rest = self.hints(line, &hints);
        rest.width = rest.width.saturating_sub(1);
        let column = self.canvas.text(rest, 0, &position, self.theme.style(Role::Status));
        let gap = if column > 0 { column + 2 } else { 0 };
        let what = importing.or(what).map(|what| lang.say(what)).unwrap_or_default();
        let column = self.canvas.cut(rest, gap, &what, rest.width.saturating_sub(gap), self.theme.style(Role::Quiet));
        if let Some(filter) = self.filter() {
            let room = rest.width.saturating_sub(column + 2);
            self.canvas.cut(rest, column + 2, &filter, room, self.theme.style(Role::Accent));
        }
    }

    /// What narrows the list: what was typed, or that only the pages read in now are listed; and its
    /// order, if that is another than usual.
    fn filter(&self) -> Option<String> {
        let filter = self.app.headlines().filter();
        let typed = self.app.hits().map_or(self.app.headlines().typed(), |hits| &hits.query().words);
        let typed = (!typed.is_empty()).then(|| format!("“{typed}”"));
        let listed = self.app.hits().is_none();
        let only_new = listed && !filter.pages.is_empty();
        let narrowed = typed.or_else(|| only_new.then(|| self.app.lang().say(Phrase::OnlyNew).into_owned()));
        let order = match (self.app.headlines().listing().order, self.app.hit_order()) {
            (_, HitOrder::Best) if !listed => Some(Phrase::OrderBest),
            (order, _) if listed && order != Order::Newest => Some(order_phrase(order)),
            _ => None,
        };
        let order = order.map(|order| self.app.lang().say(order).into_owned());
        let both: Vec<_> = narrowed.into_iter().chain(order).collect();
        (!both.is_empty()).then(|| both.join(" · "))
    }

    /// The section, the progress rule with the sections as ticks, the part that has been read.
    fn reading(&mut self, line: Area, reader: &Reader, bare: bool) {
        let (picture, page) = (self.app.page_picture(), self.app.page_text());
        let progress = match (picture, page) {
            (Some(picture), _) => picture.progress(),
            (None, Some(page)) => page.progress(),
            (None, None) => reader.progress(),
        };
        let percent = format!("{:>3.0}%", (progress * 100.0).floor());
        if bare {
            self.canvas.right(line, percent.trim_start(), self.theme.style(Role::Status));
            return;
        }
        let help = (Action::Help, Phrase::HintHelp);
        let hints: &[(Action, Phrase)] = match page {
            Some(_) if picture.is_some() => &[
                (Action::Unfold, Phrase::HintCloser),
                (Action::Fold, Phrase::HintWholePage),
                (Action::Source, Phrase::HintPageText),
                help,
            ],
            Some(_) => &[(Action::Source, Phrase::HintBack), help],
            None if reader.is_selecting() => {
                &[(Action::Copy, Phrase::HintCopy), (Action::Highlight, Phrase::HintHighlight), help]
            }
            None if reader.matches().is_some() => &[
                (Action::Next, Phrase::HintNextMatch),
                (Action::NextUnread, Phrase::HintPreviousMatch),
                (Action::Back, Phrase::HintBack),
            ],
            None => &[(Action::Outline, Phrase::HintOutline), (Action::Bookmark, Phrase::HintBookmark), help],
        };
        let mut rest = self.hints(line, hints);
        let at = self.canvas.right(rest, &percent, self.theme.style(Role::Status));
        rest.width = at.saturating_sub(1);
        let quiet = page.is_none() && !reader.is_selecting() && reader.matches().is_none();
        if let Some(bookmark) = reader.noted(self.app.bookmarks()).filter(|_| quiet) {
            self.mark(rest, 0, bookmark.tag);
            let note = bookmark.note.as_deref().unwrap_or_default();
            self.canvas.cut(rest, 2, note, rest.width.saturating_sub(2), self.theme.style(Role::Notice));
            return;
        }
        let left = self.whereabouts(reader);
        let room = if rest.width > 3 * RULE { rest.width / 5 * 2 } else { rest.width };
        let column = self.canvas.cut(rest, 0, &left, room, self.theme.style(Role::Status));
        let start = if column > 0 { column.max(room) + 2 } else { 0 };
        if rest.width.saturating_sub(start) >= RULE {
            let rule = Area { column: rest.column + start, width: rest.width - start, ..rest };
            self.progress_rule(rule, progress, reader);
        }
    }

    /// The match that is shown, or the section that is read, or the headline.
    fn whereabouts(&self, reader: &Reader) -> String {
        let lang = self.app.lang();
        if let Some(picture) = self.app.page_picture() {
            return format!("{} · {}", lang.say(Phrase::PagePicture), picture.source());
        }
        if let Some(page) = self.app.page_text() {
            let alone = self.app.page_is_text_alone();
            let what = if alone { Phrase::SourcePageNoPdf } else { Phrase::SourcePage };
            return format!("{} · {}", lang.say(what), page.source());
        }
        if reader.is_selecting() {
            return lang.say(Phrase::Selecting).into_owned();
        }
        if let Some(matches) = reader.matches() {
            return lang.say(Phrase::MatchOf(matches.current() + 1, matches.count())).into_owned();
        }
        let sections = reader.shown().sections().count();
        match reader.section().and_then(|i| Some((i, reader.shown().sections().nth(i)?))) {
            Some((i, section)) => format!("{}/{sections} · {}", i + 1, section.text),
            None => reader.shown().title().to_owned(),
        }
    }

    fn progress_rule(&mut self, line: Area, progress: f32, reader: &Reader) {
        let column_of = |part: f32| ((part * f32::from(line.width)) as u16).min(line.width.saturating_sub(1));
        let ticks: Vec<u16> = match self.app.page_text() {
            Some(_) => Vec::new(),
            None => reader.ticks().map(column_of).filter(|column| *column > 0).collect(),
        };
        let done = (progress * f32::from(line.width)).round() as u16;
        let step = self.canvas.cells("━").max(1);
        for column in (0..line.width).step_by(step.into()) {
            let tick = ticks.iter().any(|tick| (column..column + step).contains(tick));
            let (symbol, role) = match (column < done, tick) {
                (true, false) => ("━", Role::Progress),
                (true, true) => ("╋", Role::Progress),
                (false, false) => ("╌", Role::Quiet),
                (false, true) => ("┼", Role::Quiet),
            };
            self.canvas.text(line, column, symbol, self.theme.style(role));
        }
    }

    /// Keys with what they do, at the right; what is left of the line.
    pub(super) fn hints(&mut self, line: Area, hints: &[(Action, Phrase)]) -> Area {
        if line.width < HINTS {
            return line;
        }
        self.hints_at_right(line, hints)
    }

    /// The same however narrow the line is.
    fn hints_at_right(&mut self, line: Area, hints: &[(Action, Phrase)]) -> Area {
        let mut width = 0;
        let hints: Vec<_> = hints.iter().filter_map(|(action, phrase)| self.hint(*action, *phrase)).collect();
        for (key, what) in &hints {
            width += self.canvas.cells(key) + self.canvas.cells(what) + 3;
        }
        let mut column = line.width.saturating_sub(width);
        let rest = Area { width: column, ..line };
        for (key, what) in hints {
            column = self.canvas.text(line, column + 2, &key, self.theme.style(Role::Key));
            column = self.canvas.text(line, column + 1, &what, self.theme.style(Role::Quiet));
        }
        rest
    }

    fn hint(&self, action: Action, phrase: Phrase) -> Option<(String, String)> {
        let key = self.app.keymap().keys_of(action).into_iter().next()?;
        Some((key, self.app.lang().say(phrase).into_owned()))
    }
}
