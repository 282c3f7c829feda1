-- Text is ordered by its bytes, as SQLite does it, whatever the locale of the database: ids have an
-- order that rules depend on. Runs after every migration and finds the columns that came with it.
DO $$
DECLARE
    found RECORD;
BEGIN
    FOR found IN
        SELECT t.oid::regclass AS table_name,
            string_agg(format('ALTER COLUMN %I TYPE TEXT COLLATE "C"', a.attname), ', ') AS changes
        FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid
        WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind = 'r'
            AND t.relname <> 'flyway_schema_history'
            AND a.attnum > 0 AND NOT a.attisdropped
            AND a.atttypid = 'text'::regtype AND a.attcollation <> '"C"'::regcollation
        GROUP BY t.oid, t.relname
        ORDER BY t.relname
    LOOP
        EXECUTE format('ALTER TABLE %s %s', found.table_name, found.changes);
    END LOOP;
END $$;
