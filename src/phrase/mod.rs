//! What the program says, in each language. **Invariant:** every phrase exists in every language, or it does not compile.

mod en;
mod zh;

use std::borrow::Cow;

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

/// Something the program says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the English words beside each phrase say what it is")]
pub enum Phrase {
    // The help.
    Help,
    Moving,
    Reading,
    Finding,
    Keeping,
    WhileSelecting,
    Program,
    ActDown,
    ActUp,
    ActPageDown,
    ActPageUp,
    ActTop,
    ActBottom,
    ActOpen,
    ActBack,
    ActLeft,
    ActRight,
    ActSwitchPane,
    ActNextPage,
    ActPreviousPage,
    ActFold,
    ActUnfold,
    ActFoldAll,
    ActNext,
    ActPrevious,
    ActNextSection,
    ActPreviousSection,
    ActSection,
    ActOutline,
    ActSource,
    ActFrontPage,
    ActLayout,
    ActScript,
    ActPinyin,
    ActZen,
    ActSearch,
    ActFilter,
    ActOrder,
    ActBookmark,
    ActHighlight,
    ActNote,
    ActTag,
    ActUndo,
    ActBookmarks,
    ActSelect,
    ActCopy,
    ActQuote,
    ActPlaceBack,
    ActPlaceForward,
    ActSelectLeft,
    ActSelectRight,
    ActSelectUp,
    ActSelectDown,
    ActSelectPreviousClause,
    ActSelectNextClause,
    ActSelectPreviousSentence,
    ActSelectNextSentence,
    ActSelectPreviousParagraph,
    ActSelectNextParagraph,
    ActSelectTop,
    ActSelectBottom,
    ActSelectOtherEnd,
    ActSelectColour,
    ActHelp,
    ActRedraw,
    ActSuspend,
    ActQuit,

    // The masthead and the list.
    PaperReader,
    /// A page's number.
    PageNumber(u32),
    /// A weekday, Monday 0.
    Weekday(u32),
    /// A day: year, month, day.
    Day(u32, u32, u32),
    /// A length in characters.
    Characters(u64),
    /// A reading time in minutes.
    Minutes(u64),
    /// The articles that a folded line stands for.
    FoldedArticles(u64),
    Photo,
    EmptyLibrary,
    NothingFound,
    NoMatches,

    // The foot.
    /// Articles in the list.
    Articles(u64),
    /// Articles that were found.
    Found(u64),
    Searching,
    OnlyNew,
    OrderNewest,
    OrderOldest,
    OrderLongest,
    OrderUnread,
    OrderBest,
    /// A match among all: its number, how many.
    MatchOf(usize, usize),
    /// Pages read so far, pages altogether.
    Importing(usize, usize),
    Parsing,
    HintOutline,
    HintBookmark,
    HintHelp,
    HintOpen,
    HintFilter,
    HintSearch,
    HintBack,
    HintCopy,
    HintHighlight,
    HintNote,
    HintTag,
    HintRemove,
    HintOnlyTag,
    LayoutColumn,
    LayoutColumns,
    LayoutVertical,
    ScriptPrinted,
    ScriptSimplified,
    ScriptTraditional,
    PinyinOn,
    PinyinOff,
    PinyinNotVertical,
    SourcePage,
    Selecting,

    // Panels and notices.
    Outline,
    NoSections,
    Bookmarks,
    NoBookmarks,
    NoBookmarkMatches,
    FindPrompt,
    SearchPrompt,
    AnyScript,
    FilterPrompt,
    FilterHint,
    NoSuchField,
    NoSuchDate,
    NotePrompt,
    NoBookmarkHere,
    Copied,
    NoSourcePage,
    ArticleGone,
    BookmarkSet,
    BookmarkRemoved,
    HighlightSet,
    HighlightRemoved,
    NothingToUndo,
    SettingsTaken,
    NoRoom,
    LastArticle,
    FirstArticle,
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
