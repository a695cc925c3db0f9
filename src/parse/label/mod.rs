//! What each line of the page is: the signs that grammars and neighbours give, and the labels that
//! explain the whole page best.
//!
//! **Invariant:** a label is a line's part in a paragraph or a head; which article it is of is not
//! asked here.

pub mod caption;
pub mod echo;
pub mod form;
pub mod heads;
pub mod labelling;
pub mod signs;
