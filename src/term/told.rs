//! What is to be worded by whoever knows the language that is spoken.

use crate::phrase::Said;

/// Something to be worded in the language of the interface.
pub type Told = Box<dyn Said + Send>;
