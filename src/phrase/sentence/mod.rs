//! What is said of files, of the library, of commands and of settings: whole sentences, each with what it is about.

mod en;
mod worded;
mod zh;

/// A sentence, or a part of one, about what was done or could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the English words beside each sentence say what it is")]
pub enum Sentence {
    // Files.
    NoHome,
    NoSuchFile,
    NoPermission,
    ThereAlready,
    IsFolder,
    NoSpace,
    FileSystemReadOnly,
    HeldLocked,
    NotRegular,
    TooLargeOfItsKind,
    NotUtf8,
    LinkRing,
    NoFreeName,

    // The library and the bookmarks.
    /// A file of a later version: its format, and the last that is known.
    LaterVersion {
        found: u64,
        known: u64,
    },
    Damaged,
    CannotBeWritten,
    CannotBeOpened,
    BeingWritten,
    /// Why, in the words of what reads JSON.
    NoBookmarkFile(String),
    /// The name that the file has now.
    SetAside(String),
    /// Pages of a damaged library that were brought over, and articles or pages that were not.
    Salvaged {
        pages: usize,
        lost: usize,
    },
    HeldByAnother,
    NothingKept,
    PagesWithoutText(i64),
    ArticlesWithoutPage(i64),
    ArticlesWithoutBody(i64),
    BodiesWithoutArticle(i64),
    IndexOutOfStep(i64),
    /// A sentence of the database or of the system.
    InOthersWords(String),

    // Sources that give no page.
    Address,
    NoPermissionToRead,
    NotRegularSource,
    /// The most, in MiB.
    TooLarge(u64),
    TooManyLines(usize),
    BreaksOff,
    BreaksOffEarly,
    CannotBeUnpacked,
    PackedUnderPassword,
    TooManyFiles,
    NoText,
    IsPdf,
    /// Its kind.
    IsBinaryFile(&'static str),
    /// The one encoding and the other.
    EncodingInDoubt(String, String),
    IsBinary,

    // PDF files.
    PdfPassword,
    PdfEncryption,
    PdfDamaged,
    PdfWithoutPages,
    PdfOfTooManyPages(usize),
    PdfPicture,
    PdfPageDamaged,
    PdfUnreadable,
    PdfPageTooMuch,
    PdfPageTooSlow,
    PdfNoReader,
    PdfBrokeDown,
    PdfExhausted,
    PdfNonsense,

    // HTML files.
    HtmlWithoutArticle,
    HtmlIndex,
    HtmlTooMuch,

    // Pages being read in.
    /// A source, and the number of a page in it.
    PageOf(String, u32),
    ParserBrokeDown,
    BytesUndecoded(usize),
    /// Areas of a page's map that are not on the page.
    AreasLeftOut(usize),
    CharactersUnread {
        unread: usize,
        all: usize,
    },
    /// Files of a folder that are no pages: of what kind, the first, how many more.
    LeftOut {
        kind: Box<Sentence>,
        named: Vec<String>,
        more: usize,
    },
    KindAbout,
    KindData,
    KindCode,
    KindFeed,
    KindMedia,
    KindOther,
    AllTakesThese,
    /// Pages that are new, their articles, pages known already, parsed anew, failed.
    Imported {
        new: usize,
        articles: usize,
        known: usize,
        anew: usize,
        failed: usize,
    },
    FragmentsMostly {
        fragments: usize,
        articles: usize,
    },
    OneFileAlone,

    // Commands.
    ArticlesDamaged(usize),
    StandardOutput,
    NoSuchCommand(String),
    NoIdBeginsSo,
    SeveralIdsBeginSo,
    InLibraryNoMore,
    NothingOfIt,
    UntilDay(String),
    /// What goes, and what it is called.
    AskRemoval(String, String),
    NothingRemoved,
    Removed(String),
    /// So many articles of so many pages of these days.
    Extent {
        articles: u64,
        pages: u64,
        days: Option<(String, String)>,
    },
    NoImportToUndo,
    AskUndo(String),
    NothingUndone,
    Undone(String),
    /// What was read in last: the first path and whether there are more, the day, what goes and what comes back.
    LastImport {
        from: String,
        others: bool,
        day: Option<String>,
        pages: u64,
        articles: u64,
        back: u64,
    },
    Compacted {
        before: u64,
        now: u64,
    },
    ReadAnew {
        pages: usize,
        changed: usize,
    },
    /// Pages that came with an earlier version.
    ImportAgain(usize),
    /// Mends whose lines are gone.
    MendsLost(usize),
    /// What of the library's file is free, in MiB.
    RoomIdle(u64),
    Sound,
    BookmarksMerged {
        read: usize,
        kept: usize,
    },
    Written,
    LeftAloneThere,
    DefaultsHold,
    /// Before how a command is called.
    Usage,
    SeeHelp,
    UnknownArgument(String),
    UnknownCommand(String),
    MissingArguments(Vec<String>),
    NotTogether(String, String),
    NoValue(String),
    BadValue {
        argument: String,
        value: String,
        why: Option<String>,
    },
    NoDate {
        argument: String,
        value: String,
    },
    ValuesAre(Vec<String>),
    NoWordsInQuery,
    ThereAreMore,
    PagesProgress,
    IndexedProgress,
    OwnFault(String),

    // The terminal.
    NoTerminal,
    DumbTerminal,
    Terminal,
    AndMoreWrong(usize),

    // Settings and themes.
    /// A name that is none of those known, and the nearest that is.
    UnknownName {
        what: Box<Sentence>,
        name: String,
        near: Option<String>,
    },
    NamedAction,
    NamedSetting,
    NamedTheme,
    NamedRole,
    NamedColour,
    BelongsIn {
        name: String,
        table: &'static str,
        other: String,
    },
    BelongsAbove {
        name: String,
        other: String,
    },
    /// A setting, and what would have been right.
    IsToBe {
        name: String,
        right: Box<Sentence>,
    },
    /// One of these values.
    OneOf(Vec<&'static str>),
    TrueOrFalse,
    NameOfTheme,
    ListOfFolders,
    NumberOfCells,
    NumberOfCharacters,
    NumberOfRows,
    NumberOfCharactersRead,
    NumberOfWordsRead,
    ATable(String),
    KeysAreText,
    NoKeyNamed,
    /// What names no key, and what it may be meant for.
    NoKey {
        written: String,
        near: Option<String>,
    },
    /// Keys, and the action that has them too.
    KeyGivenTwice(String, &'static str),
    KeyNeverReached {
        keys: String,
        first: String,
        other: &'static str,
    },
    StyleIsText,
    ColourFollowsOn,
    NoColour(String),
}
