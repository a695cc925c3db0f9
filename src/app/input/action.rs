//! Everything a user can do: its name in settings, its sentence in the help, its keys.
//! The help, the settings and the manual's tables are made from this one table.

use crate::phrase::Phrase;

/// A group of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionGroup {
    /// Moving about.
    Move,
    /// Reading an article.
    Read,
    /// Finding things.
    Find,
    /// Places worth coming back to, words worth keeping.
    Keep,
    /// While something is selected; the keys of these actions mean other things elsewhere.
    Select,
    /// The program itself.
    Program,
}

impl ActionGroup {
    /// Every group, in the help's order.
    pub const ALL: [Self; 6] = [Self::Move, Self::Read, Self::Find, Self::Keep, Self::Select, Self::Program];

    /// What stands above it in the help.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Move => Phrase::Moving,
            Self::Read => Phrase::Reading,
            Self::Find => Phrase::Finding,
            Self::Keep => Phrase::Keeping,
            Self::Select => Phrase::WhileSelecting,
            Self::Program => Phrase::Program,
        }
    }
}

/// What the table says of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActionEntry {
    /// The action.
    pub action: Action,
    /// Its name in settings.
    pub name: &'static str,
    /// What it does, for the help.
    pub phrase: Phrase,
    /// Where it stands in the help.
    pub group: ActionGroup,
}

