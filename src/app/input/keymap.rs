//! Which keys do what.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::app::diagnostic;
use crate::phrase::Sentence;

use super::action::Action;
use super::key::{Key, NoKey};

/// What keys pressed one after the other mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// An action.
    Action(Action),
    /// More keys are to come.
    Begun,
    /// Nothing.
    Nothing,
}

/// The keys of every action, in the actions' order; those of one in the order settings give them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    bound: Vec<(Vec<Key>, Action)>,
}

impl Default for Keymap {
    /// The keys of `assets/keymap.toml`.
    fn default() -> Self {
        let mut keymap = Self { bound: Vec::new() };
        let (table, _) = DeTable::parse_recoverable(include_str!("../../../assets/keymap.toml"));
        keymap.bind(table.get_ref(), &mut |_, _| {});
        keymap
    }
}

impl Keymap {
    /// What these keys mean; while something is selected its own actions go before all others.
    pub fn meaning(&self, keys: &[Key], selecting: bool) -> Meaning {
        match self.meaning_among(keys, true) {
            found if selecting && found != Meaning::Nothing => found,
            _ => self.meaning_among(keys, false),
        }
    }

    fn meaning_among(&self, keys: &[Key], of_selection: bool) -> Meaning {
        let among = self.bound.iter().filter(|(_, action)| action.is_of_selection() == of_selection);
        let mut begun = among.filter(|(bound, _)| bound.starts_with(keys));
        match begun.clone().find(|(bound, _)| bound.len() == keys.len()) {
            Some((_, action)) => Meaning::Action(*action),
            None if begun.next().is_some() => Meaning::Begun,
            None => Meaning::Nothing,
        }
    }

    /// The keys of an action as settings write them.
    pub fn keys_of(&self, action: Action) -> Vec<String> {
        let bound = self.bound.iter().filter(|(_, bound)| *bound == action);
        bound.map(|(keys, _)| name(keys)).collect()
    }

    /// Gives the actions that a table of settings names the keys it gives them, instead of those
    /// they had; `report` is told where something makes no sense (byte, sentence).
    pub(in crate::app) fn bind(&mut self, table: &DeTable<'_>, report: &mut dyn FnMut(usize, Sentence)) {
        let mut given: Vec<(usize, Vec<Key>, Action)> = Vec::new();
        for (name, value) in table {
            let Some(action) = Action::named(name.get_ref()) else {
                let names = Action::TABLE.iter().map(|entry| entry.name);
                report(name.span().start, diagnostic::unknown(Sentence::NamedAction, name.get_ref(), names));
                continue;
            };
            self.bound.retain(|(_, bound)| *bound != action);
            for (at, keys) in written(value) {
                match sequence(keys) {
                    Ok(keys) => given.push((at, keys, action)),
                    Err(sentence) => report(at, sentence),
                }
            }
        }
        for (i, (at, keys, action)) in given.iter().enumerate() {
            let twice = given[..i].iter().find(|(_, other, rival)| other == keys && are_rivals(*rival, *action));
            if let Some((_, _, rival)) = twice.filter(|(.., rival)| rival != action) {
                report(*at, Sentence::KeyGivenTwice(name(keys), rival.entry().name));
            }
            self.bound.retain(|(bound, other)| bound != keys || !are_rivals(*other, *action));
            self.bound.push((keys.clone(), *action));
        }
        for (at, keys, action) in &given {
            if let Some((first, other)) = self.bound.iter().find(|(bound, other)| {
                bound.len() < keys.len() && keys.starts_with(bound) && are_rivals(*other, *action)
            }) {
                let other = other.entry().name;
                report(*at, Sentence::KeyNeverReached { keys: name(keys), first: name(first), other });
            }
        }
        self.bound.sort_by_key(|(_, action)| *action);
    }
}

/// Whether a key can mean only one of two actions.
fn are_rivals(one: Action, other: Action) -> bool {
    one.is_of_selection() == other.is_of_selection()
}

/// Keys as settings write them.
fn name(keys: &[Key]) -> String {
    keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ")
}

/// The texts of a value, one or several, each with where it stands.
fn written<'v>(value: &'v Spanned<DeValue<'_>>) -> Vec<(usize, Option<&'v str>)> {
    let text = |value: &'v Spanned<DeValue<'_>>| (value.span().start, value.get_ref().as_str());
    match value.get_ref().as_array() {
        Some(array) => array.iter().map(text).collect(),
        None => vec![text(value)],
    }
}

