//! Source lines and jumps on lines of their own: cut off the lines that they stand in, and put
//! together where a line's end broke them.

use std::ops::Range;

use crate::parse::grammar::jump;
use crate::parse::grammar::lead::lead_at;
use crate::parse::grammar::source_line::{self, may_have_source, source_line};
use crate::parse::line::Line;
use crate::parse::rules;
use crate::text::chars;

/// Cuts source lines off the leads behind them and the names before them, and puts those together
/// that a line's end broke.
pub fn split_sources(page: &str, lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        if let Some(before) = out
            .last()
            .filter(|before| rules::furniture::broken_sources() && is_broken_source(before.text(page), line.text(page)))
        {
            let whole = before.with_fragments(page, &[line]);
            out.pop();
            out.push(whole);
        } else if let Some(at) = source_line::behind_names(line.text(page))
            .filter(|_| rules::furniture::sources_behind_names())
            .or_else(|| source_before_text(page, &line))
        {
            out.extend(line.split(page, line.start + at));
        } else {
            out.push(line);
        }
    }
    out
}

/// Where a source line ends, in bytes of the line, behind which a lead or a text begins.
fn source_before_text(page: &str, line: &Line) -> Option<usize> {
    let text = line.text(page);
    let read = may_have_source(&line.look).then(|| source_line(text)).flatten();
    let (source, end) = read.filter(|(source, end)| *end < text.len() && source.certain)?;
    let full = source.date.is_some() && source.publication.is_some() && source.page.is_some();
    let behind = || line.split(page, line.start + end);
    (rules::furniture::sources_before_text() && (full || lead_at(page, &behind()[1..]).is_some())).then_some(end)
}

/// Whether two printed lines are one source line that was broken for want of room.
fn is_broken_source(text: &str, next: &str) -> bool {
    const LONGEST: usize = 120;
    let opens = text.starts_with(['《', '（', '(', '【', '[']) || text.ends_with(['：', ':', '|']);
    let open = text.rfind(chars::is_opener) > text.rfind(chars::is_closer);
    let whole = |text: &str| source_line(text).is_some_and(|(source, end)| source.certain && end == text.len());
    opens
        && text.len() + next.len() <= LONGEST
        && next.ends_with(|c: char| chars::is_closer(c) || chars::is_han(c) || chars::is_digit(c))
        && (open || !whole(text))
        && !whole(next)
        && whole(&[text, next].concat())
}

/// Cuts jumps off the lines that they stand in, and puts those together that a line's end broke.
pub fn split_jumps(page: &str, lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    for mut line in lines {
        if let Some((tail, end)) =
            out.last().filter(|_| rules::furniture::broken_jumps()).and_then(|before| broken_jump(page, before, &line))
            && let Some(before) = out.pop()
        {
            let [head, first] = before.split(page, tail);
            let [second, rest] = line.split(page, end);
            out.extend(Some(head).filter(|head| head.start < head.end));
            out.push(first.with_fragments(page, &[second]));
            if rest.start == rest.end {
                continue;
            }
            line = rest;
        }
        while let Some(at) =
            jump::within(line.text(page), line.look.bracket).filter(|_| rules::furniture::jumps_within())
        {
            let start = line.start;
            if at.start > 0 {
                let [head, tail] = line.split(page, start + at.start);
                out.push(head);
                line = tail;
            } else {
                let [jump, rest] = line.split(page, start + at.end);
                // The jump was a part of what fills the measure.
                let width = line.look.width;
                out.push(jump);
                line = rest;
                line.look.width = width;
            }
        }
        out.push(line);
    }
    out
}

/// Cuts jumps off the beginnings and the ends of whole paragraphs.
pub fn split_outer_jumps(page: &str, lines: Vec<Line>) -> Vec<Line> {
    let cut = |line: Line| {
        let at = |at: Range<usize>, length: usize| match at {
            at if at.end == length => Some(at.start),
            at if at.start == 0 => Some(at.end),
            _ => None,
        };
        let text = line.text(page);
        let at = jump::within(text, true).and_then(|jump| at(jump, text.len()));
        match at.filter(|at| (1..text.len()).contains(at)) {
            Some(at) => line.split(page, line.start + at).to_vec(),
            None => vec![line],
        }
    };
    lines.into_iter().flat_map(cut).collect()
}

/// The most characters of a jump behind the line's end that broke it.
const BROKEN: usize = 12;

/// Where a jump begins that a line's end broke in its brackets, and where it ends in the next line,
/// in bytes of the page.
fn broken_jump(page: &str, before: &Line, line: &Line) -> Option<(usize, usize)> {
    let tail = before.look.bracket.then(|| jump::open_at_end(before.text(page))).flatten()?;
    let text = line.text(page);
    let (closer, c) = text.char_indices().take(BROKEN).find(|(_, c)| chars::is_closer(*c))?;
    let end = closer + c.len_utf8();
    let whole = [&before.text(page)[tail..], &text[..end]].concat();
    jump::is_jump(&whole).then_some((before.start + tail, line.start + end))
}
