-- The index begins anew: its pairs carry a mark of what follows them (store/grams.rs). It is filled
-- from the articles by store/page.rs.
INSERT INTO grams(grams) VALUES ('delete-all');
