//! Where something stands on a printed page.

use serde::{Deserialize, Serialize};

/// A rectangle on the printed page, in points from its upper left corner.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Bounds {
    /// The left edge.
    pub left: f32,
    /// The upper edge.
    pub top: f32,
    /// The right edge.
    pub right: f32,
    /// The lower edge.
    pub bottom: f32,
}

impl Bounds {
    /// From the left edge to the right one.
    pub fn width(self) -> f32 {
        self.right - self.left
    }

    /// The box round this one and another.
    pub fn around(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// What it and another one have in common; width or height are negative where they are apart.
    pub fn common(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// So many points further down.
    pub fn moved(self, down: f32) -> Self {
        Self { top: self.top + down, bottom: self.bottom + down, ..self }
    }

    /// The left and the right edge.
    pub fn sides(self) -> [f32; 2] {
        [self.left, self.right]
    }

    /// From the upper edge to the lower one.
    pub fn height(self) -> f32 {
        self.bottom - self.top
    }
}
