//! The part of a page from which its encoding is told.

use std::borrow::Cow;

use super::bytes::lines;

/// The most bytes that an encoding is guessed from.
pub(super) const EVIDENCE: usize = 4096;

/// What of a page tells its encoding: all of a short one, else the lines that are not ASCII, or as
/// many of them, from all over the page, as are enough.
pub(super) fn evidence(bytes: &[u8]) -> Cow<'_, [u8]> {
    match bytes.len() {
        0..=EVIDENCE => bytes.into(),
        _ => sample(lines(bytes).filter(|line| !line.is_ascii())).into(),
    }
}

/// Some of the lines, from all over, that make [`EVIDENCE`] together; of a long line a part that is
/// not ASCII.
pub(super) fn sample<'a>(lines: impl Iterator<Item = &'a [u8]> + Clone) -> Vec<u8> {
    let all: usize = lines.clone().map(|line| line.len().min(EVIDENCE / 4)).sum();
    let step = all.div_ceil(EVIDENCE).max(1);
    let longest = if step == 1 { EVIDENCE } else { EVIDENCE / 4 };
    lines.step_by(step).flat_map(|line| telling(line, longest)).copied().take(2 * EVIDENCE).collect()
}

/// A line, or of one that is longer than `longest` so much, from a few letters before its first
/// byte that is not ASCII: in every encoding a character begins there.
fn telling(line: &[u8], longest: usize) -> &[u8] {
    let first = if line.len() <= longest { 0 } else { line.iter().position(|b| !b.is_ascii()).unwrap_or(0) };
    let part = &line[first.saturating_sub(32)..];
    &part[..part.len().min(longest)]
}
