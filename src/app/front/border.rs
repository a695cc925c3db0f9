//! Borders that boxes share, cell by cell.

/// A cell of the borders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BorderCell {
    /// Its row on the screen.
    pub row: u16,
    /// Its column.
    pub column: u16,
    /// Which way it goes.
    pub arms: Arms,
    /// Whether it is the current box's.
    pub lit: bool,
}

/// The arms of a border in a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arms {
    /// Upwards.
    pub up: bool,
    /// Downwards.
    pub down: bool,
    /// To the left.
    pub left: bool,
    /// To the right.
    pub right: bool,
}
