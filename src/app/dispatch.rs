//! From events to the parts of the reader: a key is typed text, or an action, or nothing.

use std::time::Duration;

use crate::model::{Bookmark, Direction, PageId, Tag};
use crate::phrase::{Lang, Phrase};

use super::areas::{Size, View};
use super::arrival::Arrival;
use super::config::choice::ChosenSetting;
use super::config::settings::Settings;
use super::effect::{Effect, WrittenAs};
use super::event::{CopiedTo, Event};
use super::focus::Focus;
use super::front::page::Towards;
use super::input::action::Action;
use super::input::key::{Key, KeyCode};
use super::input::keymap::Meaning;
use super::input::prompt::Prompt;
use super::last_view::LastView;
use super::outbox::StatusMessage;
use super::pane::{Motion, Pane};
use super::panels::{Panel, bookmark_target};
use super::reader::copy::quotation;
use super::state::App;

/// How the reader begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartWith {
    /// With what the library has.
    Library,
    /// With pages that are being read: nothing is listed until [`Event::Imported`].
    Pages,
    /// With the tutorial, which is the library for as long as it is open.
    Tutorial,
}

impl App {
    /// A reader on a screen of some size, and what it asks for first.
    pub fn new(settings: &Settings, lang: Lang, size: Size, start: StartWith) -> (Self, Vec<Effect>) {
        Self::resume(settings, lang, size, start, LastView::default())
    }

    /// A reader as it was left last, and what it asks for first.
    pub fn resume(
        settings: &Settings,
        lang: Lang,
        size: Size,
        start: StartWith,
        last: LastView,
    ) -> (Self, Vec<Effect>) {
        let mut app = Self::idle(settings, lang, size);
        app.turn_as(&last);
        match start {
            StartWith::Library => {
                app.list_as(&last);
                app.headlines.list_all(&mut app.out);
            }
            StartWith::Tutorial => {
                app.is_tutorial = true;
                app.headlines.list_all(&mut app.out);
            }
            StartWith::Pages => app.arrival = Arrival::awaited(),
        }
        app.last = last;
        app.out.ask(Effect::LoadBookmarks);
        app.settle();
        let effects = app.out.take_effects();
        (app, effects)
    }
}

/// Changes the state by an event; what is to be done about it.
pub fn update(app: &mut App, event: Event) -> Vec<Effect> {
    match event {
        Event::Time(now) => {
            app.time_passed(now);
            return app.out.take_effects();
        }
        Event::Key(key) => app.key(key),
        Event::Mouse(mouse) => app.mouse(mouse),
        Event::Paste(text) => app.paste(&text),
        Event::Resize(size) => app.panes.resize(size),
        Event::PageRead { source, text } => app.arrival.take_page(source, text, app.display.setting().metrics),
        Event::Progress { done, all } => app.arrival.take_progress(done, all),
        Event::Imported { pages, finished } => app.imported(pages, finished),
        Event::CameIn { articles, finished } => app.came_in(articles, finished),
        Event::NothingCame { has_folders } => {
            app.out.say(if has_folders { Phrase::NoNewPages } else { Phrase::NoFolders });
        }
        Event::Rows { ticket, rows, more } => app.rows_came(ticket, rows, more),
        Event::Counted { ticket, count } => app.headlines.counted(ticket, count),
        Event::UnreadCounted { ticket, counts } => app.headlines.take_counts(ticket, counts),
        Event::Article { id, found } => app.article_came(id, found.map(|found| *found)),
        Event::JumpFound { from, place } => app.jump_found(from, place),
        Event::Source { id, page } => app.page_came(id, page),
        Event::PictureSupport(support) => app.picture_support_came(support),
        Event::Picture { request, drawn } => app.article.take_picture(*request, drawn, &mut app.out),
        Event::PrintedPage { key, page } => app.printed.take(key, page),
        Event::Hits { ticket, hits, finished } => app.search.take(ticket, hits, finished),
        Event::Bookmarks(bookmarks) => app.bookmarks_came(bookmarks),
        Event::ReadingSaved { id, reading } => app.headlines.mark(&[id], reading),
        Event::Marked { articles, reading } => app.marked(&articles, reading),
        Event::LastMend { id, last } => app.last_mend_came(id, last),
        Event::Mended(mended) => app.mended(mended),
        Event::LastImport(last) => app.last_import_came(last),
        Event::ImportUndone(is_undone) => app.import_undone(is_undone),
        Event::ImprintSet { pages, row } => app.imprint_set(pages, row.map(|row| *row)),
        Event::Settings(settings) => app.settings_came(*settings),
        Event::Themes(names) => app.themes_came(&names),
        Event::ChoiceKept(choice) => app.choice_kept(&choice),
        Event::ArticleText(text) => app.out.ask(Effect::Copy(text)),
        Event::ArticleSaved(path) => {
            let saved = app.lang().say(Phrase::Saved);
            app.out.tell(format!("{saved}{path}"));
        }
        Event::Copied(to) => app.out.say(copied(to)),
        Event::Indexing(done, all) => app.arrival.take_indexing(done, all),
        Event::Notice(sentence) => app.out.tell(sentence),
        Event::End => app.quit(),
    }
    app.catch_up();
    app.say_new();
    app.settle();
    app.out.take_effects()
}

