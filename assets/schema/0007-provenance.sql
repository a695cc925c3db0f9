-- What is said of a page beside its text, as JSON: by hand, which stands above what the page says itself, and by
-- the names of its file and folders, which counts where the page is silent.
ALTER TABLE pages ADD COLUMN given TEXT;
ALTER TABLE pages ADD COLUMN named TEXT;

-- The day of an import: its pages without a date stand there in the list, in editions of their own. How far
-- back earlier imports lie is not known.
ALTER TABLE imports ADD COLUMN day TEXT;
UPDATE imports SET day = date('now', 'localtime');
ALTER TABLE editions ADD COLUMN import INTEGER;
CREATE TEMP TABLE moved AS SELECT key AS old, publication,
    (coalesce(publication, 0) - key) / 16777216 - 8388608 AS import,
    -((strftime('%Y', 'now', 'localtime') * 16 + strftime('%m', 'now', 'localtime')) * 32
        + strftime('%d', 'now', 'localtime')) * 16777216 - row_number() OVER (ORDER BY key DESC) AS new
    FROM editions WHERE date IS NULL AND key < -8388607 * 16777216;
INSERT INTO editions (key, publication, import) SELECT new, publication, import FROM moved;
UPDATE pages SET edition = (SELECT new FROM moved WHERE old = edition) WHERE edition IN (SELECT old FROM moved);
UPDATE articles SET edition = (SELECT new FROM moved WHERE old = edition) WHERE edition IN (SELECT old FROM moved);
DELETE FROM editions WHERE key IN (SELECT old FROM moved);
DROP TABLE moved;
CREATE INDEX editions_by_import ON editions(import);

-- The import that can be undone, and what it took the place of: pages that it changed, and, without a number,
-- pages that it took out, each as it was (store/write/undo.rs).
ALTER TABLE imports ADD COLUMN last INTEGER NOT NULL DEFAULT 0;
CREATE TABLE replaced (
    id INTEGER PRIMARY KEY,
    page INTEGER,
    state BLOB NOT NULL,
    text BLOB NOT NULL,
    lines BLOB
);

-- What an importer knew of a page beside its text: boxes, type sizes, what HTML marks (store/tables/raw.rs).
-- Empty where that was nothing; null where an earlier version did not keep it.
ALTER TABLE sources ADD COLUMN lines BLOB;
