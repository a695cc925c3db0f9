//! A row of a galley, put at a place of the screen: its runs.

use std::borrow::Cow;

use super::galley::TextRow;
use super::justify::gaps;
use super::run::{Face, Run};
use super::setting::Setting;
use super::vertical::{digit_of_two, upright};
use crate::model::{Article, Part};
use crate::text::width::HAN_CELLS;

/// The runs of a row whose measure begins at a cell; from left to right.
pub fn across(article: &Article, setting: &Setting, row: &TextRow, (y, x): (usize, usize)) -> Vec<Run> {
    let source = article.part(row.part).unwrap_or_default();
    let line = source.get(row.bytes.clone()).unwrap_or_default();
    let gaps = gaps(line, setting.metrics, row.spare, setting.latin_spacing);
    let mut cuts: Vec<usize> = gaps.iter().map(|gap| row.bytes.start + gap).collect();
    let speaker = speaker_end(article, row);
    if row.bytes.contains(&speaker) && !cuts.contains(&speaker) && row.bytes.start < speaker {
        cuts.push(speaker);
        cuts.sort_unstable();
    }
    cuts.push(row.bytes.end);
    let mut runs = Vec::new();
    let (mut start, mut column) = (row.bytes.start, x + row.indent);
    for end in cuts {
        column += usize::from(gaps.contains(&start.wrapping_sub(row.bytes.start)));
        let text = source.get(start..end).unwrap_or_default();
        let cells = setting.metrics.cells(text);
        runs.push(Run {
            row: y as u16,
            column: column as u16,
            text: setting.metrics.shown(text).into_owned(),
            cells: cells as u16,
            face: if end <= speaker { Face::Speaker } else { row.face },
            part: row.part,
            bytes: start..end,
        });
        (start, column) = (end, column + cells);
    }
    runs
}

/// The runs of a vertical line whose top is at a cell; from top to bottom, one for each row.
pub fn down(article: &Article, setting: &Setting, line: &TextRow, (y, x): (usize, usize)) -> Vec<Run> {
    let source = article.part(line.part).unwrap_or_default();
    let text = source.get(line.bytes.clone()).unwrap_or_default();
    let speaker = speaker_end(article, line);
    let mut runs: Vec<Run> = Vec::new();
    for cluster in setting.metrics.clusters(text) {
        let bytes = line.bytes.start + cluster.start..line.bytes.start + cluster.end();
        let digit = digit_of_two(text, &cluster);
        let shown = cluster.shown();
        if let Some(run) = runs.last_mut().filter(|_| digit == Some(1) || cluster.cells == 0) {
            run.text.push_str(&shown);
            run.cells += cluster.cells as u16;
            run.bytes.end = bytes.end;
            continue;
        }
        let shown = if digit.is_some() { shown } else { Cow::Owned(upright(&shown).into_owned()) };
        runs.push(Run {
            row: (y + line.indent + runs.len()) as u16,
            column: x as u16,
            cells: setting.metrics.cells(&shown).min(HAN_CELLS) as u16,
            text: shown.into_owned(),
            face: if bytes.end <= speaker { Face::Speaker } else { line.face },
            part: line.part,
            bytes,
        });
    }
    runs
}

/// The byte after the name and the colon of who speaks in a row's text; 0 where nobody does.
fn speaker_end(article: &Article, row: &TextRow) -> usize {
    let Part::Body(i) = row.part else { return 0 };
    let Some(block) = article.body.get(i) else { return 0 };
    let Some(speaker) = block.kind.speaker().filter(|speaker| block.text.starts_with(speaker)) else { return 0 };
    let colon = block.text[speaker.len()..].chars().next().filter(|c| matches!(c, '：' | ':'));
    speaker.len() + colon.map_or(0, char::len_utf8)
}
