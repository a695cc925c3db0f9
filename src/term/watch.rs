//! Looks whether the files of the settings have changed, and reads them anew.
//!
//! Looking costs a few questions to the file system a second; only a change wakes anybody.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, SystemTime};

use super::config::{self, LoadedConfig};
use super::settings_fault::SettingsFault;
use crate::store::Dirs;

/// How often it looks.
const EVERY: Duration = Duration::from_secs(1);
/// How long files must have been the same before they are read: an editor may write them in steps.
const SETTLED: Duration = Duration::from_millis(100);

/// What tells a file from what it was before; none where it is not there.
type FileStamp = Option<(Option<SystemTime>, u64, u64)>;

/// Looks for ever, from a thread of its own, and tells what is asked for now; or, where that makes no
/// sense, what is wrong with it. `before` is what was read at first.
pub fn watch(
    dirs: Dirs,
    mut before: LoadedConfig,
    tell: impl Fn(Result<LoadedConfig, Vec<SettingsFault>>) + Send + 'static,
) {
    let mut read = stamps(&dirs, &before);
    thread::spawn(move || {
        let mut seen = read;
        loop {
            thread::sleep(if seen == read { EVERY } else { SETTLED });
            let now = stamps(&dirs, &before);
            if now != read && now == seen {
                let (loaded, wrong) = config::read(Some(&dirs));
                if !wrong.is_empty() {
                    tell(Err(wrong));
                } else if loaded != before {
                    before = loaded.clone();
                    tell(Ok(loaded));
                }
                read = stamps(&dirs, &before);
            }
            seen = now;
        }
    });
}

/// The stamps of the settings and of the chosen theme's own file.
fn stamps(dirs: &Dirs, loaded: &LoadedConfig) -> [FileStamp; 2] {
    [stamp(&dirs.settings()), stamp(&config::theme_file(&loaded.settings.theme, dirs))]
}

fn stamp(path: &Path) -> FileStamp {
    let metadata = fs::metadata(path).ok()?;
    Some((metadata.modified().ok(), metadata.len(), identity(&metadata)))
}

/// A file that was renamed over another may be as old and as long.
#[cfg(unix)]
fn identity(metadata: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn identity(_metadata: &fs::Metadata) -> u64 {
    0
}
