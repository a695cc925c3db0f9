//! What a document says of itself: in its title, its `meta` elements, its JSON-LD, and in the comments that
//! e-paper systems write.

use serde_json::Value;

use super::document::{HtmlDocument, HtmlElement};
use super::words;
use crate::model::Date;

/// What a document says of itself.
#[derive(Debug, Default)]
pub struct Metadata {
    /// What it calls its article.
    pub titles: Vec<String>,
    /// Its whole title, the site's name included.
    pub page_title: String,
    /// What it says stands above the headline, and below it.
    pub kicker: Option<String>,
    /// The same below it.
    pub deck: Option<String>,
    /// Who wrote the article.
    pub author: Option<String>,
    /// When it appeared.
    pub date: Option<Date>,
    /// Where.
    pub publication: Option<String>,
    /// Whether it says that it is an article, or that it is a site.
    pub is_article: bool,
    /// The same of a site.
    pub is_site: bool,
}

impl Metadata {
    /// Reads what a document says of itself.
    pub fn of(document: &HtmlDocument) -> Self {
        let mut found = Self::default();
        found.read_comments(document);
        for (at, element) in document.elements() {
            match &*element.name {
                "meta" => found.read_meta(element),
                "title" if found.page_title.is_empty() => found.page_title = plain(&document.text(at)),
                "script" if element.attribute("type").contains("ld+json") => {
                    if let Ok(data) = serde_json::from_str::<Value>(document.text(at).trim()) {
                        found.read_json(&data);
                    }
                }
                name => {
                    /// No title holds so much.
                    const MOST_NODES: usize = 60;
                    if let Some(name) = name.strip_prefix("founder-").filter(|_| document.span(at).len() <= MOST_NODES)
                    {
                        found.read_property(name, &plain(&document.text(at)));
                    }
                }
            }
        }
        found.titles.retain(|title| !title.is_empty());
        found.publication = found.publication.or_else(|| newspaper(&found.page_title));
        found
    }

    fn read_meta(&mut self, element: &HtmlElement) {
        let names = ["property", "name", "itemprop"].map(|key| element.attribute(key).to_ascii_lowercase());
        let content = plain(element.attribute("content"));
        for name in names.iter().filter(|name| !name.is_empty() && !content.is_empty()) {
            match name.as_str() {
                "og:title" | "twitter:title" | "headline" | "dc.title" | "articletitle" => {
                    self.titles.push(content.clone())
                }
                "og:site_name" => self.publication = Some(content.clone()),
                "author" | "article:author" | "dc.creator" | "parsely-author" if !content.contains("://") => {
                    fill(&mut self.author, &content);
                }
                "article:published_time"
                | "datepublished"
                | "pubdate"
                | "publishdate"
                | "publish_date"
                | "date"
                | "dc.date"
                | "dc.date.issued"
                | "dcterms.created"
                | "sailthru.date"
                | "parsely-pub-date"
                | "weibo: article:create_at"
                | "og:release_date"
                | "bytedance:published_time"
                | "apub:time"
                | "og:time" => {
                    self.date = self.date.or_else(|| date_in(&content));
                }
                "og:type" => {
                    self.is_article |= content == "article";
                    self.is_site |= content == "website";
                }
                _ => {}
            }
        }
    }

    /// Reads JSON-LD: the articles that it tells of, however deep.
    fn read_json(&mut self, data: &Value) {
        match data {
            Value::Array(items) => items.iter().for_each(|item| self.read_json(item)),
            Value::Object(object) => {
                let kinds = object.get("@type").map(Value::to_string).unwrap_or_default();
                if kinds.contains("Article") || kinds.contains("Posting") {
                    let text = |key: &str| object.get(key).and_then(Value::as_str).map(plain);
                    self.titles.extend(text("headline"));
                    self.is_article = true;
                    self.date = text("datePublished").and_then(|date| date_in(&date)).or(self.date);
                    let author = object.get("author").map(names).filter(|names| !names.is_empty());
                    self.author = author.or(self.author.take());
                    let publisher = object.get("publisher").map(names).filter(|names| !names.is_empty());
                    self.publication = self.publication.take().or(publisher);
                }
                object.get("@graph").into_iter().for_each(|graph| self.read_json(graph));
            }
            _ => {}
        }
    }

    /// Reads the comments of e-paper systems: `<!--enpproperty <title>…</title>…/enpproperty-->`.
    fn read_comments(&mut self, document: &HtmlDocument) {
        for (_, comment) in document.comments().filter(|(_, comment)| comment.trim_start().starts_with("enpproperty")) {
            let properties = HtmlDocument::read(&comment.replacen("enpproperty", "", 1));
            for (at, element) in properties.elements() {
                let name = element.name.strip_prefix("founder-").unwrap_or(&element.name);
                self.read_property(name, &plain(&properties.text(at)));
            }
        }
    }

