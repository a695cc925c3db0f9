//! The rules that may be switched off to see what they are worth: each is asked at the one place where
//! what it finds is taken in. In the program all are on, and cost nothing.

knobs! {
    rules:

    /// How the page is set.
    mod set {
        /// Columns side by side are set one behind another.
        columns: bool = true;
    }
}
