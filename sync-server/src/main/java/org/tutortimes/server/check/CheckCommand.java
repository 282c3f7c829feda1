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

    @Mixin private DataOptions data = new DataOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (Database database = Database.openExisting(data.config().database())) {
            List<String> failures = new Check(database).failures();
            if (spec != null) {
                PrintWriter out = spec.commandLine().getOut();
                failures.forEach(out::println);
                out.println(
                        failures.isEmpty()
                                ? "All is well."
                                : "%d failures.".formatted(failures.size()));
                out.flush();
            }
            return failures.isEmpty() ? 0 : 1;
        }
    }
}
