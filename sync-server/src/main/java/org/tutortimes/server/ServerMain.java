package org.tutortimes.server;

import org.tutortimes.server.admin.AddUserCommand;
import org.tutortimes.server.admin.ImportCommand;
import org.tutortimes.server.check.CheckCommand;
import org.tutortimes.server.demo.DemoCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The server's command line.
@Command(
        name = "tutor-times-server",
        description = "Keeps the marking time of tutors.",
        mixinStandardHelpOptions = true,
        version = "Tutor Times " + ServerMain.VERSION,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            ImportCommand.class,
            AddUserCommand.class,
            CheckCommand.class,
            DemoCommand.class
        })
public final class ServerMain {

    /// Of the program.
    public static final String VERSION = "1.0.0";

    private static final int FAILED = 1;

    private ServerMain() {}

    public static void main(String... arguments) {
        int exitCode = commandLine().execute(arguments);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new ServerMain())
                .setExecutionExceptionHandler((failure, command, _) -> {
                    if (!(failure instanceof StartFailure)) {
                        throw failure;
                    }
                    command.getErr().println(failure.getMessage());
                    return FAILED;
                });
    }
}
