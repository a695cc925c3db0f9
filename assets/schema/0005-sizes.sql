-- How large the pages of the file are that a page was made of, in points: [[page,width,height]]; null where
-- that is not known. Where each article is printed stands in its body.
ALTER TABLE pages ADD COLUMN sizes TEXT;
