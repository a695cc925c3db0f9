//! What each line of the page is.

pub mod caption;
pub mod echo;
pub mod form;
pub mod labelling;
pub mod notice;
pub mod signs;
pub mod verse;
