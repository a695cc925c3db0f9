//! The list of bookmarks: which are shown, which is chosen.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::app::pane::Cursor;
use crate::model::{ArticleId, Bookmark, Place, Search, Span, Tag};
use crate::text::{Needle, Squeezed};

/// The bookmarks as they were when the list was opened, grouped by their articles, the one with the
/// newest bookmark first; one that is taken away stays, to be put back.
#[derive(Clone, Debug)]
pub struct BookmarkList {
    listed: Vec<Bookmark>,
    /// The numbers of those that the filter and the tag let through.
    shown: Vec<usize>,
    filter: String,
    tag: Option<Tag>,
    pub(in crate::app) cursor: Cursor,
    /// The first line that is seen, and the first that was seen after the last move: a smaller or
    /// larger screen changes the one but not the other.
    top: usize,
    wish: usize,
    height: usize,
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookmarkLine<'a> {
    /// White space between articles.
    Blank,
    /// An article, by the first of its bookmarks.
    Article(&'a Bookmark),
    /// The words of a bookmark, and whether it is chosen.
    Words(&'a Bookmark, bool),
    /// Its note.
    Note(&'a Bookmark, bool),
}

impl BookmarkList {
    /// All bookmarks, with the first of the article at hand chosen.
    pub fn new(mut listed: Vec<Bookmark>, here: Option<Place>) -> Self {
        let mut newest: HashMap<ArticleId, u64> = HashMap::new();
        for bookmark in &listed {
            let newest = newest.entry(bookmark.place.article).or_default();
            *newest = bookmark.created.max(*newest);
        }
        listed.sort_by_key(|bookmark| {
            let article = bookmark.place.article;
            (Reverse(newest.get(&article).copied()), article, bookmark.span())
        });
        let current = listed.iter().position(|bookmark| Some(bookmark.place.article) == here.map(|h| h.article));
        let cursor = Cursor::new(current.unwrap_or(0), listed.len());
        let shown = (0..listed.len()).collect();
        Self { shown, listed, filter: String::new(), tag: None, cursor, top: 0, wish: 0, height: 1 }
    }

    /// Whether there is nothing to list.
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// How many are shown.
    pub fn count(&self) -> usize {
        self.shown.len()
    }

    /// The number of the one that is chosen, from 1; 0 where none is.
    pub fn number(&self) -> usize {
        self.shown.len().min(self.cursor.at + 1)
    }

    /// The one that is chosen.
    pub fn chosen(&self) -> Option<&Bookmark> {
        self.shown.get(self.cursor.at).and_then(|at| self.listed.get(*at))
    }

    /// Those that are shown, each with whether it is chosen.
    pub fn shown(&self) -> impl Iterator<Item = (&Bookmark, bool)> {
        let shown = self.shown.iter().enumerate();
        shown.filter_map(|(i, at)| Some((self.listed.get(*at)?, i == self.cursor.at)))
    }

    /// The lines that are seen, and those below.
    pub fn lines(&self) -> impl Iterator<Item = BookmarkLine<'_>> {
        self.all_lines().skip(self.top).map(|(_, line)| line)
    }

    /// The lines that it would fill.
    pub fn rows(&self) -> usize {
        self.all_lines().count()
    }

    /// The number of the last one seen, from 1, and of all; none where all are seen.
    pub fn seen_of_all(&self) -> Option<(usize, usize)> {
        let last = self.all_lines().take(self.top + self.height).last().map_or(0, |(entry, _)| entry + 1);
        (self.height < self.rows()).then_some((last, self.shown.len()))
    }

    /// Takes the lines that are seen at once.
    pub fn fit(&mut self, height: u16) {
        self.height = usize::from(height).max(1);
        self.settle();
    }

    /// Moves by bookmarks.
    pub fn step(&mut self, bookmarks: isize) {
        self.choose(self.cursor.at.saturating_add_signed(bookmarks));
    }

    /// Moves by so many lines or somewhat less, by one bookmark at the least.
    pub fn scroll(&mut self, lines: isize) {
        let at_line = self.all_lines().position(|(entry, line)| entry == self.cursor.at && line.is_words());
        let to = at_line.unwrap_or(0).saturating_add_signed(lines);
        let entry = self.all_lines().nth(to.min(self.rows().saturating_sub(1))).map_or(0, |(entry, _)| entry);
        match entry == self.cursor.at {
            true => self.step(lines.signum()),
            false => self.choose(entry),
        }
    }

    /// Chooses one by its number among those shown, or the last.
    pub fn choose(&mut self, number: usize) {
        self.cursor.move_to(number);
        self.wish = self.top;
        self.settle();
        self.wish = self.top;
    }

    /// Chooses the one in a line that is seen.
    pub fn point(&mut self, row: u16) {
        let there = self.all_lines().nth(self.top + usize::from(row)).map(|(entry, _)| entry);
        there.into_iter().for_each(|entry| self.choose(entry));
    }

    /// How many lines are seen at once.
    pub fn height(&self) -> usize {
        self.height
    }

    /// Every line, with the number of the bookmark that it belongs to.
    fn all_lines(&self) -> impl Iterator<Item = (usize, BookmarkLine<'_>)> {
        let mut before: Option<ArticleId> = None;
        self.shown().enumerate().flat_map(move |(number, (bookmark, chosen))| {
            let new = before.replace(bookmark.place.article) != Some(bookmark.place.article);
            [
                (new && number > 0).then_some(BookmarkLine::Blank),
                new.then_some(BookmarkLine::Article(bookmark)),
                Some(BookmarkLine::Words(bookmark, chosen)),
                bookmark.note.is_some().then_some(BookmarkLine::Note(bookmark, chosen)),
            ]
            .into_iter()
            .flatten()
            .map(move |line| (number, line))
        })
    }

    /// Keeps all lines of the chosen one within what is seen, and no room empty below the last.
    fn settle(&mut self) {
        let own = |(entry, line): &(usize, BookmarkLine<'_>)| *entry == self.cursor.at && *line != BookmarkLine::Blank;
        let first = self.all_lines().position(|line| own(&line)).unwrap_or(0);
        let own_lines = self.all_lines().filter(own).count();
        let lowest = (first + own_lines).saturating_sub(self.height).min(first);
        self.top = self.wish.min(self.rows().saturating_sub(self.height)).clamp(lowest, first);
    }

    /// What was typed to narrow the list.
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// The only colour that is shown.
    pub fn tag(&self) -> Option<Tag> {
        self.tag
    }

    /// Shows those that hold every term in their words, headline, note or newspaper.
    pub fn narrow(&mut self, filter: &str) {
        self.filter = filter.to_owned();
        self.sift();
    }

    /// Shows those of one colour: the next of those that are there; after the last one all.
    pub fn show_next_tag(&mut self) {
        let is_there = |tag: &Tag| self.listed.iter().any(|bookmark| bookmark.tag == Some(*tag));
        self.tag = Tag::ALL.into_iter().filter(is_there).find(|tag| Some(*tag) > self.tag);
        self.sift();
    }

    /// Takes what is on the disk now of those that are listed.
    pub fn refresh(&mut self, kept: &[Bookmark]) {
        let kept: HashMap<Span, &Bookmark> = kept.iter().map(|bookmark| (bookmark.span(), bookmark)).collect();
        for bookmark in &mut self.listed {
            if let Some(kept) = kept.get(&bookmark.span()) {
                bookmark.clone_from(kept);
            }
        }
        self.settle();
    }

    fn sift(&mut self) {
        let chosen = self.shown.get(self.cursor.at).copied();
        let needles: Vec<_> = Search::parse(&self.filter, None).terms.iter().filter_map(|t| Needle::new(t)).collect();
        let passes = |bookmark: &Bookmark| {
            (self.tag.is_none() || bookmark.tag == self.tag) && needles.iter().all(|needle| holds(bookmark, needle))
        };
        let shown = self.listed.iter().enumerate().filter(|(_, bookmark)| passes(bookmark)).map(|(at, _)| at);
        self.shown = shown.collect();
        self.cursor.set_len(self.shown.len());
        self.choose(self.shown.iter().position(|at| Some(*at) >= chosen).unwrap_or(usize::MAX));
    }
}

impl BookmarkLine<'_> {
    fn is_words(self) -> bool {
        matches!(self, Self::Words(..))
    }
}

fn holds(bookmark: &Bookmark, needle: &Needle) -> bool {
    let texts =
        [Some(&bookmark.excerpt), Some(&bookmark.headline), bookmark.note.as_ref(), bookmark.publication.as_ref()];
    texts.into_iter().flatten().any(|text| needle.is_in(&Squeezed::new(text)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Part};

    /// Three bookmarks, newest first: 渡口 (red), 船坞 (note 复查), 灯塔 (red).
    fn list() -> BookmarkList {
        let bookmark = |headline: &str, created, tag, note: Option<&str>| {
            let mut article = Article { headline: Some(headline.into()), ..Article::default() };
            article.set_content_id();
            let place = Place { article: article.id, part: Part::Headline, byte: created as usize };
            Bookmark { tag, note: note.map(str::to_owned), ..Bookmark::new(Span::at(place), &article, None, created) }
        };
        let (red, none) = (Some(Tag::Red), None);
        let listed = [("灯塔", 0, red, None), ("船坞", 3, none, Some("复查")), ("渡口", 6, red, None)];
        BookmarkList::new(listed.map(|(headline, at, tag, note)| bookmark(headline, at, tag, note)).into(), None)
    }

    fn shown(list: &BookmarkList) -> Vec<&str> {
        list.shown().map(|(bookmark, _)| bookmark.headline.as_str()).collect()
    }

    #[test]
    fn the_newest_comes_first() {
        assert_eq!(shown(&list()), ["渡口", "船坞", "灯塔"]);
    }

    #[test]
    fn words_and_notes_narrow_it_and_the_chosen_one_stays() {
        let mut list = list();
        list.choose(1);
        for (filter, expected, chosen) in [
            ("复 查", &["船坞"][..], Some("船坞")),
            ("塔", &["灯塔"], Some("灯塔")),
            ("渡口 复查", &[], None),
            ("", &["渡口", "船坞", "灯塔"], Some("渡口")),
        ] {
            list.narrow(filter);
            assert_eq!(shown(&list), expected, "{filter}");
            assert_eq!(list.chosen().map(|bookmark| bookmark.headline.as_str()), chosen, "{filter}");
        }
    }

    #[test]
    fn the_bookmarks_of_an_article_stand_together_and_the_chosen_one_is_seen() {
        let mut listed = list().listed;
        let mut early = listed[0].clone();
        (early.place.byte, early.created) = (1, 1);
        listed.push(early);
        let mut list = BookmarkList::new(listed, None);
        let headings = |list: &BookmarkList| {
            let heading = |line| match line {
                BookmarkLine::Article(bookmark) => Some(bookmark.headline.clone()),
                _ => None,
            };
            list.lines().filter_map(heading).collect::<Vec<_>>()
        };
        assert_eq!((headings(&list), list.rows()), (vec!["渡口".into(), "船坞".into(), "灯塔".into()], 10));
        assert_eq!(list.shown().map(|(bookmark, _)| bookmark.place.byte).collect::<Vec<_>>(), [1, 6, 3, 0]);
        for height in 1..12 {
            list.fit(height);
            for step in [1, 1, 1, 1, -1, -3, 2] {
                list.step(step);
                let chosen = list.lines().take(height.into()).any(|line| matches!(line, BookmarkLine::Words(_, true)));
                assert!(chosen || height < 3, "{height}");
            }
        }
    }

    #[test]
    fn the_tags_that_are_there_narrow_it_one_after_the_other() {
        let mut list = list();
        list.show_next_tag();
        assert_eq!((list.tag(), shown(&list)), (Some(Tag::Red), vec!["渡口", "灯塔"]));
        list.show_next_tag();
        assert_eq!((list.tag(), list.count()), (None, 3));
    }

    #[test]
    fn what_is_on_the_disk_is_taken() {
        let mut list = list();
        let mut kept = list.chosen().unwrap().clone();
        kept.note = Some("看过".into());
        list.refresh(&[kept]);
        assert_eq!(list.chosen().unwrap().note.as_deref(), Some("看过"));
    }
}
