//! The printed lines of a page's articles: the page set plainly, furniture set apart, glued lines cut, fragments joined,
//! measures found, and the text that lines make.
//!
//! **Invariant:** no line is lost or made up: cut and joined lines cover the same spans of the source.

pub mod closing;
mod columns;
pub mod furniture;
mod markdown;
pub mod measure;
mod placed;
pub mod plain_page;
mod plain_setter;
pub mod rejoin;
pub mod split;
pub mod text;
mod vertical;
