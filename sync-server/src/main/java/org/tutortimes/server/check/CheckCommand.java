package org.tutortimes.server.check;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.DataOptions;
import org.tutortimes.server.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `check`: proves every invariant on the stored data.
@Command(
        name = "check",
        description = "Proves that what is stored is what the events say.",
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {

    private static final int MOST_PRINTED = 200;

    @Mixin private DataOptions data = new DataOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (Database database = Database.openExisting(data.config().database())) {
            List<String> failures = new Check(database).failures();
            if (spec != null) {
                PrintWriter out = spec.commandLine().getOut();
                print(failures, out);
                out.flush();
            }
            return failures.isEmpty() ? 0 : 1;
        }
    }

    /// One damage can show in every session: the first of them say enough.
    static void print(List<String> failures, PrintWriter out) {
        failures.stream().limit(MOST_PRINTED).forEach(out::println);
        if (failures.size() > MOST_PRINTED) {
            out.println("… and %d more.".formatted(failures.size() - MOST_PRINTED));
        }
        out.println(
                switch (failures.size()) {
                    case 0 -> "All is well.";
                    case 1 -> "1 failure.";
                    default -> "%d failures.".formatted(failures.size());
                });
    }
}
