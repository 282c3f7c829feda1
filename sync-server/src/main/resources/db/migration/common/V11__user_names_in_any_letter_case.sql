-- A new user's name is looked up in any letter case. Not unique: names that differ in nothing else
-- may be stored from earlier times, and each is somebody's.

CREATE INDEX index_users_on_lower_username ON users (lower(username));
