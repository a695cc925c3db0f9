//! Who speaks: a name and a colon at the beginning of a line.

use std::collections::HashMap;

use crate::parse::lexicon::{ANSWERERS, ASKERS};
use crate::parse::line::Line;
use crate::text::chars;

/// Who speaks, where a line begins with a name and a colon.
pub fn speaker(text: &str) -> Option<&str> {
    const LONGEST: usize = 8;
    let (at, _) = text.char_indices().take(LONGEST + 1).find(|(_, c)| matches!(c, '：' | ':'))?;
    let name = text[..at].trim_end();
    let is_name = |c: char| chars::is_han(c) || chars::is_latin(c) || matches!(c, '·' | ' ');
    (!name.is_empty() && name.chars().all(is_name)).then_some(name)
}

/// Whether a name before a colon is a speaker's: one that asks or answers, or speaks twice.
pub fn speaks(name: &str, speakers: &HashMap<&str, u32>) -> bool {
    ASKERS.has(name) || ANSWERERS.has(name) || speakers.get(name).is_some_and(|&n| n > 1)
}

/// How often each name begins a line before a colon.
pub fn speakers<'a>(page: &'a str, lines: &[Line]) -> HashMap<&'a str, u32> {
    let mut counts = HashMap::new();
    for name in lines.iter().filter_map(|line| speaker(line.text(page))) {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_a_colon() {
        assert_eq!(speaker("记者：为什么？"), Some("记者"));
        assert_eq!(speaker("他说，答案是：没有"), None);
        assert_eq!(speaker("：没有"), None);
    }
}
