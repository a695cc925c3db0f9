-- What readers put right, page by page: the mends as JSON, the oldest first, and the articles and the furniture
-- as the parser gave them (JSON, zlib), so that a mend can be undone.
CREATE TABLE mends (
    page INTEGER PRIMARY KEY REFERENCES pages(id),
    parsed BLOB NOT NULL,
    mends TEXT NOT NULL
);
