//! The map of a newspaper's page, as the index pages of e-papers have it: where each article stands on a picture
//! of the page.

use serde::{Deserialize, Serialize};

use super::article::{Article, Kind};
use super::bounds::Bounds;

/// The fewest characters by which a part of a title tells an article.
const TELLING: usize = 4;

/// The map of a page.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct PageMap {
    /// The width and the height of the picture, in its own unit.
    pub size: [f32; 2],
    /// The articles on it.
    pub articles: Vec<MappedArticle>,
    /// How many areas of the map are not on the picture.
    #[serde(skip)]
    pub outside: usize,
}

/// An article on the map of its page.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct MappedArticle {
    /// The name of the file that it is in.
    pub file: String,
    /// The lines of its title.
    pub title: Vec<String>,
    /// Where it stands, in the unit of the picture.
    pub boxes: Vec<Bounds>,
}

impl PageMap {
    /// What the map has of an article that came from a file: by the file's name, or else by the title.
    pub fn find(&self, file: &str, article: &Article) -> Option<&MappedArticle> {
        let title = squeezed(article.headline.as_deref()?);
        let is_named = |mapped: &&MappedArticle| article.kind == Kind::Story && mapped.file == file;
        let is_titled = |mapped: &&MappedArticle| mapped.titles().any(|known| known == title);
        let is_part = |mapped: &&MappedArticle| mapped.titles().any(|known| holds(&known, &title));
        let all = || self.articles.iter();
        all().find(is_named).or_else(|| all().find(is_titled)).or_else(|| all().find(is_part))
    }
}

impl MappedArticle {
    /// Its title as a whole, and each of its lines, as titles are compared.
    fn titles(&self) -> impl Iterator<Item = String> {
        let whole = squeezed(&self.title.concat());
        std::iter::once(whole).chain(self.title.iter().map(|line| squeezed(line))).filter(|title| !title.is_empty())
    }
}

/// A title without what systems set in it otherwise: spaces, marks, capitals.
fn squeezed(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether one of two titles stands in the other.
fn holds(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short.chars().count() >= TELLING && long.contains(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map() -> PageMap {
        let article = |file: &str, title: &[&str]| MappedArticle {
            file: file.into(),
            title: title.iter().map(|line| (*line).to_owned()).collect(),
            boxes: Vec::new(),
        };
        let articles = vec![
            article("content_1.htm", &["三座渡口", "同日复航"]),
            article("content_2.htm", &["渡口"]),
            article("content_3.htm", &["夜航船又开了", "一位摆渡人的手记"]),
        ];
        PageMap { size: [350.0, 540.0], articles, outside: 0 }
    }

    #[track_caller]
    fn finds(file: &str, headline: &str, expected: Option<&str>) {
        let article = Article { headline: Some(headline.into()), ..Article::default() };
        assert_eq!(map().find(file, &article).map(|mapped| mapped.file.as_str()), expected, "{file} {headline}");
    }

    #[test]
    fn an_article_is_found_by_its_file_or_its_title() {
        finds("content_2.htm", "别的标题", Some("content_2.htm"));
        finds("a.pdf", "三座渡口 同日复航", Some("content_1.htm"));
        finds("a.pdf", "夜航船又开了", Some("content_3.htm"));
        finds("a.pdf", "汛期过去：三座渡口同日复航", Some("content_1.htm"));
        finds("a.pdf", "渡口旁的书店", None);
        finds("", "灯塔", None);
        assert_eq!(map().find("content_1.htm", &Article::default()), None, "a picture's caption has no headline");
    }
}
