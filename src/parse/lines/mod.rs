//! The printed lines of a page's articles: furniture set apart, glued lines cut, fragments joined,
//! measures found, and the text that lines make.
//!
//! **Invariant:** no line is lost or made up: cut and joined lines cover the same spans of the source.

pub mod furniture;
pub mod measure;
pub mod rejoin;
pub mod split;
pub mod text;
