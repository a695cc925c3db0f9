//! Which files a path means, and their bytes; what is refused without being opened.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The largest file that is read, in bytes; reading it may take twelve times as much memory.
pub const LIMIT: u64 = 128 * 1024 * 1024;

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

/// A path that gives no page, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The path as given.
    pub source: String,
    /// A sentence without the path.
    pub reason: String,
}

impl Fault {
    fn new(path: &Path, reason: impl ToString) -> Self {
        Self { source: path.display().to_string(), reason: reason.to_string() }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.source, self.reason)
    }
}

/// The files that the paths mean, folders walked in the order of their names; what cannot be read
/// is named in its place. Hidden files in folders are passed over; a folder reached twice, by a
/// link or otherwise, is walked once.
pub fn sources(paths: &[PathBuf]) -> Vec<Result<Source, Fault>> {
    let mut walk = Walk::default();
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
struct Walk {
    found: Vec<Result<Source, Fault>>,
    folders: BTreeSet<PathBuf>,
}

impl Walk {
    fn visit(&mut self, path: PathBuf) {
        let mut ahead = vec![path];
        while let Some(path) = ahead.pop() {
            match fs::metadata(&path) {
                Err(error) => self.found.push(Err(Fault::new(&path, plainly(&error)))),
                Ok(metadata) if metadata.is_dir() => match self.folder(&path) {
                    Ok(inside) => ahead.extend(inside.into_iter().rev()),
                    Err(error) => self.found.push(Err(Fault::new(&path, plainly(&error)))),
                },
                Ok(metadata) => self.found.push(match refused(&metadata) {
                    Some(reason) => Err(Fault::new(&path, reason)),
                    None => Ok(Source::File(path)),
                }),
            }
        }
    }

    /// What a folder holds, by name; nothing where it was walked before.
    fn folder(&mut self, path: &Path) -> io::Result<Vec<PathBuf>> {
        if !self.folders.insert(fs::canonicalize(path)?) {
            return Ok(Vec::new());
        }
        let mut inside = fs::read_dir(path)?.map(|entry| entry.map(|e| e.path())).collect::<io::Result<Vec<_>>>()?;
        inside.retain(|path| path.file_name().is_some_and(|name| !name.as_encoded_bytes().starts_with(b".")));
        inside.sort();
        Ok(inside)
    }
}

/// Why a file is not opened.
fn refused(metadata: &Metadata) -> Option<String> {
    if !metadata.is_file() {
        return Some("this is no regular file (a device, a pipe or a socket)".to_owned());
    }
    (metadata.len() > LIMIT).then(too_large)
}

fn too_large() -> String {
    format!("this is larger than {} MiB, the most that is read as one page", LIMIT >> 20)
}

/// The bytes of a source.
///
/// # Errors
/// A [`Fault`] that names it, where it cannot be read or is larger than [`LIMIT`].
pub fn read(source: &Source) -> Result<Vec<u8>, Fault> {
    let fault = |reason: String| Fault { source: source.name(), reason };
    let mut bytes = Vec::new();
    let got = match source {
        Source::File(path) => open(path).and_then(|file| file.take(LIMIT + 1).read_to_end(&mut bytes)),
        Source::Stdin => io::stdin().lock().take(LIMIT + 1).read_to_end(&mut bytes),
    };
    got.map_err(|error| fault(plainly(&error)))?;
    if bytes.len() as u64 > LIMIT {
        return Err(fault(too_large()));
    }
    Ok(bytes)
}

/// Opens a file, if it is still one: much may happen between a walk and its last file.
fn open(path: &Path) -> io::Result<File> {
    match refused(&fs::metadata(path)?) {
        Some(reason) => Err(io::Error::other(reason)),
        None => File::open(path),
    }
}

/// An error without its number.
fn plainly(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(found: &[Result<Source, Fault>]) -> Vec<String> {
        found.iter().map(|f| f.as_ref().map_or_else(|fault| fault.reason.clone(), Source::name)).collect()
    }

    #[test]
    fn a_folder_is_walked_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("b")).unwrap();
        for name in ["c.txt", "a.txt", "b/1.txt", ".hidden"] {
            fs::write(path(name), "页").unwrap();
        }
        let expected: Vec<_> = ["a.txt", "b/1.txt", "c.txt"].iter().map(|n| path(n).display().to_string()).collect();
        assert_eq!(names(&sources(&[folder.path().to_owned()])), expected);
    }

    #[test]
    fn what_is_not_there_is_named() {
        let found = sources(&[PathBuf::from("no/such/page.txt"), PathBuf::from("-")]);
        assert_eq!(found[0].as_ref().unwrap_err().to_string(), "no/such/page.txt: there is no such file");
        assert_eq!(found[1], Ok(Source::Stdin));
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
        assert!(found[0].as_ref().unwrap_err().reason.contains("no regular file"));
    }
}
