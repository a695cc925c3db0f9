//! How the terminal is asked what it shows. Nobody waits for its answers: they come as messages.

use std::io::{self, Write};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use super::message::Message;
use super::pictures::{Inquiry, Listening};

/// How long a page waits for the answers.
const PATIENCE: Duration = Duration::from_millis(400);

/// The way to ask the terminal.
pub struct Asking {
    listening: Listening,
    messages: Sender<Message>,
}

impl Asking {
    /// Answers are heard by who has the same `listening`.
    pub fn new(listening: Listening, messages: Sender<Message>) -> Self {
        Self { listening, messages }
    }

    /// Asks; when the terminal has had its time, that is told.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn ask(&self, inquiry: &Inquiry) -> io::Result<()> {
        self.listening.begin();
        let mut out = io::stdout().lock();
        out.write_all(&inquiry.question())?;
        out.flush()?;
        let messages = self.messages.clone();
        thread::spawn(move || {
            thread::sleep(PATIENCE);
            // Where the loop has ended nobody waits.
            let _ = messages.send(Message::NoAnswer);
        });
        Ok(())
    }
}
