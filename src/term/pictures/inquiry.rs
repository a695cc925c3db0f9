//! What the terminal is asked about pictures, and what its answers mean.

use std::env;

use super::kitty::{self, Path};
use super::tmux;
use crate::model::{NoPicture, PixelSize};

/// Asks the terminal how large a cell is, in the pixels of its pictures.
const CELL_QUERY: &[u8] = b"\x1b[16t";
/// Asks the terminal for its name (XTVERSION).
const NAME_QUERY: &[u8] = b"\x1b[>0q";
/// Asks the terminal what it can do (DA1). Every terminal answers, and in the order of the questions.
const ATTRIBUTES_QUERY: &[u8] = b"\x1b[c";
/// Among the answers to that: it shows sixels.
const SIXELS: &str = "4";

/// No side of a cell has so many pixels.
const CELL_SIDE: u32 = 1000;

/// How pictures get on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// By the protocol of kitty.
    Kitty(Path),
    /// By that of iTerm2.
    Iterm,
    /// As sixels.
    Sixel,
}

/// What the terminal was asked, and what it has answered.
#[derive(Debug)]
pub struct Inquiry {
    path: Path,
    knows_kitty: bool,
    cell: Option<PixelSize>,
    name: Option<String>,
    attributes: Option<String>,
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
        if prints_it { Err(NoPicture::Terminal) } else { Ok(Self::by(path)) }
    }

    fn by(path: Path) -> Self {
        Self { path, knows_kitty: false, cell: None, name: None, attributes: None }
    }

    /// What is written to ask.
    pub fn question(&self) -> Vec<u8> {
        match self.path {
            Path::Direct => [kitty::QUERY, CELL_QUERY, NAME_QUERY, ATTRIBUTES_QUERY].concat(),
            Path::Tmux => [tmux::wrapped(kitty::QUERY), tmux::wrapped(NAME_QUERY)].concat(),
        }
    }

    /// Takes an answer, without what begins and ends it; whether no more is to be known.
    pub fn hear(&mut self, answer: &str) -> bool {
        if let Some(name) = answer.strip_prefix(">|") {
            self.name = Some(name.to_owned());
        } else if let Some(cell) = answer.strip_prefix("6;").and_then(|size| size.strip_suffix('t')) {
            self.cell = cell_of(cell);
        } else if is_last(answer) {
            self.attributes = Some(answer.trim_end_matches('c').to_owned());
        } else {
            self.knows_kitty |= answer == kitty::ANSWER;
        }
        self.is_answered()
    }

    /// Whether no more is to be known. Through tmux no report comes back, and where the event library reads none: there
    /// the name is the last.
    pub fn is_answered(&self) -> bool {
        let awaits_reports = cfg!(unix) && self.path == Path::Direct && self.protocol().is_err();
        self.attributes.is_some() || self.name.is_some() && !awaits_reports
    }

    /// How large a cell is, where the terminal has said it.
    pub fn cell(&self) -> Option<PixelSize> {
        self.cell
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
            Path::Direct if self.shows_sixels() => Ok(Protocol::Sixel),
            Path::Direct => Err(NoPicture::Terminal),
            // In others no characters stand for pictures.
            Path::Tmux if self.knows_kitty && is_named(&["kitty", "ghostty"]) => Ok(Protocol::Kitty(Path::Tmux)),
            Path::Tmux => Err(NoPicture::Tmux),
        }
    }

    /// Whether sixels are among what the terminal can do; what it is comes first.
    fn shows_sixels(&self) -> bool {
        self.attributes.as_ref().is_some_and(|known| known.split(';').skip(1).any(|attribute| attribute == SIXELS))
    }
}

/// Whether an answer is that to the last question.
pub fn is_last(answer: &str) -> bool {
    answer.starts_with('?') && answer.ends_with('c')
}

/// A size as a report tells it: height, width.
fn cell_of(size: &str) -> Option<PixelSize> {
    let (height, width) = size.split_once(';')?;
    let (height, width) = (height.parse().ok()?, width.parse().ok()?);
    (1..CELL_SIDE).contains(&height).then_some(())?;
    (1..CELL_SIDE).contains(&width).then_some(PixelSize { width, height })
}

/// The terminal's name as the environment has it.
fn program() -> Option<String> {
    env::var("TERM_PROGRAM").ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What answers mean, the last of which is the last that is needed.
    #[track_caller]
    fn means(path: Path, answers: &[&str], expected: Result<Protocol, NoPicture>) {
        let mut inquiry = Inquiry::by(path);
        let heard: Vec<_> = answers.iter().map(|answer| inquiry.hear(answer)).collect();
        let is_enough = answers.last().is_some_and(|last| last.starts_with('>') || is_last(last));
        let last = answers.len().saturating_sub(1);
        assert_eq!(heard, (0..answers.len()).map(|n| n == last && is_enough).collect::<Vec<_>>(), "{answers:?}");
        assert_eq!(inquiry.protocol(), expected, "{answers:?}");
    }

    #[test]
    fn answers_tell_the_protocol() {
        means(Path::Direct, &["Gi=31;OK", ">|kitty(0.40.0)"], Ok(Protocol::Kitty(Path::Direct)));
        means(Path::Direct, &["Gi=31;OK"], Ok(Protocol::Kitty(Path::Direct)));
        means(Path::Direct, &[">|iTerm2 3.5.4"], Ok(Protocol::Iterm));
        means(Path::Tmux, &["Gi=31;OK", ">|ghostty 1.1.0"], Ok(Protocol::Kitty(Path::Tmux)));
        means(Path::Tmux, &["Gi=31;OK", ">|Konsole 24"], Err(NoPicture::Tmux));
        means(Path::Tmux, &[], Err(NoPicture::Tmux));
    }

    #[test]
    #[cfg(unix)]
    fn what_a_terminal_can_do_is_its_last_answer() {
        means(Path::Direct, &["Gi=31;EINVAL:no", ">|XTerm(390)", "?64;1;2;4;22c"], Ok(Protocol::Sixel));
        means(Path::Direct, &["?62;22;4c"], Ok(Protocol::Sixel));
        for attributes in ["?4c", "?62;14;22c", "?c", "?1;2c"] {
            means(Path::Direct, &[">|XTerm(390)", attributes], Err(NoPicture::Terminal));
        }
    }

    #[test]
    fn the_size_of_a_cell_is_told() {
        for (answer, size) in [("6;20;10t", Some((10, 20))), ("6;0;10t", None), ("6;20t", None), ("8;24;80t", None)] {
            let mut inquiry = Inquiry::by(Path::Direct);
            inquiry.hear(answer);
            assert_eq!(inquiry.cell().map(|cell| (cell.width, cell.height)), size, "{answer}");
        }
    }
}
