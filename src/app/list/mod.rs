//! The headline list: the part of the library that is held, a cursor in it, what narrows, orders and folds it.

mod around;
pub(super) mod counts;
mod end;
pub(super) mod filter;
pub(super) mod headlines;
pub(super) mod imprint;
pub(super) mod line;
pub(super) mod look;
mod window;
