-- Names that differ only in case would be mistaken for each other, so the key ignores case.
CREATE TABLE accounts (
    name TEXT NOT NULL PRIMARY KEY COLLATE NOCASE,
    password_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
