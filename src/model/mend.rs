//! What a reader puts right on a page that was parsed wrongly: a mend says what is done, and names the source
//! lines that it concerns by their words. So it is done again when the page is parsed anew or comes in again
//! with the same lines.
//!
//! **Invariant:** a mend moves text and never makes or drops any but white space. One whose lines are not on the
//! page changes nothing.

use serde::{Deserialize, Serialize};

use super::article::{Article, Block, BlockKind, LineRange};
use super::article_id::ArticleId;
use super::page::Page;
use super::place::Part;

/// What can be done about a fault of the parser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Remedy {
    /// The next article is a part of this one.
    Join,
    /// Another article begins with this paragraph.
    Part,
    /// This is the headline; what was it stands where this stood.
    Headline,
    /// This is the kicker.
    Kicker,
    /// This is the deck.
    Deck,
    /// This is no article: its texts are furniture.
    NoArticle,
}

impl Remedy {
    /// Every remedy, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::Join, Self::Part, Self::Headline, Self::Kicker, Self::Deck, Self::NoArticle];

    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Join => "join",
            Self::Part => "part",
            Self::Headline => "headline",
            Self::Kicker => "kicker",
            Self::Deck => "deck",
            Self::NoArticle => "no-article",
        }
    }
}

/// Something put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mend {
    /// What is done.
    pub remedy: Remedy,
    /// The source lines that it concerns: those of the paragraph or, where an article is meant, its own.
    pub lines: Vec<NamedLine>,
    /// Those that the next article begins with, where it is joined.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<NamedLine>,
}

/// A source line, named by its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedLine {
    /// Its number in the source, from 1: that of two lines alike the right one is found.
    pub number: u32,
    /// What of it is meant, without white space.
    pub text: String,
}

/// What mending a page has brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// What was done or undone.
    pub remedy: Remedy,
    /// Whether its lines are on the page.
    pub found: bool,
    /// The article that stands where the mended one stood.
    pub article: Option<ArticleId>,
    /// Whether it was undone.
    pub undone: bool,
}

/// A page with its mends, as a report that can be attached to a bug.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MendedPage {
    /// Where the page is from.
    pub source: String,
    /// The page of the source that it begins on, from 1.
    pub source_page: u32,
    /// Its mends, the oldest first.
    pub mends: Vec<MendReport>,
    /// The page's lines.
    pub lines: Vec<String>,
}

/// A mend and what has become of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MendReport {
    /// The mend.
    #[serde(flatten)]
    pub mend: Mend,
    /// Whether its lines are on the page.
    pub found: bool,
}

/// Words of an article: which, in which of its texts, from and to which character, white space not counted.
struct MendTarget {
    article: usize,
    part: Part,
    from: usize,
    to: usize,
    /// The source line that they begin.
    line: u32,
}

impl Mend {
    /// The mend that does something about a part of one of a page's articles; none where there is nothing to do.
    pub fn of(page: &Page, text: &str, article: usize, part: Part, remedy: Remedy) -> Option<Self> {
        let meant = page.articles.get(article)?;
        let source = |article: &Article| lines_of(article, text, page.first_line);
        let beginning = |article: &Article| {
            let first = article.parts().find(|(_, text)| !squeezed(text).is_empty())?.1;
            Some(named(first, source(article)))
        };
        let (lines, next) = match remedy {
            Remedy::Join => (beginning(meant)?, beginning(page.articles.get(article + 1)?)?),
            Remedy::NoArticle => {
                let mut lines = beginning(meant)?;
                let begun: Vec<u32> = lines.iter().map(|line| line.number).collect();
                lines.extend(source(meant).into_iter().filter(|line| !begun.contains(&line.number)));
                (lines, Vec::new())
            }
            Remedy::Part | Remedy::Headline | Remedy::Kicker | Remedy::Deck => {
                (named(meant.part(part)?, source(meant)), Vec::new())
            }
        };
        let mend = Self { remedy, lines, next };
        let (mended, found) = page.clone().mended(std::slice::from_ref(&mend));
        (found == [true] && mended != *page).then_some(mend)
    }
}

