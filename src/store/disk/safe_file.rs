//! Files that are whole at every instant: either the old contents or the new, never a part of them.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::private;
use crate::phrase::Sentence;
use crate::store::error::Error;

/// How long another program may hold the lock.
const PATIENCE: Duration = Duration::from_secs(10);
/// The largest file that is read whole, in bytes: bookmarks in their hundred thousands.
const LIMIT: u64 = 64 * 1024 * 1024;
/// Links followed before a path is taken for a ring.
const MOST_LINKS: usize = 40;

/// The file that a path means, links followed, whether or not it is there.
///
/// # Errors
/// Where the links go round in a ring.
pub fn real(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            Ok(target) => path = path.parent().unwrap_or(Path::new("")).join(target),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other(Sentence::LinkRing))
}

/// The bytes of a regular file; what is none, or is too large, is refused unopened.
///
/// # Errors
/// [`io::ErrorKind::InvalidInput`] where it is refused, else those of the file system.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let metadata = fs::metadata(path)?;
    let refusal = if !metadata.is_file() {
        Sentence::NotRegular
    } else if metadata.len() > LIMIT {
        Sentence::TooLargeOfItsKind
    } else {
        return fs::read(path);
    };
    Err(io::Error::new(io::ErrorKind::InvalidInput, refusal))
}

/// The text of a regular file.
///
/// # Errors
/// [`io::ErrorKind::InvalidInput`] where the file is refused, [`io::ErrorKind::InvalidData`] where it
/// is not UTF-8, else those of the file system.
pub fn read_text(path: &Path) -> io::Result<String> {
    String::from_utf8(read(path)?).map_err(|_| io::Error::new(io::ErrorKind::InvalidData, Sentence::NotUtf8))
}

/// Locks a file against other programs that keep to the same rule, until what is given back is
/// dropped: an empty file beside it is locked, for the file itself changes its identity with each
/// writing. The folder is made where it is not there.
///
/// # Errors
/// [`Error::File`] where the lock cannot be made, or is held for longer than can be waited.
pub fn lock(path: &Path) -> Result<File, Error> {
    let fault = Error::file(path);
    let path = real(path).map_err(&fault)?;
    let file = private::make_file(&beside(&path, ".", ".lock")).map_err(&fault)?;
    let since = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) if since.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(5));
            }
            Err(error) => return Err(fault(error.into())),
        }
    }
}

/// Puts new contents in the place of a file's: written beside it, brought to the disk, renamed.
/// Links are followed, the file's mode is kept, a new file is for the user's eyes only. The caller
/// holds the [`lock`]: whatever a program that was killed left behind is cleared away.
///
/// # Errors
/// Those of the file system; the file is then as it was.
pub fn replace(path: &Path, contents: &[u8]) -> io::Result<()> {
    let path = real(path)?;
    let folder = folder_of(&path);
    let prefix = name(&path, ".", ".new-");
    clear(folder, &prefix);
    let mut new = tempfile::Builder::new().prefix(&prefix).tempfile_in(folder)?;
    if let Ok(metadata) = fs::metadata(&path) {
        new.as_file().set_permissions(metadata.permissions())?;
    }
    new.write_all(contents)?;
    new.as_file().sync_all()?;
    new.persist(&path)?;
    sync(folder)
}

/// The same for a file that its owner may have set against writing: it is left alone then.
///
/// # Errors
/// [`io::ErrorKind::PermissionDenied`] there, else those of the file system.
pub fn replace_writable(path: &Path, contents: &[u8]) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(metadata) if metadata.permissions().readonly() => Err(io::ErrorKind::PermissionDenied.into()),
        _ => replace(path, contents),
    }
}

/// Clears away what a program that was killed while it wrote a file left beside it.
pub fn tidy(path: &Path) {
    let Ok(path) = real(path) else { return };
    let (folder, prefix) = (folder_of(&path), name(&path, ".", ".new-"));
    // Under the lock: what another program is writing at this moment is none of it.
    if !of_prefix(folder, &prefix).is_empty()
        && let Ok(_lock) = lock(&path)
    {
        clear(folder, &prefix);
    }
}

