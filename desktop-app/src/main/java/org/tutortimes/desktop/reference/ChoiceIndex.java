package org.tutortimes.desktop.reference;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.desktop.timer.ChoiceNames;
import org.tutortimes.desktop.timer.ChoiceSearch;
import org.tutortimes.model.sync.Reference;
import org.tutortimes.model.timer.MarkingTarget;

/// All choices in memory, in the order in which they are shown, with the words that find them.
///
/// Any thread may search while another takes newer data in.
public final class ChoiceIndex implements ChoiceSearch, ChoiceNames {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Reference NOTHING =
            new Reference("", true, List.of(), List.of(), List.of(), List.of(), List.of());

    private record Recent(long unitRoleId, MarkingTarget target) {}

    private record Entry(Choice choice, String words) {}

    private record Content(ChoiceList names, List<OwnUnit> units, List<Entry> entries) {}

    private volatile Content content = content(NOTHING);
    private final Map<Recent, Instant> recents = new HashMap<>();

    /// Replaces all that can be chosen.
    public void show(Reference reference) {
        content = content(reference);
    }

    /// Forgets what was used, for another account.
    public void forgetUsed() {
        synchronized (recents) {
            recents.clear();
        }
    }

    @Override
    public void used(long unitRoleId, MarkingTarget target, Instant at) {
        synchronized (recents) {
            recents.merge(new Recent(unitRoleId, target), at, (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    @Override
    public Choice named(long unitRoleId, MarkingTarget target) {
        return content.names().named(unitRoleId, target);
    }

    /// The units in which the tutor can mark now, by code.
    public List<OwnUnit> units() {
        return content.units();
    }

    /// The unit of one of the tutor's roles; empty where it is not known on this computer yet.
    public OptionalLong unitOf(long unitRoleId) {
        return content.names().unitOf(unitRoleId);
    }

    @Override
    public List<Choice> matching(String typed, int limit) {
        List<String> words = SPACE.splitAsStream(plain(typed)).filter(w -> !w.isEmpty()).toList();
        Map<Recent, Instant> used = usedNow();
        List<Choice> recent = new ArrayList<>();
        List<Choice> others = new ArrayList<>();
        for (Entry entry : content.entries()) {
            if (words.stream().allMatch(entry.words()::contains)) {
                Choice choice = entry.choice();
                if (used.containsKey(key(choice))) {
                    recent.add(choice);
                } else if (others.size() < limit
                        && (!words.isEmpty() || choice.studentName() == null)) {
                    others.add(choice);
                }
            }
        }
        recent.sort(
                Comparator.comparing((Choice choice) -> used.getOrDefault(key(choice), Instant.MIN))
                        .reversed());
        recent.addAll(others);
        return recent.stream().limit(limit).toList();
    }

    private Map<Recent, Instant> usedNow() {
        synchronized (recents) {
            return Map.copyOf(recents);
        }
    }

    private static Recent key(Choice choice) {
        return new Recent(choice.unitRoleId(), choice.target());
    }

    private static Content content(Reference reference) {
        ChoiceList names = new ChoiceList(reference);
        return new Content(
                names,
                names.units(),
                names.choosable().stream()
                        .map(choice -> new Entry(choice, plain(words(choice))))
                        .toList());
    }

    private static String words(Choice choice) {
        String student = choice.studentName() == null ? "pile" : choice.studentName();
        return String.join(
                "\n", choice.unitCode(), choice.abbreviation(), choice.taskName(), student);
    }

    /// Lower case without accents, so that `rene` finds René.
    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT).strip();
    }
}
