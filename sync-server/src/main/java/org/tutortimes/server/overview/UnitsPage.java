package org.tutortimes.server.overview;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.PageLanguage;
import org.tutortimes.server.pages.Shell;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitAccess.VisibleUnit;
import org.tutortimes.server.report.UnitCard;
import org.tutortimes.server.report.UnitReport;
import org.tutortimes.server.web.Routes;

/// The reader's units at a glance.
public final class UnitsPage implements Routes {

    private final UnitAccess units;
    private final UnitReport report;
    private final PageFrame frame;

    public UnitsPage(UnitAccess units, UnitReport report, PageFrame frame) {
        this.units = units;
        this.report = report;
        this.frame = frame;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/", frame.page(this::list), Access.PAGE);
    }

    /// The page of the only unit where there is just one. Who has none and is a student of classes
    /// finds those.
    private void list(Context context) {
        Caller caller = AccessControl.caller(context);
        List<VisibleUnit> visible = units.unitsOf(caller.userId(), caller.admin());
        if (visible.size() == 1) {
            context.redirect("/units/" + visible.getFirst().id());
            return;
        }
        Words words = PageLanguage.words(context);
        Shell shell = frame.shell(context, words.text("frame.units"), visible, null);
        if (visible.isEmpty() && shell.student()) {
            context.redirect("/classes");
            return;
        }
        List<Card> cards =
                report.cards(visible, caller.userId()).stream()
                        .map(card -> card(card, words))
                        .toList();
        frame.show(context, "overview/units", shell, Map.of("cards", cards));
    }

    /// A card as its template writes it: every text is final.
    ///
    /// @param total numbers and their units in turn, such as 12, h, 20, min
    /// @param running empty where nothing runs
    public record Card(
            long id,
            String code,
            String name,
            String label,
            List<String> total,
            String thisWeek,
            String running,
            UnitView.@Nullable Budget budget) {}

    private static Card card(UnitCard unit, Words words) {
        return new Card(
                unit.id(),
                unit.code(),
                unit.name(),
                words.text(unit.whole() ? "overview.total" : "overview.total.own"),
                List.of(words.duration(unit.seconds()).split(" ")),
                words.duration(unit.thisWeekSeconds()),
                unit.running() == 0 ? "" : words.text("overview.card.running", unit.running()),
                BudgetWords.of(unit.budgetHours(), unit.seconds(), words));
    }
}
