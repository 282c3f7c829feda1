package org.tutortimes.desktop.reference;

import org.tutortimes.desktop.journal.SessionStore;
import org.tutortimes.desktop.store.LocalDatabase;

/// Brings into the index what this computer knows of an account: what it can mark, and what it
/// marked last.
public final class ChoiceFilling {
    private static final int RECENT = 200;

    private final LocalDatabase database;
    private final ReferenceStore references;
    private final ChoiceIndex choices;

    public ChoiceFilling(LocalDatabase database, ReferenceStore references, ChoiceIndex choices) {
        this.database = database;
        this.references = references;
        this.choices = choices;
    }

    public void fill(String account) {
        choices.forgetUsed();
        choices.show(references.all(database, account));
        SessionStore.usedLast(database, account, RECENT)
                .forEach(used -> choices.used(used.unitRoleId(), used.target(), used.at()));
    }
}
