//! What an article brings to the front page, and the rows it takes there.

use crate::model::{Article, Kind, Row};
use crate::text::width::HAN_CELLS;
use crate::text::{Cluster, Metrics, chars};
use crate::typeset::{Measure, Setting, body_rows, break_head};

/// The most lines of a headline.
const HEAD_LINES: usize = 3;
/// The most lines of a leading headline that is letterspaced.
const LEAD_LINES: usize = 2;
/// The cells between the characters of the leading headline, the widest first.
const LETTERSPACES: [usize; 3] = [2, 1, 0];
/// The rows of text that a caption begins with.
const CAPTION: u16 = 2;
/// The cells beside a headline for the sign of a bookmark.
pub const STAR: u16 = 2;

/// How much room an article has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// It leads the page, over two columns where there are two.
    Lead,
    /// A box in one column.
    Story,
    /// A picture's caption, framed.
    Picture,
    /// A line in the strip.
    Brief,
}

/// An article of the page: its row in the list as it is shown, and itself, once it has come.
#[derive(Clone, Copy, Debug)]
pub struct FrontArticle<'a> {
    /// Its row.
    pub row: &'a Row,
    /// The article.
    pub article: Option<&'a Article>,
}

/// What of an article stands in a box.
#[derive(Clone, Debug)]
pub struct Matter {
    /// How much room it has.
    pub weight: Weight,
    /// The lines of its headline; none where it has no headline.
    pub head: Vec<String>,
    /// Whether its deck stands below them.
    pub deck: bool,
    /// The columns it spans.
    pub span: u16,
    /// The rows of its text in one column, as many as a screen can show at most.
    text: u16,
}

impl Matter {
    /// The matter of an article in a box that spans some columns, each of so many cells, and is
    /// `across` cells wide; `most`: the rows that a screen can show.
    pub fn new(
        article: FrontArticle<'_>,
        lead: bool,
        [span, column, across]: [u16; 3],
        most: u16,
        setting: &Setting,
    ) -> Self {
        let weight = match article.row.kind {
            _ if lead => Weight::Lead,
            Kind::Photo => Weight::Picture,
            Kind::Story => Weight::Story,
        };
        let room = usize::from(across.saturating_sub(weight.frame() * 2 + STAR)).max(1);
        let untitled = article.article.is_some_and(|article| article.headline.is_none());
        let head = match weight {
            _ if untitled => Vec::new(),
            Weight::Lead => letterspaced(&article.row.headline, setting.metrics, room),
            _ => head_lines(&article.row.headline, setting.metrics, room, HEAD_LINES),
        };
        let deck = lead && article.article.is_some_and(|article| article.deck.is_some());
        let measure = usize::from(column.saturating_sub(weight.frame() * 2)).max(1);
        let text = text_rows(article, measure, usize::from(most) * usize::from(span), &weight.setting(setting));
        Self { weight, head, deck, span, text: u16::try_from(text).unwrap_or(u16::MAX) }
    }

    /// The rows that hold none of the text: above it, and a frame's last.
    pub fn fixed(&self) -> u16 {
        self.above() + self.weight.frame() / 2
    }

    /// The rows above the text: a frame, the headline, the deck, a rule under the leading head.
    pub fn above(&self) -> u16 {
        let rule = u16::from(self.weight == Weight::Lead);
        self.weight.frame() / 2 + self.head.len() as u16 + u16::from(self.deck) + rule
    }

    /// The rows of a box that holds all of it.
    pub fn all(&self) -> u16 {
        self.fixed().saturating_add(self.text.div_ceil(self.span).max(1))
    }

    /// How deep the text of a box of so many rows is; that of the leading one is as if it did not lead.
    pub fn depth(&self, rows: u16) -> u16 {
        let depth = rows.saturating_sub(self.fixed());
        if self.weight == Weight::Lead { depth * 2 / 3 } else { depth }
    }

    /// The rows of a box that holds so many rows of text, half as many again if it leads.
    pub fn rows(&self, depth: u16) -> u16 {
        let depth = match self.weight {
            Weight::Lead => depth + depth / 2,
            Weight::Picture => depth.min(CAPTION),
            Weight::Story | Weight::Brief => depth,
        };
        self.all().min(self.fixed() + depth)
    }
}

impl Weight {
    /// The cells of a frame and what is free beside it, on each side.
    pub fn frame(self) -> u16 {
        if self == Self::Picture { 2 } else { 0 }
    }

