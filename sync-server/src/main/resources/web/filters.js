// Leaves out of the address what is not chosen.

for (const form of document.querySelectorAll("form[data-filters]")) {
    form.addEventListener("formdata", ({ formData }) => {
        for (const [name, value] of [...formData]) {
            if (value === "") {
                formData.delete(name);
            }
        }
    });
}
