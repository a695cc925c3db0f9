//! The languages: which one is spoken, and what is said in it.

use std::borrow::Cow;

use super::{Phrase, en, zh};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    English,
    /// Chinese.
    Chinese,
}

impl Lang {
    /// The language of a locale such as `zh_CN.UTF-8`.
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("zh") { Self::Chinese } else { Self::English }
    }

    /// The language that the environment's locale asks for: the first of these that is not empty.
    pub fn of_environment(lc_all: Option<&str>, lc_messages: Option<&str>, lang: Option<&str>) -> Self {
        let set = [lc_all, lc_messages, lang].into_iter().flatten().find(|locale| !locale.is_empty());
        set.map_or_else(Self::default, Self::of_locale)
    }

    /// A phrase in this language.
    pub fn say(self, phrase: Phrase) -> Cow<'static, str> {
        match self {
            Self::English => en::say(phrase),
            Self::Chinese => zh::say(phrase),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_follows_the_locale() {
        assert_eq!(Lang::of_locale("zh_CN.UTF-8"), Lang::Chinese);
        assert_eq!(Lang::of_locale("zh-TW"), Lang::Chinese);
        assert_eq!(Lang::of_locale("zha_CN"), Lang::English);
        assert_eq!(Lang::of_locale("C"), Lang::English);
        assert_eq!(Lang::of_environment(Some(""), None, Some("zh_CN")), Lang::Chinese);
        assert_eq!(Lang::of_environment(Some("en_GB"), Some("zh_CN"), None), Lang::English);
        assert_eq!(Lang::of_environment(None, None, None), Lang::English);
    }
}
