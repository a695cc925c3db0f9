//! What the parts of the reader ask of the runtime, and what they tell the user.

use crate::phrase::Phrase;

use super::effect::{Effect, Ticket};

/// Something the user is told in the status line until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatusMessage {
    /// The program's own words.
    Phrase(Phrase),
    /// Sentences from outside: the last of them, and how many there were since the last key.
    Told(String, usize),
}

/// Effects that wait for the runtime, and the message in the status line.
#[derive(Debug, Default)]
pub struct Outbox {
    effects: Vec<Effect>,
    last_ticket: Ticket,
    message: Option<StatusMessage>,
}

impl Outbox {
    /// Asks the runtime for something.
    pub fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// The next question's number.
    pub fn ticket(&mut self) -> Ticket {
        self.last_ticket = self.next_ticket();
        self.last_ticket
    }

    /// The number that the next question will have.
    pub fn next_ticket(&self) -> Ticket {
        Ticket(self.last_ticket.0 + 1)
    }

    /// Tells the user something in the program's own words.
    pub fn say(&mut self, phrase: Phrase) {
        self.message = Some(StatusMessage::Phrase(phrase));
    }

    /// Tells the user a sentence, beside those that were told since the last key.
    pub fn tell(&mut self, sentence: String) {
        let before = if let Some(StatusMessage::Told(_, count)) = self.message { count } else { 0 };
        self.message = Some(StatusMessage::Told(sentence, before + 1));
    }

    /// Takes the message out of the status line.
    pub fn clear_message(&mut self) {
        self.message = None;
    }

    /// What the user is told.
    pub fn message(&self) -> Option<&StatusMessage> {
        self.message.as_ref()
    }

    /// Hands over what is to be done, in the order it was asked for.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }
}
