//! An article as plain text: a paragraph a line, the first two characters of it blank.

use super::PageOrigin;
use crate::model::{Article, BlockKind};

/// The blank before a paragraph: two characters.
const INDENT: &str = "\u{3000}\u{3000}";

/// Kicker, headline, deck, where it stood, lead, body and credit, each on lines of its own.
pub fn article(origin: &PageOrigin<'_>, article: &Article) -> String {
    let words = origin.words();
    let head = [&article.kicker, &article.headline, &article.deck].map(|text| text.as_deref().unwrap_or_default());
    let mut out = String::new();
    for line in head.into_iter().chain([words.as_str()]).filter(|line| !line.is_empty()) {
        out.push_str(line);
        out.push('\n');
    }
    if !out.is_empty() {
        out.push('\n');
    }
    if let Some(lead) = &article.lead {
        out.push_str(&format!("{INDENT}{lead}\n"));
    }
    for block in &article.body {
        let indent = match block.kind {
            BlockKind::Heading { .. } => "",
            _ => INDENT,
        };
        out.push_str(&format!("{indent}{}\n", block.text));
    }
    if let Some(credit) = &article.credit {
        out.push_str(&format!("{INDENT}{credit}\n"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, Page};

    #[test]
    fn a_paragraph_is_a_line() {
        let block = |kind, text: &str| Block { kind, text: text.into() };
        let story = Article {
            headline: Some("渡口改建".into()),
            lead: Some("本报讯".into()),
            body: vec![block(BlockKind::Heading { level: 1 }, "一、缘起"), block(BlockKind::Paragraph, "今年开工。")],
            credit: Some("（林远）".into()),
            ..Article::default()
        };
        let page = Page { publication: Some("江州日报".into()), page_number: Some(3), ..Page::default() };
        assert_eq!(
            article(&PageOrigin::from(&page), &story),
            "渡口改建\n江州日报 3\n\n　　本报讯\n一、缘起\n　　今年开工。\n　　（林远）\n"
        );
    }
}
