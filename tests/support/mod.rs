//! A desk to read at without a terminal and without a disk: the state, a theme, and a runtime that
//! does effects at once against an edition held in memory.

#![allow(dead_code, unused_imports, clippy::unwrap_used, reason = "every test file uses a part of it")]

mod edition;
mod keys;
mod picture;

use std::cmp::Reverse;
use std::collections::VecDeque;
use std::io::Write;
use std::sync::Arc;
use std::time::Duration;

use paper_reader::app::{
    self, App, CopiedTo, Effect, Event, Key, LastView, LoadedArticle, Marking, PictureSupport, Settings, Size,
    StartWith, WrittenAs, keep_choice,
};
use paper_reader::export;
use paper_reader::hanzi;
use paper_reader::model::{
    Article, ArticleId, Bookmark, Direction, Filter, Folded, Group, Hit, HitOrder, Imprint, LastImport, Listed,
    Listing, Mended, NoPicture, Order, PageId, Part, Picture, Place, PrintedArticle, PrintedPage, Reading, Remedy, Row,
    Search, Seat, SourcePage, Stretch,
};
use paper_reader::phrase::Lang;
use paper_reader::term::Screen;
use paper_reader::text::{Needle, Squeezed};
use paper_reader::ui::{self, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub use edition::{edition, long, many, printed};
pub use keys::keys;
pub use picture::{picture, styled};

/// A page of the edition: what the list shows of its articles, and the articles.
pub struct Entry {
    pub row: Row,
    pub article: Arc<Article>,
    pub source: SourcePage,
}

/// The state with its runtime.
pub struct Desk {
    pub app: App,
    pub theme: Theme,
    /// The file of settings.
    pub settings: String,
    /// How often the tutorial was opened.
    pub tutorials: u32,
    pub size: Size,
    pub copied: Vec<String>,
    pub ended: bool,
    pub saved: Vec<(ArticleId, Reading, Place)>,
    /// What was put right.
    pub mends: Vec<(ArticleId, Part, Remedy)>,
    /// The import that can be undone.
    pub last_import: Option<LastImport>,
    /// What was said of pages: which, what was known, and what is said.
    pub said: Vec<(Group, Imprint, Imprint)>,
    /// Whether effects wait until [`Desk::answer`] does them one by one.
    pub slow: bool,
    /// What the terminal says of pictures.
    pub pictures: PictureSupport,
    /// What comes of a page that is to be drawn, where that is not a picture.
    pub drawn: Option<Result<Arc<Picture>, NoPicture>>,
    waiting: VecDeque<Effect>,
    entries: Vec<Entry>,
    bookmarks: Vec<Bookmark>,
    clock: u64,
    /// How the program was left.
    pub last: Option<LastView>,
    /// How long the user takes before each key.
    pub pause: Duration,
    time: Duration,
}

impl Desk {
    /// A reader on the sample edition.
    pub fn new(width: u16, height: u16) -> Self {
        Self::with(edition(), width, height)
    }

    /// A reader on some edition, in Chinese.
    pub fn with(entries: Vec<Entry>, width: u16, height: u16) -> Self {
        Self::start(entries, width, height, StartWith::Library, &Settings::default())
    }

    /// A reader that begins in some way.
    pub fn start(entries: Vec<Entry>, width: u16, height: u16, start: StartWith, settings: &Settings) -> Self {
        Self::resume(entries, Size { width, height }, start, settings, LastView::default())
    }

    /// A reader as it was left.
    pub fn resume(entries: Vec<Entry>, size: Size, start: StartWith, settings: &Settings, last: LastView) -> Self {
        let (app, effects) = App::resume(settings, Lang::Chinese, size, start, last);
        let mut desk = Self {
            app,
            theme: Theme::default(),
            settings: String::new(),
            tutorials: 0,
            size,
            copied: Vec::new(),
            ended: false,
            saved: Vec::new(),
            mends: Vec::new(),
            last_import: None,
            said: Vec::new(),
            slow: false,
            pictures: PictureSupport::None(NoPicture::Terminal),
            drawn: None,
            waiting: VecDeque::new(),
            entries,
            bookmarks: Vec::new(),
            clock: 0,
            last: None,
            pause: Duration::from_secs(60),
            time: Duration::ZERO,
        };
        desk.perform(effects);
        desk
    }

    /// The library loses an article that the list still has.
    pub fn forget(&mut self, number: usize) {
        self.entries.remove(number);
    }

    /// Articles come to the library before those that it has.
    pub fn bring(&mut self, entries: impl IntoIterator<Item = Entry>) {
        self.entries.splice(..0, entries);
    }

    /// Presses keys named as settings name them, parted by spaces.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            self.key(name.parse().unwrap());
        }
        self
    }

    /// Types text, character by character.
    pub fn types(&mut self, text: &str) -> &mut Self {
        text.chars().for_each(|c| self.key(Key::char(c)));
        self
    }

    pub fn key(&mut self, key: Key) {
        self.time += self.pause;
        self.tell(Event::Time(self.time));
        self.tell(Event::Key(key));
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.size = Size { width, height };
        self.tell(Event::Resize(self.size));
        self
    }

    pub fn tell(&mut self, event: Event) {
        let effects = app::update(&mut self.app, event);
        self.perform(effects);
    }

    /// Draws the frame as it is now.
    pub fn draw_on<W: Write>(&self, screen: &mut Screen<W>) {
        screen.draw(self.size, |frame| ui::draw(&self.app, &self.theme, frame)).unwrap();
    }

    /// The frame as it is now.
    pub fn frame(&self) -> Buffer {
        let mut frame = Buffer::empty(Rect::new(0, 0, self.size.width, self.size.height));
        ui::draw(&self.app, &self.theme, &mut frame);
        frame
    }

    /// The frame as text.
    pub fn picture(&self) -> String {
        picture(&self.frame())
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        self.waiting.extend(effects);
        while !self.slow && self.answer() {}
    }

    /// Does the effect that has waited longest; `false` where none waits.
    pub fn answer(&mut self) -> bool {
        let Some(effect) = self.waiting.pop_front() else { return false };
        for event in self.answers(effect) {
            self.waiting.extend(app::update(&mut self.app, event));
        }
        true
    }

    fn answers(&mut self, effect: Effect) -> Vec<Event> {
        match effect {
            Effect::LoadRows(window) | Effect::FindRow(window) => {
                let (rows, more) = self.window(&window);
                vec![Event::Rows { ticket: window.ticket, rows, more }]
            }
            Effect::Count { ticket, filter } => {
                vec![Event::Counted { ticket, count: self.rows(&filter).count() as u64 }]
            }
            Effect::LoadArticle(id) => {
                let place = self.saved.iter().rfind(|(saved, ..)| *saved == id).map(|(_, _, place)| *place);
                let found = self.entry(id).map(|Entry { article, row, .. }| {
                    Box::new(LoadedArticle { article: Arc::clone(article), row: row.clone(), place })
                });
                vec![Event::Article { id, found }]
            }
            Effect::AskForPictures => vec![Event::PictureSupport(self.pictures)],
            Effect::DrawPicture(request) => {
                let drawn = self.drawn.clone().unwrap_or_else(|| {
                    let rgb = vec![0; request.size.area() as usize * 3];
                    Ok(Arc::new(Picture { size: request.size, rgb, png: Vec::new() }))
                });
                vec![Event::Picture { request, drawn }]
            }
            Effect::LoadSource(id) => {
                vec![Event::Source { id, page: self.entry(id).map(|entry| entry.source.clone()) }]
            }
            Effect::LoadPrintedPage(key) => {
                let on_page = |entry: &&Entry| (entry.row.key.edition, entry.row.key.page) == (key.edition, key.page);
                let article = |entry: &Entry| PrintedArticle {
                    id: entry.row.id,
                    kind: entry.row.kind,
                    title: entry.row.headline.clone(),
                    boxes: entry.article.boxes.clone(),
                };
                let articles = self.entries.iter().filter(on_page).map(article).collect();
                vec![Event::PrintedPage { key, page: Some(PrintedPage { articles, ..PrintedPage::default() }) }]
            }
            Effect::Search { ticket, search } => {
                vec![Event::Hits { ticket, hits: self.search(&search), finished: true }]
            }
            Effect::LoadBookmarks => vec![Event::Bookmarks(self.bookmarks.clone())],
            Effect::SetBookmark { span, tag } => {
                let Entry { article, row, .. } = self.entry(span.place.article).unwrap();
                let bookmark = Bookmark::new(span, article, Some(row), self.clock + 1);
                self.clock += 1;
                self.bookmarks.push(Bookmark { tag, ..bookmark });
                vec![Event::Bookmarks(self.bookmarks.clone())]
            }
            Effect::KeepBookmark(bookmark) => {
                self.bookmarks.retain(|kept| kept.span() != bookmark.span());
                self.bookmarks.push(bookmark);
                vec![Event::Bookmarks(self.bookmarks.clone())]
            }
            Effect::EditBookmark { span, edit } => {
                let own = self.bookmarks.iter_mut().filter(|bookmark| bookmark.span() == span);
                own.for_each(|bookmark| bookmark.edit(&edit));
                vec![Event::Bookmarks(self.bookmarks.clone())]
            }
            Effect::RemoveBookmark(span) => {
                self.bookmarks.retain(|bookmark| bookmark.span() != span);
                vec![Event::Bookmarks(self.bookmarks.clone())]
            }
            Effect::SaveReading { id, reading, place } => {
                self.saved.push((id, reading, place));
                let own = self.entries.iter_mut().filter(|entry| entry.row.id == id);
                own.for_each(|entry| entry.row.reading = reading);
                vec![Event::ReadingSaved { id, reading }]
            }
            Effect::FindJump { from, page, is_onward } => {
                let is_there = |entry: &&Entry| {
                    let other = if is_onward { &entry.article.continued } else { &entry.article.continues };
                    entry.row.page_number == page.page_number
                        && other.as_ref().is_some_and(|other| other.page_number == from.page_number)
                };
                let place = self.entries.iter().find(is_there).map(|entry| Place::start_of(&entry.article));
                vec![Event::JumpFound { from: from.id, place }]
            }
            Effect::CountUnread { ticket, filter, groups } => {
                let unread = |group: &Group| {
                    let rows = self.rows(&filter).filter(|row| group.holds(row));
                    (*group, rows.filter(|row| row.reading == Reading::Unread).count() as u64)
                };
                vec![Event::UnreadCounted { ticket, counts: groups.iter().map(unread).collect() }]
            }
            Effect::WriteOut { id, format } => {
                let Entry { article, row, .. } = self.entry(id).unwrap();
                let text = match format {
                    WrittenAs::Text => export::text::article(&row.into(), article),
                    WrittenAs::Markdown => export::markdown::article(&row.into(), article),
                };
                vec![Event::ArticleText(text)]
            }
            Effect::FindLastImport => vec![Event::LastImport(self.last_import.clone())],
            Effect::UndoImport(last) => vec![Event::ImportUndone(self.last_import.take() == Some(*last))],
            Effect::SayOfPages { group, before, now, article } => {
                let row = self.entry(article).map(|entry| Box::new(entry.row.clone()));
                self.said.push((group, *before, *now));
                vec![Event::ImprintSet { pages: 1, row }]
            }
            Effect::LookForPages => vec![Event::NothingCame { has_folders: true }],
            Effect::SaveArticle { path, .. } => vec![Event::ArticleSaved(path)],
            Effect::ListThemes => vec![Event::Themes(Theme::names().map(str::to_owned).collect())],
            Effect::ShowTheme(name) => {
                self.theme = Theme::built_in(&name).unwrap_or_default();
                Vec::new()
            }
            Effect::OpenTutorial => {
                self.tutorials += 1;
                Vec::new()
            }
            Effect::KeepChoice(choice) => {
                self.settings = keep_choice(&self.settings, &choice).unwrap();
                vec![Event::ChoiceKept(choice)]
            }
            Effect::KeepView(view) => {
                self.last = Some(*view);
                Vec::new()
            }
            Effect::Mark(marking) => {
                let (articles, reading) = match marking {
                    Marking::Article(id, reading) => (vec![id], reading),
                    Marking::Group(group, filter) => {
                        let rows: Vec<&Row> = self.rows(&filter).filter(|row| group.holds(row)).collect();
                        let read = rows.iter().all(|row| row.reading == Reading::Read);
                        let ids = rows.iter().map(|row| row.id).collect();
                        (ids, if read { Reading::Unread } else { Reading::Read })
                    }
                };
                let own = self.entries.iter_mut().filter(|entry| articles.contains(&entry.row.id));
                own.for_each(|entry| entry.row.reading = reading);
                vec![Event::Marked { articles, reading }]
            }
            Effect::FindMend(id) => vec![Event::LastMend { id, last: self.mends.last().map(|mend| (mend.2, true)) }],
            Effect::Mend { id, part, remedy } => {
                self.mends.push((id, part, remedy));
                vec![Event::Mended(Some(Mended { remedy, found: true, article: Some(id), undone: false }))]
            }
            Effect::UndoMend(id) => {
                let undone = |(_, _, remedy)| Mended { remedy, found: true, article: Some(id), undone: true };
                vec![Event::Mended(self.mends.pop().map(undone))]
            }
            Effect::Copy(text) => {
                self.copied.push(text);
                vec![Event::Copied(CopiedTo::Terminal)]
            }
            Effect::Quit => {
                self.ended = true;
                Vec::new()
            }
            Effect::StopSearch | Effect::Redraw | Effect::Suspend => Vec::new(),
        }
    }

    fn entry(&self, id: ArticleId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.row.id == id)
    }

    fn rows<'a>(&'a self, filter: &'a Filter) -> impl DoubleEndedIterator<Item = &'a Row> {
        self.entries.iter().filter(|entry| lets_through(filter, entry)).map(|entry| &entry.row)
    }

    fn window(&self, window: &app::Window) -> (Vec<Listed>, bool) {
        let Stretch { from, included, direction, limit } = window.stretch;
        let all = self.listed(&window.listing);
        let places = |listed: &Listed| {
            [listed.seat, listed.beyond(Direction::Forward), listed.beyond(Direction::Backward)].map(|seat| seat.key)
        };
        let there = |seat: Seat| all.iter().position(|listed| places(listed).contains(&seat.key));
        let before = |seat: Seat| all.iter().take_while(|listed| listed.seat.key < seat.key).count();
        let split = |seat: Seat, with_it: bool| there(seat).map_or(before(seat), |at| at + usize::from(with_it));
        let mut wanted: Vec<Listed> = match (from, direction) {
            (None, _) => all.clone(),
            (Some(seat), Direction::Forward) => all[split(seat, !included)..].to_vec(),
            (Some(seat), Direction::Backward) => all[..split(seat, included)].to_vec(),
        };
        let more = wanted.len() > limit;
        match direction {
            Direction::Forward => wanted.truncate(limit),
            Direction::Backward => drop(wanted.drain(..wanted.len().saturating_sub(limit))),
        }
        (wanted, more)
    }

    /// The articles of a list, what is folded among them.
    pub fn ordered<'a>(&'a self, listing: &'a Listing) -> Vec<&'a Row> {
        let mut rows: Vec<&Row> = self.rows(&listing.filter).collect();
        match listing.order {
            Order::Newest => {}
            Order::Oldest => rows.sort_by_key(|row| Reverse(row.key.edition)),
            Order::Longest => rows.sort_by_key(|row| Reverse(row.characters)),
            Order::Unread => rows.sort_by_key(|row| row.reading as u8),
        }
        rows
    }

    /// The whole list.
    fn listed(&self, listing: &Listing) -> Vec<Listed> {
        let rows = self.ordered(listing);
        let mut listed: Vec<Listed> = Vec::new();
        for row in rows {
            let hiding = listing.hiding(row);
            match (hiding, listed.last_mut().and_then(|last| last.folded.as_mut())) {
                (Some(group), Some(folded)) if folded.group == group => folded.articles += 1,
                (Some(group), _) => listed.push(Listed::folded(row.clone(), Folded { group, articles: 1 })),
                (None, _) => listed.push(Listed::article(row.clone())),
            }
        }
        listed
    }

    fn search(&self, search: &Search) -> Vec<Hit> {
        let alike = hanzi::Folding { scripts: search.any_script, widths: search.any_width };
        let needles: Vec<_> = search.terms.iter().filter_map(|term| Needle::new(&alike.compared(term))).collect();
        let mut hits: Vec<Hit> = self.entries.iter().filter_map(|entry| hit(entry, &needles, alike)).collect();
        if search.order == HitOrder::Best {
            hits.sort_by_key(|hit| hit.row.characters);
        }
        hits
    }
}

