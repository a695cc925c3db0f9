//! What is wrong with the user's files of settings and themes.

use std::io;
use std::path::{Path, PathBuf};

use crate::app::Diagnostic;
use crate::phrase::{Lang, Said, Sentence};
use crate::store::Dirs;

/// Something wrong with a file of settings or of a theme.
#[derive(Debug)]
pub struct SettingsFault {
    file: PathBuf,
    what: SettingsFlaw,
}

/// What is wrong with a file.
#[derive(Debug)]
enum SettingsFlaw {
    /// It cannot be read.
    Unread(io::Error),
    /// Something in it makes no sense.
    Diagnostic(Diagnostic),
}

impl SettingsFault {
    /// A file cannot be read.
    pub fn unread(file: &Path, error: io::Error) -> Self {
        Self { file: file.to_owned(), what: SettingsFlaw::Unread(error) }
    }

    /// Something in a file makes no sense.
    pub fn in_file(file: &Path, diagnostic: Diagnostic) -> Self {
        Self { file: file.to_owned(), what: SettingsFlaw::Diagnostic(diagnostic) }
    }
}

impl Said for SettingsFault {
    fn said(&self, lang: Lang) -> String {
        match &self.what {
            SettingsFlaw::Unread(error) => format!("{}: {}", self.file.display(), error.said(lang)),
            SettingsFlaw::Diagnostic(diagnostic) => format!("{}:{}", self.file.display(), diagnostic.said(lang)),
        }
    }
}

/// What is wrong, in one line of a screen: the first of it, the file named as it is in its folder.
#[derive(Debug)]
pub struct FaultSummary {
    first: Option<SettingsFault>,
    more: usize,
}

impl FaultSummary {
    /// The summary of faults.
    pub fn of(wrong: Vec<SettingsFault>, dirs: Option<&Dirs>) -> Self {
        let more = wrong.len().saturating_sub(1);
        let mut first = wrong.into_iter().next();
        if let (Some(fault), Some(dirs)) = (&mut first, dirs)
            && let Ok(short) = fault.file.strip_prefix(&dirs.config)
        {
            fault.file = short.to_owned();
        }
        Self { first, more }
    }

    /// It, unless nothing is wrong.
    pub fn of_any(wrong: Vec<SettingsFault>, dirs: Option<&Dirs>) -> Option<Self> {
        (!wrong.is_empty()).then(|| Self::of(wrong, dirs))
    }
}

impl Said for FaultSummary {
    fn said(&self, lang: Lang) -> String {
        let first = self.first.as_ref().map(|fault| fault.said(lang)).unwrap_or_default();
        if self.more == 0 { first } else { format!("{first} {}", Sentence::AndMoreWrong(self.more).said(lang)) }
    }
}
