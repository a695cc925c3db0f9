//! An article as Markdown (CommonMark): its own characters never act as marks.

use std::collections::HashMap;

use super::{PageOrigin, iso_8601};
use crate::model::{Article, BlockKind, Bookmark};

/// Kicker, headline, deck, where it stood, lead, body and credit.
pub fn article(origin: &PageOrigin<'_>, article: &Article) -> String {
    let mut paragraphs = Vec::new();
    paragraphs.extend(article.kicker.as_deref().map(|kicker| format!("*{}*", escaped(kicker))));
    paragraphs.push(format!("# {}", escaped(article.title())));
    paragraphs.extend(article.deck.as_deref().map(|deck| format!("**{}**", escaped(deck))));
    paragraphs
        .extend(Some(origin.words()).filter(|words| !words.is_empty()).map(|words| format!("*{}*", escaped(&words))));
    paragraphs.extend(article.lead.as_deref().map(escaped));
    for block in &article.body {
        let text = escaped(&block.text);
        paragraphs.push(match (&block.kind, block.kind.speaker()) {
            (BlockKind::Heading { level }, _) => {
                format!("{} {text}", "#".repeat(usize::from(*level).saturating_add(1).min(6)))
            }
            (_, Some(speaker)) => match text.strip_prefix(&escaped(speaker)) {
                Some(said) if !speaker.is_empty() => format!("**{}**{said}", escaped(speaker)),
                _ => text,
            },
            _ => text,
        });
    }
    paragraphs.extend(article.credit.as_deref().map(|credit| format!("*{}*", escaped(credit))));
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs.join("\n\n") + "\n"
}

/// Bookmarks under the headlines of their articles, in the order in which these come first; of one
/// article from its beginning to its end. The words as a quotation, below them the newspaper, its
/// day and page, when it was kept and its colour, then the note.
pub fn bookmarks(bookmarks: &[Bookmark]) -> String {
    let mut paragraphs = Vec::new();
    let mut article = None;
    let mut turns = HashMap::new();
    for (turn, bookmark) in bookmarks.iter().enumerate() {
        turns.entry(bookmark.place.article).or_insert(turn);
    }
    let mut bookmarks: Vec<_> = bookmarks.iter().collect();
    bookmarks.sort_by_key(|bookmark| (turns.get(&bookmark.place.article), bookmark.span()));
    for bookmark in bookmarks {
        if article != Some(bookmark.place.article) {
            article = Some(bookmark.place.article);
            paragraphs.push(format!("## {}", escaped(&bookmark.headline)));
        }
        paragraphs.push(quote(&bookmark.excerpt));
        paragraphs.push(format!("*{}*", escaped(&circumstances(bookmark))));
        paragraphs.extend(bookmark.note.as_deref().map(escaped));
    }
    paragraphs.iter().map(|paragraph| format!("{paragraph}\n\n")).collect()
}

/// Where the words of a bookmark stood, when it was set, its colour: `江州日报 2024-05-01 3 · 2024-05-02 · red`.
fn circumstances(bookmark: &Bookmark) -> String {
    let Bookmark { publication, date, page_number, source, .. } = bookmark;
    let origin = PageOrigin {
        source: source.as_deref().unwrap_or_default(),
        publication: publication.as_deref(),
        date: *date,
        page_number: *page_number,
        page_name: None,
        page_label: None,
    };
    let set: String = iso_8601(bookmark.created).chars().take(10).collect();
    let known = [origin.words(), set, bookmark.tag.map_or_else(String::new, |tag| tag.name().to_owned())];
    known.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Words as a quotation, each line of them a paragraph.
fn quote(words: &str) -> String {
    let lines = words.lines().filter(|line| !line.trim().is_empty()).map(|line| format!("> {}", escaped(line)));
    lines.collect::<Vec<_>>().join("\n>\n")
}

/// A text whose characters stand for themselves, on one line.
pub fn escaped(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(text.len());
    let numbering = text.find(|c: char| !c.is_ascii_digit()).filter(|&at| at > 0);
    for (at, c) in text.char_indices() {
        let acts = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' => true,
            '#' | '+' | '-' | '=' => at == 0,
            '.' | ')' => Some(at) == numbering,
            _ => false,
        };
        if acts {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, Page, Place, Span, Tag};

    #[test]
    fn an_article_is_its_paragraphs() {
        let block = |kind, text: &str| Block { kind, text: text.into() };
        let story = Article {
            kicker: Some("两岸通航在即".into()),
            headline: Some("渡口*改建*".into()),
            body: vec![
                block(BlockKind::Heading { level: 1 }, "一、缘起"),
                block(BlockKind::Question { speaker: "记者".into() }, "记者：何时开工？"),
                block(BlockKind::Paragraph, "1. 今年。"),
            ],
            credit: Some("林远 摄".into()),
            ..Article::default()
        };
        assert_eq!(
            article(&PageOrigin::from(&Page::default()), &story),
            "*两岸通航在即*\n\n# 渡口\\*改建\\*\n\n## 一、缘起\n\n**记者**：何时开工？\n\n1\\. 今年。\n\n*林远 摄*\n"
        );
    }

    #[test]
    fn bookmarks_are_quotations_with_their_source() {
        let article = Article { headline: Some("渡口改建".into()), ..Article::default() };
        let place = Place::start_of(&article);
        let plain = Bookmark { excerpt: "候船室".into(), ..Bookmark::new(Span::at(place), &article, None, 0) };
        let full = Bookmark {
            excerpt: "渡口*改建*。\n轮渡复航。".into(),
            publication: Some("江州日报".into()),
            date: "2024-05-01".parse().ok(),
            page_number: Some(3),
            note: Some("- 再看".into()),
            tag: Some(Tag::Blue),
            ..plain.clone()
        };
        let expected = "## 渡口改建\n\n> 渡口\\*改建\\*。\n>\n> 轮渡复航。\n\n*江州日报 2024-05-01 3 · 1970-01-01 · blue*\n\n\\- 再看\n\n> 候船室\n\n*1970-01-01*\n\n";
        assert_eq!(bookmarks(&[full, plain]), expected);
    }

    #[test]
    fn the_bookmarks_of_an_article_stand_together_in_its_order() {
        let bookmark = |headline: &str, byte| {
            let mut article = Article { headline: Some(headline.into()), ..Article::default() };
            article.set_content_id();
            let place = Place { byte, ..Place::start_of(&article) };
            Bookmark { excerpt: byte.to_string(), ..Bookmark::new(Span::at(place), &article, None, 0) }
        };
        let all = bookmarks(&[bookmark("渡口", 6), bookmark("灯塔", 0), bookmark("渡口", 3)]);
        let lines: Vec<_> = all.lines().filter(|line| line.starts_with(['#', '>'])).collect();
        assert_eq!(lines, ["## 渡口", "> 3", "> 6", "## 灯塔", "> 0"]);
    }

    #[test]
    fn characters_stand_for_themselves() {
        for (text, expected) in [
            ("# 1", "\\# 1"),
            ("a # b", "a # b"),
            ("12) x", "12\\) x"),
            ("<b>&amp;", "\\<b\\>\\&amp;"),
            ("- x", "\\- x"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }
}
