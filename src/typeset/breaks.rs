//! The break opportunities of a paragraph, one between any two clusters, and the penalty of each.
//!
//! The penalty is decided by the classes of the two clusters, by spaces between them and by a little
//! [`Context`]: whether a quotation mark stands among Han or Latin, which half of a —— this is,
//! whether the word is an address. The context is a few bytes, so that the breaker can go back.

use super::class::Class;
use super::kinsoku::{Penalty, penalty};
use crate::text::width::HAN_BYTES;
use crate::text::{Cluster, chars};

/// What is remembered of the text before a cluster.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    before: Class,
    last: char,
    spaces: bool,
    joiner: bool,
    address: bool,
}

/// A cluster and the break opportunity before it.
#[derive(Clone, Copy, Debug)]
pub struct BreakOpportunity {
    /// The class of the cluster, its neighbours considered.
    pub class: Class,
    /// The penalty of a break before it.
    pub penalty: Penalty,
    /// Whether Chinese meets Latin letters or digits here.
    pub mixed: bool,
}

impl Context {
    /// The beginning of a text.
    pub const START: Self = Self { before: Class::Start, last: '\0', spaces: false, joiner: false, address: false };

    /// The context after a Han character.
    pub const HAN: Self = Self { before: Class::Han, last: '一', ..Self::START };

    /// The last character before, spaces left out.
    pub fn last(self) -> char {
        self.last
    }

    /// Whether spaces have gone by since.
    pub fn spaces(self) -> bool {
        self.spaces
    }

    /// Takes the next cluster of the text.
    #[inline(always)]
    pub fn step(&mut self, text: &str, cluster: &Cluster) -> BreakOpportunity {
        let first = cluster.source.chars().next().unwrap_or_default();
        let class = match Class::of(first) {
            class @ (Class::Han | Class::Unit | Class::Letter | Class::Digit | Class::Closer) => class,
            class => self.class(class, text, cluster, first),
        };
        let opportunity = BreakOpportunity { class, penalty: self.penalty(class, first), mixed: self.mixed(class) };
        match class {
            Class::Space => self.spaces = true,
            Class::Mark => {}
            _ => {
                self.address = match first {
                    '/' | '.' => self.begins_address(text, cluster.start, first),
                    '"' | '<' | '>' => false,
                    _ => self.address && !self.spaces && first.is_ascii_graphic(),
                };
                self.before = if class == Class::Unit { Class::Han } else { class };
                self.last = first;
                self.spaces = false;
            }
        }
        self.joiner = cluster.source.len() > HAN_BYTES && cluster.source.ends_with('\u{200D}');
        opportunity
    }

    fn penalty(self, class: Class, first: char) -> Penalty {
        let penalty = penalty(self.before, class, self.spaces);
        if self.spaces || penalty > Penalty::Word || penalty == Penalty::None && !self.joiner {
            return penalty;
        }
        let after_punctuation = matches!(self.last, '/' | '?' | '&' | '=' | '-' | '_' | '.');
        let decimal = self.last == '.' && chars::is_digit(first);
        match penalty {
            // LB8a
            Penalty::None if self.joiner => Penalty::Word,
            Penalty::Word if after_punctuation && self.address && !decimal => Penalty::None,
            Penalty::Word if after_punctuation && !chars::is_digit(first) => Penalty::Slight,
            penalty => penalty,
        }
    }

    fn mixed(self, class: Class) -> bool {
        let han = |class| matches!(class, Class::Han | Class::Unit);
        let latin = |class| matches!(class, Class::Letter | Class::Digit);
        !self.spaces && (han(self.before) && latin(class) || latin(self.before) && han(class))
    }

    /// The class of a cluster here, where `class` is that of its first character by itself.
    fn class(self, class: Class, text: &str, cluster: &Cluster, first: char) -> Class {
        let next = || text[cluster.end()..].chars().next();
        let nothing_before = self.spaces || matches!(self.before, Class::Start | Class::ZeroSpace);
        match class {
            // LB10: a mark with nothing to stand on, or on a space
            Class::Space if cluster.source.len() > first.len_utf8() => Class::Letter,
            Class::Mark if nothing_before => Class::Letter,
            Class::Dash => self.dash(next() == Some('—')),
            Class::Ellipsis if self.before == Class::Ellipsis && !self.spaces => Class::EllipsisTail,
            Class::Quote => self.quote(first, next()),
            Class::Hyphen if nothing_before => Class::InitialHyphen,
            // LB15c
            Class::Infix if self.spaces && next().is_some_and(chars::is_digit) => Class::Digit,
            Class::Prefix if matches!(first, '+' | '−' | '±') && !next().is_some_and(chars::is_digit) => {
                Class::Letter
            }
            Class::Prefix if matches!(first, '＋' | '－') && !next().is_some_and(chars::is_digit) => Class::Han,
            class => class,
        }
    }

    /// Dashes go in pairs from the first on; one that is left over is single.
    fn dash(self, another: bool) -> Class {
        match self.before {
            Class::DashPair if !self.spaces => Class::DashTail,
            _ if another => Class::DashPair,
            _ => Class::Dash,
        }
    }

