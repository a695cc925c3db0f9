//! The soft rules: a line ends a little earlier than it must where the text reads better for it.
//!
//! 孤字不成行 (CLREQ): the last line is not a single character. A number stays with what it counts
//! (GB/T 15835) where justification takes up the cells that this leaves free.

use super::{Candidate, Lines, Measure};
use crate::text::chars;
use crate::typeset::class::Class;
use crate::typeset::justify::takes_up;
use crate::typeset::kinsoku::Harm;

/// The Han characters that a line gives up at most; of a short line no more than a quarter.
const LITTLE: usize = 3;

/// The bytes of a single character and its marks at most, such as 了。” or 了……
const LONE_BYTES: usize = 12;

impl Lines<'_> {
    /// The joint before this one, where a soft rule asks for it and the line can spare it.
    pub(super) fn softened(&self, joint: Candidate) -> Option<Candidate> {
        let lone = is_lone(&self.text[joint.next..]);
        let parted = self.measure.justified && self.parts_a_number(&joint);
        if lone {
            self.earlier(&joint).filter(|earlier| self.is_last_line(earlier))
        } else if parted {
            self.earlier(&joint).filter(|earlier| self.can_justify(earlier))
        } else {
            None
        }
    }

    /// The last joint before one that does no harm and leaves little of the line free.
    fn earlier(&self, joint: &Candidate) -> Option<Candidate> {
        let limit = joint.cells.checked_sub(1).filter(|&limit| limit > 0)?;
        let measure = Measure { hanging: false, ..self.measure };
        let earlier = Self { limit, measure, ..self.clone() }.joint().ok()?;
        let little = (self.limit / 4).min(LITTLE * self.measure.han());
        (earlier.harm == Harm::None && joint.cells - earlier.cells <= little).then_some(earlier)
    }

    /// Whether what follows a joint is one line.
    fn is_last_line(&self, joint: &Candidate) -> bool {
        let limit = self.measure.rest.max(1);
        Self { limit, start: joint.next, context: joint.context, ..self.clone() }.joint().is_err()
    }

    /// Whether the spare cells of a line that ends at a joint can be spread over it.
    fn can_justify(&self, joint: &Candidate) -> bool {
        let spare = self.limit.saturating_sub(joint.cells);
        takes_up(&self.text[self.start..joint.end], self.metrics, spare, self.measure.latin_spacing)
    }

    /// Whether a joint parts a number from what it counts, or a date.
    fn parts_a_number(&self, joint: &Candidate) -> bool {
        let last = joint.context.last();
        let next = self.text[joint.next..].chars().next().unwrap_or_default();
        chars::is_digit(last) && chars::is_han(next) || matches!(last, '年' | '月') && chars::is_digit(next)
    }
}

/// Whether a text is one Chinese character and its marks.
fn is_lone(text: &str) -> bool {
    let mut classes = text.chars().map(Class::of);
    text.len() <= LONE_BYTES
        && matches!(classes.next(), Some(Class::Han | Class::Unit))
        && classes.all(Class::is_punctuation)
}

#[cfg(test)]
mod tests {
    use crate::text::Metrics;
    use crate::typeset::breaker::{Extent, Measure, lines};

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
        let justified = Measure { justified: true, ..Measure::of(19) };
        breaks(justified, "船，货，5G，共有|30条线开通");
        breaks(Measure::of(19), "船，货，5G，共有30|条线开通");
        breaks(justified, "江州港区一共新添30|条线开通");
        breaks(Measure { rest: 20, first: 20, ..justified }, "A船，B货，人，在|11月28日开通了");
    }
}
