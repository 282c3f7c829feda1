package org.tutortimes.server.demo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Who is in the sample unit. Made-up people; the order and the ids never change.
final class SamplePeople {

    /// Somebody with a user of their own.
    record Person(long id, String username, String name) {
        String email(String host) {
            return username + "@" + host;
        }
    }

    static final List<Person> CONVENORS =
            List.of(
                    new Person(1, "maya", "Maya Thornton"),
                    new Person(2, "andrei", "Andrei Popescu"));

    static final Person ADMINISTRATOR = new Person(3, "ingrid", "Ingrid Solberg");

    static final List<Person> TUTORS =
            List.of(
                    new Person(11, "tia", "Tia Nakamura"),
                    new Person(12, "owen", "Owen Gallagher"),
                    new Person(13, "priya", "Priya Raghavan"),
                    new Person(14, "marcus", "Marcus Okonkwo"));

    private static final long FIRST_STUDENT = 101;

    private static final String STUDENT_NAMES =
            """
            Aaliyah Hassan
            Adam Kowalczyk
            Aisha Mohamud
            Alexander Whitfield
            Amelia Rossi
            Anh Nguyen
            Arjun Mehta
            Ayumi Sato
            Beatriz Carvalho
            Benjamin O'Sullivan
            Callum Fraser
            Chloé Lambert
            Daniel Kim
            Darius Ahmadi
            Elena Marinković
            Ethan Walker
            Fatima Al-Sayed
            Finn Sørensen
            Gabriela Torres
            Grace Liang
            Hamish McLeod
            Hana Novák
            Harpreet Singh
            Huong Tran
            Imogen Clarke
            Isaac Tamihana
            Ishaan Kapoor
            Jack Nguyen
            Jasmine Pereira
            Jin-woo Park
            Joshua Adeyemi
            Karolina Zielińska
            Kiri Ngata
            Lachlan Murray
            Leila Haddad
            Liam Papadopoulos
            Lucía Fernández
            Malakai Tupou
            Matilda Jensen
            Mei-Ling Chen
            Mohammed Rahman
            Natalie Bergström
            Nikhil Sharma
            Noah Abrahams
            Olivia Bianchi
            Oscar Lindqvist
            Pallavi Iyer
            Quang Pham
            Rania Khoury
            Ruby Anderson
            Samuel Oduya
            Sanjana Perera
            Sienna Mitchell
            Tariq Nasser
            Thandiwe Dlamini
            Thomas Nguyen
            Wei Zhang
            Yasmin Demir
            Zachary Cohen
            Zoë Vasilakis
            """;

    static final List<Person> STUDENTS = students();

    private SamplePeople() {}

    private static List<Person> students() {
        List<Person> students = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        long id = FIRST_STUDENT;
        for (String name : STUDENT_NAMES.lines().toList()) {
            students.add(new Person(id, username(name, taken), name));
            id++;
        }
        return List.copyOf(students);
    }

    /// First letter and family name, as universities do it, with a number where that is taken.
    private static String username(String name, Set<String> taken) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replace("ø", "o")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z ]", "");
        String family = plain.substring(plain.lastIndexOf(' ') + 1);
        String wish = plain.charAt(0) + family;
        String username = wish;
        for (int number = 2; !taken.add(username); number++) {
            username = wish + number;
        }
        return username;
    }
}
