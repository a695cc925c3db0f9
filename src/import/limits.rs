//! How much is read.

/// The largest file that is read, in bytes; reading it may take twelve times as much memory.
pub const LIMIT: u64 = 128 * 1024 * 1024;

/// The most lines of one page, a thousand times those of the fullest: what is known of each takes
/// some hundreds of bytes.
pub const MOST_LINES: usize = 4_000_000;

/// The most pages of a PDF.
#[cfg(feature = "pdf")]
pub const MOST_PAGES: usize = 10_000;
