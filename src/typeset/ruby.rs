//! 注音: pinyin above the characters of a line.
//!
//! A character takes as many cells as its reading where that is wider, and stands in their middle;
//! a cell parts two readings.

use crate::hanzi::{is_read, reading_at};
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
