//! 两端对齐: where the spare cells of a line go.

mod even;
mod full;

use std::ops::Range;

use crate::text::Metrics;

/// What is done with the cells that a line is short of the measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Justification {
    /// Nothing.
    Ragged,
    /// The evenness of the text comes first: one cell stays free at the line's end, more are put
    /// where nobody notices them, if the line has such a place.
    #[default]
    Even,
    /// The straight edge comes first: all are put into the line, if it has places enough.
    Full,
}

impl Justification {
    /// Whether a line that ends `spare` cells short looks well in the end.
    pub fn suits(self, line: &str, metrics: Metrics, spare: usize, latin_spacing: bool) -> bool {
        match self {
            Self::Ragged => false,
            Self::Even => spare <= even::UNNOTICED,
            Self::Full => full::takes_up(line, metrics, spare, latin_spacing),
        }
    }

    /// The bytes of a text before which a line of it leaves a cell free, in order. The line is
    /// `spare` cells short; with `latin_spacing` Chinese and Latin have their cell between them
    /// already.
    pub fn gaps(
        self,
        text: &str,
        line: &Range<usize>,
        metrics: Metrics,
        spare: usize,
        latin_spacing: bool,
    ) -> Vec<usize> {
        let shown = text.get(line.clone()).unwrap_or_default();
        let within = |gaps: Vec<usize>| gaps.into_iter().map(|gap| line.start + gap);
        let mut gaps: Vec<usize> = Vec::new();
        if latin_spacing {
            gaps.extend(within(full::mixed(shown, metrics)));
        }
        match self {
            Self::Full if spare > 0 => gaps.extend(within(full::gaps(shown, metrics, spare, latin_spacing))),
            Self::Even if spare > even::UNNOTICED => gaps.extend(even::gaps(text, line, metrics, spare, latin_spacing)),
            _ => {}
        }
        gaps.sort_unstable();
        gaps
    }
}