/// Keys pressed one after the other, parted by spaces.
fn sequence(text: Option<&str>) -> Result<Vec<Key>, Sentence> {
    let text = text.ok_or(Sentence::KeysAreText)?;
    let key = |name: &str| name.parse().map(Key::half_width);
    let keys = text.split_whitespace().map(key).collect::<Result<Vec<Key>, NoKey>>().map_err(NoKey::into_sentence)?;
    if keys.is_empty() { Err(Sentence::NoKeyNamed) } else { Ok(keys) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<Key> {
        sequence(Some(text)).unwrap()
    }

    fn with(settings: &str) -> (Keymap, Vec<String>) {
        let mut keymap = Keymap::default();
        let mut said = Vec::new();
        let table = DeTable::parse(settings).unwrap();
        keymap.bind(table.get_ref(), &mut |_, sentence| said.push(sentence.to_string()));
        (keymap, said)
    }

    #[test]
    fn every_action_has_a_key() {
        let keymap = Keymap::default();
        for entry in Action::TABLE {
            assert!(!keymap.keys_of(entry.action).is_empty(), "{}", entry.name);
        }
    }

    #[test]
    fn the_built_in_keys_make_sense() {
        let table = DeTable::parse(include_str!("../../../assets/keymap.toml")).unwrap();
        Keymap::default().bind(table.get_ref(), &mut |_, sentence| panic!("{sentence}"));
        assert_eq!(table.get_ref().len(), Action::TABLE.len());
    }

    #[test]
    fn a_setting_takes_the_place_of_the_keys_an_action_had() {
        let (keymap, said) = with("bookmark = 'm'\ntop = ['g g']");
        assert!(said.is_empty());
        assert_eq!(keymap.meaning(&keys("m"), false), Meaning::Action(Action::Bookmark));
        assert_eq!(keymap.meaning(&keys("b"), false), Meaning::Nothing);
        assert_eq!(keymap.meaning(&keys("g"), false), Meaning::Begun);
        assert_eq!(keymap.meaning(&keys("g g"), false), Meaning::Action(Action::Top));
        assert_eq!(keymap.meaning(&keys("g x"), false), Meaning::Nothing);
    }

    #[test]
    fn while_something_is_selected_keys_have_another_meaning() {
        let (keymap, said) = with("select-left = ['j', 'x x']");
        assert!(said.is_empty());
        for (pressed, selecting, expected) in [
            ("j", false, Meaning::Action(Action::Down)),
            ("j", true, Meaning::Action(Action::SelectLeft)),
            ("h", true, Meaning::Action(Action::Back)),
            ("y", true, Meaning::Action(Action::Copy)),
            ("x x", true, Meaning::Action(Action::SelectLeft)),
        ] {
            assert_eq!(keymap.meaning(&keys(pressed), selecting), expected, "{pressed} {selecting}");
        }
    }

    #[test]
    fn a_key_may_be_set_as_an_input_method_types_it() {
        assert_eq!(with("note = '【 ｍ'").0.keys_of(Action::Note), ["[ m"]);
    }

    #[test]
    fn keys_that_would_mean_two_things_are_said() {
        let (keymap, said) = with("note = 'm'\ntag = 'm'\nzen = 'j j'\nselect-top = 'm'\ntop = ['D D', 'D y']");
        assert_eq!(said, [r#""m" is given to "note" too"#, r#""j j" is never reached: "j" alone is "down""#]);
        assert_eq!(keymap.meaning(&keys("D y"), false), Meaning::Action(Action::Top));
    }

    #[test]
    fn what_makes_no_sense_is_said_and_the_rest_holds() {
        let (keymap, said) = with("bokmark = 'm'\ncopy = ['hyper-x', 'Y', 3]");
        assert_eq!(said.len(), 3);
        assert!(said[0].contains("\"bookmark\""), "{}", said[0]);
        assert_eq!(keymap.meaning(&keys("Y"), false), Meaning::Action(Action::Copy));
        assert_eq!(keymap.meaning(&keys("b"), false), Meaning::Action(Action::Bookmark));
    }
}
