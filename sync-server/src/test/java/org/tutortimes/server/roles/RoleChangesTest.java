package org.tutortimes.server.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.VirtualClock;

/// A change of role counts from the next request on, with the token that was there before.
@OnBothDatabases
class RoleChangesTest {

    @TempDir Path folder;
    @Parameter private TestDatabase kind;
    private TestServer server;
    private World world;

    @BeforeEach
    void start() {
        VirtualClock clock = new VirtualClock("2026-08-03T09:00:00Z");
        server = TestServer.on(kind, folder, clock);
        world = new World(server, clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tutorWhoseRoleEndsSeesTheirTimeAndChangesNothing() {
        assertThat(get(Person.TUTOR, unit())).isEqualTo(200);
        put("/api/admin/unit-roles/" + world.roleId(Person.TUTOR), "{\"active\": false}");
        assertThat(get(Person.TUTOR, unit())).isEqualTo(404);
        assertThat(get(Person.TUTOR, session())).isEqualTo(200);
        assertThat(server.put(world.token(Person.TUTOR), session() + "/pause", null).status())
                .isEqualTo(403);
        put("/api/admin/unit-roles/" + world.roleId(Person.TUTOR), "{\"active\": true}");
        assertThat(server.put(world.token(Person.TUTOR), session() + "/pause", null).status())
                .isEqualTo(200);
    }

    @Test
    void convenorWhoBecomesATutorSeesNoOthersTime() {
        assertThat(get(Person.CONVENOR, session())).isEqualTo(200);
        assertThat(get(Person.CONVENOR, live())).isEqualTo(200);
        put("/api/admin/unit-roles/" + world.roleId(Person.CONVENOR), "{\"role\": \"tutor\"}");
        assertThat(get(Person.CONVENOR, session())).isEqualTo(404);
        assertThat(get(Person.CONVENOR, live())).isEqualTo(404);
        var unit = server.get(world.token(Person.CONVENOR), unit()).body();
        assertThat(unit.has("own_tutor_time")).isTrue();
        assertThat(unit.has("total_tutor_time")).isFalse();
    }

    @Test
    void administratorWhoIsNoneAnyMoreAdministersNothing() {
        assertThat(get(Person.ADMIN, "/api/admin/users")).isEqualTo(200);
        // By hand, for administrators cannot end their own administration.
        server.database()
                .write(handle ->
                        handle.execute(
                                "UPDATE users SET system_role = 'none' WHERE id = ?",
                                world.userId(Person.ADMIN)));
        assertThat(get(Person.ADMIN, "/api/admin/users")).isEqualTo(403);
        assertThat(get(Person.ADMIN, session())).isEqualTo(404);
        assertThat(get(Person.ADMIN, unit())).isEqualTo(404);
    }

    @Test
    void whoeverIsDeactivatedIsSignedOutEverywhere() {
        put("/api/admin/users/" + world.userId(Person.CONVENOR), "{\"active\": false}");
        for (String path : new String[] {unit(), session(), live(), "/api/auth/tokens"}) {
            assertThat(get(Person.CONVENOR, path)).as(path).isEqualTo(401);
        }
    }

    private int get(Person person, String path) {
        return server.get(world.token(person), path).status();
    }

    private void put(String path, String change) {
        assertThat(server.put(world.token(Person.ADMIN), path, change).status()).isEqualTo(200);
    }

    private String unit() {
        return "/api/units/" + world.unitId();
    }

    private String live() {
        return "/api/live/units/" + world.unitId();
    }

    private String session() {
        return "/api/tutor-times/" + world.running();
    }
}
