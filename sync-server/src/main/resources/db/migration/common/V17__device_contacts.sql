-- When a device was last heard of: what a running session has so far is known only up to then.
CREATE TABLE device_contacts (
    device_id TEXT   NOT NULL PRIMARY KEY,
    heard_at  BIGINT NOT NULL
);
