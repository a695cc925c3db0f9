//! An article and its parts.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::article_id::ArticleId;
use super::dateline::{Dateline, Person};
use super::place::{Part, Place};
use super::printed::PageBox;

/// An article; its JSON is that of `parse --format json`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Article {
    /// Made from the content alone; see [`Article::set_content_id`].
    pub id: ArticleId,
    /// A story, or a picture's caption.
    pub kind: Kind,
    /// 引题: the line above the headline.
    pub kicker: Option<String>,
    /// 主题; none where the page gives none.
    pub headline: Option<String>,
    /// 副题: the line below the headline.
    pub deck: Option<String>,
    /// Dateline and byline as printed; not repeated in the body.
    pub lead: Option<String>,
    /// What the lead says of source, place and day.
    pub dateline: Option<Dateline>,
    /// The people of lead and credit, in order.
    pub byline: Vec<Person>,
    /// Paragraphs, headings, questions and answers in reading order.
    pub body: Vec<Block>,
    /// The closing credit: 某某 摄, （某某）.
    pub credit: Option<String>,
    /// The page where it goes on, where the page says so: 下转第3版.
    pub continues: Option<PageRef>,
    /// The page where it began: 上接第一版.
    pub continued: Option<PageRef>,
    /// The source lines it was made of, in reading order.
    pub lines: Vec<LineRange>,
    /// Where it is printed, where that is known: a box for each run of its lines that stand together in
    /// a column, in reading order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub boxes: Vec<PageBox>,
}

/// A page that a jump names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PageRef {
    /// Its number in the edition, or in its section.
    pub page_number: Option<u32>,
    /// Its label as printed, where that is more than the number: A07.
    pub page_label: Option<String>,
}

/// What an article is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A text.
    #[default]
    Story,
    /// A picture's caption with its title.
    Photo,
}

/// An item of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    #[serde(flatten)]
    pub kind: BlockKind,
    /// Its text, the speaker's name and the numbering included.
    pub text: String,
}

/// Where a section of a body begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section<'a> {
    /// The index of the block: a heading, or a question.
    pub block: usize,
    /// Its depth, from 1.
    pub level: u8,
    /// The block's text.
    pub text: &'a str,
}

/// What an item of a body is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum BlockKind {
    /// A title on a line of its own.
    Heading {
        /// Its depth, from 1.
        level: u8,
    },
    /// A paragraph, a line of verse, a row of a table.
    Paragraph,
    /// The first paragraph of a question.
    Question {
        /// Who asks, as printed before the colon.
        speaker: String,
    },
    /// The first paragraph of an answer.
    Answer {
        /// Who answers, as printed before the colon.
        speaker: String,
    },
}

impl BlockKind {
    /// Who speaks, where somebody does.
    pub fn speaker(&self) -> Option<&str> {
        match self {
            Self::Question { speaker } | Self::Answer { speaker } => Some(speaker),
            Self::Heading { .. } | Self::Paragraph => None,
        }
    }
}

/// Source lines from the first to the last, both included, counted from 1; written `[1,252]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineRange(pub u32, pub u32);

impl LineRange {
    /// The least range that holds both; where the source does not hold a page's lines in reading order, also what
    /// stands between them.
    pub fn joined_to(self, other: Self) -> Self {
        Self(self.0.min(other.0), self.1.max(other.1))
    }

    /// The range counted from the line behind so many.
    pub fn behind(self, lines: u32) -> Self {
        Self(self.0.saturating_sub(lines), self.1.saturating_sub(lines))
    }
}

impl Article {
    /// Sets the id that the texts give: the same texts have the same id wherever they came from.
    /// White space does not count, so that one article read by two extractors is one article.
    pub fn set_content_id(&mut self) {
        let mut hash = Sha256::new();
        for (part, text) in self.parts() {
            hash.update([part.tag()]);
            text.split_whitespace().for_each(|word| hash.update(word));
        }
        let digest = hash.finalize();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        self.id = ArticleId::from_bytes(bytes);
    }

    /// Its texts in reading order, each with the part it is.
    pub fn parts(&self) -> impl Iterator<Item = (Part, &str)> {
        let head = [
            (Part::Kicker, &self.kicker),
            (Part::Headline, &self.headline),
            (Part::Deck, &self.deck),
            (Part::Lead, &self.lead),
        ];
        let body = self.body.iter().enumerate().map(|(i, block)| (Part::Body(i), block.text.as_str()));
        let credit = self.credit.as_deref().map(|text| (Part::Credit, text));
        head.into_iter().filter_map(|(part, text)| Some((part, text.as_deref()?))).chain(body).chain(credit)
    }

    /// The text of one part.
    pub fn part(&self, part: Part) -> Option<&str> {
        match part {
            Part::Kicker => self.kicker.as_deref(),
            Part::Headline => self.headline.as_deref(),
            Part::Deck => self.deck.as_deref(),
            Part::Lead => self.lead.as_deref(),
            Part::Body(i) => self.body.get(i).map(|block| block.text.as_str()),
            Part::Credit => self.credit.as_deref(),
        }
    }

