//! Every key that is bound, and some that are not.

use paper_reader::app::{Action, Key, Keymap};

/// The keys to press at random.
pub fn keys() -> Vec<Key> {
    let keymap = Keymap::default();
    let bound = Action::TABLE.iter().flat_map(|entry| keymap.keys_of(entry.action));
    let others = ["backspace", "delete", "ctrl-u", "alt-x", ".", "D", "9", "f9"].map(str::to_owned);
    let names = bound.chain(others).collect::<Vec<_>>().join(" ");
    let mut keys: Vec<Key> = names.split(' ').map(|name| name.parse().unwrap()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}
