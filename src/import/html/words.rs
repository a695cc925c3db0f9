//! The words by which pages name their parts, in `class` and `id`: `article-title`, `relatedLinks`.

/// The words of a name: parted by marks, by figures and where a capital follows a small letter; without
/// those that it says it has or has not (`has-sidebar`).
pub fn words(name: &str) -> Vec<String> {
    let mut words = all_words(name);
    let mut is_had = false;
    words.retain(|word| !std::mem::replace(&mut is_had, matches!(word.as_str(), "has" | "with" | "no" | "without")));
    words
}

fn all_words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in name.chars() {
        let begins = !before.is_ascii_alphabetic() || before.is_ascii_lowercase() && c.is_ascii_uppercase();
        if c.is_ascii_alphabetic() {
            match words.last_mut().filter(|_| !begins) {
                Some(word) => word.push(c.to_ascii_lowercase()),
                None => words.push(c.to_ascii_lowercase().to_string()),
            }
        }
        before = c;
    }
    words
}

/// A list of words, each as it is or, with a `*` behind it, as the beginning of one.
pub type NameWords = &'static [&'static str];

/// Whether one of some words is on a list.
pub fn any(words: &[String], list: NameWords) -> bool {
    let is = |word: &str, entry: &str| match entry.strip_suffix('*') {
        Some(start) => word.starts_with(start),
        None => word == entry,
    };
    words.iter().any(|word| list.iter().any(|entry| is(word, entry)))
}

/// Parts of a page that are no part of its article.
pub const ASIDE: NameWords = &[
    "ad",
    "ads",
    "advert*",
    "adbox",
    "banner*",
    "bottom",
    "breadcrumb*",
    "brand*",
    "bdshare*",
    "calendar",
    "community",
    "contact",
    "cookie*",
    "copyright*",
    "crumb*",
    "disclaimer",
    "donat*",
    "download*",
    "dropdown",
    "feedback",
    "foot",
    "footer*",
    "friendlink*",
    "gdpr",
    "guestbook",
    "hotnews",
    "hotlist",
    "hotwords",
    "keyword*",
    "legends",
    "links",
    "linklist",
    "login",
    "logo",
    "masthead",
    "menu*",
    "modal",
    "more",
    "mostread",
    "nav",
    "navbar",
    "navi*",
    "newsletter*",
    "overlay",
    "pager",
    "pagination",
    "paging",
    "paywall",
    "popup",
    "popular",
    "promo*",
    "rank*",
    "rating*",
    "recommend*",
    "recirc*",
    "register",
    "relat*",
    "rss",
    "search*",
    "share*",
    "sharing",
    "shoutbox",
    "sidebar*",
    "signup",
    "sitemap",
    "skip",
    "skyscraper",
    "social*",
    "sponsor*",
    "statement",
    "subscri*",
    "supplemental",
    "tag",
    "tags",
    "taboola",
    "toolbar*",
    "tool",
    "tools",
    "trending",
    "outbrain",
    "userinfo",
    "vote",
    "xiangguan",
    "yb",
    "bqtj",
    "hot",
    "tuijian",
    "zan",
    "shengming",
    "mzsm",
];

/// What readers say of it.
pub const COMMENTS: NameWords = &[
    "comment",
    "comments",
    "commentlist",
    "commenting",
    "combx",
    "disqus*",
    "guestbook",
    "kommentar*",
    "pinglun",
    "remark",
    "reply",
    "respond",
];

/// The headline.
pub const TITLE: NameWords = &["title*", "headline", "biaoti", "bt"];

/// What stands above it.
pub const KICKER: NameWords = &["kicker", "eyebrow", "pretitle", "introtitle", "yinti", "jianti", "overline", "flag"];

/// What stands below it.
pub const DECK: NameWords = &[
    "deck",
    "dek",
    "standfirst",
    "subtitle",
    "subtit",
    "subhead*",
    "subheadline",
    "futi",
    "summary",
    "abstract",
    "intro",
    "lead",
    "lede",
    "sapo",
    "teaser",
    "excerpt",
    "description",
];

/// Who wrote it.
pub const AUTHOR: NameWords = &["author*", "byline*", "writer*", "zuozhe", "reporter*", "signature"];

/// When it appeared.
pub const DATE: NameWords = &[
    "date*",
    "time*",
    "pubtime",
    "publish*",
    "riqi",
    "lai",
    "source*",
    "laiyuan",
    "info",
    "meta",
    "dateline",
    "timestamp",
    "posted",
    "updated",
];

/// A picture's caption.
pub const CAPTION: NameWords =
    &["caption*", "figcaption", "legend", "tupianshuoming", "cutline", "imagecaption", "piccaption"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_words() {
        assert_eq!(
            words("article-title relatedLinks h1_NewsBody"),
            ["article", "title", "related", "links", "h", "news", "body"]
        );
        assert!(any(&words("post-comments"), COMMENTS) && any(&words("relatedLinks"), ASIDE));
        assert!(!any(&words("loaded header has-sidebar"), ASIDE));
    }
}
