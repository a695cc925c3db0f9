//! Paths as the user writes them.

use std::env;
use std::path::PathBuf;

/// A path as a shell reads it: `~` and what begins with `~/` is the user's home.
pub fn in_home(path: &str) -> PathBuf {
    let inside = if path == "~" { Some("") } else { path.strip_prefix("~/") };
    let home = env::home_dir().zip(inside);
    home.map_or_else(|| PathBuf::from(path), |(home, rest)| if rest.is_empty() { home } else { home.join(rest) })
}
