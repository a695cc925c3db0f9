//! What a reader keeps of an article: a place worth coming back to, or words worth keeping.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::article::Article;
use super::date::Date;
use super::place::{Part, Place};
use super::query::Row;

/// What is kept of an article: a place, or the words from it to another. No two bookmarks have the
/// same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Where it begins.
    pub place: Place,
    /// Where the words that are highlighted end; none where only the place is kept.
    pub until: Option<Place>,
}

impl Span {
    /// A place alone.
    pub fn at(place: Place) -> Self {
        Self { place, until: None }
    }

    /// The words between two places.
    pub fn between(place: Place, until: Place) -> Self {
        Self { place, until: Some(until) }
    }

    /// What it highlights of a part whose text has so many bytes.
    pub fn highlights(&self, part: Part, length: usize) -> Option<Range<usize>> {
        let until = self.until.filter(|until| until.article == self.place.article)?;
        let start = if part == self.place.part { self.place.byte } else { 0 };
        let end = if part == until.part { until.byte.min(length) } else { length };
        (self.place.part <= part && part <= until.part && start < end).then_some(start..end)
    }

    /// Whether all that another one highlights is highlighted by this one.
    pub fn covers(&self, other: &Self) -> bool {
        self.place.article == other.place.article
            && self.place <= other.place
            && matches!((self.until, other.until), (Some(own), Some(other)) if other <= own)
    }
}

/// The colour that a reader gives to a bookmark; themes say how it looks, signs tell it without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tag {
    /// 红.
    Red,
    /// 黄.
    Yellow,
    /// 绿.
    Green,
    /// 蓝.
    Blue,
    /// 紫.
    Violet,
}

impl Tag {
    /// Every colour, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Red, Self::Yellow, Self::Green, Self::Blue, Self::Violet];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Violet => "violet",
        }
    }

    /// The one of this number, from 1.
    pub fn numbered(number: usize) -> Option<Self> {
        Self::ALL.get(number.checked_sub(1)?).copied()
    }

    /// The one offered after this one; none after the last.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self as usize + 1).copied()
    }
}

/// A place worth coming back to, or words worth keeping.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bookmark {
    /// Where it is.
    pub place: Place,
    /// Where the words that are highlighted end; none where only the place is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Place>,
    /// The article's headline when it was set.
    pub headline: String,
    /// The words at the place, all of them where they are highlighted: by them it is found again in
    /// an article that was parsed anew.
    pub excerpt: String,
    /// The newspaper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publication: Option<String>,
    /// The day it appeared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The page's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page_number: Option<u32>,
    /// The file that its page was read from, where the page does not say the newspaper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What the reader wrote beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The colour that the reader gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<Tag>,
    /// When it was set, in seconds since 1970-01-01T00:00:00Z.
    pub created: u64,
    /// What another version of the program says of it.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A change to a bookmark; the rest of it stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Another note, or none.
    Note(Option<String>),
    /// Another colour.
    Tag(Tag),
    /// The next colour; after the last one none.
    NextTag,
}

impl Bookmark {
    /// Changes it.
    pub fn edit(&mut self, edit: &Edit) {
        match edit {
            Edit::Note(note) => self.note.clone_from(note),
            Edit::Tag(tag) => self.tag = Some(*tag),
            Edit::NextTag => self.tag = self.tag.map_or(Some(Tag::Red), Tag::next),
        }
    }

    /// The characters of the excerpt of a place.
    const EXCERPT: usize = 40;

    /// A bookmark of an article, whose row says where it appeared.
    pub fn new(span: Span, article: &Article, row: Option<&Row>, created: u64) -> Self {
        Self {
            place: span.place,
            until: span.until,
            headline: article.title().to_owned(),
            excerpt: Self::excerpt(span, article),
            publication: row.and_then(|row| row.publication.clone()),
            date: row.and_then(|row| row.date),
            page_number: row.and_then(|row| row.page_number),
            source: row.filter(|row| row.publication.is_none()).map(|row| file_name(&row.source).to_owned()),
            note: None,
            tag: None,
            created,
            other: Map::new(),
        }
    }

    /// What it keeps.
    pub fn span(&self) -> Span {
        Span { place: self.place, until: self.until }
    }

    /// The words of an article by which what is kept of it is found again.
    pub fn excerpt(span: Span, article: &Article) -> String {
        match span.until {
            Some(until) => article.text_between(span.place, until),
            None => {
                let rest = article.part(span.place.part).and_then(|text| text.get(span.place.byte..));
                rest.unwrap_or_default().chars().take(Self::EXCERPT).collect()
            }
        }
    }
}

/// The last part of a path; all of it where it has no name.
pub fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().filter(|name| !name.is_empty()).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleId, Block, BlockKind};

    fn article() -> Article {
        let block = |text: &str| Block { kind: BlockKind::Paragraph, text: text.into() };
        Article {
            body: vec![block("渡口改建。"), block("轮渡复航。"), block("绿化推进。")], ..Article::default()
        }
    }

    fn place(block: usize, byte: usize) -> Place {
        Place { article: ArticleId::default(), part: Part::Body(block), byte }
    }

    #[test]
    fn a_highlight_keeps_its_words() {
        let bookmark = Bookmark::new(Span::between(place(0, 6), place(2, 6)), &article(), None, 0);
        assert_eq!(bookmark.excerpt, "改建。\n轮渡复航。\n绿化");
        let lit = |block| bookmark.span().highlights(Part::Body(block), 15);
        assert_eq!([lit(0), lit(1), lit(2), lit(3)], [Some(6..15), Some(0..15), Some(0..6), None]);
        assert_eq!(Span::at(place(0, 6)).highlights(Part::Body(0), 15), None);
    }

    #[test]
    fn one_highlight_covers_another() {
        let whole = Span::between(place(0, 6), place(1, 6));
        assert!(whole.covers(&whole) && whole.covers(&Span::between(place(0, 9), place(1, 3))));
        assert!(!whole.covers(&Span::between(place(0, 3), place(1, 3))));
        assert!(!whole.covers(&Span::at(place(0, 9))) && !Span::at(place(0, 6)).covers(&whole));
    }

    #[test]
    fn tags_are_offered_one_after_the_other() {
        for (i, tag) in Tag::ALL.into_iter().enumerate() {
            assert_eq!((tag as usize, tag.next()), (i, Tag::ALL.get(i + 1).copied()));
            assert_eq!(serde_json::to_value(tag).unwrap(), tag.name());
        }
    }

    #[test]
    fn what_is_not_known_of_it_is_kept() {
        let json = r#"{"place":{"article":"00000000000000000000000000000000","part":{"body":1},"byte":0},"headline":"渡口","excerpt":"轮渡","created":7,"mood":"calm"}"#;
        let bookmark: Bookmark = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&bookmark).unwrap(), json);
    }
}