    fn read_property(&mut self, name: &str, value: &str) {
        match name {
            _ if value.is_empty() => {}
            "title" => self.titles.push(value.to_owned()),
            "introtitle" => fill(&mut self.kicker, value),
            "subtitle" => fill(&mut self.deck, value),
            "author" => fill(&mut self.author, value),
            "date" => self.date = self.date.or_else(|| date_in(value)),
            _ => {}
        }
    }
}

fn fill(field: &mut Option<String>, value: &str) {
    field.get_or_insert_with(|| value.to_owned());
}

/// The names of people or of a house.
fn names(value: &Value) -> String {
    match value {
        Value::String(name) => plain(name),
        Value::Array(all) => all.iter().map(names).filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", "),
        Value::Object(object) => object.get("name").map(names).unwrap_or_default(),
        _ => String::new(),
    }
}

/// A text that holds markup, without it and with one space for all white space.
fn plain(text: &str) -> String {
    let text = if text.contains(['<', '&']) { unmarked(text) } else { text.to_owned() };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unmarked(text: &str) -> String {
    let document = HtmlDocument::read(&text.replace("<br", " <br").replace("<BR", " <BR"));
    document.text_of_all()
}

/// The name of a newspaper in the title of a page of its e-paper: 江州日报社数字报 is 江州日报.
fn newspaper(title: &str) -> Option<String> {
    const BEHIND: [&str; 9] = ["平台", "数字报刊", "数字报", "電子報", "电子报", "电子版", "多媒体", "社", "》"];
    const LONGEST: usize = 12;
    let parts = title.split(['-', '_', '|', '—', '–', '·', ',', '，', ':', '：', '《', ' ', '~']);
    let mut names = parts.filter_map(|part| {
        let mut name = part.trim();
        while let Some(shorter) = BEHIND.iter().find_map(|end| name.strip_suffix(end)) {
            name = shorter.trim_end();
        }
        let is_name = name.ends_with(['报', '報']) && (name != part.trim() || name == title)
            || name.ends_with("日报")
            || name.ends_with("晚报");
        (is_name && (3..=LONGEST).contains(&name.chars().count())).then(|| name.to_owned())
    });
    names.next_back()
}

/// The first day that a text names: 2031-03-04, 2031年3月4日, 20310304.
pub fn date_in(text: &str) -> Option<Date> {
    /// No day stands farther behind.
    const FAR: usize = 400;
    let chars: Vec<char> = text.chars().take(FAR).collect();
    (0..chars.len()).filter(|&at| at == 0 || !chars[at - 1].is_ascii_digit()).find_map(|at| date_at(&chars[at..]))
}

fn date_at(chars: &[char]) -> Option<Date> {
    let number = |from: usize, most: usize| {
        let digits: String =
            chars[from.min(chars.len())..].iter().take(most).take_while(|c| c.is_ascii_digit()).collect();
        Some((digits.parse::<u32>().ok()?, from + digits.len()))
    };
    let (year, mut at) = number(0, 4).filter(|(year, _)| (1800..2200).contains(year))?;
    let is_compact = chars.get(at).is_some_and(char::is_ascii_digit);
    let skip = |at: usize| {
        if is_compact {
            at
        } else {
            at + chars[at..].iter().take(4).take_while(|c| " \u{a0}\u{3000}年月-/.".contains(**c)).count()
        }
    };
    let past_year = skip(at);
    if past_year == at && !is_compact {
        return None;
    }
    at = past_year;
    let (month, behind) = number(at, 2)?;
    let (day, end) = number(skip(behind), 2)?;
    let is_whole = !is_compact || end == 8 && chars.get(8).is_none_or(|c| !c.is_ascii_digit());
    Date::new(year, month, day).filter(|_| is_whole)
}

/// The words of an element's class and id.
pub fn named(element: &HtmlElement) -> Vec<String> {
    words::words(
        &[element.attribute("class"), " ", element.attribute("id"), " ", element.attribute("itemprop")].concat(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_found() {
        let day = |text: &str| date_in(text).map(|date| date.to_string());
        for text in [
            "2031-03-04T08:00:00Z",
            "发布时间：2031年3月4日 星期二",
            "/html/2031-03/04/content_1.htm",
            "2031/3/4",
            "p_20310304_2",
        ] {
            assert_eq!(day(text).as_deref(), Some("2031-03-04"), "{text}");
        }
        for text in ["2031", "第203103045号", "2031-13-04", "12:30", ""] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn newspapers_are_found_in_titles() {
        assert_eq!(newspaper("江州日报社数字报").as_deref(), Some("江州日报"));
        assert_eq!(newspaper("江州旅游报社-电子报平台").as_deref(), Some("江州旅游报"));
        assert_eq!(newspaper("渡口修好了-江州日报").as_deref(), Some("江州日报"));
        assert_eq!(newspaper("江州商报").as_deref(), Some("江州商报"));
        assert_eq!(newspaper("渡口修好了 县里来喜报"), None);
    }
}
