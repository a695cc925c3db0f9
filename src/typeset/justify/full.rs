//! The straight edge comes first.
//!
//! One cell a place at most (CLREQ 调整): first where Chinese meets Latin letters and digits, then
//! after stops and closing brackets. Never between two Han characters, never inside a word or a
//! number. A line that has fewer places than spare cells stays ragged.

use crate::text::Metrics;
use crate::typeset::breaks::Context;
use crate::typeset::class::Class;
use crate::typeset::kinsoku::Penalty;

/// The bytes of a line before which a cell is left free: `spare` of them, or none. With
/// `latin_spacing` the places where Chinese meets Latin are taken.
pub fn gaps(line: &str, metrics: Metrics, spare: usize, latin_spacing: bool) -> Vec<usize> {
    let (mut mixed, after_marks) = places(line, metrics);
    if latin_spacing {
        mixed.clear();
    }
    if spare > mixed.len() + after_marks.len() {
        return Vec::new();
    }
    let taken = spare.min(mixed.len());
    spread(&mixed, taken).chain(spread(&after_marks, spare - taken)).collect()
}

/// Whether a line has places enough for its spare cells.
pub fn takes_up(line: &str, metrics: Metrics, spare: usize, latin_spacing: bool) -> bool {
    let (mixed, after_marks) = places(line, metrics);
    spare <= after_marks.len() + if latin_spacing { 0 } else { mixed.len() }
}

/// Where Chinese meets Latin.
pub fn mixed(line: &str, metrics: Metrics) -> Vec<usize> {
    places(line, metrics).0
}

/// Where Chinese meets Latin, and where a line goes on after a stop or a closing bracket.
fn places(line: &str, metrics: Metrics) -> (Vec<usize>, Vec<usize>) {
    let (mut mixed, mut after_marks) = (Vec::new(), Vec::new());
    let mut context = Context::START;
    let mut after_mark = false;
    for cluster in metrics.clusters(line) {
        let opportunity = context.step(line, &cluster);
        if opportunity.mixed {
            mixed.push(cluster.start);
        } else if after_mark && opportunity.penalty == Penalty::None {
            after_marks.push(cluster.start);
        }
        after_mark = matches!(opportunity.class, Class::Closer | Class::Exclamation);
    }
    (mixed, after_marks)
}

/// `count` of the places, evenly.
fn spread(places: &[usize], count: usize) -> impl Iterator<Item = usize> {
    (0..count).map(move |i| places[(2 * i + 1) * places.len() / (2 * count)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn justified(line: &str, spare: usize, expected: &str) {
        let mut set = line.to_owned();
        let mut gaps = gaps(line, Metrics::TERMINAL, spare, false);
        gaps.sort_unstable();
        for gap in gaps.into_iter().rev() {
            set.insert(gap, '_');
        }
        assert_eq!(set, expected);
    }

    #[test]
    fn spare_cells_go_where_chinese_meets_latin_first() {
        justified("截至10月，船", 1, "截至10_月，船");
        justified("截至10月，船", 2, "截至_10_月，船");
        justified("截至10月，船", 3, "截至_10_月，_船");
    }

    #[test]
    fn a_line_without_places_enough_stays_ragged() {
        justified("截至10月，船", 4, "截至10月，船");
        justified("江水东流", 1, "江水东流");
    }

    #[test]
    fn closers_in_a_row_stay_together() {
        justified("他说：“走。”船", 2, "他说：_“走。”_船");
        justified("他说：“走。”船", 3, "他说：“走。”船");
    }

    #[test]
    fn a_word_or_a_number_is_never_opened() {
        justified("GDP 3.5%", 2, "GDP 3.5%");
    }
}