fn lets_through(filter: &Filter, Entry { row, article, .. }: &Entry) -> bool {
    let page = PageId(row.page_number.unwrap_or(0).into());
    let holds = |text: Option<&str>, words: &Option<String>| {
        words.as_deref().is_none_or(|words| text.is_some_and(|text| text.contains(words)))
    };
    let names: String = article.byline.iter().map(|person| person.name.as_str()).collect();
    row.headline.contains(&filter.headline)
        && holds(row.publication.as_deref(), &filter.newspaper)
        && holds(Some(&names), &filter.byline)
        && filter.since.is_none_or(|since| row.date >= Some(since))
        && filter.until.is_none_or(|until| row.date.is_some_and(|date| date <= until))
        && filter.reading.is_none_or(|reading| row.reading == reading)
        && filter.articles.as_ref().is_none_or(|articles| articles.contains(&row.id))
        && (filter.pages.is_empty() || filter.pages.contains(&page))
}

fn hit(entry: &Entry, needles: &[Needle], alike: hanzi::Folding) -> Option<Hit> {
    let mut found: Vec<(Part, std::ops::Range<usize>, &str)> = Vec::new();
    for needle in needles {
        let before = found.len();
        for (part, text) in entry.article.parts() {
            found.extend(needle.ranges(&Squeezed::new(&alike.compared(text))).map(|range| (part, range, text)));
        }
        if found.len() == before {
            return None;
        }
    }
    found.sort_by_key(|(part, range, _)| (*part, range.start));
    let (part, range, text) = found.first()?;
    let excerpt: String = text[range.start..].chars().take(30).collect();
    let place = Place { article: entry.row.id, part: *part, byte: range.start };
    Some(Hit { row: entry.row.clone(), place, matches: found.len() as u64, excerpt })
}
