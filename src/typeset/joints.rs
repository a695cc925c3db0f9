//! The joints between the clusters of a paragraph: what a break at each would do.
//!
//! A joint is decided by the classes of the two clusters, by spaces between them and by a little
//! [`Context`]: whether a quotation mark stands among Han or Latin, which half of a —— this is,
//! whether the word is an address. The context is a few bytes, so that the breaker can go back.

use super::class::Class;
use super::kinsoku::{Harm, harm};
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

/// A cluster and the joint before it.
#[derive(Clone, Copy, Debug)]
pub struct Joint {
    /// The class of the cluster, its neighbours considered.
    pub class: Class,
    /// What a break before it does.
    pub harm: Harm,
    /// Whether Chinese meets Latin letters or digits here.
    pub mixed: bool,
}

impl Context {
    /// The beginning of a text.
    pub const START: Self = Self { before: Class::Start, last: '\0', spaces: false, joiner: false, address: false };

    /// Whether a Han character has just gone by, so that those that follow need no table.
    pub fn in_han(&self) -> bool {
        self.before == Class::Han && !self.spaces && !self.joiner
    }

    /// The last character before, spaces left out.
    pub fn last(&self) -> char {
        self.last
    }

    /// Takes the next cluster of the text.
    pub fn step(&mut self, text: &str, cluster: &Cluster) -> Joint {
        let first = cluster.source.chars().next().unwrap_or_default();
        let class = self.class(text, cluster, first);
        let joint = Joint { class, harm: self.harm(class, first), mixed: self.mixed(class) };
        match class {
            Class::Space => self.spaces = true,
            Class::Mark => {}
            _ => {
                self.address = self.in_address(text, cluster.start, first);
                self.before = if class == Class::Unit { Class::Han } else { class };
                self.last = first;
                self.spaces = false;
            }
        }
        if cluster.source.len() > 1 {
            self.joiner = cluster.source.ends_with('\u{200D}');
        } else {
            self.joiner = false;
        }
        joint
    }

    fn harm(&self, class: Class, first: char) -> Harm {
        let harm = harm(self.before, class, self.spaces);
        if self.spaces {
            return harm;
        }
        let after_punctuation = matches!(self.last, '/' | '?' | '&' | '=' | '-' | '_' | '.');
        let decimal = self.last == '.' && chars::is_digit(first);
        match harm {
            // LB8a
            Harm::None if self.joiner => Harm::Word,
            Harm::Word if after_punctuation && self.address && !decimal => Harm::None,
            Harm::Word if after_punctuation && !chars::is_digit(first) => Harm::Slight,
            harm => harm,
        }
    }

    fn mixed(&self, class: Class) -> bool {
        let han = |class| matches!(class, Class::Han | Class::Unit);
        let latin = |class| matches!(class, Class::Letter | Class::Digit);
        !self.spaces && (han(self.before) && latin(class) || latin(self.before) && han(class))
    }

    /// The class of a cluster here.
    fn class(&self, text: &str, cluster: &Cluster, first: char) -> Class {
        let next = || text[cluster.end()..].chars().next();
        let nothing_before = self.spaces || matches!(self.before, Class::Start | Class::ZeroSpace);
        match Class::of(first) {
            // LB10: a mark with nothing to stand on, or on a space
            Class::Space if cluster.source.len() > first.len_utf8() => Class::Letter,
            Class::Mark if nothing_before => Class::Letter,
            Class::Dash => self.dash(next() == Some('—')),
            Class::Ellipsis if self.before == Class::Ellipsis && !self.spaces => Class::EllipsisTail,
            Class::Quote => self.quote(first, next()),
            Class::Hyphen if nothing_before => Class::InitialHyphen,
            // LB15c
            Class::Infix if self.spaces && next().is_some_and(chars::is_digit) => Class::Digit,
            Class::Prefix if matches!(first, '＋' | '－') && !next().is_some_and(chars::is_digit) => Class::Han,
            class => class,
        }
    }

    /// Dashes go in pairs from the first on; one that is left over is single.
    fn dash(&self, another: bool) -> Class {
        match self.before {
            Class::DashPair if !self.spaces => Class::DashTail,
            _ if another => Class::DashPair,
            _ => Class::Dash,
        }
    }

    /// Curly quotes open and close where Chinese is on either side of them; among letters alone
    /// they hold fast, and ’ is an apostrophe.
    fn quote(&self, quote: char, next: Option<char>) -> Class {
        let chinese_before = !self.spaces && is_chinese(self.last);
        let chinese_after = next.is_some_and(is_chinese);
        match quote {
            '“' | '‘' if self.spaces || self.before == Class::Start => Class::Opener,
            '“' | '‘' if chinese_before || chinese_after => Class::Opener,
            '”' | '’' if chinese_before || chinese_after || next.is_none_or(char::is_whitespace) => Class::Closer,
            '”' | '’' => Class::LatinCloser,
            _ => Class::Quote,
        }
    }

    /// Whether the word that `c` goes on is an address: a `://` or a `www.` is behind it.
    fn in_address(&self, text: &str, start: usize, c: char) -> bool {
        let before = || &text.as_bytes()[..start];
        match c {
            '"' | '<' | '>' => false,
            '/' if !self.spaces => self.address || before().ends_with(b":/"),
            '.' if !self.spaces => {
                self.address
                    || before()
                        .strip_suffix(b"www")
                        .is_some_and(|rest| !rest.last().is_some_and(u8::is_ascii_alphanumeric))
            }
            '!'..='~' => self.address && !self.spaces,
            _ => false,
        }
    }
}

/// A character that makes a quotation mark beside it a Chinese one.
fn is_chinese(c: char) -> bool {
    chars::is_cjk(c) || matches!(c, '—' | '…' | '·' | '“' | '”' | '‘' | '’')
}
