//! 竖排: what a character looks like in a line from top to bottom, and how many rows it takes.
//!
//! Punctuation takes its presentation form (UAX #50; U+FE10..U+FE48), Latin letters and digits their
//! full-width form, each upright in a row of its own; a number of two digits stands in one row.

use std::borrow::Cow;

use crate::text::sanitize::STAND_IN;
use crate::text::width::{HAN_CELLS, cluster_start};
use crate::text::{Cluster, Metrics};

/// The rows a cluster takes in a vertical line: the second digit of a number of two takes none.
pub fn rows(text: &str, cluster: &Cluster) -> usize {
    match digit_of_two(text, cluster) {
        Some(1) => 0,
        _ => cluster.cells.min(1),
    }
}

/// Which digit of a number of two this is, 0 or 1; none where it is something else, the digits of
/// 18.3 among them.
pub fn digit_of_two(text: &str, cluster: &Cluster) -> Option<usize> {
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = text.as_bytes();
    if cluster.source.len() != 1 || !digit(bytes.get(cluster.start)) {
        return None;
    }
    let digits_before = bytes[..cluster.start].iter().rev().take(2).take_while(|byte| byte.is_ascii_digit()).count();
    let digits_after = bytes[cluster.end()..].iter().take(2).take_while(|byte| byte.is_ascii_digit()).count();
    let first = cluster.start - digits_before;
    if digits_before + digits_after != 1 || cluster_start(text, first) != first {
        return None;
    }
    let (before, after) = (&bytes[..cluster.start - digits_before], &bytes[cluster.end() + digits_after..]);
    let point = |byte: Option<&u8>| matches!(byte, Some(b'.' | b',' | b':'));
    let fraction = point(before.last()) && digit(before.iter().rev().nth(1));
    let whole = point(after.first()) && digit(after.get(1));
    (!fraction && !whole).then_some(digits_before)
}

/// What is shown of a cluster in a vertical line, and its cells.
pub fn upright<'a>(cluster: &Cluster<'a>, metrics: Metrics) -> (Cow<'a, str>, usize) {
    let shown = cluster.shown();
    let mut chars = shown.chars();
    match (chars.next().and_then(form), chars.next()) {
        (Some(form), None) => (Cow::Owned(form.into()), HAN_CELLS),
        _ if cluster.cells > HAN_CELLS => {
            let stand_in = String::from(STAND_IN);
            let cells = metrics.cells(&stand_in);
            (Cow::Owned(stand_in), cells)
        }
        _ => (shown, cluster.cells),
    }
}

/// The vertical form of a character, where it has one.
fn form(c: char) -> Option<char> {
    const FORMS: [(char, char); 37] = [
        ('，', '︐'),
        ('、', '︑'),
        ('。', '︒'),
        ('：', '︓'),
        ('；', '︔'),
        ('！', '︕'),
        ('？', '︖'),
        ('…', '︙'),
        ('—', '︱'),
        ('–', '︲'),
        ('（', '︵'),
        ('）', '︶'),
        ('｛', '︷'),
        ('｝', '︸'),
        ('〔', '︹'),
        ('〕', '︺'),
        ('【', '︻'),
        ('】', '︼'),
        ('《', '︽'),
        ('》', '︾'),
        ('〈', '︿'),
        ('〉', '﹀'),
        ('「', '﹁'),
        ('」', '﹂'),
        ('『', '﹃'),
        ('』', '﹄'),
        ('［', '﹇'),
        ('］', '﹈'),
        ('〖', '︗'),
        ('〗', '︘'),
        ('“', '﹁'),
        ('”', '﹂'),
        ('‘', '﹃'),
        ('’', '﹄'),
        ('(', '︵'),
        (')', '︶'),
        ('·', '・'),
    ];
    if let '!'..='~' = c {
        let wide = char::from_u32(c as u32 + ('！' as u32 - '!' as u32));
        return form_of(&FORMS, c).or(wide);
    }
    form_of(&FORMS, c)
}

fn form_of(forms: &[(char, char)], c: char) -> Option<char> {
    forms.iter().find(|(flat, _)| *flat == c).map(|(_, upright)| *upright)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str) -> String {
        Metrics::TERMINAL.clusters(text).map(|cluster| upright(&cluster, Metrics::TERMINAL).0.into_owned()).collect()
    }

    #[test]
    fn punctuation_takes_its_vertical_form() {
        assert_eq!(set("《江州日报》，“好”。"), "︽江州日报︾︐﹁好﹂︒");
        assert_eq!(set("5G(x)"), "５Ｇ︵ｘ︶");
    }

    #[test]
    fn every_form_is_two_cells_wide() {
        for form in ('!'..='\u{FFFF}').filter_map(form) {
            assert_eq!(Metrics::TERMINAL.cells(&form.to_string()), HAN_CELLS, "{form}");
        }
    }

    #[test]
    fn two_digits_share_a_row() {
        let rows = |text: &str| Metrics::TERMINAL.clusters(text).map(|c| rows(text, &c)).sum::<usize>();
        assert_eq!(rows("11月28日"), 4);
        assert_eq!(rows("2018年"), 5);
        assert_eq!(rows("7日123"), 5);
        assert_eq!(rows("18.3和1,11"), 9);
        assert_eq!(rows("\u{600}12"), 2);
    }
}
