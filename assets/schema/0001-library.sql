-- Newspapers; the number is the order in which they came, and that of editions of one day.
CREATE TABLE publications (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

-- What appeared together; the key is the edition's place in the list (store/tables/keys.rs).
CREATE TABLE editions (
    key INTEGER PRIMARY KEY,
    publication INTEGER REFERENCES publications(id),
    date TEXT
);
CREATE INDEX editions_by_publication ON editions(publication);

-- Runs of imports. One that was broken off is found again by its paths and gone on with.
CREATE TABLE imports (
    id INTEGER PRIMARY KEY,
    paths TEXT NOT NULL,
    finished INTEGER NOT NULL
);

-- Pages. The digest is of the text: the same text is the same page, whatever its file's name.
CREATE TABLE pages (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,
    import INTEGER NOT NULL REFERENCES imports(id),
    edition INTEGER NOT NULL REFERENCES editions(key),
    place INTEGER NOT NULL,
    source TEXT NOT NULL,
    number INTEGER,
    name TEXT,
    furniture TEXT NOT NULL
);
CREATE INDEX pages_by_source ON pages(source);
CREATE INDEX pages_by_edition ON pages(edition);

-- The texts of pages as they were (zlib), apart so that rows stay small.
CREATE TABLE sources (
    page INTEGER PRIMARY KEY REFERENCES pages(id),
    text BLOB NOT NULL
);

-- Articles as lists show them. The id grows with the day: hits come newest first by it.
-- The name is made from the content, so that one article may stand on several pages.
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    name BLOB NOT NULL,
    edition INTEGER NOT NULL,
    place INTEGER NOT NULL,
    turn INTEGER NOT NULL,
    page INTEGER NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    characters INTEGER NOT NULL
);
CREATE UNIQUE INDEX articles_in_order ON articles(edition, place, turn);
CREATE INDEX articles_by_name ON articles(name);

-- Articles whole: the published JSON without its nulls (store/tables/body.rs).
CREATE TABLE bodies (
    article INTEGER PRIMARY KEY REFERENCES articles(id),
    json BLOB NOT NULL
);

-- How far articles have been read, by name: what is not here is unread.
CREATE TABLE readings (
    article BLOB PRIMARY KEY,
    reading TEXT NOT NULL,
    place TEXT
) WITHOUT ROWID;

-- Names that articles of a page had before it was parsed anew.
CREATE TABLE former (
    article BLOB NOT NULL,
    page INTEGER NOT NULL REFERENCES pages(id),
    PRIMARY KEY (article, page)
) WITHOUT ROWID;

-- The full-text index: for each article the pairs of characters that it holds (store/tables/grams.rs).
CREATE VIRTUAL TABLE grams USING fts5(
    words, content='', contentless_delete=1, tokenize='ascii', detail=none
);
INSERT INTO grams(grams, rank) VALUES ('automerge', 0);
INSERT INTO grams(grams, rank) VALUES ('pgsz', 8100);
INSERT INTO grams(grams, rank) VALUES ('hashsize', 67108864);
