package org.tutortimes.server.admin;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.SystemRole;
import org.tutortimes.server.DataOptions;
import org.tutortimes.server.StartFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `add-user USERNAME --role ROLE`.
@Command(
        name = "add-user",
        description = {
            "Adds a user.",
            "Asks for the password, or reads it as one line from standard input."
        },
        mixinStandardHelpOptions = true)
public final class AddUserCommand implements Callable<Integer> {

    @Mixin private DataOptions data = new DataOptions();

    @Parameters(paramLabel = "USERNAME", description = "What the user signs in with.")
    private @Nullable String username;

    @Option(
            names = "--role",
            paramLabel = "admin|none",
            required = true,
            description = "admin manages the whole server; roles in units come by import.")
    private @Nullable String role;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The full name; the user name if not given.")
    private @Nullable String name;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        String user = Objects.requireNonNull(username);
        SystemRole systemRole = systemRole();
        String password = password(user);
        long id =
                AdminData.use(
                        data.config(),
                        parts ->
                                parts.newAddUser()
                                        .run(
                                                user,
                                                name == null || name.isBlank()
                                                        ? user
                                                        : name.strip(),
                                                systemRole,
                                                password));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.printf("Added user %s with id %d.%n", user, id);
        out.flush();
        return 0;
    }

    private SystemRole systemRole() {
        for (SystemRole known : SystemRole.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(role)) {
                return known;
            }
        }
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "--role must be admin or none");
    }

    private static String password(String user) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> askedFor(console, user))
                .orElseGet(AddUserCommand::fromStandardInput);
    }

    private static String askedFor(Console console, String user) {
        char[] first = console.readPassword("Password for %s: ", user);
        char[] second = console.readPassword("Once more: ");
        if (first == null || !Arrays.equals(first, second)) {
            throw new StartFailure("The two passwords differ; nothing was added.");
        }
        return new String(first);
    }

    private static String fromStandardInput() {
        BufferedReader input =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            String line = input.readLine();
            if (line == null) {
                throw new StartFailure("There is no password on standard input.");
            }
            return line;
        } catch (IOException e) {
            throw new StartFailure("The password cannot be read from standard input.", e);
        }
    }
}
