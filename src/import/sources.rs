//! Which files a path means, and their bytes; what is refused without being opened.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::error::{ImportError, ImportFailure};
use super::left_out::{self, FileKind, LeftOut};
use super::limits::LIMIT;
use super::natural;
use super::packed::{self, ZipEntry};

/// Where a page's bytes are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A regular file.
    File(PathBuf),
    /// A file of an archive.
    Packed(PathBuf, ZipEntry),
    /// The standard input, named `-`.
    Stdin,
}

impl Source {
    /// The source as it was given.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Packed(archive, entry) => archive.join(&entry.name).display().to_string(),
            Self::Stdin => "-".to_owned(),
        }
    }
}

/// Which files of folders and archives are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Takes {
    /// Those that may be pages.
    #[default]
    Pages,
    /// All.
    All,
}

/// What paths lead to.
#[derive(Debug, Default)]
pub struct Found {
    /// The files to read; what cannot be read is named in its place.
    pub sources: Vec<Result<Source, ImportFailure>>,
    /// What in folders was passed over.
    pub left_out: Vec<LeftOut>,
}

/// What files of folders are, as [`find`] has them; none of them is named itself.
pub fn find_of_folders(files: Vec<PathBuf>) -> Found {
    let mut walk = FolderWalk::default();
    files.into_iter().for_each(|file| walk.visit(file, false));
    walk.found
}

/// The files that the paths mean, folders and ZIP archives walked in the order of their names, numbers in these
/// by value. Hidden files in folders are passed over; a folder reached twice, by a link or otherwise, is walked
/// once. A file that is named itself is always taken.
pub fn find(paths: &[PathBuf], takes: Takes) -> Found {
    let mut walk = FolderWalk { takes, ..FolderWalk::default() };
    for path in paths {
        if path.as_os_str() == "-" {
            walk.found.sources.push(Ok(Source::Stdin));
        } else {
            walk.visit(path.clone(), true);
        }
    }
    walk.found
}

#[derive(Default)]
struct FolderWalk {
    takes: Takes,
    found: Found,
    folders: BTreeSet<PathBuf>,
}

impl FolderWalk {
    fn visit(&mut self, path: PathBuf, is_named: bool) {
        let mut ahead = vec![(path, is_named)];
        while let Some((path, is_named)) = ahead.pop() {
            match self.look_at(&path) {
                Ok(Some(inside)) => ahead.extend(inside.into_iter().rev().map(|path| (path, false))),
                Ok(None) if is_archive(&path) => self.open_archive(&path),
                Ok(None) => {
                    let kind = (!is_named && self.takes == Takes::Pages).then(|| left_out::kind(&path)).flatten();
                    match kind {
                        Some(kind) => self.found.left_out.push(LeftOut { source: path.display().to_string(), kind }),
                        None => self.found.sources.push(Ok(Source::File(path))),
                    }
                }
                Err(error) => {
                    let name = path.display().to_string();
                    let error = if is_address(&name) { ImportError::Address } else { error };
                    self.fail(name, error);
                }
            }
        }
    }

    fn fail(&mut self, name: String, error: ImportError) {
        self.found.sources.push(Err(ImportFailure::new(name, error)));
    }

    /// Takes the files of an archive, as those of a folder.
    fn open_archive(&mut self, path: &Path) {
        let mut entries = match packed::zip_entries(path) {
            Ok(entries) => entries,
            Err(error) => return self.fail(path.display().to_string(), error),
        };
        let is_hidden = |name: &str| name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
        entries.retain(|entry| !is_hidden(&entry.name));
        entries.sort_by(|a, b| natural::compare(a.name.as_ref(), b.name.as_ref()));
        for entry in entries {
            let name = Path::new(&entry.name);
            let kind = left_out::kind_of_name(name).or(is_archive(name).then_some(FileKind::Other));
            match kind.filter(|_| self.takes == Takes::Pages) {
                Some(kind) => {
                    let source = path.join(&entry.name).display().to_string();
                    self.found.left_out.push(LeftOut { source, kind });
                }
                None => self.found.sources.push(Ok(Source::Packed(path.to_owned(), entry))),
            }
        }
    }

    /// What a folder holds; none for a file.
    fn look_at(&mut self, path: &Path) -> Result<Option<Vec<PathBuf>>, ImportError> {
        let metadata = fs::metadata(path)?;
        if metadata.is_dir() {
            return Ok(Some(self.folder(path)?));
        }
        readable(&metadata).map(|()| None)
    }

