//! What the system says of files.

use std::io;

use super::{Lang, Said, Sentence};

/// What the system says, where it is none of the usual, is in the words of the system.
impl Said for io::Error {
    fn said(&self, lang: Lang) -> String {
        if let Some(sentence) = self.get_ref().and_then(|inner| inner.downcast_ref::<Sentence>()) {
            return sentence.said(lang);
        }
        let sentence = match self.kind() {
            io::ErrorKind::NotFound => Sentence::NoSuchFile,
            io::ErrorKind::PermissionDenied => Sentence::NoPermission,
            io::ErrorKind::AlreadyExists => Sentence::ThereAlready,
            io::ErrorKind::IsADirectory => Sentence::IsFolder,
            io::ErrorKind::StorageFull => Sentence::NoSpace,
            io::ErrorKind::ReadOnlyFilesystem => Sentence::FileSystemReadOnly,
            io::ErrorKind::WouldBlock => Sentence::HeldLocked,
            _ => return self.to_string(),
        };
        sentence.said(lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_is_worded() {
        let denied = ("page.txt".to_owned(), io::Error::from(io::ErrorKind::PermissionDenied));
        assert_eq!(denied.said(Lang::English), "page.txt: no permission");
        assert_eq!(denied.said(Lang::Chinese), "page.txt: 没有权限");
        let own = io::Error::new(io::ErrorKind::InvalidInput, Sentence::NotRegular);
        assert_eq!(own.said(Lang::Chinese), Sentence::NotRegular.said(Lang::Chinese));
        assert_eq!(own.to_string(), Sentence::NotRegular.said(Lang::English));
    }
}
