//! The tutorial: articles about the program, with the keys as they are bound.

use crate::phrase::{Lang, Phrase};

use super::input::action::Action;
use super::input::keymap::Keymap;

/// The tutorial's pages, a form feed between them. An action's name in braces stands for its key.
fn template(lang: Lang) -> &'static str {
    match lang {
        Lang::Chinese => include_str!("../../assets/tutorial/zh.txt"),
        Lang::English => include_str!("../../assets/tutorial/en.txt"),
    }
}

/// The tutorial as a newspaper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tutorial {
    /// Its name.
    pub publication: String,
    /// The texts of its pages.
    pub pages: Vec<String>,
}

impl Tutorial {
    /// The tutorial in a language, with these keys.
    pub fn new(lang: Lang, keymap: &Keymap) -> Self {
        let pages = text(lang, keymap).split('\u{c}').map(str::to_owned).collect();
        Self { publication: lang.say(Phrase::Tutorial).into_owned(), pages }
    }
}

/// Its text. An action that has no key is named as the palette finds it.
fn text(lang: Lang, keymap: &Keymap) -> String {
    let mut parts = template(lang).split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or((part, ""));
        text += &Action::named(name).map_or_else(String::new, |action| key_of(action, keymap));
        text += rest;
    }
    text
}

fn key_of(action: Action, keymap: &Keymap) -> String {
    let first = |action| keymap.keys_of(action).into_iter().next();
    first(action).unwrap_or_else(|| format!("{} {}", first(Action::Palette).unwrap_or_default(), action.entry().name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::config::settings::Settings;

    fn names(lang: Lang) -> Vec<&'static str> {
        template(lang).split('{').skip(1).map(|part| part.split_once('}').unwrap().0).collect()
    }

    #[test]
    fn every_key_that_it_names_is_that_of_an_action() {
        for lang in [Lang::Chinese, Lang::English] {
            for name in names(lang) {
                assert!(Action::named(name).is_some(), "{name}");
            }
        }
    }

    #[test]
    fn both_languages_name_the_same_actions() {
        let sorted = |lang| {
            let mut names = names(lang);
            names.sort_unstable();
            names.dedup();
            names
        };
        assert_eq!(sorted(Lang::Chinese), sorted(Lang::English));
    }

    #[test]
    fn the_keys_are_those_that_are_bound() {
        let (settings, _) = Settings::read("[keys]\nzen = []\nquit = 'f10'");
        let text = text(Lang::English, &settings.keymap);
        assert!(text.contains("“f10” leaves."), "{text}");
        assert!(text.contains("“: zen” leaves the text alone"), "{text}");
        assert_eq!(text.matches(['{', '}']).count(), 2, "{text}");
    }
}