    /// What a folder holds, by name; nothing where it was walked before.
    fn folder(&mut self, path: &Path) -> io::Result<Vec<PathBuf>> {
        if !self.folders.insert(fs::canonicalize(path)?) {
            return Ok(Vec::new());
        }
        names_in(path).map(|names| names.into_iter().map(|name| path.join(name)).collect())
    }
}

/// The names of what is in a folder and not hidden, numbers in them by value.
pub(super) fn names_in(folder: &Path) -> io::Result<Vec<OsString>> {
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    let mut names: Vec<_> = entries.iter().map(fs::DirEntry::file_name).collect();
    names.retain(|name| !name.as_encoded_bytes().starts_with(b"."));
    names.sort_by(|a, b| natural::compare(a, b));
    Ok(names)
}

/// Whether a file is a ZIP archive, by its name.
pub(super) fn is_archive(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"))
}

/// Whether what leads to no file is an address on the web.
fn is_address(name: &str) -> bool {
    ["http:", "https:", "ftp:"].iter().any(|scheme| name.starts_with(scheme))
}

/// Whether a file is one that is opened.
fn readable(metadata: &Metadata) -> Result<(), ImportError> {
    match metadata {
        metadata if !metadata.is_file() => Err(ImportError::NotRegular),
        metadata if metadata.len() > LIMIT => Err(ImportError::TooLarge),
        _ => Ok(()),
    }
}

/// The bytes of a source, unpacked where gzip packed them.
///
/// # Errors
/// An [`ImportFailure`] that names it, where it cannot be read or is larger than [`LIMIT`].
pub fn read(source: &Source) -> Result<Vec<u8>, ImportFailure> {
    let bytes = match source {
        Source::File(path) => open(path).and_then(read_within_limit),
        Source::Packed(archive, entry) => packed::read_entry(archive, entry),
        Source::Stdin => read_within_limit(io::stdin().lock()),
    };
    let bytes = bytes.and_then(|bytes| if packed::is_gzip(&bytes) { packed::gunzip(&bytes) } else { Ok(bytes) });
    bytes.map_err(|error| ImportFailure::new(source.name(), error))
}

fn read_within_limit(from: impl Read) -> Result<Vec<u8>, ImportError> {
    let mut bytes = Vec::new();
    from.take(LIMIT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LIMIT { Err(ImportError::TooLarge) } else { Ok(bytes) }
}

/// Opens a file, if it is still one: much may happen between a walk and its last file.
fn open(path: &Path) -> Result<File, ImportError> {
    readable(&fs::metadata(path)?)?;
    Ok(File::open(path)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrase::{Lang, Said};

    fn sources(paths: &[PathBuf]) -> Vec<Result<Source, ImportFailure>> {
        find(paths, Takes::Pages).sources
    }

    fn names(found: &[Result<Source, ImportFailure>]) -> Vec<String> {
        found
            .iter()
            .map(|f| f.as_ref().map_or_else(|failure| failure.error.said(Lang::English), Source::name))
            .collect()
    }

    #[test]
    fn a_folder_is_walked_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name.split('/').collect::<PathBuf>());
        fs::create_dir(path("b")).unwrap();
        for name in ["c.txt", "a.txt", "b/第10版.txt", "b/第2版.txt", ".hidden"] {
            fs::write(path(name), "页").unwrap();
        }
        let expected = ["a.txt", "b/第2版.txt", "b/第10版.txt", "c.txt"];
        let expected: Vec<_> = expected.iter().map(|n| path(n).display().to_string()).collect();
        assert_eq!(names(&sources(&[folder.path().to_owned()])), expected);
    }

    #[test]
    fn what_is_not_there_is_named() {
        let found = sources(&[PathBuf::from("no/such/page.txt"), PathBuf::from("-")]);
        assert_eq!(found[0].as_ref().unwrap_err().said(Lang::English), "no/such/page.txt: there is no such file");
        assert!(matches!(found[1], Ok(Source::Stdin)));
    }

    #[cfg(unix)]
    #[test]
    fn a_loop_of_links_ends() {
        let folder = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("again")).unwrap();
        fs::write(folder.path().join("page.txt"), "页").unwrap();
        assert_eq!(sources(&[folder.path().to_owned()]).len(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_refused_unopened() {
        let found = sources(&[PathBuf::from("/dev/null")]);
        assert!(matches!(found[0].as_ref().unwrap_err().error, ImportError::NotRegular));
    }
}
