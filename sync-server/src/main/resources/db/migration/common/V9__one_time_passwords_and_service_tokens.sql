-- Null for a password of the user's own. One that an administrator gave ends then, and with its
-- first use.
ALTER TABLE users ADD COLUMN password_expires_at BIGINT;

-- A token from signing in with such a password may do no more than choose another.
ALTER TABLE auth_tokens ADD COLUMN must_change_password SMALLINT NOT NULL DEFAULT 0
    CHECK (must_change_password IN (0, 1));

DROP INDEX index_auth_tokens_on_user_id;
CREATE INDEX index_auth_tokens_on_user_id ON auth_tokens (user_id, created_at, id);
CREATE INDEX index_auth_tokens_on_created_at ON auth_tokens (created_at, id);
CREATE INDEX index_auth_tokens_on_expires_at ON auth_tokens (expires_at);

-- Tokens of other programs, such as the learning system: they belong to nobody.
CREATE TABLE service_tokens (
    id           TEXT   NOT NULL PRIMARY KEY,
    name         TEXT   NOT NULL UNIQUE,
    token_hash   TEXT   NOT NULL UNIQUE,
    created_by   BIGINT NOT NULL REFERENCES users (id),
    created_at   BIGINT NOT NULL,
    last_used_at BIGINT,
    expires_at   BIGINT
);
CREATE INDEX index_service_tokens_on_created_at ON service_tokens (created_at, id);
