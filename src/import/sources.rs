//! Which files a path means, and their bytes; what is refused without being opened.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::error::{ImportError, ImportFailure};
use super::limits::LIMIT;
use super::natural;

/// Where a page's bytes are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A regular file.
    File(PathBuf),
    /// The standard input, named `-`.
    Stdin,
}

impl Source {
    /// The source as it was given.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Stdin => "-".to_owned(),
        }
    }
}

/// The files that the paths mean, folders walked in the order of their names, numbers in these by
/// value; what cannot be read is named in its place. Hidden files in folders are passed over; a folder reached twice, by a
/// link or otherwise, is walked once.
pub fn sources(paths: &[PathBuf]) -> Vec<Result<Source, ImportFailure>> {
    let mut walk = FolderWalk::default();
    for path in paths {
        if path.as_os_str() == "-" {
            walk.found.push(Ok(Source::Stdin));
        } else {
            walk.visit(path.clone());
        }
    }
    walk.found
}

#[derive(Default)]
struct FolderWalk {
    found: Vec<Result<Source, ImportFailure>>,
    folders: BTreeSet<PathBuf>,
}

impl FolderWalk {
    fn visit(&mut self, path: PathBuf) {
        let mut ahead = vec![path];
        while let Some(path) = ahead.pop() {
            match self.look_at(&path) {
                Ok(Some(inside)) => ahead.extend(inside.into_iter().rev()),
                Ok(None) => self.found.push(Ok(Source::File(path))),
                Err(error) => {
                    let name = path.display().to_string();
                    let error = if is_address(&name) { ImportError::Address } else { error };
                    self.found.push(Err(ImportFailure::new(name, error)));
                }
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
        let entries = fs::read_dir(path)?.collect::<io::Result<Vec<_>>>()?;
        let mut names: Vec<_> = entries.iter().map(fs::DirEntry::file_name).collect();
        names.retain(|name| !name.as_encoded_bytes().starts_with(b"."));
        names.sort_by(|a, b| natural::compare(a, b));
        Ok(names.into_iter().map(|name| path.join(name)).collect())
    }
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

/// The bytes of a source.
///
/// # Errors
/// An [`ImportFailure`] that names it, where it cannot be read or is larger than [`LIMIT`].
pub fn read(source: &Source) -> Result<Vec<u8>, ImportFailure> {
    let bytes = match source {
        Source::File(path) => open(path).and_then(read_within_limit),
        Source::Stdin => read_within_limit(io::stdin().lock()),
    };
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

    fn names(found: &[Result<Source, ImportFailure>]) -> Vec<String> {
        found.iter().map(|f| f.as_ref().map_or_else(|failure| failure.error.to_string(), Source::name)).collect()
    }

    #[test]
    fn a_folder_is_walked_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
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
        assert_eq!(found[0].as_ref().unwrap_err().to_string(), "no/such/page.txt: there is no such file");
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
