package org.tutortimes.server.overview;

import org.jspecify.annotations.Nullable;
import org.tutortimes.server.language.Words;

/// How much of a unit's budget is used, in words.
final class BudgetWords {

    private BudgetWords() {}

    /// The words; null where there is no budget.
    static UnitView.@Nullable Budget of(@Nullable Long hours, long usedSeconds, Words words) {
        if (hours == null || hours <= 0) {
            return null;
        }
        long seconds = hours * 3_600;
        long left = seconds - usedSeconds;
        long percent = usedSeconds * 100 / seconds;
        return new UnitView.Budget(
                words.text("overview.budget.used", percent, hours),
                left >= 0
                        ? words.text("overview.budget.left", words.duration(left))
                        : words.text("overview.budget.over", words.duration(-left)),
                (int) Math.min(100, percent),
                left < 0);
    }
}
