package org.tutortimes.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tutortimes.server.importformat.ImportContent;
import org.tutortimes.server.importformat.ImportCsv;
import org.tutortimes.server.importformat.ImportFault;
import org.tutortimes.server.importformat.ImportJson;
import org.tutortimes.server.importformat.ImportList;

/// Files as no program should write them. None of them gets as far as the database.
class OddFilesTest {

    /// What only programmers would understand.
    private static final String OF_THE_PROGRAM =
            "(?is).*(exception|jackson|java\\.|token|deserializ|org\\.|parser|com\\.).*";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"users\"",
                "{\"users\":",
                "{\"users\": [",
                "{\"users\": [{\"id\": 1",
                "{\"users\": [{\"id\": 1}",
                "{\"users\": [{\"id\": 1}]",
                "{\"users\": [{\"name\": \"T"
            })
    void aFileThatEndsInTheMiddleIsToldSo(String json) {
        assertThat(faults(json))
                .contains("odd.json:1: the file ends in the middle of the JSON")
                .noneMatch(fault -> fault.matches(OF_THE_PROGRAM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{users: []}",
                "{'users': []}",
                "{\"users\": [1,]}",
                "{\"users\" []}",
                "nothing",
                "{\"users\": [{\"id\": 01}]}",
                "{\"users\": [{\"id\": NaN}]}",
                "{\"a\": \"\t\"}",
                "{\"users\": [{\"id\": 1e}]}",
                "// users\n{}",
                "{\"users\": [}",
                "]",
                "{\"a\": \"\\x\"}"
            })
    void whatIsNoJsonIsToldInPlainWords(String json) {
        assertThat(faults(json))
                .isNotEmpty()
                .allMatch(fault ->
                        fault.contains("this is not JSON, at or before column")
                                || fault.contains("must hold objects only"))
                .noneMatch(fault -> fault.matches(OF_THE_PROGRAM));
    }

    @Test
    void nestingAndTextsWithoutEndAreToldInPlainWords() {
        String deep = "[".repeat(100_000);
        assertThat(faults("{\"notes\": " + deep))
                .singleElement()
                .asString()
                .contains("is larger than any import needs");
        assertThat(faults("{\"units\": [{\"name\": \"" + "x".repeat(21_000_000) + "\"}]}"))
                .singleElement()
                .asString()
                .contains("is larger than any import needs");
        assertThat(faults("{\"users\": [{\"id\": " + "9".repeat(2_000) + "}]}"))
                .singleElement()
                .asString()
                .contains("is larger than any import needs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    users | {"id": "1"} | id must be a whole number from 1 on
                    users | {"id": 1.5} | id must be a whole number from 1 on
                    users | {"id": -1} | id must be a whole number from 1 on
                    users | {"id": 99999999999999999999} | id must be a whole number from 1 on
                    users | {"id": true} | id must be a whole number from 1 on
                    users | {"id": null} | id must be given
                    users | {"username": 5} | username must be a text of 1 to 100 characters
                    users | {"username": true} | username must be a text of 1 to 100 characters
                    users | {"username": {}} | username must be a text of 1 to 100 characters
                    users | {"username": "a\\u0000b"} | username must be a text of 1 to 100 characters
                    users | {"username": "a\\ud800"} | username must be a text of 1 to 100 characters
                    users | {"active": 1} | active must be true or false
                    users | {"active": "yes"} | active must be true or false
                    users | {"system_role": "boss"} | system_role must be one of none, admin
                    users | {"password": 5} | password must be a text
                    units | {"zone": "+10:00"} | zone must be an IANA time zone such as Australia/Melbourne
                    units | {"zone": "Mars/Olympus"} | zone must be an IANA time zone such as Australia/Melbourne
                    units | {"start_date": "13.7.2026"} | start_date must be a date such as 2026-07-13
                    units | {"start_date": "+12026-07-13"} | start_date must be a date such as 2026-07-13
                    units | {"start_date": 2026} | start_date must be a date such as 2026-07-13
                    units | {"budget_hours": -1} | budget_hours must be a whole number from 0 to 1000000
                    units | {"budget_hours": 1e3} | budget_hours must be a whole number from 0 to 1000000
                    tutorials | {"meeting_time": "25:00"} | meeting_time must be a time of day such as 08:00
                    classes | {"student_ids": ["50"]} | student_ids must be a list of ids
                    classes | {"student_ids": [[1]]} | student_ids must be a list of ids
                    classes | {"student_ids": 50} | student_ids must be a list of ids
                    """)
    void aValueOfAnotherTypeIsToldByItsField(String list, String row, String fault) {
        assertThat(faults("{\"" + list + "\": [\n" + row + "]}"))
                .contains("odd.json:2: " + list + "." + fault)
                .noneMatch(other -> other.matches(OF_THE_PROGRAM));
    }

    @Test
    void bytesThatAreNoUtf8AreToldAtTheirLine() throws IOException {
        byte[] latin =
                "{\"users\": [\n{\"name\": \"Zo\u00eb\"}]}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(faults(latin)).containsExactly("odd.json:2: this is not UTF-8");
    }

    @Test
    void aByteOrderMarkAndWindowsLinesAreFine() throws IOException {
        byte[] text =
                "\uFEFF{\"users\": [\r\n{\"id\": 0,\r\n\"username\": 1}]}"
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(faults(text))
                .containsExactly(
                        "odd.json:2: users.id must be a whole number from 1 on",
                        "odd.json:2: users.name must be given",
                        "odd.json:3: users.username must be a text of 1 to 100 characters");
    }

    @Test
    void csvCountsLinesThroughQuotesAndWindowsLineBreaks() {
        assertThat(
                        csvFaults(
                                """
                                id,username,name
                                1,tia,"Tia
                                of ""Two"" Lines"
                                x,tom,Tom
                                """
                                        .replace("\n", "\r\n")))
                .containsExactly("users.csv:4: users.id must be a whole number from 1 on");
    }

    @Test
    void csvWithAStrayQuoteIsToldInPlainWords() {
        for (String text :
                List.of(
                        "id,username,name\n1,tia,\"Tia\n",
                        "id,username,name\n1,tia,\"Tia\" x\n2,tom,Tom\n")) {
            assertThat(csvFaults(text))
                    .singleElement()
                    .asString()
                    .contains("a quote is opened and not closed, or something stands between")
                    .doesNotMatch(OF_THE_PROGRAM);
        }
    }

    @Test
    void csvOfNothingAndOfTheSameColumnTwiceIsAFault() {
        assertThat(csvFaults(""))
                .containsExactly("users.csv:1: the first row must name the columns");
        assertThat(csvFaults("\uFEFF"))
                .containsExactly("users.csv:1: the first row must name the columns");
        assertThat(csvFaults("id,name,name\n"))
                .containsExactly("users.csv:1: users.name is given twice");
    }

    @Test
    void csvWithOtherSeparatorsIsToldThatColumnsArePartedByCommas() {
        assertThat(csvFaults("id;username;name\n1;tia;Tia\n"))
                .containsExactly(
                        "users.csv:1: users.id must be among the columns; the first row names"
                                + " id;username;name: columns are parted by commas, not by"
                                + " semicolons");
        assertThat(csvFaults("id\tusername\tname\n1\ttia\tTia\n"))
                .containsExactly(
                        "users.csv:1: users.id must be among the columns; the first row names"
                                + " id username name: columns are parted by commas, not by tabs");
        assertThat(csvFaults("Nr,Username\n1,tia\n"))
                .containsExactly(
                        "users.csv:1: users.id must be among the columns; the first row names Nr,"
                                + " Username");
    }

    private static List<String> faults(String json) {
        try {
            return faults(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> faults(byte[] json) throws IOException {
        ImportContent content = new ImportContent();
        ImportJson.read("odd.json", new ByteArrayInputStream(json), content);
        return told(content);
    }

    private static List<String> csvFaults(String text) {
        ImportContent content = new ImportContent();
        ImportCsv.read(
                ImportList.USERS, "users.csv", text.getBytes(StandardCharsets.UTF_8), content);
        return told(content);
    }

    /// The faults on an empty database.
    private static List<String> told(ImportContent content) {
        return new ArrayList<>(
                ImportCheck.plan(content, new NothingStored()).faults().stream()
                        .map(ImportFault::toString)
                        .toList());
    }
}
