//! A folder that is looked into again and again: which files in it may be pages, and whether one is whole.
//!
//! A look asks the file system for names, sizes and times, and opens nothing.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::error::ImportFailure;
use super::{left_out, packed, sources};
use crate::model::FolderFile;

/// How far from its end the mark that ends a PDF stands at the most.
const PDF_END: u64 = 1024;

/// What is in a folder.
#[derive(Debug, Default)]
pub struct FolderLook {
    /// The files that may be pages, in the order of their names.
    pub files: Vec<FolderFile>,
    /// The folder, or those in it, that cannot be read.
    pub unread: Vec<ImportFailure>,
}

/// Looks into a folder and the folders in it. What is hidden, no regular file, or no page by its name is passed
/// over; a folder that is reached twice is looked into once.
pub fn look_into(folder: &Path) -> FolderLook {
    let mut look = FolderLook::default();
    let (mut folders, mut ahead) = (BTreeSet::new(), vec![folder.to_owned()]);
    while let Some(path) = ahead.pop() {
        let metadata = fs::metadata(&path);
        let is_folder = path == folder || metadata.as_ref().is_ok_and(Metadata::is_dir);
        if !is_folder {
            let file = metadata.ok().filter(Metadata::is_file).filter(|_| left_out::kind_of_name(&path).is_none());
            look.files.extend(file.map(|file| folder_file(path, &file)));
            continue;
        }
        match inside(&path, &mut folders) {
            Ok(inside) => ahead.extend(inside.into_iter().rev()),
            Err(error) => look.unread.push(ImportFailure::new(path.display().to_string(), error)),
        }
    }
    look
}

/// What a folder holds; nothing where it was looked into before.
fn inside(path: &Path, folders: &mut BTreeSet<PathBuf>) -> io::Result<Vec<PathBuf>> {
    if !folders.insert(fs::canonicalize(path)?) {
        return Ok(Vec::new());
    }
    Ok(sources::names_in(path)?.into_iter().map(|name| path.join(name)).collect())
}

fn folder_file(path: PathBuf, metadata: &Metadata) -> FolderFile {
    let since = metadata.modified().ok().and_then(|written| written.duration_since(UNIX_EPOCH).ok());
    let written = since.and_then(|since| i64::try_from(since.as_nanos()).ok()).unwrap_or_default();
    FolderFile { path, size: metadata.len(), written }
}

/// Whether a file has its end, where its kind has one that can be seen. What cannot be opened is for whoever reads
/// it to say.
pub fn is_whole(path: &Path) -> bool {
    let ends_with = |ending: &str| path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending));
    match () {
        () if ends_with("pdf") => end(path).is_none_or(|end| memchr::memmem::rfind(&end, b"%%EOF").is_some()),
        () if sources::is_archive(path) => packed::zip_entries(path).is_ok(),
        () if ends_with("gz") => fs::read(path).map_or(true, |bytes| packed::gunzip(&bytes).is_ok()),
        () => true,
    }
}

/// The end of a file.
fn end(path: &Path) -> Option<Vec<u8>> {
    let mut file = File::open(path).ok()?;
    let length = file.metadata().ok()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(PDF_END))).ok()?;
    let mut end = Vec::new();
    file.take(PDF_END).read_to_end(&mut end).ok()?;
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::ImportError;

    #[test]
    fn what_may_be_a_page_is_seen_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::create_dir_all(path("b/.c")).unwrap();
        for name in ["b/第10版.txt", "b/第2版.pdf", "a.txt", ".hidden", "b/.c/d.txt", "README.md", "half.crdownload"]
        {
            fs::write(path(name), "页").unwrap();
        }
        let look = look_into(folder.path());
        let seen: Vec<_> = look.files.iter().map(|file| file.path.clone()).collect();
        assert_eq!(seen, ["a.txt", "b/第2版.pdf", "b/第10版.txt"].map(path));
        assert!(look.unread.is_empty());
        assert!(look.files.iter().all(|file| file.size == 3 && file.written > 0));
    }

    #[test]
    fn a_folder_that_is_gone_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let look = look_into(&folder.path().join("papers"));
        assert!(look.files.is_empty());
        assert!(look.unread[0].source.ends_with("papers"));
        assert!(matches!(look.unread[0].error, ImportError::NotFound));
    }

    #[test]
    fn a_file_without_its_end_is_not_whole() {
        let folder = tempfile::tempdir().unwrap();
        for (name, half, whole) in [
            ("a.pdf", &b"%PDF-1.7 ..."[..], &b"%PDF-1.7 ... %%EOF\n"[..]),
            ("a.zip", b"PK\x03\x04", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
            ("a.gz", b"\x1F\x8B\x08\0\0\0", b"\x1F\x8B\x08\0\0\0\0\0\0\x03\x03\0\0\0\0\0\0\0\0\0"),
            ("a.txt", b"", b""),
        ] {
            let path = folder.path().join(name);
            fs::write(&path, half).unwrap();
            assert_eq!(is_whole(&path), name == "a.txt", "half of {name}");
            fs::write(&path, whole).unwrap();
            assert!(is_whole(&path), "{name}");
        }
    }
}
