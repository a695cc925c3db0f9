//! What the program says, in each language. **Invariant:** every phrase exists in every language, or it does not compile.
