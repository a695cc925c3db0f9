//! How a line is set against the page's body: larger, bolder, centred, in cells; where boxes are known.

use crate::parse::line::{Line, Standing};
use crate::parse::weights::print as weight;

/// How a line is set; nothing is said of what is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LineSetting {
    /// Whether its type is larger than the body's.
    pub large: bool,
    /// Whether its strokes are thicker than the body's, in type of about its size.
    pub bold: bool,
    /// Whether it is centred in its column.
    pub centred: bool,
    /// Whether it stands at the right of its column, as signatures do.
    pub right: bool,
    /// Whether it is set as the body is, where one can tell.
    pub plain: bool,
    /// Whether it is set as the text of a picture's caption.
    pub caption: bool,
    /// Whether it is a row of cells.
    pub row: bool,
    /// Whether a paragraph's space stands above it, where space parts its block's paragraphs.
    pub spaced: Option<bool>,
}

impl LineSetting {
    /// Whether anything is known of it.
    pub fn is_known(&self) -> bool {
        *self != Self::default()
    }

    /// How a line is set.
    pub fn of(line: &Line) -> Self {
        let Some(print) = line.print else { return Self::default() };
        let left = line.look.indent;
        let right = line.measure.map_or(0, |measure| measure - line.look.width - left);
        let large = print.scale > weight::large();
        let bold = print.boldness > weight::bold();
        let centred = left >= 2 && right >= 2 && (left - right).abs() <= 2;
        let plain = line.measure.is_some() && print.scale < weight::plain() && !bold && !centred;
        Self {
            large,
            bold,
            centred,
            right: left >= 8 && right <= 2,
            plain,
            caption: plain && line.standing == Standing::Caption,
            row: print.row,
            spaced: print.spaced,
        }
    }
}
