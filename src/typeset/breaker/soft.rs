//! The soft rules: a line ends a little earlier than it must where the text reads better for it.
//!
//! 孤字不成行 (CLREQ): the last line is not a single character, where the measure asks for it. A
//! number stays with what it counts (GB/T 15835) where justification makes good for the cells that
//! this leaves free.

use crate::text::chars;
use crate::typeset::class::Class;

/// The Han characters that a line gives up at most; of a short line no more than a quarter.
pub const LITTLE: usize = 3;

/// The bytes of a single character and its marks at most, such as 了。” or 了……
const LONE_BYTES: usize = 12;

/// Whether a text is one Chinese character and its marks.
pub fn is_lone(text: &str) -> bool {
    let mut classes = text.chars().map(Class::of);
    text.len() <= LONE_BYTES
        && matches!(classes.next(), Some(Class::Han | Class::Unit))
        && classes.all(Class::is_punctuation)
}

/// Whether a break between a character and what comes next parts a number from what it counts, or a
/// date.
pub fn parts_a_number(last: char, next: &str) -> bool {
    let next = next.chars().next().unwrap_or_default();
    chars::is_digit(last) && chars::is_han(next) || matches!(last, '年' | '月') && chars::is_digit(next)
}

#[cfg(test)]
mod tests {
    use crate::text::Metrics;
    use crate::typeset::breaker::{Extent, Measure, lines};
    use crate::typeset::justify::Justification;

    #[track_caller]
    fn breaks(measure: Measure, marked: &str) {
        let text = marked.replace('|', "");
        let set: Vec<&str> = lines(&text, Metrics::FILTER, measure).map(|line| &text[line.bytes]).collect();
        assert_eq!(set.join("|"), marked);
    }

    #[test]
    fn the_last_line_is_no_single_character() {
        breaks(Measure::of(12), "江州港区开|航了");
        breaks(Measure::of(12), "江州港区开|航了。”");
        breaks(Measure::of(12), "江州港区开|航了……");
        breaks(Measure::of(12), "江州港区新航|线开通了");
        breaks(Measure { hanging: true, ..Measure::of(12) }, "江州港区，开|航。了");
        breaks(Measure { extent: Extent::Rows, ..Measure::of(6) }, "江州港区开|航了");
        breaks(Measure { no_lone_character: false, ..Measure::of(12) }, "江州港区开航|了");
    }

    #[test]
    fn a_single_character_stays_where_too_much_would_be_given_up() {
        breaks(Measure::of(6), "江州港|了");
        breaks(Measure::of(12), "港区到2018年|了");
        breaks(Measure::of(13), "江州港区GDP，|涨");
    }

    #[test]
    fn letters_and_numbers_may_be_alone() {
        breaks(Measure::of(12), "江州港区开航|A");
        breaks(Measure::of(12), "江州港区涨了|5%");
    }

    #[test]
    fn a_number_stays_with_what_it_counts_where_the_line_is_justified() {
        let justified = Measure { justification: Justification::Full, ..Measure::of(19) };
        breaks(justified, "船，货，5G，共有|30条线开通");
        breaks(Measure::of(19), "船，货，5G，共有30|条线开通");
        breaks(justified, "江州港区一共新添30|条线开通");
        breaks(Measure { rest: 20, first: 20, ..justified }, "A船，B货，人，在|11月28日开通了");
        let even = Measure { justification: Justification::Even, ..Measure::of(19) };
        breaks(even, "船，货，5G，共有30|条线开通");
        breaks(even, "船，货，人，全共有|3条线开通");
    }
}
