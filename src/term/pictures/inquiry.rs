//! What the terminal is asked about pictures, and what its answers mean.

use std::env;

use super::kitty::{self, Path};
use super::tmux;
use crate::model::NoPicture;

/// Asks the terminal for its name (XTVERSION). It comes after the other answers.
const NAME_QUERY: &[u8] = b"\x1b[>0q";

/// How pictures get on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// By the protocol of kitty.
    Kitty(Path),
    /// By that of iTerm2.
    Iterm,
}

/// What the terminal was asked, and what it has answered.
#[derive(Debug)]
pub struct Inquiry {
    path: Path,
    knows_kitty: bool,
    name: Option<String>,
}

impl Inquiry {
    /// Begins to ask.
    ///
    /// # Errors
    /// Where it need not be asked, for it shows no pictures.
    pub fn begin() -> Result<Self, NoPicture> {
        let path = if tmux::is_around() { Path::Tmux } else { Path::Direct };
        if path == Path::Tmux && !tmux::lets_through() {
            return Err(NoPicture::Tmux);
        }
        // These print what they do not know.
        let prints_it =
            env::var("TERM").is_ok_and(|term| term == "linux") || program().as_deref() == Some("Apple_Terminal");
        if prints_it { Err(NoPicture::Terminal) } else { Ok(Self { path, knows_kitty: false, name: None }) }
    }

    /// What is written to ask.
    pub fn question(&self) -> Vec<u8> {
        match self.path {
            Path::Direct => [kitty::QUERY, NAME_QUERY].concat(),
            Path::Tmux => [tmux::wrapped(kitty::QUERY), tmux::wrapped(NAME_QUERY)].concat(),
        }
    }

    /// Takes an answer, without what begins and ends it; whether it was the last.
    pub fn hear(&mut self, answer: &str) -> bool {
        match answer.strip_prefix(">|") {
            Some(name) => self.name = Some(name.to_owned()),
            None => self.knows_kitty |= answer == kitty::ANSWER,
        }
        self.is_answered()
    }

    /// Whether the last answer has come.
    pub fn is_answered(&self) -> bool {
        self.name.is_some()
    }

    /// How pictures get on the screen by what is known now.
    ///
    /// # Errors
    /// Where they do not.
    pub fn protocol(&self) -> Result<Protocol, NoPicture> {
        let is_named = |names: &[&str]| {
            let starts = |name: &String| names.iter().any(|known| name.to_lowercase().starts_with(known));
            self.name.as_ref().or(program().as_ref()).is_some_and(starts)
        };
        match self.path {
            Path::Direct if self.knows_kitty => Ok(Protocol::Kitty(Path::Direct)),
            Path::Direct if is_named(&["iterm", "wezterm", "mintty"]) => Ok(Protocol::Iterm),
            Path::Direct => Err(NoPicture::Terminal),
            // In others no characters stand for pictures.
            Path::Tmux if self.knows_kitty && is_named(&["kitty", "ghostty"]) => Ok(Protocol::Kitty(Path::Tmux)),
            Path::Tmux => Err(NoPicture::Tmux),
        }
    }
}

/// The terminal's name as the environment has it.
fn program() -> Option<String> {
    env::var("TERM_PROGRAM").ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn means(path: Path, answers: &[&str], expected: Result<Protocol, NoPicture>) {
        let mut inquiry = Inquiry { path, knows_kitty: false, name: None };
        let heard: Vec<_> = answers.iter().map(|answer| inquiry.hear(answer)).collect();
        assert_eq!(heard, answers.iter().map(|answer| answer.starts_with('>')).collect::<Vec<_>>());
        assert_eq!(inquiry.protocol(), expected, "{answers:?}");
    }

    #[test]
    fn answers_tell_the_protocol() {
        means(Path::Direct, &["Gi=31;OK", ">|kitty(0.40.0)"], Ok(Protocol::Kitty(Path::Direct)));
        means(Path::Direct, &["Gi=31;OK"], Ok(Protocol::Kitty(Path::Direct)));
        means(Path::Direct, &[">|iTerm2 3.5.4"], Ok(Protocol::Iterm));
        means(Path::Direct, &["Gi=31;EINVAL:no", ">|XTerm(390)"], Err(NoPicture::Terminal));
        means(Path::Tmux, &["Gi=31;OK", ">|ghostty 1.1.0"], Ok(Protocol::Kitty(Path::Tmux)));
        means(Path::Tmux, &["Gi=31;OK", ">|Konsole 24"], Err(NoPicture::Tmux));
        means(Path::Tmux, &[], Err(NoPicture::Tmux));
    }
}
