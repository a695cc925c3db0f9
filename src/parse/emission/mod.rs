//! What a line says for and against each label, whatever stands before and behind it.

pub mod evidence;
pub mod habit;
pub mod kind;
pub mod sign;
