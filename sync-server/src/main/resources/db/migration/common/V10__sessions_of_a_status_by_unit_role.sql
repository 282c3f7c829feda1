-- Without statistics SQLite takes the index on the status for one tutor's completed sessions, and so
-- read all completed sessions of the server. With the unit role in it, it reads that tutor's.

DROP INDEX index_tutor_times_on_status;
CREATE INDEX index_tutor_times_on_status ON tutor_times (status, unit_role_id);
