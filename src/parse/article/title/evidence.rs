//! What speaks for a part of a head, and for parting two of its lines.

use super::setting::HeadRoom;
use crate::hanzi::simplified;
use crate::parse::grammar::numerals::is_numeral;
use crate::parse::lexicon::{CLAUSES, COLUMNS, DECKS, GENRES, GUESTS, HOME, MEETINGS, ONE};
use crate::parse::line::{Line, Look};
use crate::parse::lines::text::{Spacing, joined};
use crate::parse::weights::titles as weight;
use crate::text::chars;

/// The widest kicker that is a mere name of a column or a catchword, in half characters.
const SLOGAN: i32 = 8;
/// The widest name of a column that ends as such names do.
const COLUMN: i32 = 18;
/// The widest remainder of a line that was broken for want of room.
const REMAINDER: i32 = 6;

/// A head's lines and the text of its body.
pub struct Head<'a> {
    page: &'a str,
    lines: Vec<&'a Line>,
    body: &'a str,
    /// The width of its widest line.
    widest: i32,
    /// The room that its lines have, if its column is so wide that few are broken and all are in one type.
    room: Option<HeadRoom>,
}

/// A cost where something is so.
fn cost(is: bool, cost: f32) -> f32 {
    if is { cost } else { 0.0 }
}

impl<'a> Head<'a> {
    /// The head of these lines, which have so much room, above a body.
    pub fn new(page: &'a str, lines: Vec<&'a Line>, body: &'a str, room: Option<HeadRoom>) -> Self {
        let widest = lines.iter().map(|line| line.look.width).max().unwrap_or(0);
        let latin = lines.iter().any(|line| line.look.is_latin());
        Self { page, lines, body, widest, room: room.filter(|_| !latin) }
    }

