//! Files of folders that are looked into again and again: which of them are to be read now.

use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Duration;

use crate::model::FolderFile;

/// How long a file without its end is waited for before it is read as it is.
const PATIENCE: Duration = Duration::from_secs(60);

/// Which files of folders have been read, and which are waited for.
#[derive(Debug, Default)]
pub struct FolderWatch {
    /// Those that have been read.
    read: HashMap<PathBuf, FolderFile>,
    /// Those that were new or other at the last look, and since when they are as they are.
    waiting: HashMap<PathBuf, (FolderFile, Duration)>,
    /// Whether one of them has come since the look before the last.
    is_settling: bool,
}

impl FolderWatch {
    /// Takes what a look at the folders found, at a time that grows; the files that are to be read now. A file is
    /// to be read when it is new or has changed, is the same at two looks, and has its end. `is_read` knows those
    /// that were read before the program began, `is_whole` those that have their ends.
    pub fn look(
        &mut self,
        files: Vec<FolderFile>,
        now: Duration,
        is_read: impl Fn(&FolderFile) -> bool,
        is_whole: impl Fn(&FolderFile) -> bool,
    ) -> Vec<FolderFile> {
        let before = std::mem::take(&mut self.waiting);
        self.is_settling = false;
        let mut due = Vec::new();
        for file in files {
            if self.read.get(&file.path) == Some(&file) {
                continue;
            }
            match before.get(&file.path) {
                Some((same, since)) if *same == file => {
                    if now.saturating_sub(*since) >= PATIENCE || is_whole(&file) {
                        due.push(file);
                    } else {
                        self.waiting.insert(file.path.clone(), (file, *since));
                    }
                }
                None if is_read(&file) => drop(self.read.insert(file.path.clone(), file)),
                _ => {
                    self.is_settling = true;
                    self.waiting.insert(file.path.clone(), (file, now));
                }
            }
        }
        due
    }

    /// Takes that files have been read, or have been tried.
    pub fn take_read(&mut self, files: &[FolderFile]) {
        self.read.extend(files.iter().map(|file| (file.path.clone(), file.clone())));
    }

    /// Whether the last look found a file that may be read at the next one.
    pub fn is_settling(&self) -> bool {
        self.is_settling
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, size: u64) -> FolderFile {
        FolderFile { path: name.into(), size, written: 1 }
    }

    /// What is to be read at a look, where all is whole and nothing was read before.
    fn due(watch: &mut FolderWatch, second: u64, files: &[FolderFile]) -> Vec<FolderFile> {
        let due = watch.look(files.to_vec(), Duration::from_secs(second), |_| false, |_| true);
        watch.take_read(&due);
        due
    }

    #[test]
    fn a_file_is_read_once_it_is_the_same_at_two_looks() {
        let mut watch = FolderWatch::default();
        assert_eq!(due(&mut watch, 0, &[file("a", 1)]), []);
        assert!(watch.is_settling());
        assert_eq!(due(&mut watch, 1, &[file("a", 2)]), []);
        assert_eq!(due(&mut watch, 2, &[file("a", 2), file("b", 1)]), [file("a", 2)]);
        assert_eq!(due(&mut watch, 3, &[file("a", 2), file("b", 1)]), [file("b", 1)]);
        assert_eq!(due(&mut watch, 4, &[file("a", 2), file("b", 1)]), []);
        assert!(!watch.is_settling());
        // A file that has changed is read again, and so is one that came back another.
        assert_eq!(due(&mut watch, 5, &[file("a", 3)]), []);
        assert_eq!(due(&mut watch, 6, &[file("a", 3), file("b", 7)]), [file("a", 3)]);
    }

    #[test]
    fn what_was_read_before_the_program_began_is_not_read_again() {
        let mut watch = FolderWatch::default();
        for second in 0..3 {
            assert_eq!(watch.look(vec![file("a", 1)], Duration::from_secs(second), |_| true, |_| true), []);
            assert!(!watch.is_settling());
        }
        assert_eq!(due(&mut watch, 3, &[file("a", 2)]), []);
        assert_eq!(due(&mut watch, 4, &[file("a", 2)]), [file("a", 2)]);
    }

    #[test]
    fn a_file_without_its_end_is_waited_for_but_not_for_ever() {
        let mut watch = FolderWatch::default();
        let mut half = |second| watch.look(vec![file("a", 1)], Duration::from_secs(second), |_| false, |_| false);
        assert_eq!(half(0), []);
        assert_eq!(half(5), []);
        assert_eq!(half(59), []);
        assert_eq!(half(60), [file("a", 1)]);
    }
}
