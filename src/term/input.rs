//! The event library's events as ours.

use crossterm::event::{
    Event as Input, KeyCode as Code, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::message::Message;
use super::pictures::{Heard, Replies};
#[cfg(unix)]
use super::raw_input::{self, RawInput};
#[cfg(unix)]
use super::tty::tty;
use crate::app::{Event, Key, KeyCode, Mouse, MouseKind, Size};

/// Reads keys, pastes, the mouse and the terminal's answers for ever, from a thread of its own.
pub fn read(mut replies: Replies, sender: impl Fn(Message)) {
    each(&mut replies, |heard| {
        let message = match heard {
            Heard::Input(input) => event(input).map(Message::Event),
            Heard::Answer(answer) => Some(Message::Answer(answer)),
        };
        message.into_iter().for_each(&sender);
    });
}

#[cfg(unix)]
fn each(replies: &mut Replies, hear: impl Fn(Heard)) {
    let Some(tty) = tty() else { return };
    raw_input::read_all(&tty, |input| match input {
        RawInput::Done(input) => replies.take(input).into_iter().for_each(&hear),
        RawInput::Report(report) => hear(Heard::Answer(report)),
    });
}

#[cfg(not(unix))]
fn each(replies: &mut Replies, hear: impl Fn(Heard)) {
    while let Ok(input) = crossterm::event::read() {
        replies.take(input).into_iter().for_each(&hear);
    }
}

/// What an input means to the reader, if anything. Sizes come by signal where there are signals.
fn event(input: Input) -> Option<Event> {
    match input {
        Input::Key(key) => self::key(key).map(Event::Key),
        Input::Paste(text) => Some(Event::Paste(text)),
        Input::Mouse(mouse) => self::mouse(mouse).map(Event::Mouse),
        Input::Resize(width, height) if cfg!(not(unix)) => Some(Event::Resize(Size { width, height })),
        _ => None,
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let mut shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let code = match event.code {
        Code::Char(c) => {
            shift = false;
            KeyCode::Char(c)
        }
        Code::BackTab => {
            shift = true;
            KeyCode::Tab
        }
        Code::Enter => KeyCode::Enter,
        Code::Esc => KeyCode::Esc,
        Code::Tab => KeyCode::Tab,
        Code::Backspace => KeyCode::Backspace,
        Code::Delete => KeyCode::Delete,
        Code::Up => KeyCode::Up,
        Code::Down => KeyCode::Down,
        Code::Left => KeyCode::Left,
        Code::Right => KeyCode::Right,
        Code::Home => KeyCode::Home,
        Code::End => KeyCode::End,
        Code::PageUp => KeyCode::PageUp,
        Code::PageDown => KeyCode::PageDown,
        Code::F(number) => KeyCode::F(number),
        _ => return None,
    };
    let held = |modifier| event.modifiers.contains(modifier);
    Some(Key { code, ctrl: held(KeyModifiers::CONTROL), alt: held(KeyModifiers::ALT), shift })
}

fn mouse(event: MouseEvent) -> Option<Mouse> {
    let kind = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseKind::Press,
        MouseEventKind::Drag(MouseButton::Left) => MouseKind::Drag,
        MouseEventKind::Up(MouseButton::Left) => MouseKind::Release,
        MouseEventKind::ScrollUp => MouseKind::WheelUp,
        MouseEventKind::ScrollDown => MouseKind::WheelDown,
        _ => return None,
    };
    Some(Mouse { kind, row: event.row, column: event.column })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(code: Code, modifiers: KeyModifiers) -> Option<String> {
        key(KeyEvent::new(code, modifiers)).map(|key| key.to_string())
    }

    #[test]
    fn keys_have_the_names_of_the_settings() {
        assert_eq!(pressed(Code::Char('G'), KeyModifiers::SHIFT).as_deref(), Some("G"));
        assert_eq!(pressed(Code::BackTab, KeyModifiers::SHIFT).as_deref(), Some("shift-tab"));
        assert_eq!(pressed(Code::Left, KeyModifiers::ALT).as_deref(), Some("alt-left"));
        assert_eq!(pressed(Code::Char('o'), KeyModifiers::CONTROL).as_deref(), Some("ctrl-o"));
        assert_eq!(pressed(Code::CapsLock, KeyModifiers::NONE), None);
    }

    #[test]
    fn a_key_let_go_says_nothing() {
        let mut released = KeyEvent::new(Code::Char('j'), KeyModifiers::NONE);
        released.kind = KeyEventKind::Release;
        assert_eq!(event(Input::Key(released)), None);
    }
}
