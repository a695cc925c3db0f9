-- By what a page is recognised although its text is another: the smallest of the hashes of its words
-- (store/tables/shingles.rs). Filled from the articles by store/disk/schema.rs.
CREATE TABLE sketches (
    hash INTEGER NOT NULL,
    page INTEGER NOT NULL,
    PRIMARY KEY (hash, page)
) WITHOUT ROWID;

-- The digests of other texts of a page, by which it is known without being looked for.
CREATE TABLE other_texts (
    digest BLOB PRIMARY KEY,
    page INTEGER NOT NULL REFERENCES pages(id)
) WITHOUT ROWID;
