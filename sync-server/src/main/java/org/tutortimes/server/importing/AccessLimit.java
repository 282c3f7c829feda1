package org.tutortimes.server.importing;

import java.util.ArrayList;
import java.util.List;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.importformat.ImportContent;
import org.tutortimes.server.importformat.ImportList;
import org.tutortimes.server.importformat.ImportRow;
import org.tutortimes.server.importformat.ImportRow.Cell;
import org.tutortimes.server.importing.ImportPlan.ChangedRow;
import org.tutortimes.server.importing.ImportPlan.ListPlan;
import org.tutortimes.server.importing.ImportPlan.StoredRow;

/// What editors may not do who bring data and decide nothing about who has a say on the server:
/// give a password, or make, change or unmake an administrator. Otherwise whoever has such a
/// program's token could make themselves one.
final class AccessLimit {

    private AccessLimit() {}

    /// Refuses an import that goes beyond what its editor may do.
    ///
    /// @param plan of this content, without faults
    static void hold(Editor editor, ImportContent content, ImportPlan plan) {
        if (editor.decidesOnAccess()) {
            return;
        }
        List<Object> given = passwordsGiven(content);
        if (!given.isEmpty()) {
            throw refused("give a password, as it does for ", given);
        }
        List<Object> administrators = administratorsTouched(plan);
        if (!administrators.isEmpty()) {
            throw refused("make, change or unmake an administrator: ", administrators);
        }
    }

    /// Also those that would be left out, because the user has one: the rule is to be a plain one.
    private static List<Object> passwordsGiven(ImportContent content) {
        List<Object> users = new ArrayList<>();
        for (ImportRow row : content.rows(ImportList.USERS)) {
            Cell password = row.cell(ImportList.PASSWORD);
            Cell id = row.cell(ImportList.USERS.id());
            if (password != null && password.text() != null && id != null && id.text() != null) {
                users.add(id.text());
            }
        }
        return users;
    }

    private static List<Object> administratorsTouched(ImportPlan plan) {
        List<Object> users = new ArrayList<>();
        for (ListPlan list : plan.lists()) {
            if (list.list() != ImportList.USERS) {
                continue;
            }
            for (StoredRow added : list.added()) {
                if (isAdministrator(added)) {
                    users.add(added.id());
                }
            }
            for (ChangedRow changed : list.changed()) {
                if (isAdministrator(changed.before()) || isAdministrator(changed.after())) {
                    users.add(changed.after().id());
                }
            }
        }
        return users;
    }

    private static boolean isAdministrator(StoredRow user) {
        return "admin".equals(user.value(ImportList.USERS, "system_role"));
    }

    private static Refused refused(String what, List<Object> users) {
        String others = users.size() == 1 ? "" : " and %d more".formatted(users.size() - 1);
        return new Refused(
                new Refusal.Forbidden(
                        "A service may not " + what + "user " + users.getFirst() + others + ".",
                        "not_for_services"));
    }
}
