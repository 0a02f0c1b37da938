-- How many calls the account has missed so far, which is the number of the last one.
ALTER TABLE accounts ADD COLUMN missed_calls INTEGER NOT NULL DEFAULT 0;

CREATE TABLE missed_calls (
    callee TEXT NOT NULL REFERENCES accounts (name) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    caller TEXT NOT NULL,
    -- What a guest called itself.
    name TEXT,
    at INTEGER NOT NULL,
    PRIMARY KEY (callee, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX missed_calls_of_caller ON missed_calls (caller);