impl Page {
    /// The page with its mends done one after the other, and of each whether its lines were found.
    pub fn mended(mut self, mends: &[Mend]) -> (Self, Vec<bool>) {
        let found = mends.iter().map(|mend| self.mend(mend).is_some()).collect();
        (self, found)
    }

    /// Does a mend; none where its lines are not there.
    fn mend(&mut self, mend: &Mend) -> Option<()> {
        let found = self.find(&mend.lines)?;
        match mend.remedy {
            Remedy::Join => {
                let next = self.find(&mend.next)?;
                if next.article != found.article {
                    self.join(found.article, next.article);
                }
            }
            Remedy::Part => self.part(&found),
            Remedy::Headline => self.set_part(&found, Part::Headline),
            Remedy::Kicker => self.set_part(&found, Part::Kicker),
            Remedy::Deck => self.set_part(&found, Part::Deck),
            Remedy::NoArticle => {
                let held: u32 = self.articles[found.article].lines.iter().map(|range| count(*range)).sum();
                // It has come to stand in a much larger article, which is one.
                if held as usize > 2 * mend.lines.len() {
                    return None;
                }
                let article = self.articles.remove(found.article);
                self.furniture.extend(article.parts().map(|(_, text)| text.to_owned()));
            }
        }
        Some(())
    }

    /// Finds the words of lines that stand together: the article with the most of them, and of two that have as
    /// many the one that is made of a line of this number.
    fn find(&self, lines: &[NamedLine]) -> Option<MendTarget> {
        const TOO_SHORT: usize = 4;
        let first = lines.first().filter(|line| !line.text.is_empty())?;
        let mut best: Option<((usize, bool), MendTarget)> = None;
        for (at, article) in self.articles.iter().enumerate() {
            let is_there = article.lines.iter().any(|range| (range.0..=range.1).contains(&first.number));
            for (part, text) in article.parts() {
                let text = squeezed(text);
                for (byte, _) in text.match_indices(first.text.as_str()) {
                    let run = common_run(&text[byte..], lines);
                    let from = text[..byte].chars().count();
                    let worth = (run, is_there);
                    let is_better = best.as_ref().is_none_or(|(other, _)| *other < worth);
                    if is_better && (is_there || run >= TOO_SHORT) {
                        best =
                            Some((worth, MendTarget { article: at, part, from, to: from + run, line: first.number }));
                    }
                }
            }
        }
        best.map(|(_, found)| found)
    }

    /// Makes one article a part of another.
    fn join(&mut self, at: usize, next: usize) {
        let joined = self.articles.remove(next);
        self.articles[at - usize::from(next < at)].take_in(joined);
    }

    /// Begins another article with some words of a body.
    fn part(&mut self, found: &MendTarget) {
        let article = &mut self.articles[found.article];
        let Part::Body(block) = found.part else { return };
        let block = article.cut(block, found.from);
        if block == 0 {
            return;
        }
        let mut second = article.part_at(block);
        article.part_lines(&mut second, found.line);
        self.articles.insert(found.article + 1, second);
    }

    /// Makes words the kicker, headline or deck of their article.
    fn set_part(&mut self, found: &MendTarget, to: Part) {
        let article = &mut self.articles[found.article];
        if found.part == to {
            return;
        }
        let from = match found.part {
            Part::Body(block) => {
                let block = article.cut(block, found.from);
                let length = found.to - found.from;
                article.cut(block, length);
                Part::Body(block)
            }
            part => part,
        };
        article.exchange(from, to);
        article.set_content_id();
    }
}

