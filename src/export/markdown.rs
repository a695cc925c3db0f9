//! An article as Markdown (CommonMark): its own characters never act as marks.

use super::Origin;
use crate::model::{Article, BlockKind};

/// Kicker, headline, deck, where it stood, lead, body and credit.
pub fn article(origin: &Origin<'_>, article: &Article) -> String {
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

/// Words as a quotation.
pub fn quote(words: &str) -> String {
    format!("> {}", escaped(words))
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
    use crate::model::{Block, Page};

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
            article(&Origin::from(&Page::default()), &story),
            "*两岸通航在即*\n\n# 渡口\\*改建\\*\n\n## 一、缘起\n\n**记者**：何时开工？\n\n1\\. 今年。\n\n*林远 摄*\n"
        );
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
