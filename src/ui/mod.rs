//! Drawing: reads the state, writes cells.