    /// Curly quotes open and close where Chinese is on either side of them; among letters alone
    /// they hold fast, and ’ is an apostrophe.
    fn quote(self, quote: char, next: Option<char>) -> Class {
        let chinese_before = !self.spaces && is_chinese(self.last);
        let chinese_after = next.is_some_and(is_chinese);
        match quote {
            // LB15a, LB15b: at the ends of a word
            '“' | '‘' | '«' | '‹' if self.spaces || self.before == Class::Start => Class::Opener,
            '”' | '’' | '»' | '›' if next.is_none_or(char::is_whitespace) => Class::Closer,
            '“' | '‘' if chinese_before || chinese_after => Class::Opener,
            '“' | '‘' => Class::LatinOpener,
            '”' | '’' if chinese_before || chinese_after => Class::Closer,
            '”' | '’' => Class::LatinCloser,
            _ => Class::Quote,
        }
    }

    /// Whether the word that a slash or a point goes on is an address: a `://` or a `www.` ends with
    /// it or is behind it.
    fn begins_address(self, text: &str, start: usize, c: char) -> bool {
        let before = &text.as_bytes()[..start];
        let www =
            || before.strip_suffix(b"www").is_some_and(|rest| !rest.last().is_some_and(u8::is_ascii_alphanumeric));
        !self.spaces && (self.address || if c == '/' { before.ends_with(b":/") } else { www() })
    }
}

/// A character that makes a quotation mark beside it a Chinese one.
fn is_chinese(c: char) -> bool {
    chars::is_cjk(c) || matches!(c, '—' | '…' | '·' | '“' | '”' | '‘' | '’')
}

#[cfg(test)]
mod pairs;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Metrics;

    /// Asserts where a text may break: at each `|`, and nowhere else.
    #[track_caller]
    fn breaks(marked: &str) {
        let text = marked.replace('|', "");
        let mut context = Context::START;
        let mut found = String::new();
        for cluster in Metrics::FILTER.clusters(&text) {
            let opportunity = context.step(&text, &cluster);
            if cluster.start > 0 && opportunity.class != Class::Space && opportunity.penalty == Penalty::None {
                found.push('|');
            }
            found.push_str(cluster.source);
        }
        assert_eq!(found, marked);
    }

    #[test]
    fn han_kana_and_hangul_break_anywhere() {
        breaks("江|州|日|报");
        breaks("か|な|カ|ナ");
        breaks("한|글");
        breaks("👨‍👩‍👧|🇨🇳|👍🏽");
    }

    #[test]
    fn no_line_begins_with_a_mark() {
        breaks("好，|是。|对！|吗？|有：|无；|甲、|乙");
        breaks("（甲）|（乙）");
        breaks("甲 。 ！ ）");
        breaks("比|如……|等|等");
        breaks("欧·|亨|利");
        breaks("江|州～|白|石|港‐|新|城");
        breaks("人々|のっ|て|スー|プ");
        breaks("真‼|的⁉");
    }

    #[test]
    fn ascii_marks_hold_to_what_is_before_them() {
        breaks("船,|货.|人;|车:|马!|牛?|羊");
        breaks("f(x)|是");
        breaks("end. |Next, |word");
        breaks("ls |-l |.5");
    }

    #[test]
    fn no_line_ends_with_an_opener() {
        breaks("读|《报》|和|（ 书）");
        breaks("见|[1]|与|{a}");
        breaks("值|￥5|和|$20、|€3、|№7");
        breaks("甲／乙／丙");
    }

    #[test]
    fn curly_quotes_beside_chinese_open_and_close() {
        breaks("改|变|“四|多|四|少”|状|况");
        breaks("使|用|“GDP”|指|标");
        breaks("是|‘5G’|网");
        breaks("他|说：|“‘好’|字|难|写。”|我|说");
        breaks("GDP|“增|长”|3%");
    }

    #[test]
    fn curly_quotes_among_letters_hold_fast() {
        breaks("don’t |stop");
        breaks("say |“hello” |now");
        breaks("a“b”c");
        breaks("a“ b |c");
        breaks("rock ’n’ |roll");
        breaks("船 |‘a’");
    }

    #[test]
    fn straight_quotes_never_leave_a_letter() {
        breaks("say |\"hi\" |now");
        breaks("don't");
    }

    #[test]
    fn numbers_are_whole() {
        breaks("约|2750亿|元");
        breaks("涨|3.6%，|跌|1,234.5元");
        breaks("２０１８年|３月");
        breaks("2018年|11月|28日|10:30");
        breaks("零|下|−5℃|至|+3℃");
        breaks("约|140 |亿|元");
        breaks("30|条|船");
    }

    #[test]
    fn dashes_and_ellipses_go_in_pairs() {
        breaks("他|——|她|——|它");
        breaks("北|京—|上|海");
        breaks("甲|——|——|乙");
        breaks("甲|———|乙");
        breaks("好…………|的");
        breaks("“——|好");
    }

    #[test]
    fn words_are_whole() {
        breaks("GDP|与|PM2.5|及|5G|网");
        breaks("well-|known |x-|y");
        breaks("COVID-19|疫|苗");
        breaks("km/|h");
        breaks("C++|和|élan");
    }

    #[test]
    fn addresses_break_after_their_punctuation() {
        breaks("见|https://|www.|example.|com/|a-|b?|c=|d&|e_|f|网");
        breaks("见|www.|example.|com/|v1.5");
        breaks("a.b=c");
    }

    #[test]
    fn glue_joins_and_zero_width_space_parts() {
        breaks("第\u{A0}三|版");
        breaks("甲\u{2060}乙\u{202F}丙");
        breaks("甲 \u{A0}乙");
        breaks("ab\u{200B}|cd");
    }

    #[test]
    fn what_is_left_out_parts_nothing() {
        breaks("甲\u{202E}。|乙");
        breaks("a\u{AD}b");
    }
}