/// How an article changes under a mend.
impl Article {
    /// Parts a block of its body before one of its characters; the block that begins there.
    fn cut(&mut self, block: usize, at: usize) -> usize {
        let text = self.body[block].text.clone();
        let byte = byte_of(&text, at);
        let (before, behind) = (text[..byte].trim_end(), text[byte..].trim_start());
        if before.is_empty() {
            return block;
        }
        if !behind.is_empty() {
            self.body[block].text = before.to_owned();
            self.body.insert(block + 1, paragraph(behind.to_owned()));
        }
        block + 1
    }

    /// Makes an article of its body from a block on; a heading that it begins with is its headline.
    fn part_at(&mut self, block: usize) -> Self {
        let mut body = self.body.split_off(block);
        let is_headed = body.len() > 1 && matches!(body[0].kind, BlockKind::Heading { .. });
        let headline = is_headed.then(|| body.remove(0).text);
        let mut second = Self {
            headline,
            body,
            credit: self.credit.take(),
            continues: self.continues.take(),
            lines: self.lines.clone(),
            boxes: self.boxes.clone(),
            ..Self::default()
        };
        second.set_content_id();
        self.set_content_id();
        second
    }

    /// Parts the lines of two articles that were one where a line begins.
    fn part_lines(&mut self, second: &mut Self, line: u32) {
        let holds = |range: &LineRange| (range.0..=range.1).contains(&line);
        let Some(at) = self.lines.iter().position(holds) else { return };
        let LineRange(first, _) = self.lines[at];
        second.lines = self.lines.split_off(at);
        second.lines[0].0 = line;
        if first < line {
            self.lines.push(LineRange(first, line - 1));
        }
    }

    /// Makes another article a part of this one, behind what it has.
    fn take_in(&mut self, next: Self) {
        let Self { kicker, headline, deck, lead, dateline, byline, body, credit, .. } = next;
        let is_bare = kicker.is_none() && headline.is_none() && deck.is_none() && lead.is_none();
        let runs_on = is_bare && self.credit.is_none() && self.body.last().is_some_and(|last| is_open(&last.text));
        self.body.extend(self.credit.take().map(paragraph));
        self.body.extend(kicker.map(paragraph));
        self.body.extend(headline.map(|text| Block { kind: BlockKind::Heading { level: 1 }, text }));
        self.body.extend(deck.map(paragraph));
        let mut body = body.into_iter();
        let first = body.next();
        match (lead, first) {
            (Some(lead), Some(first)) => self.body.push(Block { text: joined(&lead, &first.text), ..first }),
            (Some(lead), None) => self.body.push(paragraph(lead)),
            (None, Some(first)) => match self.body.last_mut().filter(|_| runs_on) {
                Some(last) => last.text = joined(&last.text, &first.text),
                None => self.body.push(first),
            },
            (None, None) => {}
        }
        self.body.extend(body);
        self.credit = credit;
        self.dateline = self.dateline.take().or(dateline);
        self.byline.extend(byline);
        self.continued = self.continued.take().or(next.continued);
        self.continues = next.continues.or(self.continues.take());
        self.lines.extend(next.lines);
        self.boxes.extend(next.boxes);
        self.set_content_id();
    }

    /// Puts the text of one part in the place of another's, and that one's where it stood.
    fn exchange(&mut self, from: Part, to: Part) {
        let Some(text) = self.take_text(from) else { return };
        let displaced = self.take_text(to);
        self.put_text(to, text);
        match (from, displaced) {
            (Part::Body(block), Some(displaced)) => self.body[block] = paragraph(displaced),
            (Part::Body(block), None) => drop(self.body.remove(block)),
            (Part::Lead, Some(displaced)) => self.body.insert(0, paragraph(displaced)),
            (Part::Credit, Some(displaced)) => self.body.push(paragraph(displaced)),
            (_, Some(displaced)) => self.put_text(from, displaced),
            (_, None) => {}
        }
    }

