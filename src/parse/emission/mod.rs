//! What a line can be, and what it says for and against that by itself.
//!
//! **Invariant:** a line is weighed here alone, with its column's measure and its page's habits; what
//! stands before and behind it is weighed by whoever puts labels in a row.

pub mod evidence;
pub mod habit;
pub mod kind;
pub mod setting;
pub mod sign;
