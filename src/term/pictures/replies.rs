//! The terminal's answers, told from what is typed.
//!
//! An answer comes as keys, for the event library does not know it: `alt-_` or `alt-P`, its characters, and `alt-\`.
//! Keys before, between and behind answers stay keys.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crossterm::event::{Event as Input, KeyCode, KeyModifiers};

/// How long an answer may take to come, over a slow connection too.
const PATIENCE: Duration = Duration::from_secs(10);
/// The most characters of an answer.
const LONGEST: usize = 200;

/// What begins an answer: one about pictures (APC), a name (DCS).
const BEGINNINGS: [&str; 2] = ["_G", "P>"];

/// Until when answers may come; shared by who asks and who hears.
#[derive(Clone, Debug, Default)]
pub struct Listening(Arc<Mutex<Option<Instant>>>);

impl Listening {
    /// A question has been asked.
    pub fn begin(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now() + PATIENCE);
    }

    fn is_on(&self) -> bool {
        let until = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        until.is_some_and(|until| Instant::now() < until)
    }
}

/// Something that came from the terminal.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// What was typed.
    Input(Input),
    /// An answer, without what begins and ends it.
    Answer(String),
}

/// Tells answers from what is typed.
#[derive(Debug, Default)]
pub struct Replies {
    listening: Listening,
    /// What may be an answer so far.
    begun: Vec<Input>,
    text: String,
}

impl Replies {
    /// Hears answers while this says that they may come.
    pub fn new(listening: Listening) -> Self {
        Self { listening, ..Self::default() }
    }

    /// Takes an input; what is known to be typed or answered by now.
    pub fn take(&mut self, input: Input) -> Vec<Heard> {
        let character = character(&input);
        let begins = matches!(character, Some(('_' | 'P', true)));
        if !self.listening.is_on() || self.begun.is_empty() && !begins {
            self.begun.push(input);
            return self.typed();
        }
        self.begun.push(input);
        match character {
            Some(('\\', true)) if self.text.chars().count() > 2 => self.answered(),
            Some((c, alt)) if alt == self.text.is_empty() && self.goes_on_with(c) => Vec::new(),
            _ => self.typed(),
        }
    }

    /// Takes one more character, if an answer may go on so.
    fn goes_on_with(&mut self, c: char) -> bool {
        self.text.push(c);
        let text = self.text.as_str();
        let begins = |beginning: &&str| beginning.starts_with(text) || text.starts_with(*beginning);
        text.len() < LONGEST && BEGINNINGS.iter().any(begins)
    }

    fn answered(&mut self) -> Vec<Heard> {
        self.begun.clear();
        let text = std::mem::take(&mut self.text);
        vec![Heard::Answer(text.trim_start_matches(['_', 'P']).to_owned())]
    }

    fn typed(&mut self) -> Vec<Heard> {
        self.text.clear();
        self.begun.drain(..).map(Heard::Input).collect()
    }
}

/// The character that a key types, and whether with alt.
fn character(input: &Input) -> Option<(char, bool)> {
    match input {
        Input::Key(key) => match key.code {
            KeyCode::Char(c) => Some((c, key.modifiers.contains(KeyModifiers::ALT))),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyEvent;

    use super::*;

    /// Keys as the event library reads them from bytes.
    fn inputs(bytes: &str) -> Vec<Input> {
        let mut alt = false;
        let mut inputs = Vec::new();
        for c in bytes.chars() {
            if c == '\x1b' {
                alt = true;
            } else {
                let modifiers = if alt { KeyModifiers::ALT } else { KeyModifiers::NONE };
                inputs.push(Input::Key(KeyEvent::new(KeyCode::Char(c), modifiers)));
                alt = false;
            }
        }
        inputs
    }

    fn heard(bytes: &str) -> String {
        let listening = Listening::default();
        listening.begin();
        let mut replies = Replies::new(listening);
        let heard = inputs(bytes).into_iter().flat_map(|input| replies.take(input));
        heard
            .map(|heard| match heard {
                Heard::Answer(answer) => format!("<{answer}>"),
                Heard::Input(input) => character(&input).map_or(String::new(), |(c, _)| c.to_string()),
            })
            .collect()
    }

    #[test]
    fn answers_are_told_from_keys() {
        assert_eq!(heard("j\x1b_Gi=31;OK\x1b\\k\x1bP>|kitty(0.40)\x1b\\j"), "j<Gi=31;OK>k<>|kitty(0.40)>j");
    }

    #[test]
    fn what_is_no_answer_is_typed() {
        assert_eq!(heard("\x1b_q\x1bPj\x1b\\"), "_qPj\\");
        let long = "G".repeat(300);
        assert_eq!(heard(&format!("\x1b_{long}")), format!("_{long}"));
    }

    #[test]
    fn nobody_listens_unasked() {
        let mut replies = Replies::default();
        let heard: Vec<_> = inputs("\x1b_G").into_iter().flat_map(|input| replies.take(input)).collect();
        assert_eq!(heard.len(), 2);
    }
}
