-- A file has many pages: which of them a page begins on, and the line of the file that its text begins
-- with. What is printed on it where that is more than a number: A07.
ALTER TABLE pages ADD COLUMN source_page INTEGER NOT NULL DEFAULT 1;
ALTER TABLE pages ADD COLUMN first_line INTEGER NOT NULL DEFAULT 1;
ALTER TABLE pages ADD COLUMN label TEXT;