    /// Takes the text of a part away; a block stays, empty.
    fn take_text(&mut self, part: Part) -> Option<String> {
        match part {
            Part::Body(block) => self.body.get_mut(block).map(|block| std::mem::take(&mut block.text)),
            Part::Lead => {
                self.dateline = None;
                self.lead.take()
            }
            _ => self.head_mut(part)?.take(),
        }
    }

    fn put_text(&mut self, part: Part, text: String) {
        if let Some(place) = self.head_mut(part) {
            *place = Some(text);
        }
    }

    fn head_mut(&mut self, part: Part) -> Option<&mut Option<String>> {
        match part {
            Part::Kicker => Some(&mut self.kicker),
            Part::Headline => Some(&mut self.headline),
            Part::Deck => Some(&mut self.deck),
            Part::Credit => Some(&mut self.credit),
            Part::Lead | Part::Body(_) => None,
        }
    }
}

fn paragraph(text: String) -> Block {
    Block { kind: BlockKind::Paragraph, text }
}

/// Whether a paragraph ends without ending a sentence.
fn is_open(text: &str) -> bool {
    const ENDS: &str = "。！？…”’」』）》.!?\")";
    !text.trim_end().ends_with(|c| ENDS.contains(c))
}

/// Two texts as one: a space between words that need one.
fn joined(text: &str, more: &str) -> String {
    let parts_words = |c: Option<char>| c.is_some_and(|c| c.is_ascii_graphic());
    let space = if parts_words(text.chars().next_back()) && parts_words(more.chars().next()) { " " } else { "" };
    [text, space, more].concat()
}

/// Whether a character counts where lines and texts are compared.
fn counts(c: char) -> bool {
    const SOFT_HYPHEN: char = '\u{AD}';
    !c.is_whitespace() && c != SOFT_HYPHEN
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| counts(*c)).collect()
}

/// Where in a text the character of a number begins of those that count; its end for the one behind the last.
fn byte_of(text: &str, number: usize) -> usize {
    text.char_indices().filter(|(_, c)| counts(*c)).nth(number).map_or(text.len(), |(byte, _)| byte)
}

fn count(range: LineRange) -> u32 {
    range.1.saturating_sub(range.0) + 1
}

/// The lines that an article was made of, in reading order; empty ones are left out.
fn lines_of(article: &Article, page: &str, first_line: u32) -> Vec<NamedLine> {
    let lines: Vec<&str> = page.split('\n').collect();
    let numbers = article.lines.iter().flat_map(|range| range.0..=range.1);
    let line = |number: u32| {
        let text = squeezed(lines.get(number.checked_sub(first_line)? as usize)?);
        (!text.is_empty()).then_some(NamedLine { number, text })
    };
    numbers.filter_map(line).collect()
}

/// What lines have of a text. Where they do not have it in one piece, the first stands for it.
fn named(text: &str, lines: Vec<NamedLine>) -> Vec<NamedLine> {
    let text = squeezed(text);
    let whole: String = lines.iter().map(|line| line.text.as_str()).collect();
    let Some(start) = whole.find(&text) else {
        let number = lines.first().map_or(0, |line| line.number);
        return vec![NamedLine { number, text }];
    };
    let end = start + text.len();
    let mut at = 0;
    let mut named = Vec::new();
    for NamedLine { number, text } in lines {
        let (from, to) = (start.clamp(at, at + text.len()) - at, end.clamp(at, at + text.len()) - at);
        at += text.len();
        if from < to {
            named.push(NamedLine { number, text: text[from..to].to_owned() });
        }
    }
    named
}

/// How many characters a text begins with of those of lines one behind the other.
fn common_run(text: &str, lines: &[NamedLine]) -> usize {
    let mut rest = text;
    for line in lines {
        match rest.strip_prefix(line.text.as_str()) {
            Some(more) => rest = more,
            None => break,
        }
    }
    text[..text.len() - rest.len()].chars().count()
}
