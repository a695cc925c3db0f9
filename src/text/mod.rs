//! The ground: bytes, characters, clusters and cells.
//!
//! **Invariant:** this module knows nothing of newspapers, of a terminal library or of a file
//! system. Whatever is measured in cells is measured by [`width`], and whatever a character from
//! outside may look like on a screen is decided by [`sanitize`].

pub mod chars;
pub mod decode;
pub mod find;
pub mod meant;
pub mod nearest;
pub mod sanitize;
pub mod width;

pub use decode::{Decoded, Encoding, Undecodable, decode, decode_declared};
pub use find::{Needle, Squeezed};
pub use meant::read_as_meant;
pub use nearest::nearest;
pub use sanitize::Destination;
pub use width::{Ambiguous, Cluster, Metrics};
