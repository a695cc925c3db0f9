//! The printed lines of a page's articles: furniture set apart, glued lines cut, fragments joined.

pub mod furniture;
pub mod measure;
pub mod rejoin;
pub mod split;
pub mod text;
