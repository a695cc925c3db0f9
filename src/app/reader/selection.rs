//! Words being selected, and how their head moves through the text.
//!
//! Both ends stand between clusters, so that nothing is selected by half; and something always is.

use crate::app::strides::{Stride, boundaries};
use crate::model::{Article, Part, Place};
use crate::text::Metrics;
use crate::text::width::cluster_start;

/// The words between two ends; the head is the one that moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    tail: Place,
    head: Place,
    /// How far from the beginning of its line the head stays while it goes from line to line.
    pub goal: Option<usize>,
}

impl Selection {
    /// The words between two places of an article; none where there are none.
    pub fn new(article: &Article, tail: Place, head: Place) -> Option<Self> {
        let selection = Self { tail, head, goal: None };
        let (from, until) = selection.range(article);
        (from < until).then_some(selection)
    }

    /// Where the words begin and end. An end between two parts is in the part of which something
    /// is selected.
    pub fn range(&self, article: &Article) -> (Place, Place) {
        let (mut from, mut until) = (self.tail.min(self.head), self.tail.max(self.head));
        let text = Text::of(article);
        if let Some((part, _)) = text.at(from).and_then(|at| text.parts.get(at)).filter(|(part, _)| *part > from.part) {
            from = Place { part: *part, byte: 0, ..from };
        }
        if until.byte == 0
            && let Some(before) = text.before(until).and_then(|at| text.parts.get(at))
        {
            until = Place { part: before.0, byte: before.1.len(), ..until };
        }
        (from, until.max(from))
    }

    /// Whether the head is after the tail.
    fn is_forward(&self) -> bool {
        self.tail < self.head
    }

    /// The cluster that the head is at, within the selection.
    pub fn seen_head(&self, article: &Article, metrics: Metrics) -> Place {
        let (from, until) = self.range(article);
        let last = Text::of(article).previous(until, Stride::Cluster, metrics);
        if self.is_forward() { last.unwrap_or(from) } else { from }
    }

    /// Lets the other end move from now on.
    pub fn swap(&mut self) {
        (self.tail, self.head, self.goal) = (self.head, self.tail, None);
    }

    /// Moves the head by a stride, over the tail where that is in the way.
    pub fn step(&mut self, article: &Article, metrics: Metrics, stride: Stride, forward: bool) {
        let text = Text::of(article);
        let step = |place, stride| match forward {
            true => text.next(place, stride, metrics),
            false => text.previous(place, stride, metrics),
        };
        let mut head = step(self.head, stride);
        while let Some(place) = head {
            if let Some(moved) = Self::new(article, self.tail, place) {
                *self = moved;
                return;
            }
            head = step(place, Stride::Cluster);
        }
    }

    /// Moves the head so that the cluster at a place is the last it reaches.
    pub fn reach(&mut self, article: &Article, metrics: Metrics, place: Place) {
        let after = Text::of(article).next(place, Stride::Cluster, metrics).unwrap_or(place);
        let head = if place < self.tail { place } else { after };
        if let Some(moved) = Self::new(article, self.tail, head) {
            *self = moved;
        }
    }
}

/// The texts of an article that are not empty, in reading order.
struct Text<'a> {
    parts: Vec<(Part, &'a str)>,
}

impl<'a> Text<'a> {
    fn of(article: &'a Article) -> Self {
        Self { parts: article.parts().filter(|(_, text)| !text.is_empty()).collect() }
    }

    /// The part that holds what comes after a place.
    fn at(&self, place: Place) -> Option<usize> {
        let ends = |(part, text): &(Part, &str)| *part < place.part || *part == place.part && text.len() <= place.byte;
        Some(self.parts.partition_point(ends)).filter(|at| *at < self.parts.len())
    }

    /// The part that holds what comes before a place.
    fn before(&self, place: Place) -> Option<usize> {
        let begins = |(part, _): &(Part, &str)| *part < place.part || *part == place.part && place.byte > 0;
        self.parts.partition_point(begins).checked_sub(1)
    }

    fn next(&self, place: Place, stride: Stride, metrics: Metrics) -> Option<Place> {
        let (part, text) = match stride {
            Stride::Article => *self.parts.last()?,
            _ => *self.parts.get(self.at(place)?)?,
        };
        let start = if part == place.part { place.byte } else { 0 };
        let byte = match stride {
            Stride::Paragraph | Stride::Article => text.len(),
            _ => boundaries(text, start, stride, metrics).next().unwrap_or(text.len()),
        };
        Some(Place { part, byte, ..place }).filter(|next| *next > place)
    }

    fn previous(&self, place: Place, stride: Stride, metrics: Metrics) -> Option<Place> {
        let (part, text) = match stride {
            Stride::Article => *self.parts.first()?,
            _ => *self.parts.get(self.before(place)?)?,
        };
        let end = if part == place.part { place.byte.min(text.len()) } else { text.len() };
        let byte = match stride {
            Stride::Paragraph | Stride::Article => 0,
            Stride::Cluster => cluster_start(text, end.saturating_sub(1)),
            _ => boundaries(text, 0, stride, metrics).take_while(|byte| *byte < end).last().unwrap_or(0),
        };
        Some(Place { part, byte, ..place }).filter(|previous| *previous < place)
    }
}

#[cfg(test)]
mod tests;