/// Makes a new file, whole at once, for the user's eyes only.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] where there is one, else those of the file system.
pub fn begin(path: &Path, contents: &[u8]) -> io::Result<()> {
    let folder = folder_of(path);
    let mut new = tempfile::Builder::new().prefix(&name(path, ".", ".new-")).tempfile_in(folder)?;
    new.write_all(contents)?;
    new.as_file().sync_all()?;
    new.persist_noclobber(path)?;
    sync(folder)
}

/// Brings a folder's names to the disk, where the system keeps them apart from files.
fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Renames a file that cannot be understood to the first free name of its kind beside it, which is
/// given back; where the path is a link, what it leads to is renamed. The caller holds the [`lock`].
///
/// # Errors
/// Those of the file system; the file is then as it was.
pub fn aside(path: &Path) -> io::Result<PathBuf> {
    let path = real(path)?;
    let free = (1..=u32::MAX).map(|n| beside(&path, "", &format!(".damaged-{n}"))).find(|aside| !is_there(aside));
    let aside = free.ok_or_else(|| io::Error::other(Sentence::NoFreeName))?;
    fs::rename(&path, &aside)?;
    Ok(aside)
}

fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Removes the files of a folder whose names begin so.
fn clear(folder: &Path, prefix: &OsString) {
    for path in of_prefix(folder, prefix) {
        let _ = fs::remove_file(path);
    }
}

/// The files of a folder whose names begin so.
fn of_prefix(folder: &Path, prefix: &OsString) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let begins = |name: OsString| name.as_encoded_bytes().starts_with(prefix.as_encoded_bytes());
    entries.filter(|entry| begins(entry.file_name())).map(|entry| entry.path()).collect()
}

/// The path of a file beside it, whose name has something before and after its own.
fn beside(path: &Path, before: &str, after: &str) -> PathBuf {
    path.with_file_name(name(path, before, after))
}

/// The name of a file with something before and after it.
fn name(path: &Path, before: &str, after: &str) -> OsString {
    let mut name = OsString::from(before);
    name.push(path.file_name().unwrap_or_default());
    name.push(after);
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_a_killed_program_left_is_cleared_away() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(".b.json.new-abc"), "half").unwrap();
        replace(&folder.path().join("b.json"), b"whole").unwrap();
        assert_eq!(names(folder.path()), ["b.json"]);
    }

    #[test]
    fn a_damaged_file_never_covers_another() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("b.json");
        for _ in 0..2 {
            fs::write(&path, "?").unwrap();
            aside(&path).unwrap();
        }
        assert_eq!(names(folder.path()), ["b.json.damaged-1", "b.json.damaged-2"]);
    }

    #[cfg(unix)]
    #[test]
    fn modes_are_kept_and_new_files_are_the_users_own() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("b.json");
        let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        replace(&path, b"1").unwrap();
        assert_eq!(mode(), 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        replace(&path, b"2").unwrap();
        assert_eq!(mode(), 0o640);
    }

    #[cfg(unix)]
    #[test]
    fn only_regular_files_of_some_size_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let large = folder.path().join("large");
        File::create(&large).unwrap().set_len(LIMIT + 1).unwrap();
        for path in [Path::new("/dev/zero"), folder.path(), &large] {
            assert_eq!(read(path).unwrap_err().kind(), io::ErrorKind::InvalidInput, "{path:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (link, real) = (folder.path().join("b.json"), folder.path().join("real.json"));
        std::os::unix::fs::symlink("real.json", &link).unwrap();
        replace(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
        let set_aside = aside(&link).unwrap();
        assert_eq!(set_aside, folder.path().join("real.json.damaged-1"));
    }

    #[cfg(unix)]
    #[test]
    fn a_ring_of_links_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink("b", folder.path().join("a")).unwrap();
        std::os::unix::fs::symlink("a", folder.path().join("b")).unwrap();
        assert!(real(&folder.path().join("a")).is_err());
    }
}
