//! 注音: pinyin above the characters of a line.
//!
//! A character takes as many cells as its reading where that is wider, and stands in their middle;
//! a cell parts two readings.

use super::galley::TextRow;
use super::run::{Face, Run};
use super::setting::Setting;
use crate::hanzi::{is_read, reading_at};
use crate::model::Article;
use crate::text::{Cluster, Metrics};

/// The cells of a cluster with its reading.
pub fn cells(text: &str, cluster: &Cluster, metrics: Metrics) -> usize {
    let reading = reading_at(text, cluster.start).unwrap_or_default();
    cluster.cells.max(metrics.cells(reading))
}

/// The cells that part a cluster from the one before it: readings do not touch.
pub fn gap(text: &str, cluster: &Cluster) -> usize {
    let before = text[..cluster.start].chars().next_back();
    (before.is_some_and(is_read) && cluster.source.starts_with(is_read)).into()
}

/// The runs of a row whose characters begin at a cell and whose readings stand above it: each reading
/// before its character, from left to right.
pub fn annotated(article: &Article, setting: &Setting, row: &TextRow, (y, x): (usize, usize)) -> Vec<Run> {
    let source = article.part(row.part).unwrap_or_default();
    let line = source.get(..row.bytes.end).unwrap_or_default();
    let left = x + row.indent;
    let mut column = left;
    let mut runs: Vec<Run> = Vec::new();
    for cluster in setting.metrics.clusters_from(line, row.bytes.start) {
        let shown = cluster.shown();
        if let Some(run) = runs.last_mut().filter(|_| cluster.cells == 0) {
            run.text.push_str(&shown);
            run.bytes.end = cluster.end();
            continue;
        }
        column += if column > left { gap(source, &cluster) } else { 0 };
        let room = cells(source, &cluster, setting.metrics);
        let mut put = |y: usize, text: String, cells: usize, face: Face| {
            runs.push(Run {
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