fn copied(to: CopiedTo) -> Phrase {
    match to {
        CopiedTo::Tmux => Phrase::CopiedToTmux,
        CopiedTo::TmuxAlone => Phrase::CopiedToTmuxAlone,
        CopiedTo::Terminal => Phrase::CopiedToTerminal,
    }
}

/// What the runtime brings.
impl App {
    /// The list shows the pages that were asked for, as soon as the first is there; all of the
    /// library where none of them gave an article.
    fn imported(&mut self, pages: Vec<PageId>, finished: bool) {
        if finished {
            self.arrival.finish();
            // Pages that were read anew have other articles.
            self.out.ask(Effect::LoadBookmarks);
        }
        if pages.is_empty() && !finished {
            return;
        }
        self.headlines.brought_in();
        self.printed.forget();
        if self.arrival.list() {
            self.headlines.list_pages(pages, &mut self.out);
        } else {
            self.headlines.list_more_pages(&pages, finished, &mut self.out);
        }
    }

    /// Pages have come by themselves, or have gone: they are listed, and what is at hand stays where it is.
    pub(super) fn came_in(&mut self, articles: usize, finished: bool) {
        self.headlines.brought_in();
        if self.headlines.filter().pages.is_empty() {
            self.headlines.refresh(&mut self.out);
        }
        if !finished {
            return;
        }
        self.arrival.finish();
        self.printed.forget_but(self.headlines.current());
        // Pages that were read anew have other articles.
        self.out.ask(Effect::LoadBookmarks);
        self.arrival.take_new(articles);
    }

    /// Says how many articles have come by themselves; where a line is being typed or a sentence stands there, after
    /// that.
    fn say_new(&mut self) {
        let before = match self.out.message() {
            Some(StatusMessage::Phrase(Phrase::NewArticles(before))) => *before,
            Some(StatusMessage::Phrase(_)) | None => 0,
            Some(StatusMessage::Told(..)) => return,
        };
        if self.prompt.is_none()
            && let Some(articles) = self.arrival.say_new()
        {
            self.out.say(Phrase::NewArticles(before + articles));
        }
    }

    /// Takes the bookmarks that are on the disk, into the lists that show them too.
    fn bookmarks_came(&mut self, bookmarks: Vec<Bookmark>) {
        self.bookmarks.take(bookmarks, &mut self.out);
        self.headlines.list_bookmarked(self.bookmarks.kept(), &mut self.out);
        if let Some(list) = self.panel.as_mut().and_then(Panel::bookmarks_mut) {
            list.refresh(self.bookmarks.kept());
        }
    }
}

/// What the user types, and the time that passes meanwhile.
impl App {
    /// The program has run for so long.
    fn time_passed(&mut self, now: Duration) {
        let passed = now.saturating_sub(self.now);
        self.now = now;
        self.article.spend(passed, &self.panes, &mut self.out);
    }

    /// A key pressed. What is typed ahead of an article that is being opened is meant for it, and
    /// waits until it has come.
    fn key(&mut self, key: Key) {
        if self.is_opening() && self.keymap().meaning(&[key.half_width()], false) != Meaning::Action(Action::Quit) {
            self.typed_ahead.push_back(key);
        } else {
            self.press_key(key);
        }
    }

    /// Does what was typed ahead, once the article that it waited for is there.
    fn catch_up(&mut self) {
        while !self.is_opening()
            && let Some(key) = self.typed_ahead.pop_front()
        {
            self.press_key(key);
        }
    }

    /// Whether an article is on its way that will have the focus.
    fn is_opening(&self) -> bool {
        self.article.is_opening() || self.unread_look.is_some_and(|look| look.enters)
    }

