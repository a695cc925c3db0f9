//! The state of the reader and its changes. **Invariant:** pure; no input, no output, no clock, no terminal.
