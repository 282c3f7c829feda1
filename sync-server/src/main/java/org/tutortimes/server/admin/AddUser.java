package org.tutortimes.server.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tutortimes.model.account.SystemRole;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.StartFailure;
import org.tutortimes.server.importformat.ImportList;
import org.tutortimes.server.importing.Editor;
import org.tutortimes.server.importing.RowEdit;

/// Adds a user who can sign in at once, from the command line.
public final class AddUser {

    private final RowEdit rows;

    public AddUser(RowEdit rows) {
        this.rows = rows;
    }

    /// Adds a user under the next free id of this server's own range.
    ///
    /// @return the id
    /// @throws StartFailure where the name is taken, or name or password are none
    public long run(String username, String name, SystemRole role, String password) {
        ObjectNode fields =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("username", username)
                        .put("name", name)
                        .put("system_role", role.name().toLowerCase(Locale.ROOT))
                        .put("password", password);
        try {
            return rows.add(ImportList.USERS, fields, Editor.OPERATOR).asLong();
        } catch (Refused e) {
            if (e.refusal() instanceof Refusal.Malformed malformed) {
                throw new StartFailure(
                        new TreeMap<>(malformed.faults())
                                .entrySet().stream()
                                        .map(fault -> fault.getKey() + " " + fault.getValue())
                                        .collect(
                                                Collectors.joining(
                                                        "; ", "No user was added: ", ".")));
            }
            throw e;
        }
    }
}