    /// The text from one place to another, a line for each part.
    pub fn text_between(&self, from: Place, until: Place) -> String {
        let within = self.parts().filter(|(part, _)| from.part <= *part && *part <= until.part);
        let pieces = within.filter_map(|(part, text)| {
            let start = if part == from.part { from.byte } else { 0 };
            let end = if part == until.part { until.byte } else { text.len() };
            text.get(start..end)
        });
        pieces.collect::<Vec<_>>().join("\n")
    }

    /// What a list shows: the headline, or the first words of an article that has none.
    pub fn title(&self) -> &str {
        const MOST: usize = 40;
        match &self.headline {
            Some(headline) => headline,
            None => {
                let first = self.parts().map(|(_, text)| text).find(|text| !text.trim().is_empty()).unwrap_or_default();
                first.char_indices().nth(MOST).map_or(first, |(end, _)| beginning(first, end))
            }
        }
    }

    /// The characters of its texts, white space left out: its length as a newspaper counts (字).
    pub fn characters(&self) -> usize {
        self.parts().map(|(_, text)| text.chars().filter(|c| !c.is_whitespace()).count()).sum()
    }

    /// The sections of its body: what a heading or a question begins. A question is one level below
    /// the heading that it stands under.
    pub fn sections(&self) -> impl Iterator<Item = Section<'_>> {
        let mut above = 0;
        self.body.iter().enumerate().filter_map(move |(block, Block { kind, text })| {
            let level = match kind {
                BlockKind::Heading { level } => {
                    above = *level;
                    *level
                }
                BlockKind::Question { .. } => above.saturating_add(1),
                BlockKind::Paragraph | BlockKind::Answer { .. } => return None,
            };
            Some(Section { block, level, text })
        })
    }
}

impl Place {
    /// The beginning of an article.
    pub fn start_of(article: &Article) -> Self {
        let part = article.parts().next().map_or(Part::Body(0), |(part, _)| part);
        Self { article: article.id, part, byte: 0 }
    }
}

/// A text up to a byte, or up to the word that the byte stands in.
fn beginning(text: &str, end: usize) -> &str {
    // Below the radicals of CJK, where words are written without spaces.
    let is_letter = |c: char| c.is_alphanumeric() && c < '\u{2E80}';
    let (cut, rest) = text.split_at(end);
    match cut.rsplit_once(char::is_whitespace) {
        Some((words, word)) if rest.starts_with(is_letter) && word.chars().all(is_letter) => words.trim_end(),
        _ => cut,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story(headline: &str, text: &str) -> Article {
        let mut article = Article {
            headline: Some(headline.into()),
            body: vec![Block { kind: BlockKind::Paragraph, text: text.into() }],
            ..Article::default()
        };
        article.set_content_id();
        article
    }

    #[test]
    fn the_title_of_an_article_without_one_ends_with_a_word() {
        let title = |text: &str| {
            let block = Block { kind: BlockKind::Paragraph, text: text.to_owned() };
            Article { body: vec![block], ..Article::default() }.title().to_owned()
        };
        assert_eq!(title("The ferry Heron at the east landing on Sunday"), "The ferry Heron at the east landing on");
        assert_eq!(title(&"河".repeat(50)), "河".repeat(40));
        assert_eq!(title(&format!("渡口 {}", "x".repeat(50))), "渡口");
        assert_eq!(title("渡口"), "渡口");
    }

    #[test]
    fn the_id_is_of_the_content() {
        assert_eq!(story("标题", "正文。").id, story("标 题", "正 文。").id);
        assert_ne!(story("标题", "正文。").id, story("标题正", "文。").id);
        let mut moved = story("标题", "正文。");
        moved.lines = vec![LineRange(7, 9)];
        moved.set_content_id();
        assert_eq!(moved.id, story("标题", "正文。").id);
    }

    #[test]
    fn headings_and_questions_begin_sections() {
        let block = |kind, text: &str| Block { kind, text: text.into() };
        let question = || BlockKind::Question { speaker: "问".into() };
        let answer = BlockKind::Answer { speaker: "答".into() };
        let body = vec![
            block(question(), "问：谁先来？"),
            block(answer, "答：我。"),
            block(BlockKind::Heading { level: 1 }, "一、报修"),
            block(question(), "问：找谁？"),
            block(BlockKind::Paragraph, "多问一句。"),
        ];
        let article = Article { body, ..Article::default() };
        let sections: Vec<_> = article.sections().map(|s| (s.block, s.level, s.text)).collect();
        assert_eq!(sections, [(0, 1, "问：谁先来？"), (2, 1, "一、报修"), (3, 2, "问：找谁？")]);
    }

    #[test]
    fn the_json_is_the_published_shape() {
        let question =
            Block { kind: BlockKind::Question { speaker: "记者".into() }, text: "记者：为什么？".into() };
        assert_eq!(
            serde_json::to_string(&question).unwrap(),
            r#"{"kind":"question","speaker":"记者","text":"记者：为什么？"}"#
        );
        let heading = Block { kind: BlockKind::Heading { level: 1 }, text: "一、起因".into() };
        assert_eq!(serde_json::to_string(&heading).unwrap(), r#"{"kind":"heading","level":1,"text":"一、起因"}"#);
        assert_eq!(serde_json::to_string(&LineRange(1, 252)).unwrap(), "[1,252]");
    }
}
