-- Files of the folders that are looked into while the reader runs, each as it was when it was read: one that is
-- still the same is not read again. The path in the system's own bytes, the time of the last writing in nanoseconds
-- since 1970.
CREATE TABLE folder_files (
    path BLOB PRIMARY KEY,
    size INTEGER NOT NULL,
    written INTEGER NOT NULL
) WITHOUT ROWID;

-- So much of the index is collected before it is written, in bytes: what fits into a processor's own cache is
-- collected in two thirds of the time that more takes.
INSERT INTO grams(grams, rank) VALUES ('hashsize', 1048576);
