-- What REPLACE removes to make room is removed without a word to the triggers that keep the totals
-- of units. So the rows of sessions are not replaced, by their id or their place in the file; and
-- the id of a unit, by which its total is found, stays while there are sessions of it.

CREATE TRIGGER tutor_times_never_replaced BEFORE INSERT ON tutor_times
WHEN EXISTS (SELECT 1 FROM tutor_times WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM tutor_times WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'there is a session with this id already: change it with UPDATE');
END;

CREATE TRIGGER tutor_times_never_pushed_out BEFORE UPDATE ON tutor_times
WHEN (NEW.id <> OLD.id AND EXISTS (SELECT 1 FROM tutor_times WHERE id = NEW.id))
    OR (NEW.rowid <> OLD.rowid AND EXISTS (SELECT 1 FROM tutor_times WHERE rowid = NEW.rowid))
BEGIN
    SELECT RAISE(ABORT, 'there is another session with this id');
END;

CREATE TRIGGER units_keep_their_id BEFORE UPDATE OF id ON units
WHEN NEW.id <> OLD.id
    AND EXISTS (SELECT 1 FROM tutor_times WHERE unit_id IN (OLD.id, NEW.id))
BEGIN
    SELECT RAISE(ABORT, 'the id of a unit that has sessions cannot change');
END;

-- A unit that is put in the place of one with sessions begins with their sum.
CREATE TRIGGER units_added AFTER INSERT ON units
WHEN EXISTS (SELECT 1 FROM tutor_times WHERE unit_id = NEW.id)
BEGIN
    UPDATE units SET total_tutor_time = (
            SELECT COALESCE(SUM(duration_seconds), 0) FROM tutor_times
            WHERE unit_id = NEW.id AND status = 'completed' AND deleted_at IS NULL)
        WHERE id = NEW.id;
END;

-- What was replaced until now left its unit with a wrong total.
UPDATE units SET total_tutor_time = (
    SELECT COALESCE(SUM(duration_seconds), 0) FROM tutor_times
    WHERE unit_id = units.id AND status = 'completed' AND deleted_at IS NULL);
