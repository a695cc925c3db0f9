//! How much of a PDF is read.

use std::time::Duration;

/// The most pages of a file.
pub const PAGES: usize = 10_000;

/// The most characters of a page, some twenty times those of the fullest.
pub const GLYPHS: usize = 400_000;

/// The most paths, images and clips of a page.
pub const OPERATIONS: usize = 5_000_000;

/// The most rules, frames and pictures of a page that are kept, of each.
pub const SHAPES: usize = 20_000;

/// How long a page is read.
pub const PAGE_TIME: Duration = Duration::from_secs(8);

/// The most bytes of page contents held at a time: the file is then opened anew.
pub const CONTENTS: usize = 64 << 20;
