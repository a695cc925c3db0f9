//! What may be asked of the process that reads a PDF.

use serde::{Deserialize, Serialize};

use crate::model::Bounds;

/// One thing asked of a file; pages are numbered from 1.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
pub enum Request {
    /// The text of a page, with where it stands.
    Read(u32),
    /// The picture of a part of a page.
    Draw(PagePart),
}

/// A part of a page, and how large its picture is to be.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
pub struct PagePart {
    /// The page.
    pub page: u32,
    /// The part of it, in points from its upper left corner.
    pub region: Bounds,
    /// The width and height of the picture in pixels.
    pub size: (u32, u32),
}

impl Request {
    /// The page that it is about.
    pub fn page(self) -> u32 {
        match self {
            Self::Read(page) => page,
            Self::Draw(part) => part.page,
        }
    }
}
