//! What comes to the loop, and what waits there to be handled.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, RecvError, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::config::LoadedConfig;
use super::signals::Signal;
use super::told::Told;
use crate::app::Event;
use crate::phrase::Said;

/// The most messages that one frame waits for.
const TOGETHER: usize = 256;

/// Something for the loop to deal with.
#[derive(Debug)]
pub enum Message {
    /// Something the reader is to know.
    Event(Event),
    /// Something the user is told: a fault, a file set aside.
    Notice(Told),
    /// Something that the tutorial is to know, or its user.
    Tutorial(Box<Message>),
    /// What the terminal answered to a question, without what begins and ends it.
    Answer(String),
    /// The terminal has had its time to answer.
    NoAnswer,
    /// Something the system wants.
    Signal(Signal),
    /// A page that could not be read or stored: told now, and once more at the end.
    Fault(Told),
    /// Something about a page that was read: told now, and once more at the end.
    Note(Told),
    /// Settings and a theme that the user has changed.
    Settings(Box<LoadedConfig>),
    /// Why the program cannot go on.
    Fatal(Told),
}

impl From<Event> for Message {
    fn from(event: Event) -> Self {
        Self::Event(event)
    }
}

impl Message {
    /// Something the user is told.
    pub fn notice(said: impl Said + Send + 'static) -> Self {
        Self::Notice(Box::new(said))
    }

    /// Whether a page has been read, where this message decides it.
    fn tells_of_a_page(&self) -> Option<bool> {
        match self {
            Self::Event(Event::PageRead { .. } | Event::Imported { finished: false, .. }) => Some(true),
            Self::Event(Event::Imported { finished: true, .. }) | Self::Fatal(_) => Some(false),
            _ => None,
        }
    }

    fn fault(self) -> Option<Told> {
        match self {
            Self::Fault(fault) | Self::Fatal(fault) => Some(fault),
            _ => None,
        }
    }
}

/// The messages that have come, and those that wait to be handled together.
pub struct Inbox {
    messages: Receiver<Message>,
    waiting: VecDeque<Message>,
}

impl Inbox {
    /// The receiving end of the loop's channel.
    pub fn new(messages: Receiver<Message>) -> Self {
        Self { messages, waiting: VecDeque::new() }
    }

    /// Waits for a message, and takes in those that are there behind it.
    ///
    /// # Errors
    /// Where nobody is left to send one.
    pub fn wait(&mut self) -> Result<(), RecvError> {
        let first = self.messages.recv()?;
        self.take_in(first);
        Ok(())
    }

    /// Waits as [`Inbox::wait`] does, but no longer than this, and not at all where a message was taken in before.
    ///
    /// # Errors
    /// Where nothing has come, or nobody is left to send anything.
    pub fn wait_for(&mut self, time: Duration) -> Result<(), RecvTimeoutError> {
        if self.waiting.is_empty() {
            let first = self.messages.recv_timeout(time)?;
            self.take_in(first);
        }
        Ok(())
    }

    /// Whether a page has been read, once that is known: `false` where there is none among all that were
    /// asked for. None where it is not known within this time.
    pub fn wait_for_page(&mut self, time: Duration) -> Option<bool> {
        let until = Instant::now().checked_add(time);
        loop {
            if let Some(known) = self.waiting.iter().find_map(Message::tells_of_a_page) {
                return Some(known);
            }
            let first = match until {
                Some(until) => self.messages.recv_timeout(until.saturating_duration_since(Instant::now())),
                None => self.messages.recv().map_err(|RecvError| RecvTimeoutError::Disconnected),
            };
            match first {
                Ok(first) => self.take_in(first),
                Err(RecvTimeoutError::Timeout) => return None,
                Err(RecvTimeoutError::Disconnected) => return Some(false),
            }
        }
    }

    fn take_in(&mut self, first: Message) {
        self.waiting.push_back(first);
        self.waiting.extend(self.messages.try_iter().take(TOGETHER));
    }

    /// The next of the messages that were taken in.
    pub fn next(&mut self) -> Option<Message> {
        self.waiting.pop_front()
    }

    /// The faults among all messages that were not handled.
    pub fn faults(&mut self) -> impl Iterator<Item = Told> {
        self.waiting.drain(..).chain(self.messages.try_iter()).filter_map(Message::fault)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;
    use crate::phrase::{Lang, Sentence};

    #[test]
    fn no_fault_behind_the_last_message_handled_is_lost() {
        let (sender, messages) = mpsc::channel();
        let mut inbox = Inbox::new(messages);
        let named = |name: &str| Box::new(Sentence::InOthersWords(name.to_owned()));
        let fault = |name: &str| sender.send(Message::Fault(named(name))).unwrap();
        fault("first");
        sender.send(Message::Event(Event::End)).unwrap();
        fault("waiting");
        inbox.wait().unwrap();
        fault("late");
        assert!(matches!(inbox.next(), Some(Message::Fault(fault)) if fault.said(Lang::English) == "first"));
        assert!(matches!(inbox.next(), Some(Message::Event(Event::End))));
        assert_eq!(inbox.faults().map(|fault| fault.said(Lang::English)).collect::<Vec<_>>(), ["waiting", "late"]);
    }

    #[test]
    fn nothing_is_waited_for_where_something_waits() {
        let (sender, messages) = mpsc::channel();
        let mut inbox = Inbox::new(messages);
        sender.send(Message::Event(Event::PageRead { source: "page".into(), text: "渡口".into() })).unwrap();
        assert_eq!(inbox.wait_for_page(Duration::MAX), Some(true));
        assert_eq!(inbox.wait_for(Duration::MAX), Ok(()));
    }

    #[test]
    fn what_waits_is_taken_in_together() {
        let (sender, messages) = mpsc::channel();
        let mut inbox = Inbox::new(messages);
        (0..3).for_each(|_| sender.send(Message::Event(Event::End)).unwrap());
        inbox.wait().unwrap();
        assert_eq!(std::iter::from_fn(|| inbox.next()).count(), 3);
        drop(sender);
        assert!(inbox.wait().is_err());
    }
}
