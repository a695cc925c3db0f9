//! A row of a galley, put at a place of the screen: its runs.

use super::galley::TextRow;
use super::ruby;
use super::run::{Face, TextRun};
use super::setting::Setting;
use super::vertical::{digit_of_two, upright};
use crate::hanzi::reading_at;
use crate::model::{Article, Part};
use crate::text::width::cluster_start;

/// The runs of a row whose measure begins at a cell; from left to right.
pub fn across(article: &Article, setting: &Setting, row: &TextRow, (y, x): (usize, usize)) -> Vec<TextRun> {
    let source = article.part(row.part).unwrap_or_default();
    let gaps = setting.justify.gaps(source, &row.bytes, setting.metrics, row.spare, setting.latin_spacing);
    let mut cuts = gaps.clone();
    let speaker = speaker_end(article, row);
    if row.bytes.contains(&speaker) && !cuts.contains(&speaker) && row.bytes.start < speaker {
        cuts.push(speaker);
        cuts.sort_unstable();
    }
    cuts.push(row.bytes.end);
    let mut runs = Vec::new();
    let (mut start, mut column) = (row.bytes.start, x + row.indent);
    for end in cuts {
        column += usize::from(gaps.contains(&start));
        let (text, cells) = setting.metrics.shown_within(source, start..end);
        runs.push(TextRun {
            row: y as u16,
            column: column as u16,
            text,
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
pub fn down(article: &Article, setting: &Setting, line: &TextRow, (y, x): (usize, usize)) -> Vec<TextRun> {
    let source = article.part(line.part).unwrap_or_default();
    let speaker = speaker_end(article, line);
    let mut runs: Vec<TextRun> = Vec::new();
    for cluster in setting.metrics.clusters_within(source, line.bytes.clone()) {
        let bytes = cluster.start..cluster.end();
        let digit = digit_of_two(source, &cluster);
        if let Some(run) = runs.last_mut().filter(|_| digit == Some(1) || cluster.cells == 0) {
            run.text.push_str(&cluster.shown());
            run.cells += cluster.cells as u16;
            run.bytes.end = bytes.end;
            continue;
        }
        let (shown, cells) =
            if digit.is_some() { (cluster.shown(), cluster.cells) } else { upright(&cluster, setting.metrics) };
        runs.push(TextRun {
            row: (y + line.indent + runs.len()) as u16,
            column: x as u16,
            text: shown.into_owned(),
            cells: cells as u16,
            face: if bytes.end <= speaker { Face::Speaker } else { line.face },
            part: line.part,
            bytes,
        });
    }
    runs
}

/// The runs of a row whose characters begin at a cell and whose readings stand above it: each reading
/// before its character, from left to right.
pub fn annotated(article: &Article, setting: &Setting, row: &TextRow, (y, x): (usize, usize)) -> Vec<TextRun> {
    let source = article.part(row.part).unwrap_or_default();
    let left = x + row.indent;
    let mut column = left;
    let mut runs: Vec<TextRun> = Vec::new();
    for cluster in setting.metrics.clusters_within(source, row.bytes.clone()) {
        let shown = cluster.shown();
        if let Some(run) = runs.last_mut().filter(|_| cluster.cells == 0) {
            run.text.push_str(&shown);
            run.bytes.end = cluster.end();
            continue;
        }
        column += if column > left { ruby::gap(source, &cluster) } else { 0 };
        let room = ruby::cells(source, &cluster, setting.metrics);
        let mut put = |y: usize, text: String, cells: usize, face: Face| {
            runs.push(TextRun {
                row: y as u16,
                column: (column + (room - cells) / 2) as u16,
                text,
                cells: cells as u16,
                face,
                part: row.part,
                bytes: cluster.start..cluster.end(),
            });
        };
        if let Some(reading) = reading_at(source, cluster.start) {
            put(y.saturating_sub(1), reading.to_owned(), setting.metrics.cells(reading), Face::Pinyin);
        }
        put(y, shown.into_owned(), cluster.cells, row.face);
        column += room;
    }
    runs
}

/// The byte after the name and the colon of who speaks in a row's text; 0 where nobody does.
fn speaker_end(article: &Article, row: &TextRow) -> usize {
    let Part::Body(i) = row.part else { return 0 };
    let Some(block) = article.body.get(i) else { return 0 };
    let Some(speaker) = block.kind.speaker().filter(|name| !name.is_empty()) else { return 0 };
    let Some(after) = block.text.strip_prefix(speaker) else { return 0 };
    let colon = after.chars().next().filter(|c| matches!(c, '：' | ':'));
    cluster_start(&block.text, speaker.len() + colon.map_or(0, char::len_utf8))
}