    /// How its text is set: between columns there is room for stops that hang, in a frame there is none.
    pub fn setting(self, setting: &Setting) -> Setting {
        Setting { hanging: setting.hanging && self != Self::Picture, line_spacing: 0, ..*setting }
    }
}

/// The rows of an article's text at a measure, `most` at most; about as many as its characters fill,
/// until it has come.
fn text_rows(article: FrontArticle<'_>, measure: usize, most: usize, setting: &Setting) -> usize {
    match article.article {
        Some(article) => body_rows(article, setting, measure).take(most).count(),
        None => (2 * article.row.characters as usize + 4).div_ceil(measure).min(most),
    }
}

/// The lines of a headline, the last one cut where there would be too many.
pub fn head_lines(headline: &str, metrics: Metrics, cells: usize, most: usize) -> Vec<String> {
    let lines = break_head(headline, metrics, Measure::of(cells));
    let shown = lines.len().min(most);
    let text = |(number, line): (usize, &std::ops::Range<usize>)| {
        let end = if number + 1 == most { headline.len() } else { line.end };
        metrics.cut(headline.get(line.start..end).unwrap_or_default(), cells)
    };
    lines[..shown].iter().map(|line| &line.bytes).enumerate().map(text).collect()
}

/// The lines of the leading headline, as wide apart as there is room for: its two phrases, or two
/// lines at the most.
pub fn letterspaced(headline: &str, metrics: Metrics, cells: usize) -> Vec<String> {
    let phrases: Vec<&str> = headline.split_whitespace().collect();
    let two_phrases = phrases.len() == LEAD_LINES && phrases.iter().all(|phrase| phrase.contains(chars::is_han));
    for letterspace in LETTERSPACES {
        let measure = Measure::of((cells * HAN_CELLS / (HAN_CELLS + letterspace)).max(1));
        let lines = || break_head(headline, metrics, measure).into_iter().map(|line| &headline[line.bytes]).collect();
        let lines: Vec<&str> = if two_phrases { phrases.clone() } else { lines() };
        let spaced: Vec<String> = lines.iter().map(|line| spaced(line, metrics, letterspace)).collect();
        if spaced.len() <= LEAD_LINES && spaced.iter().all(|line| metrics.cells(line) <= cells) {
            return spaced;
        }
    }
    head_lines(headline, metrics, cells, HEAD_LINES)
}

/// A line with so many cells between its characters, none within words or beside marks.
fn spaced(line: &str, metrics: Metrics, letterspace: usize) -> String {
    let mut spaced = String::new();
    let mut before: Option<Cluster<'_>> = None;
    for cluster in metrics.clusters(line) {
        if before.is_some_and(|before| are_parted(&before, &cluster)) {
            spaced.extend(std::iter::repeat_n(' ', letterspace));
        }
        spaced.push_str(cluster.source);
        before = Some(cluster);
    }
    spaced
}

fn are_parted(before: &Cluster<'_>, after: &Cluster<'_>) -> bool {
    let is_word = |cluster: &Cluster<'_>| cluster.cells < 2;
    let opens = before.source.starts_with(chars::is_opener);
    let closes =
        after.source.starts_with(|c| chars::is_closer(c) || chars::is_sentence_end(c) || chars::is_clause_mark(c));
    !(opens || closes || is_word(before) && is_word(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lead(headline: &str, cells: usize) -> Vec<String> {
        letterspaced(headline, Metrics::TERMINAL, cells)
    }

    #[test]
    fn the_leading_headline_is_as_wide_apart_as_there_is_room_for() {
        assert_eq!(lead("港区开航", 20), ["港  区  开  航"]);
        assert_eq!(lead("港区开航", 11), ["港  区", "开  航"]);
        assert_eq!(lead("港区新增航线", 9), ["港 区 新", "增 航 线"]);
        assert_eq!(lead("港区新增航线", 6), ["港区新", "增航线"]);
    }

    #[test]
    fn its_phrases_are_lines_of_one_letterspace() {
        assert_eq!(lead("港区开航 船来了", 12), ["港 区 开 航", "船 来 了"]);
    }

    #[test]
    fn words_and_marks_keep_together() {
        assert_eq!(lead("“5G船”，开航", 30), ["“5G  船”，  开  航"]);
    }

    #[test]
    fn a_headline_of_too_many_lines_is_cut() {
        let lines = head_lines("港区新增三条航线沿江十一个乡镇通了货船", Metrics::TERMINAL, 12, HEAD_LINES);
        assert_eq!(lines.len(), HEAD_LINES);
        assert!(lines.last().is_some_and(|line| line.ends_with('…')));
    }
}