    /// How many lines it has.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    fn text(&self, n: usize) -> &'a str {
        self.lines[n].text(self.page)
    }

    fn look(&self, n: usize) -> &'a Look {
        &self.lines[n].look
    }

    /// How many times as wide as the headline's widest line another part's is, as a power of two.
    fn wider(&self, part: std::ops::Range<usize>, headline: std::ops::Range<usize>) -> f32 {
        if self.room.is_some() {
            return 0.0;
        }
        let widest = |of: std::ops::Range<usize>| of.map(|n| self.look(n)).map(|look| look.width - look.marks).max();
        let [part, headline] = [part, headline].map(|of| widest(of).unwrap_or(1).max(1) as f32);
        (part / headline).log2().clamp(-1.5, 1.5)
    }

    /// What it costs that the lines before one are the kicker, and those before another the headline.
    pub fn kicker(&self, end: usize, headline: usize) -> f32 {
        if end == 0 {
            return 0.0;
        }
        let (first, look) = (self.text(0), self.look(end - 1));
        let [last, below] = [end - 1, end].map(|n| self.text(n));
        let capitals = |text: &str| text.contains(char::is_uppercase) && !text.contains(char::is_lowercase);
        let spaces = (0..end).any(|n| self.look(n).spaces > 0);
        let column = COLUMNS.at_end(last).is_some() && !last.contains('的');
        let wider = self.wider(0..end, end..headline);
        weight::kicker()
            + cost(last.ends_with(['：', '—', ':']), weight::kicker_announces())
            + cost(MEETINGS.at_end(last).is_some() && !spaces, weight::kicker_reports())
            + cost(ONE.at_start(first).is_some() && last.contains('的') && !spaces, weight::kicker_one())
            + cost(look.is_latin() && capitals(last) && !capitals(below), weight::kicker_capitals())
            + cost(column && look.width <= COLUMN, weight::kicker_column())
            + cost(end == 1 && look.width <= SLOGAN, weight::kicker_slogan())
            + cost(asks(first) && !asks(below), weight::kicker_asks())
            + cost(last.ends_with(['？', '！', '?', '!', '。']), weight::kicker_ends())
            + cost((0..end).any(|n| self.look(n).commas > 0), weight::kicker_comma())
            + cost(HOME.at_start(first).is_some(), weight::kicker_home())
            + cost(first.starts_with(is_numeral) && ONE.at_start(first).is_none(), weight::kicker_figure())
            + cost(is_noun(last), weight::kicker_noun())
            + cost(last.ends_with(['了', '着', '过', '著', '過']), weight::kicker_done())
            + cost(last.ends_with('）'), weight::kicker_bracketed())
            + cost(is_counted(last), weight::kicker_counted())
            + cost(spaces && !look.is_latin(), weight::kicker_phrases())
            + weight::kicker_wider() * wider.max(0.0)
            + weight::kicker_narrower() * (-wider).max(0.0)
            + weight::kicker_line() * (end - 1) as f32
    }

    /// What it costs that the lines from one on are the deck, and those from another on the headline.
    pub fn deck(&self, start: usize, headline: usize) -> f32 {
        let end = self.len();
        if start == end {
            return 0.0;
        }
        let [above, first, last] = [start - 1, start, end - 1].map(|n| self.text(n));
        let dash = first.starts_with(['—', '―']) || first.starts_with("--");
        let plain = (headline..start).all(|n| self.look(n).commas + self.look(n).stops == 0);
        let commas = (start..end).any(|n| self.look(n).commas > 0);
        let halves = |n: usize| self.halves(n) > 1;
        let figures = |n: usize| self.text(n).contains(is_numeral);
        let wider = self.wider(start..end, headline..start);
        weight::deck()
            + cost(dash, weight::deck_dash())
            + cost(DECKS.at_start(first).is_some(), weight::deck_words())
            + cost(GENRES.at_end(last).is_some() && !dash, weight::deck_genre())
            + cost(GUESTS.is_in(first) && !(headline..start).any(|n| GUESTS.is_in(self.text(n))), weight::deck_guests())
            + cost(self.room.is_some(), weight::deck_roomy())
            + cost(above.ends_with(['？', '?']), weight::deck_asked())
            + cost(plain && commas, weight::deck_comma())
            + cost(!plain, weight::deck_after_comma())
            + cost((start..end).any(figures) && !(headline..start).any(figures), weight::deck_figures())
            + cost(headline > 0, weight::deck_and_kicker())
            + cost(halves(start) && !(headline..start).any(halves), weight::deck_halves())
            + cost(is_elliptic(self.look(start - 1), self.look(start)), weight::deck_elliptic())
            + weight::deck_wider() * wider.max(0.0)
            + weight::deck_narrower() * (-wider).max(0.0)
            + weight::deck_line() * (end - start - 1) as f32
    }

    /// What the lines from one to another cost as the headline.
    pub fn headline(&self, start: usize, end: usize) -> f32 {
        let lines = end - start;
        weight::headline_line() * (lines.max(2) - 2) as f32
            + cost(lines == 1 && self.look(start).width <= SLOGAN, weight::headline_slogan())
            + cost(
                lines == 1 && self.look(start).spaces > 0 && !self.look(start).is_latin(),
                weight::headline_phrases(),
            )
            + cost(lines == 2, weight::headline_two())
            + weight::headline_whole() * (start + 1..end).filter(|&at| self.is_whole(at)).count() as f32
    }

    /// What it costs to part a line from the one above it.
    pub fn parted(&self, at: usize) -> f32 {
        if at == 0 || at == self.len() {
            return 0.0;
        }
        let ([above, below], [look, next]) = ([at - 1, at].map(|n| self.text(n)), [at - 1, at].map(|n| self.look(n)));
        let pair = [look.last, next.first];
        let word = pair.into_iter().all(chars::is_han) && self.body.contains(&String::from_iter(pair));
        let broken = self.room.is_some_and(|room| room.may_break(look.width)) && look.width > next.width;
        let full = look.width + 2 >= self.widest && next.width < look.width;
        let latin = look.is_latin() && next.is_latin();
        cost(self.lines[at].gap, weight::part_at_gap())
            + cost(goes_on(below) || is_clause(above), weight::part_clause())
            + cost(latin && next.first.is_lowercase(), weight::part_clause())
            + cost(latin && is_sentence_case(above) && next.first.is_uppercase(), weight::part_at_capital())
            + cost(is_unclosed(above), weight::part_quoted())
            + cost(word, weight::part_word())
            + cost(broken, weight::part_broken())
            + cost((look.width - next.width).abs() <= 2, weight::part_alike())
            + cost(is_parallel(above, below), weight::part_parallel())
            + cost(full && next.width <= REMAINDER, weight::part_remainder())
    }

    /// Whether the line above one was not broken for want of room, in a column wide enough for most.
    fn is_whole(&self, at: usize) -> bool {
        const HEADLINE: i32 = 18;
        let width = self.look(at - 1).width;
        self.room.is_some_and(|room| width >= HEADLINE && !room.may_break(width))
    }

    /// The phrases of more than a word that spaces part in a line.
    fn halves(&self, n: usize) -> usize {
        let line = self.lines[n];
        let text = joined(self.page, std::iter::once(line.start..line.end), Spacing::Head);
        text.split(' ').filter(|half| half.chars().count() > 3).count()
    }
}

