-- People are looked up by name and e-mail address, in any letter case.
CREATE INDEX index_users_on_lower_name ON users (lower(name));
CREATE INDEX index_users_on_lower_email ON users (lower(email));
