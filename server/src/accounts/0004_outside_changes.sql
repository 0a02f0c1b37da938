-- What another program than the server did to the accounts, for a running server to learn of.
CREATE TABLE outside_changes (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('added', 'revoked', 'deleted'))
) STRICT;
