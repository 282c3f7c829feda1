package org.tutortimes.server.roles;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.TestServer;

/// One request about one thing, to be asked by everybody: a row of the table.
///
/// @param address as the server names it, such as `GET /api/units/{id}`
/// @param about in words; begins with `unknown` where there is no such thing
record Question(
        String address,
        String about,
        Choice id,
        @Nullable Function<World, String> body,
        Consumer<World> before) {

    /// What the request is about may depend on who asks: everybody has tokens of their own.
    interface Choice {
        Object of(World world, Person person);
    }

    static Question of(String address, String about) {
        return of(address, about, (_, _) -> "");
    }

    static Question of(String address, String about, Function<World, Object> id) {
        return of(address, about, (world, _) -> id.apply(world));
    }

    static Question of(String address, String about, Choice id) {
        return new Question(address, about, id, null, _ -> {});
    }

    Question sending(Function<World, String> json) {
        return new Question(address, about, id, json, before);
    }

    Question sending(String json) {
        return sending(_ -> json);
    }

    /// What has to happen to the things of the world first.
    Question after(Consumer<World> preparation) {
        return new Question(address, about, id, body, preparation);
    }

    boolean isAboutNothing() {
        return about.startsWith("unknown");
    }

    boolean isAboutOwn() {
        return about.startsWith("own");
    }

    boolean changesNothing() {
        return address.startsWith("GET ");
    }

    TestServer.Answer askedBy(Person person, World world) {
        String[] parts = address.split(" ", 2);
        String path = parts[1];
        for (String value : String.valueOf(id.of(world, person)).split(",", -1)) {
            path = path.replaceFirst("\\{[^}]+}", value);
        }
        var request =
                world.server().request(parts[0], path, body == null ? null : body.apply(world));
        if (person != Person.NOBODY) {
            request.header("Authorization", "Bearer " + world.token(person));
        }
        return world.server().send(request);
    }
}