    /// What comes as a character with alt may be escape and that character, typed one right after the other:
    /// it is those two where it means nothing by itself. Where no text is typed, what an input method
    /// made of a key is that key.
    fn press_key(&mut self, key: Key) {
        self.out.clear_message();
        let key = if self.focus() == Focus::Prompt { key } else { key.half_width() };
        let is_unbound = || self.keymap().meaning(&[&self.begun[..], &[key]].concat(), self.is_selecting());
        let edits = self.focus() == Focus::Prompt && Prompt::edits_with_alt(key);
        if key.alt && !edits && matches!(key.code, KeyCode::Char(_)) && is_unbound() == Meaning::Nothing {
            self.press_key(Key { code: KeyCode::Esc, ctrl: false, alt: false, shift: false });
            return self.press_key(Key { alt: false, ..key });
        }
        if self.focus() == Focus::Prompt {
            return self.type_key(key);
        }
        self.begun.push(key);
        match self.keymap().meaning(&self.begun, self.is_selecting()) {
            Meaning::Begun => {}
            Meaning::Nothing => self.say_unbound(),
            Meaning::Action(action) => {
                self.begun.clear();
                self.perform(action, key);
            }
        }
    }

    /// Says that the keys mean nothing, and where those that mean something are.
    fn say_unbound(&mut self) {
        let keys: Vec<_> = self.begun.drain(..).map(|key| key.to_string()).collect();
        let palette = self.keymap().keys_of(Action::Palette).into_iter().next().unwrap_or_default();
        self.out.tell(format!("{}{}{palette}", keys.join(" "), self.lang().say(Phrase::Unbound)));
    }

    fn paste(&mut self, text: &str) {
        self.out.clear_message();
        if self.focus() == Focus::Prompt {
            self.type_text(text);
        }
    }

    /// Does an action; or says why it can do nothing here.
    pub(super) fn perform(&mut self, action: Action, key: Key) {
        if let Some(why) = self.why_not(action) {
            return self.out.say(why);
        }
        if let Some(motion) = Motion::of(action) {
            return self.moves(motion);
        }
        match action {
            Action::Open => self.open(),
            Action::Back => self.back(),
            Action::Left => self.step_aside(Towards::Left),
            Action::Right => self.step_aside(Towards::Right),
            Action::SwitchPane => self.switch_pane(),
            Action::NextPage => self.step_page(Direction::Forward),
            Action::PreviousPage => self.step_page(Direction::Backward),
            Action::Fold | Action::Unfold | Action::FoldAll | Action::Order => self.change_list(action),
            Action::Next => self.step_article_or_match(1),
            Action::Previous => self.step_article_or_match(-1),
            Action::NextUnread => self.step_unread(),
            Action::ToggleRead => self.toggle_read(),
            Action::TogglePageRead => self.toggle_page_read(),
            Action::NextParagraph => self.step_paragraph(1),
            Action::PreviousParagraph => self.step_paragraph(-1),
            Action::NextSection => self.step_section(1),
            Action::PreviousSection => self.step_section(-1),
            Action::Section => self.go_to_number(action, key),
            Action::Outline => self.toggle_outline(),
            Action::Source => self.toggle_page(),
            Action::Mend => self.toggle_mend(),
            Action::FrontPage => self.toggle_front(),
            Action::Layout | Action::Pinyin | Action::Script => self.turn_display(action),
            Action::Zen => self.toggle_zen(),
            Action::Search => self.begin_search(),
            Action::Filter => self.begin_filter(),
            Action::Bookmark | Action::Highlight | Action::SelectColour | Action::Tag | Action::Undo => {
                self.change_bookmarks(action, key);
            }
            Action::Note => self.begin_note(),
            Action::Bookmarks => self.toggle_bookmarks(),
            Action::Select => self.select(),
            Action::Copy | Action::Quote => self.copy(action),
            Action::CopyArticle => self.copy_article(WrittenAs::Text),
            Action::CopyMarkdown => self.copy_article(WrittenAs::Markdown),
            Action::SaveArticle => self.begin_save(),
            Action::PlaceBack => self.go_back(),
            Action::PlaceForward => self.go_forward(),
            Action::Tutorial => {
                self.panel = None;
                self.out.ask(Effect::OpenTutorial);
            }
            Action::ChooseTheme
            | Action::ChooseLayout
            | Action::ChooseMeasure
            | Action::ChooseHanging
            | Action::ChooseLanguage => {
                ChosenSetting::of_action(action).into_iter().for_each(|it| self.begin_choice(it))
            }
            Action::KeepChoice => self.keep_choice(),
            Action::Palette => self.begin_palette(),
            Action::Help => self.toggle_help(),
            Action::Imprint => self.begin_imprint(),
            Action::UndoImport => self.out.ask(Effect::FindLastImport),
            Action::Look => {
                self.out.say(Phrase::LookingForPages);
                self.out.ask(Effect::LookForPages);
            }
            Action::Redraw => self.out.ask(Effect::Redraw),
            Action::Suspend => self.out.ask(Effect::Suspend),
            Action::Quit if self.panel.is_some() => self.back(),
            Action::Quit => self.quit(),
            _ => self.article.update(action),
        }
    }

