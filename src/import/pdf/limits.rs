//! How much of a PDF is read.

use std::time::Duration;

/// The most characters of a page, some twenty times those of the fullest.
pub const GLYPHS: usize = 400_000;

/// The most paths, images and clips of a page.
pub const OPERATIONS: usize = 5_000_000;

/// The most rules, frames and pictures of a page that are kept, of each.
pub const SHAPES: usize = 20_000;

/// How much processor time a page takes at most.
pub const PAGE_TIME: Duration = Duration::from_secs(4);

/// The most bytes of page contents held at a time: the file is then opened anew.
pub const CONTENTS: usize = 64 << 20;

/// The most bytes of text of a file.
pub const FILE_TEXT: usize = 128 << 20;

/// The most rules, frames and pictures of a file.
pub const FILE_SHAPES: usize = 2_000_000;

/// The most bytes in which a page is told.
pub const ANSWER: u64 = 256 << 20;

/// The most pixels of a page's picture.
pub const PIXELS: u64 = 8 << 20;

/// The most pixels of a side of it.
pub const SIDE: u32 = 16_000;

/// How long a picture is waited for.
pub const PICTURE_PATIENCE: Duration = Duration::from_secs(20);

/// The most memory that the processes that read a file take together, in bytes.
pub const MEMORY: u64 = 512 << 20;

/// From so many pages on several processes read a file.
pub const SEVERAL_PAGES: u32 = 3;

/// The most processes that read a file at a time.
pub const READERS: u32 = 8;

/// How many pages may be read before they are wanted, for each process.
pub const AHEAD: u32 = 3;

/// How much time goes into a page that dies for want of memory, about.
pub const MEMORY_TIME: Duration = Duration::from_secs(1);

/// How much time may go into pages that are not read in the end, before the file is given up.
pub const LOST_TIME: Duration = Duration::from_secs(8);

/// The most processor time of a page, in seconds: what [`PAGE_TIME`] does not catch.
pub const PAGE_PROCESSOR_TIME: u64 = 6;

/// The most processor time of a file, in seconds.
#[cfg(unix)]
pub const FILE_PROCESSOR_TIME: u64 = 300;

/// How long the next page is waited for: much longer than it may be read, for other programs need the
/// processors, too.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// How long all pages of a file are waited for.
pub const FILE_PATIENCE: Duration = Duration::from_secs(900);
