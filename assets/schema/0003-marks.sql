-- The index begins anew: its pairs carry a mark of what follows them (store/tables/grams.rs). It
-- is filled from the articles by store/disk/schema.rs.
INSERT INTO grams(grams) VALUES ('delete-all');
