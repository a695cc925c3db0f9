//! The lines of a headline, a kicker or a deck: as few as the measure allows, and of like length.

use std::ops::Range;

use super::breaker::{Measure, ParagraphLine, is_space, lines};
use crate::text::Metrics;

/// The bytes up to which the lines of a head are balanced: no printed headline is longer.
const LONGEST: usize = 2 << 10;

/// Breaks a head. Its lines end at its spaces and before its round brackets, where it has some and
/// what is between them fits: they part its printed lines, its words, a dateline and its byline.
pub fn balanced(text: &str, metrics: Metrics, measure: Measure) -> Vec<ParagraphLine> {
    let greedy: Vec<ParagraphLine> = lines(text, metrics, measure).collect();
    if greedy.len() < 2 || text.len() > LONGEST {
        return greedy;
    }
    let words = words(text, metrics, measure);
    if words.len() > 1 && words.iter().all(|word| word.cells <= measure.rest) {
        return narrowest(measure.rest, |cells| join(&words, metrics, measure, text, cells));
    }
    narrowest(measure.rest, |cells| lines(text, metrics, Measure { first: cells, rest: cells, ..measure }).collect())
}

/// The lines at the smallest width that gives no more of them than the widest does.
fn narrowest(widest: usize, set: impl Fn(usize) -> Vec<ParagraphLine>) -> Vec<ParagraphLine> {
    let fewest = set(widest).len();
    let (mut narrow, mut wide) = (0, widest);
    while wide - narrow > 1 {
        let middle = narrow + (wide - narrow) / 2;
        let set = set(middle);
        if set.len() <= fewest && set.iter().all(|line| line.cells <= middle) {
            wide = middle;
        } else {
            narrow = middle;
        }
    }
    set(wide)
}

/// What stands between the spaces; a round bracket begins a word too.
fn words(text: &str, metrics: Metrics, measure: Measure) -> Vec<ParagraphLine> {
    let mut words: Vec<ParagraphLine> = Vec::new();
    let mut apart = true;
    for cluster in metrics.clusters(text) {
        let space = cluster.source.chars().all(is_space);
        match words.last_mut() {
            _ if space => {}
            Some(word) if !apart && cluster.source != "（" => word.bytes.end = cluster.end(),
            _ => words.push(ParagraphLine { bytes: cluster.start..cluster.end(), cells: 0 }),
        }
        apart = space;
    }
    for word in &mut words {
        word.cells = extent(text, metrics, measure, &word.bytes);
    }
    words
}

/// Words put on lines of so many cells.
fn join(words: &[ParagraphLine], metrics: Metrics, measure: Measure, text: &str, cells: usize) -> Vec<ParagraphLine> {
    let mut joined: Vec<ParagraphLine> = Vec::new();
    for word in words {
        if let Some(line) = joined.last_mut() {
            let bytes = line.bytes.start..word.bytes.end;
            let together = extent(text, metrics, measure, &bytes);
            if together <= cells {
                *line = ParagraphLine { bytes, cells: together };
                continue;
            }
        }
        joined.push(word.clone());
    }
    joined
}

/// How long a text is on one line.
fn extent(text: &str, metrics: Metrics, measure: Measure, bytes: &Range<usize>) -> usize {
    let line = Measure { first: usize::MAX / 4, ..measure };
    lines(&text[bytes.clone()], metrics, line).next().map_or(0, |line| line.cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn set(text: &str, cells: usize, expected: &[&str]) {
        let lines = balanced(text, Metrics::TERMINAL, Measure::of(cells));
        assert_eq!(lines.iter().map(|line| &text[line.bytes.clone()]).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_head_that_fits_is_one_line() {
        set("古城墙修缮完工", 14, &["古城墙修缮完工"]);
        set("水路满一年 港区添航线", 21, &["水路满一年 港区添航线"]);
    }

    #[test]
    fn lines_end_at_spaces() {
        set("水路满一年 港区添三条航线", 20, &["水路满一年", "港区添三条航线"]);
        set("The old wall stands again", 20, &["The old wall", "stands again"]);
        set("本报江州11月3日电（记者 林远）", 20, &["本报江州11月3日电", "（记者 林远）"]);
    }

    #[test]
    fn lines_are_of_like_length() {
        set("老街菜场换新颜街坊都说好", 22, &["老街菜场换新", "颜街坊都说好"]);
    }
}