macro_rules! actions {
    ($($(#[doc = $doc:literal])+ $action:ident $name:literal $group:ident $phrase:ident;)+) => {
        /// Something a user can do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($(#[doc = $doc])+ $action,)+
        }

        impl Action {
            /// Every action, in the help's order.
            pub const TABLE: &[ActionEntry] = &[$(ActionEntry {
                action: Action::$action,
                name: $name,
                phrase: Phrase::$phrase,
                group: ActionGroup::$group,
            },)+];
        }
    };
}

actions! {
    /// One line or row down.
    Down "down" Move ActDown;
    /// One line or row up.
    Up "up" Move ActUp;
    /// A screen down.
    PageDown "page-down" Move ActPageDown;
    /// A screen up.
    PageUp "page-up" Move ActPageUp;
    /// Half a screen down.
    HalfPageDown "half-page-down" Move ActHalfPageDown;
    /// Half a screen up.
    HalfPageUp "half-page-up" Move ActHalfPageUp;
    /// To the beginning.
    Top "top" Move ActTop;
    /// To the end.
    Bottom "bottom" Move ActBottom;
    /// Opens what the cursor is on.
    Open "open" Move ActOpen;
    /// Closes what was opened last.
    Back "back" Move ActBack;
    /// The box on the left of the front page; elsewhere back.
    Left "left" Move ActLeft;
    /// The box on the right of the front page; elsewhere opens.
    Right "right" Move ActRight;
    /// The other pane.
    SwitchPane "switch-pane" Move ActSwitchPane;
    /// The next page or section of the newspaper, in the headline list.
    NextPage "next-page" Move ActNextPage;
    /// The one before.
    PreviousPage "previous-page" Move ActPreviousPage;
    /// Folds the page of the list that the cursor is in, then its edition.
    Fold "fold" Move ActFold;
    /// Opens what is folded under the cursor.
    Unfold "unfold" Move ActUnfold;
    /// Folds all pages, then all editions, then none.
    FoldAll "fold-all" Move ActFoldAll;
    /// The next article; the next match while a search is lit.
    Next "next" Read ActNext;
    /// The one before.
    Previous "previous" Read ActPrevious;
    /// The next article that is unread; the match before while a search is lit.
    NextUnread "next-unread" Read ActNextUnread;
    /// The article is read, or unread again; what is folded under the cursor.
    ToggleRead "toggle-read" Read ActToggleRead;
    /// The page is read, or unread again.
    TogglePageRead "toggle-page-read" Read ActTogglePageRead;
    /// The article's next section.
    NextSection "next-section" Read ActNextSection;
    /// The one before.
    PreviousSection "previous-section" Read ActPreviousSection;
    /// The next paragraph, marked as the one that is at hand.
    NextParagraph "next-paragraph" Read ActNextParagraph;
    /// The one before.
    PreviousParagraph "previous-paragraph" Read ActPreviousParagraph;
    /// The section whose number is on the key.
    Section "section" Read ActSection;
    /// The list of the article's sections.
    Outline "outline" Read ActOutline;
    /// The page as it was before it came apart, and back.
    Source "source" Read ActSource;
    /// What the parser got wrong, put right.
    Mend "mend" Read ActMend;
    /// The newspaper's page as a front page, or the list again.
    FrontPage "front-page" Read ActFrontPage;
    /// The next layout: one column, columns, vertical.
    Layout "layout" Read ActLayout;
    /// The next script: as printed, simplified, traditional.
    Script "script" Read ActScript;
    /// Pinyin above the characters, and away again.
    Pinyin "pinyin" Read ActPinyin;
    /// The text alone, and back.
    Zen "zen" Read ActZen;
    /// Searches the article; from the list, the library.
    Search "search" Find ActSearch;
    /// Narrows the headline list.
    Filter "filter" Find ActFilter;
    /// The next order of the headline list.
    Order "order" Find ActOrder;
    /// Sets a bookmark here, or takes it away.
    Bookmark "bookmark" Keep ActBookmark;
    /// Keeps what is selected, or the paragraph at the top, as a highlight, or takes it away.
    Highlight "highlight" Keep ActHighlight;
    /// Writes a note beside the bookmark.
    Note "note" Keep ActNote;
    /// Gives the bookmark the next colour.
    Tag "tag" Keep ActTag;
    /// Puts back the bookmark that was taken away last.
    Undo "undo" Keep ActUndo;
    /// The list of bookmarks.
    Bookmarks "bookmarks" Keep ActBookmarks;
    /// Says what the page, or the folded edition, is.
    Imprint "imprint" Keep ActImprint;
    /// Begins to select, or lets the selection go.
    Select "select" Keep ActSelect;
    /// Copies what is selected, or the paragraph at the top.
    Copy "copy" Keep ActCopy;
    /// Copies what is selected, or the paragraph at the top, as a quotation with its source.
    Quote "quote" Keep ActQuote;
    /// Copies the whole article as text.
    CopyArticle "copy-article" Keep ActCopyArticle;
    /// Copies the whole article as Markdown.
    CopyMarkdown "copy-markdown" Keep ActCopyMarkdown;
    /// Saves the whole article to a file that the user names.
    SaveArticle "save-article" Keep ActSaveArticle;
    /// Back through the places one has been.
    PlaceBack "place-back" Keep ActPlaceBack;
    /// Forward again.
    PlaceForward "place-forward" Keep ActPlaceForward;
    /// The selection's end a character to the left; where lines are vertical, a line.
    SelectLeft "select-left" Select ActSelectLeft;
    /// To the right.
    SelectRight "select-right" Select ActSelectRight;
    /// A line up; where lines are vertical, a character.
    SelectUp "select-up" Select ActSelectUp;
    /// Down.
    SelectDown "select-down" Select ActSelectDown;
    /// Back to where the clause or the word begins.
    SelectPreviousClause "select-previous-clause" Select ActSelectPreviousClause;
    /// On to where it ends.
    SelectNextClause "select-next-clause" Select ActSelectNextClause;
    /// Back to where the sentence begins.
    SelectPreviousSentence "select-previous-sentence" Select ActSelectPreviousSentence;
    /// On to where it ends.
    SelectNextSentence "select-next-sentence" Select ActSelectNextSentence;
    /// Back to where the paragraph begins.
    SelectPreviousParagraph "select-previous-paragraph" Select ActSelectPreviousParagraph;
    /// On to where it ends.
    SelectNextParagraph "select-next-paragraph" Select ActSelectNextParagraph;
    /// To the beginning of the article.
    SelectTop "select-top" Select ActSelectTop;
    /// To its end.
    SelectBottom "select-bottom" Select ActSelectBottom;
    /// The other end moves from now on.
    SelectOtherEnd "select-other-end" Select ActSelectOtherEnd;
    /// What is selected is kept in the colour whose number is on the key.
    SelectColour "select-colour" Select ActSelectColour;
    /// All actions, to be found by their names and done.
    Palette "palette" Program ActPalette;
    /// The keys as they are bound.
    Help "help" Program ActHelp;
    /// Undoes the last import.
    UndoImport "undo-import" Program ActUndoImport;
    /// Looks for new pages in the folders now.
    Look "look" Program ActLook;
    /// The tutorial; the library again once it is left.
    Tutorial "tutorial" Program ActTutorial;
    /// The themes, the one at the cursor seen at once.
    ChooseTheme "theme" Program ActChooseTheme;
    /// The layouts.
    ChooseLayout "choose-layout" Program ActChooseLayout;
    /// The measures.
    ChooseMeasure "measure" Program ActChooseMeasure;
    /// Whether marks hang in the margin.
    ChooseHanging "hanging" Program ActChooseHanging;
    /// The languages of the interface.
    ChooseLanguage "language" Program ActChooseLanguage;
    /// What is chosen goes into the file of settings.
    KeepChoice "keep-choice" Program ActKeepChoice;
    /// Paints the screen anew.
    Redraw "redraw" Program ActRedraw;
    /// Stops the program until the shell continues it.
    Suspend "suspend" Program ActSuspend;
    /// Ends the program.
    Quit "quit" Program ActQuit;
}

impl Action {
    /// The action of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::TABLE.iter().find(|entry| entry.name == name).map(|entry| entry.action)
    }

    /// Whether it is one of those that are there while something is selected.
    pub fn is_of_selection(self) -> bool {
        self.entry().group == ActionGroup::Select
    }

    /// What the table says of it.
    pub fn entry(self) -> &'static ActionEntry {
        &Self::TABLE[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_actions() {
        for entry in Action::TABLE {
            assert_eq!(entry.action.entry(), entry);
            assert_eq!(Action::named(entry.name), Some(entry.action));
        }
    }

    #[test]
    fn every_group_has_its_actions_together() {
        let mut groups: Vec<_> = Action::TABLE.iter().map(|entry| entry.group).collect();
        groups.dedup();
        assert_eq!(groups, ActionGroup::ALL);
    }
}
