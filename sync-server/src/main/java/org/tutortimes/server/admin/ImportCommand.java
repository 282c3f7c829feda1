package org.tutortimes.server.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.DataOptions;
import org.tutortimes.server.StartFailure;
import org.tutortimes.server.importing.Editor;
import org.tutortimes.server.importing.ImportResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `import FILE|DIR`.
@Command(
        name = "import",
        description = "Takes over users, units, roles, tasks and tutorials from files.",
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    /// Who has more has one fault many times.
    private static final int MOST_FAULTS = 200;

    @Mixin private DataOptions data = new DataOptions();

    @Parameters(paramLabel = "FILE|DIR", description = "A JSON file, or a folder of CSV files.")
    private @Nullable Path source;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Path files = Objects.requireNonNull(source);
        if (!Files.exists(files)) {
            throw new StartFailure("There is no file or folder " + files + ".");
        }
        ImportResult result = AdminData.use(data.config(), parts -> run(parts, files));
        return switch (result) {
            case ImportResult.Imported imported -> told(imported);
            case ImportResult.Faulty faulty -> told(faulty);
        };
    }

    private static ImportResult run(AdminData parts, Path files) {
        try {
            return parts.newImport().run(files, Editor.OPERATOR);
        } catch (IOException e) {
            throw new StartFailure("%s cannot be read: %s.".formatted(files, reason(e)), e);
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "this user may not read " + denied.getFile();
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default -> "the system gives no reason";
        };
    }

    private int told(ImportResult.Imported imported) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.printf("%-18s %9s %9s %9s%n", "", "added", "changed", "unchanged");
        for (ImportResult.ListSummary list : imported.lists()) {
            out.printf(
                    "%-18s %9d %9d %9d%n",
                    list.list(), list.added(), list.changed(), list.unchanged());
        }
        if (!imported.ignored().isEmpty()) {
            out.println("Not known, and left out: " + String.join(", ", imported.ignored()));
        }
        if (imported.released() > 0) {
            out.printf("%d events that were held count now.%n", imported.released());
        }
        out.flush();
        return 0;
    }

    private int told(ImportResult.Faulty faulty) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getErr();
        int count = faulty.faults().size();
        out.println(
                "Nothing was imported, because of "
                        + (count == 1 ? "a fault:" : count + " faults:"));
        faulty.faults().stream().limit(MOST_FAULTS).forEach(out::println);
        if (count > MOST_FAULTS) {
            out.println("… and %d more.".formatted(count - MOST_FAULTS));
        }
        out.flush();
        return FAILED;
    }
}
