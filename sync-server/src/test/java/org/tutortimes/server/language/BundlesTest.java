package org.tutortimes.server.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every text exists in every language, is used, and stands nowhere else.
class BundlesTest {

    private static final Path MAIN = Path.of("src/main");

    /// Where the code puts the end of a key together.
    private static final List<String> PUT_TOGETHER =
            List.of(
                    "action.",
                    "activity.",
                    "administration.role.",
                    "audit.action.",
                    "audit.field.",
                    "audit.subject.",
                    "breakdown.by.",
                    "breakdown.question.",
                    "classroom.attempt.",
                    "classroom.day.",
                    "classroom.done.",
                    "classroom.field.",
                    "classroom.meets.",
                    "classroom.next.",
                    "classroom.state.",
                    "fact.",
                    "fault.",
                    "flag.",
                    "form.",
                    "people.done.",
                    "overview.attention.held",
                    "overview.attention.paused-long",
                    "overview.attention.runs-long",
                    "overview.flagged.",
                    "overview.held.",
                    "period.",
                    "problem.",
                    "refused.",
                    "script.colour.",
                    "script.highlighted.",
                    "script.refused.",
                    "session.",
                    "sessions.done.",
                    "sessions.odd.",
                    "system.held.",
                    "system.rows.");

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasTheTextsOfEnglish(Language language) {
        for (String bundle : Bundles.NAMES) {
            if (bundle.equals("refusals")) {
                // The rules say these in English themselves.
                continue;
            }
            assertThat(ownKeys(bundle, language))
                    .as(bundle)
                    .isEqualTo(ownKeys(bundle, Language.ENGLISH));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguagePutsTheSameIntoATextAsEnglish(Language language) {
        Map<String, String> english = Bundles.texts(Language.ENGLISH.locale());
        Bundles.texts(language.locale())
                .forEach((key, text) -> {
                    if (english.containsKey(key)) {
                        assertThat(places(text)).as(key).isEqualTo(places(english.get(key)));
                    }
                });
    }

    @ParameterizedTest
    @EnumSource
    void noTextHoldsWhatTheFormatterOrHtmlWouldRead(Language language) {
        assertThat(Bundles.texts(language.locale()))
                .allSatisfy((key, text) ->
                        assertThat(text.replace("|1<", "")).as(key).doesNotContain("'", "<", "&"))
                .allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
    }

    @Test
    void everyTextIsUsedAndEveryUseHasAText() {
        Set<String> used = new TreeSet<>();
        read(".java", ".jte", ".js")
                .forEach((_, content) ->
                        used.addAll(found(content, "\"([a-z]+(?:[.][\\w-]+)+|period)\"")));
        Set<String> keys = Bundles.texts(Language.ENGLISH.locale()).keySet();
        Set<String> unused =
                keys.stream()
                        .filter(key -> PUT_TOGETHER.stream().noneMatch(key::startsWith))
                        .filter(key -> !used.contains(key.replaceFirst("[.](one|other)$", "")))
                        .filter(key -> !used.contains(key))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).isEmpty();

        Set<String> asked = new TreeSet<>();
        read(".java", ".jte")
                .forEach((_, content) ->
                        asked.addAll(
                                found(content, "words[.]text\\(\\s*\"([^\"]+[^.\"-])\"\\s*[,)]")));
        read(".js")
                .forEach(
                        (_, content) -> asked.addAll(found(content, "\\btext\\(\\s*\"([^\"]+)\"")));
        read(".js")
                .forEach((_, content) ->
                        found(content, "\\bcounted\\(\\s*\"([^\"]+)\"")
                                .forEach(key -> {
                                    asked.add(key + ".one");
                                    asked.add(key + ".other");
                                }));
        assertThat(keys).containsAll(asked);
        assertThat(asked).hasSizeGreaterThan(100);
    }

    @Test
    void noTemplateHoldsWordsOfItsOwn() {
        read(".jte")
                .forEach((path, content) -> {
                    String bare =
                            content.replaceAll("(?m)^\\s*(@|!\\{|`, content = @`).*$", "")
                                    .replaceAll("\\$\\{[^}]*\\}", "")
                                    .replaceAll(
                                            "@(if|elseif|for|template[.\\w]*)\\(([^()]|\\(([^()]|\\([^()]*\\))*\\))*\\)",
                                            "")
                                    .replaceAll("@(else|endif|endfor)", "")
                                    .replaceAll("Tutor Times", "");
                    assertThat(
                                    found(
                                            bare,
                                            "(?:aria-label|title|placeholder|alt)=\"([^\"]*\\p{L}[^\"]*)\""))
                            .as("%s: attributes", path)
                            .isEmpty();
                    assertThat(found(bare.replaceAll("(?s)<[^>]*>", " "), "([\\p{L}]{2,})"))
                            .as("%s: words", path)
                            .isEmpty();
                });
    }

    @Test
    void everyRefusalCodeHasAText() throws IOException {
        String contract = Files.readString(MAIN.resolve("resources/contract/openapi.yaml"));
        Set<String> codes = new TreeSet<>();
        for (String schema : List.of("ForbiddenError", "WrongStateError", "AgainstRuleError")) {
            String from = contract.substring(contract.indexOf("\n    " + schema + ":"));
            String list = from.substring(from.indexOf("enum:"), from.indexOf("details:"));
            codes.addAll(found(list, "- ([a-z_]+)"));
        }
        codes.addAll(
                List.of(
                        "busy",
                        "changed_meanwhile",
                        "internal_error",
                        "method_not_allowed",
                        "not_json",
                        "storage_unavailable"));
        assertThat(codes).hasSizeGreaterThan(40);
        assertThat(Bundles.of("refusals", Language.GERMAN.locale()).keySet())
                .containsAll(codes.stream().map(code -> "refused." + code).toList());
    }

    /// The keys that a language says itself.
    private static Set<String> ownKeys(String bundle, Language language) {
        String suffix = language == Language.ENGLISH ? "" : "_" + language.tag();
        Path file = MAIN.resolve("resources/words/" + bundle + suffix + ".properties");
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> places(String text) {
        return new TreeSet<>(found(text, "\\{(\\d)"));
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static Map<Path, String> read(String... endings) {
        try (Stream<Path> files = Files.walk(MAIN)) {
            Map<Path, String> contents = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Stream.of(endings).anyMatch(file.toString()::endsWith)) {
                    contents.put(file, Files.readString(file));
                }
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