    /// Moves in the part of the screen that has the focus; under a line being typed in the part below it.
    pub(super) fn moves(&mut self, motion: Motion) {
        match self.focus_under_prompt() {
            Focus::Prompt => {}
            Focus::Panel => self.panel.iter_mut().for_each(|panel| panel.moves(motion)),
            Focus::Arrival => self.arrival.page_mut().into_iter().for_each(|page| page.moves(motion)),
            Focus::Front => self.front().into_iter().for_each(|front| front.moves(motion, &mut self.headlines)),
            Focus::Headlines => self.headlines.moves(motion),
            Focus::Hits => self.search.hits_mut().into_iter().for_each(|hits| hits.moves(motion)),
            Focus::PageText | Focus::PagePicture => {
                self.article.page.iter_mut().for_each(|page| page.pane().moves(motion));
            }
            Focus::Article => self.move_in_article(motion),
        }
    }

    /// The beginning and the end are jumps: the place left can be come back to.
    fn move_in_article(&mut self, motion: Motion) {
        if matches!(motion, Motion::Top | Motion::Bottom) {
            self.article.leave_place(&self.panes);
        }
        if let Some(reader) = &mut self.article.reader {
            reader.moves(motion);
            reader.begin();
        }
    }

    /// Left and right: from box to box on the front page, elsewhere back and on.
    fn step_aside(&mut self, towards: Towards) {
        match (self.focus_under_prompt(), towards) {
            (Focus::Front, _) => self.front().into_iter().for_each(|front| front.step(towards, &mut self.headlines)),
            (_, Towards::Left) => self.back(),
            (_, _) => self.open(),
        }
    }

    /// Folds or orders the headline list; the hits that stand in its place have an order too. The keys that fold
    /// zoom in the picture of a page.
    fn change_list(&mut self, action: Action) {
        if let (Focus::PagePicture, Action::Fold | Action::Unfold) = (self.focus(), action) {
            return self.article.zoom(action == Action::Unfold);
        }
        let hits = self.hits().is_some() && !self.is_reading();
        if hits && action == Action::Order {
            self.search.reorder(&mut self.out);
        } else if !hits && self.panel.is_none() && self.view() == View::Headlines {
            self.headlines.update(action, &mut self.out);
        }
    }

    /// A number: in the list of bookmarks the colour of the chosen one, elsewhere a section. Without a
    /// number, as from the palette, the next colour, the list of sections.
    fn go_to_number(&mut self, action: Action, key: Key) {
        match (&self.panel, key.digit()) {
            (Some(Panel::Bookmarks(_)), Some(_)) => self.change_bookmarks(action, key),
            (Some(Panel::Bookmarks(_)), None) => self.change_bookmarks(Action::Tag, key),
            (Some(Panel::Mend(_)), Some(number)) => self.choose_mend(number.saturating_sub(1)),
            (_, Some(number)) => self.go_to_section(number),
            (_, None) => self.toggle_outline(),
        }
    }

    fn change_bookmarks(&mut self, action: Action, key: Key) {
        let target = bookmark_target(self.panel.as_ref(), &mut self.article);
        self.bookmarks.update(action, key.digit().and_then(Tag::numbered), target, &mut self.out);
    }

    /// Begins to select, or lets the selection go.
    fn select(&mut self) {
        if self.focus() == Focus::Article {
            self.article.update(Action::Select);
        }
    }

    /// Puts the page as it was in place of the article, or the article again.
    fn toggle_page(&mut self) {
        if self.panel.is_none() {
            self.article.toggle_page(&mut self.out);
        }
    }

    /// Copies what is selected, or the paragraph at the top; in the list of bookmarks the words
    /// that the chosen one keeps. A quotation has its source beside it.
    fn copy(&mut self, action: Action) {
        let words = match &self.panel {
            Some(panel) => panel.bookmarks().and_then(|list| list.chosen()).cloned(),
            None => self.article.take_words(),
        };
        if let Some(words) = words.filter(|words| !words.excerpt.is_empty()) {
            let copied = if action == Action::Quote { quotation(words, self.lang()) } else { words.excerpt };
            self.out.ask(Effect::Copy(copied));
        }
    }

    /// Copies the whole article at hand.
    fn copy_article(&mut self, format: WrittenAs) {
        if let Some(id) = self.row().map(|row| row.id).filter(|_| self.panel.is_none()) {
            self.out.ask(Effect::WriteOut { id, format });
        }
    }

    fn quit(&mut self) {
        self.article.keep_reading(&self.panes, &mut self.out);
        self.keep_view();
        self.out.ask(Effect::Quit);
    }
}
