package org.tutortimes.server.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a guide shows of a session in a shell: in its `console` blocks, lines that begin with `$ `
/// are typed, and what follows is printed; a command goes on after a backslash. A block whose fence
/// names a file after the language, such as `json unit.json`, is that file, and nothing else.
record GuideSession(List<Step> steps) {

    /// One thing that the reader does.
    sealed interface Step {
        /// Saves a file.
        record Save(String name, String content) implements Step {}

        /// Types a command.
        ///
        /// @param printed what the guide shows; `…` stands for anything
        record Type(String command, String printed) implements Step {

            /// Whether this is what the guide shows, however the guide breaks its lines.
            boolean shows(String output) {
                String pattern =
                        Arrays.stream(withoutSpace(printed).split("…", -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining(".*"));
                return withoutSpace(output).matches(pattern);
            }
        }
    }

    private static final String FENCE = "```";
    private static final String PROMPT = "$ ";

    GuideSession {
        steps = List.copyOf(steps);
    }

    static GuideSession in(String guide) {
        List<Step> steps = new ArrayList<>();
        List<String> block = new ArrayList<>();
        String kind = "";
        for (String line : guide.lines().toList()) {
            if (line.startsWith(FENCE) && kind.isEmpty()) {
                kind = line.substring(FENCE.length()).strip();
                block.clear();
            } else if (line.startsWith(FENCE)) {
                read(kind, block, steps);
                kind = "";
            } else {
                block.add(line);
            }
        }
        return new GuideSession(steps);
    }

    private static void read(String kind, List<String> block, List<Step> steps) {
        int space = kind.indexOf(' ');
        if (space > 0) {
            steps.add(new Step.Save(kind.substring(space).strip(), String.join("\n", block)));
        } else if (kind.equals("console")) {
            readCommands(block, steps);
        }
    }

    private static void readCommands(List<String> block, List<Step> steps) {
        List<String> command = new ArrayList<>();
        List<String> printed = new ArrayList<>();
        for (String line : block) {
            boolean continues = !command.isEmpty() && command.getLast().endsWith("\\");
            if (continues && printed.isEmpty()) {
                command.add(line);
            } else if (line.startsWith(PROMPT)) {
                end(command, printed, steps);
                command.add(line.substring(PROMPT.length()));
            } else {
                printed.add(line);
            }
        }
        end(command, printed, steps);
    }

    private static void end(List<String> command, List<String> printed, List<Step> steps) {
        if (!command.isEmpty()) {
            steps.add(new Step.Type(String.join("\n", command), String.join("\n", printed)));
        }
        command.clear();
        printed.clear();
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }
}