/// Whether a Japanese line above ends as headlines do, its verb left out: …図書室に, …全国へ.
fn is_elliptic(above: &Look, here: &Look) -> bool {
    const HEADLINE: i32 = 16;
    above.width >= HEADLINE && here.width >= HEADLINE && matches!(above.last, 'に' | 'へ' | 'も' | 'か')
}

/// Whether a text asks without a mark: 能不能, 有没有.
fn asks(text: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    !text.ends_with(&['？'])
        && text.windows(3).any(|three| matches!(simplified(three[1]), '不' | '没') && three[0] == three[2])
}

/// Whether a line ends as the beginning of a clause does, that says whose, when or where.
fn is_clause(text: &str) -> bool {
    let year = text.strip_suffix('年').is_some_and(|text| text.trim_end().ends_with(chars::is_digit));
    year || CLAUSES.at_end(text).is_some() || text.ends_with(['的', '，', '、'])
}

/// Whether a line begins with the end of a word or a clause that the line above broke off.
fn goes_on(text: &str) -> bool {
    let mut chars = text.chars();
    let first = chars.next().is_some_and(|c| matches!(c, '的' | '了' | '着' | '著' | '们' | '們' | '和' | '与' | '與'));
    first || chars.next().is_none_or(char::is_whitespace)
}

/// Whether a text names a thing with what it is of before it: 海岸线上的老行当.
fn is_noun(text: &str) -> bool {
    text.rsplit_once('的').is_some_and(|(of, thing)| of.chars().count() > 2 && (1..6).contains(&thing.chars().count()))
}

/// Whether a text counts days, rounds or editions: 第三日, 第十九轮.
fn is_counted(text: &str) -> bool {
    text.split('第').skip(1).any(|rest| rest.starts_with(is_numeral))
}

/// Whether two lines as long as each other have a character, or figures, in the same place.
fn is_parallel(above: &str, below: &str) -> bool {
    let [above, below] = [above, below].map(|text| text.chars().filter(|c| !c.is_whitespace()));
    let alike = |(a, b): (char, char)| a == b && chars::is_han(a) || is_numeral(a) && is_numeral(b);
    above.clone().count() == below.clone().count() && above.zip(below).any(alike)
}

/// Whether a quotation or a bracket is opened in a line and not closed.
fn is_unclosed(text: &str) -> bool {
    let opened = text.chars().filter(|&c| chars::is_opener(c)).count();
    opened > text.chars().filter(|&c| chars::is_closer(c)).count()
}

/// Whether a Latin line writes most words small: a capital below it begins another sentence.
fn is_sentence_case(text: &str) -> bool {
    let begins = |with: fn(char) -> bool| text.split(' ').filter(|word| word.starts_with(with)).count();
    begins(char::is_lowercase) > begins(char::is_uppercase)
}
