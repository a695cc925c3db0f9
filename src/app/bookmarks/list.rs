//! The list of bookmarks: which are shown, which is chosen.

use std::collections::HashMap;

use crate::app::pane::Cursor;
use crate::model::{Bookmark, Place, Search, Span, Tag};
use crate::text::{Needle, Squeezed};

/// The bookmarks as they were when the list was opened, newest first; one that is taken away stays,
/// to be put back.
#[derive(Clone, Debug)]
pub struct BookmarkList {
    listed: Vec<Bookmark>,
    /// The numbers of those that the filter and the tag let through.
    shown: Vec<usize>,
    filter: String,
    tag: Option<Tag>,
    pub(in crate::app) cursor: Cursor,
}

impl BookmarkList {
    /// All bookmarks, with the first of the article at hand chosen.
    pub fn new(mut listed: Vec<Bookmark>, here: Option<Place>) -> Self {
        listed.sort_by_key(|bookmark| std::cmp::Reverse(bookmark.created));
        let current = listed.iter().position(|bookmark| Some(bookmark.place.article) == here.map(|h| h.article));
        let cursor = Cursor::new(current.unwrap_or(0), listed.len());
        Self { shown: (0..listed.len()).collect(), listed, filter: String::new(), tag: None, cursor }
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

    /// Those that are seen, each with whether it is chosen.
    pub fn seen(&self) -> impl Iterator<Item = (&Bookmark, bool)> {
        let seen = self.shown.iter().enumerate().skip(self.cursor.top);
        seen.filter_map(|(i, at)| Some((self.listed.get(*at)?, i == self.cursor.at)))
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
        self.cursor.move_to(self.shown.iter().position(|at| Some(*at) >= chosen).unwrap_or(usize::MAX));
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
            let article = Article { headline: Some(headline.into()), ..Article::default() };
            let place = Place { article: article.id, part: Part::Headline, byte: created as usize };
            Bookmark { tag, note: note.map(str::to_owned), ..Bookmark::new(Span::at(place), &article, None, created) }
        };
        let (red, none) = (Some(Tag::Red), None);
        let listed = [("灯塔", 0, red, None), ("船坞", 3, none, Some("复查")), ("渡口", 6, red, None)];
        BookmarkList::new(listed.map(|(headline, at, tag, note)| bookmark(headline, at, tag, note)).into(), None)
    }

    fn shown(list: &BookmarkList) -> Vec<&str> {
        list.seen().map(|(bookmark, _)| bookmark.headline.as_str()).collect()
    }

    #[test]
    fn the_newest_comes_first() {
        assert_eq!(shown(&list()), ["渡口", "船坞", "灯塔"]);
    }

    #[test]
    fn words_and_notes_narrow_it_and_the_chosen_one_stays() {
        let mut list = list();
        list.cursor.move_to(1);
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
