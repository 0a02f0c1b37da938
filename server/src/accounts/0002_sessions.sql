-- Whether the operator keeps the account from logging in.
ALTER TABLE accounts ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0;

-- Links by which guests of an account enter. Only the SHA-256 of the code is kept.
CREATE TABLE invitations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    inviter TEXT NOT NULL REFERENCES accounts (name) ON DELETE CASCADE,
    code_hash BLOB NOT NULL UNIQUE,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX invitations_of_inviter ON invitations (inviter, id);
CREATE INDEX invitations_by_end ON invitations (expires_at);

-- Sessions are numbered once and for all, so that nobody ends another's by an old number.
CREATE TABLE sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- The account; of a guest, the account of who invited it.
    account TEXT NOT NULL REFERENCES accounts (name) ON DELETE CASCADE,
    guest TEXT UNIQUE,
    -- What the guest calls itself.
    guest_name TEXT,
    invitation INTEGER REFERENCES invitations (id) ON DELETE CASCADE,
    -- SHA-256 of the part of the token that stays the same as long as the session lasts.
    family_hash BLOB NOT NULL UNIQUE,
    -- SHA-256 of the token that resumes it.
    token_hash BLOB NOT NULL,
    -- The token before it, which resumes it too until this time, in seconds since 1970.
    previous_hash BLOB,
    previous_until INTEGER NOT NULL DEFAULT 0,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_of_account ON sessions (account, id);
CREATE INDEX sessions_of_invitation ON sessions (invitation);
CREATE INDEX sessions_by_end ON sessions (expires_at);
