// Filters take effect at once, and leave out of the address what is not chosen.

for (const form of document.querySelectorAll("form[data-filters]")) {
    form.addEventListener("change", ({ target }) => {
        // A date that is typed goes through dates that nobody means.
        if (target.type !== "date") {
            form.requestSubmit();
        }
    });
    form.addEventListener("submit", () => {
        for (const field of form.elements) {
            field.disabled = field.name !== "" && field.value === "";
        }
    });
}
