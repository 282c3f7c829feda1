package org.tutortimes.server.database;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// The triggers, unique keys and references that carry what this program promises of its data.
/// Whoever takes one away by hand breaks no figure at once, and every figure later. A test holds
/// these lists against the migrations.
final class Guarantees {

    private static final List<String> OF_BOTH =
            """
            unique key audit_log (id)
            unique key attempts (id)
            unique key auth_tokens (id)
            unique key auth_tokens (token_hash)
            unique key class_sessions (id)
            unique key classes (id)
            unique key device_contacts (device_id)
            unique key held_event_senders (event_id)
            unique key projects (id)
            unique key session_activities (id)
            unique key server_identity (id)
            unique key service_tokens (id)
            unique key service_tokens (name)
            unique key service_tokens (token_hash)
            unique key task_definitions (id)
            unique key tasks (id)
            unique key timer_events (id)
            unique key timer_events (user_id, revision)
            unique key tutor_time_segments (session_id, ordinal)
            unique key tutor_times (id)
            unique key tutorials (id)
            unique key unit_roles (id)
            unique key units (id)
            unique key users (id)
            unique key users (username)
            unique index index_attempts_one_a_session on attempts
            unique index index_marking_sessions_newest on marking_sessions
            unique index index_tutor_times_one_active on tutor_times
            reference attempts (class_session_id) to class_sessions
            reference attempts (student_id) to users
            reference attempts (task_id) to tasks
            reference auth_tokens (user_id) to users
            reference class_sessions (class_id) to classes
            reference class_sessions (created_by) to users
            reference classes (teacher_id) to users
            reference classes (unit_id) to units
            reference held_event_senders (event_id) to timer_events
            reference marking_sessions (unit_id) to units
            reference marking_sessions (user_id) to users
            reference projects (unit_id) to units
            reference projects (user_id) to users
            reference service_tokens (created_by) to users
            reference session_activities (marking_session_id) to marking_sessions
            reference session_activities (project_id) to projects
            reference session_activities (task_definition_id) to task_definitions
            reference session_activities (task_id) to tasks
            reference task_definitions (unit_id) to units
            reference tasks (project_id) to projects
            reference tasks (task_definition_id) to task_definitions
            reference timer_events (user_id) to users
            reference tutor_time_segments (session_id) to tutor_times
            reference tutor_times (task_definition_id) to task_definitions
            reference tutor_times (task_id) to tasks
            reference tutor_times (unit_id) to units
            reference tutor_times (unit_role_id) to unit_roles
            reference tutor_times (user_id) to users
            reference tutorials (unit_id) to units
            reference tutorials (unit_role_id) to unit_roles
            reference unit_roles (unit_id) to units
            reference unit_roles (user_id) to users
            """
                    .lines()
                    .toList();

    static final List<String> OF_SQLITE =
            """
            trigger audit_log_never_changed on audit_log
            trigger audit_log_never_removed on audit_log
            trigger audit_log_never_replaced on audit_log
            trigger tutor_times_added on tutor_times
            trigger tutor_times_changed on tutor_times
            trigger tutor_times_never_pushed_out on tutor_times
            trigger tutor_times_never_replaced on tutor_times
            trigger tutor_times_removed on tutor_times
            trigger units_added on units
            trigger units_keep_their_id on units
            """
                    .lines()
                    .toList();

    static final List<String> OF_POSTGRES =
            """
            sequence marking_sessions_id_seq
            sequence server_event_seq
            trigger audit_log_never_changed on audit_log
            trigger tutor_times_added on tutor_times
            trigger tutor_times_changed on tutor_times
            trigger tutor_times_emptied on tutor_times
            trigger tutor_times_removed on tutor_times
            unique key marking_sessions (id)
            """
                    .lines()
                    .toList();

    /// The wording of these statements is that of the lists. A partial index is known by its name,
    /// for databases write down differently what it is for.
    static final String FOUND_ON_SQLITE =
            """
            SELECT 'trigger ' || name || ' on ' || tbl_name FROM sqlite_schema
            WHERE type = 'trigger'
            UNION ALL
            SELECT CASE l.partial
                WHEN 1 THEN 'unique index ' || l.name || ' on ' || t.name
                ELSE 'unique key ' || t.name || ' ('
                    || (SELECT group_concat(i.name, ', ') FROM pragma_index_info(l.name) i) || ')'
                END
            FROM sqlite_schema t JOIN pragma_index_list(t.name) l
            WHERE t.type = 'table' AND l."unique" = 1
            UNION ALL
            SELECT 'reference ' || t.name || ' (' || f."from" || ') to ' || f."table"
            FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
            WHERE t.type = 'table'
            """;

    /// A trigger that is switched off, and a key whose index could not be built, hold nothing.
    static final String FOUND_ON_POSTGRES =
            """
            SELECT 'trigger ' || g.tgname || ' on ' || t.relname
            FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid
            WHERE t.relnamespace = current_schema()::regnamespace
                AND NOT g.tgisinternal AND g.tgenabled IN ('O', 'A')
            UNION ALL
            SELECT CASE WHEN i.indpred IS NULL
                THEN 'unique key ' || t.relname || ' (' || (
                    SELECT string_agg(a.attname, ', ' ORDER BY k.place)
                    FROM unnest(i.indkey) WITH ORDINALITY AS k (number, place)
                    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number) || ')'
                ELSE 'unique index ' || n.relname || ' on ' || t.relname END
            FROM pg_index i
                JOIN pg_class t ON t.oid = i.indrelid
                JOIN pg_class n ON n.oid = i.indexrelid
            WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind = 'r'
                AND i.indisunique AND i.indisvalid
            UNION ALL
            SELECT 'reference ' || t.relname || ' (' || a.attname || ') to ' || r.relname
            FROM pg_constraint c
                JOIN pg_class t ON t.oid = c.conrelid
                JOIN pg_class r ON r.oid = c.confrelid
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1]
            WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace
            UNION ALL
            SELECT 'sequence ' || relname FROM pg_class
            WHERE relkind = 'S' AND relnamespace = current_schema()::regnamespace
            """;

    private Guarantees() {}

    /// What there must be.
    ///
    /// @param ofDialect what only this kind of database has
    static Set<String> wanted(List<String> ofDialect) {
        Set<String> wanted = new TreeSet<>(OF_BOTH);
        wanted.addAll(ofDialect);
        return wanted;
    }

    /// What there is.
    static Set<String> found(Handle handle, String sql) {
        return new TreeSet<>(Sql.list(handle, sql, row -> row.getString(1)));
    }

    /// What is missing, in a sentence for each.
    static Stream<String> missing(Set<String> wanted, Set<String> found) {
        return wanted.stream()
                .filter(guarantee -> !found.contains(guarantee))
                .map(
                        "The %s is missing or switched off, and what it guaranteed can be broken."
                                ::formatted);
    }
}
