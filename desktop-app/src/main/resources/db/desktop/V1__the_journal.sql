-- Says whose file this is: the letters TTIM.
PRAGMA application_id = 1414809933;
PRAGMA user_version = 1;

-- One row: who this computer is, and where its counter went on after a repair.
CREATE TABLE device (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    device_id TEXT NOT NULL,
    seq_before INTEGER NOT NULL
) STRICT;

-- Every event, this computer's and the server's. Nothing is ever deleted from it.
-- The queue is what has neither been sent nor refused.
CREATE TABLE journal (
    position INTEGER PRIMARY KEY,
    event_id TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    body TEXT NOT NULL,
    sent_at_ms INTEGER,
    answer TEXT CHECK (answer IN ('held', 'refused')),
    answer_code TEXT,
    answer_message TEXT
) STRICT;

CREATE INDEX journal_by_session ON journal (session_id);
CREATE INDEX journal_by_device ON journal (device_id, seq);
CREATE INDEX journal_by_device_time ON journal (device_id, at_ms);
CREATE INDEX journal_queue ON journal (account_id, position)
    WHERE sent_at_ms IS NULL AND answer IS NULL;
CREATE INDEX journal_answers ON journal (account_id, answer) WHERE answer IS NOT NULL;

-- What replay made of each session, so that years of history need not be read at every start.
CREATE TABLE sessions (
    session_id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    unit_role_id INTEGER NOT NULL,
    task_id INTEGER,
    task_definition_id INTEGER,
    start_ms INTEGER NOT NULL,
    until_ms INTEGER NOT NULL,
    latest_ms INTEGER NOT NULL,
    unfinished INTEGER NOT NULL
) STRICT;

CREATE INDEX sessions_by_end ON sessions (account_id, until_ms);
CREATE INDEX sessions_by_start ON sessions (account_id, start_ms);
CREATE INDEX sessions_of_unit_role ON sessions (account_id, unit_role_id, until_ms);
CREATE INDEX sessions_unfinished ON sessions (account_id, latest_ms) WHERE unfinished = 1;

-- How far the running segment has come, written every few seconds: what a crash leaves of it.
CREATE TABLE heartbeat (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    session_id TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    worked_ms INTEGER NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT;

-- Whoever has signed in on this computer, and how far each has come with the server.
CREATE TABLE accounts (
    account_id TEXT PRIMARY KEY,
    server TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    username TEXT NOT NULL,
    name TEXT NOT NULL,
    since INTEGER NOT NULL DEFAULT 0,
    reference_revision TEXT,
    last_synced_ms INTEGER
) STRICT;

-- What can be marked, each row as the server sent it.
CREATE TABLE reference_rows (
    account_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    id INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (account_id, kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
