//! Where things stand on the printed pages of a file.

use serde::{Deserialize, Serialize};

use super::bounds::Bounds;

/// A rectangle on a page of a file; written `[page,left,top,right,bottom]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "(u32, f32, f32, f32, f32)", into = "(u32, f32, f32, f32, f32)")]
pub struct PageBox {
    /// The page of the file, from 1.
    pub page: u32,
    /// Where on it, in points from its upper left corner.
    pub bounds: Bounds,
}

impl From<(u32, f32, f32, f32, f32)> for PageBox {
    fn from((page, left, top, right, bottom): (u32, f32, f32, f32, f32)) -> Self {
        Self { page, bounds: Bounds { left, top, right, bottom } }
    }
}

impl From<PageBox> for (u32, f32, f32, f32, f32) {
    fn from(PageBox { page, bounds }: PageBox) -> Self {
        (page, bounds.left, bounds.top, bounds.right, bounds.bottom)
    }
}

/// How large a page of a file is; written `[page,width,height]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "(u32, f32, f32)", into = "(u32, f32, f32)")]
pub struct PageSize {
    /// The page of the file, from 1.
    pub page: u32,
    /// The width in points.
    pub width: f32,
    /// The height in points.
    pub height: f32,
}

impl From<(u32, f32, f32)> for PageSize {
    fn from((page, width, height): (u32, f32, f32)) -> Self {
        Self { page, width, height }
    }
}

impl From<PageSize> for (u32, f32, f32) {
    fn from(PageSize { page, width, height }: PageSize) -> Self {
        (page, width, height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_is_written_as_five_numbers() {
        let bounds = Bounds { left: 40.0, top: 91.2, right: 100.0, bottom: 101.25 };
        let placed = PageBox { page: 2, bounds };
        let json = serde_json::to_string(&placed).unwrap();
        assert_eq!(json, "[2,40.0,91.2,100.0,101.25]");
        assert_eq!(serde_json::from_str::<PageBox>(&json).unwrap(), placed);
        assert!(serde_json::from_str::<PageBox>("[1,2,3,4]").is_err());
    }
}
