-- Lists of users are read by name, whose unique index serves them; these two serve the filters that
-- few users pass.
CREATE INDEX index_users_admins ON users (username) WHERE system_role = 'admin';
CREATE INDEX index_users_inactive ON users (username) WHERE active = 0;
