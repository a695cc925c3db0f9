-- Articles by their length, for the list that has the longest first.
CREATE INDEX articles_by_length ON articles(characters);
