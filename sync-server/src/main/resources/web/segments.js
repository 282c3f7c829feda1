// Whoever fills the last line of a correction gets another one.

for (const field of document.querySelectorAll("[data-segments]")) {
    field.addEventListener("input", () => {
        const last = [...field.querySelectorAll(".segment")].at(-1);
        if (last.querySelectorAll("input[type=datetime-local]")[0].value === "") {
            return;
        }
        const next = last.cloneNode(true);
        const number = field.querySelectorAll(".segment").length;
        for (const input of next.querySelectorAll("input")) {
            input.value = "";
            const label = input.getAttribute("aria-label");
            if (label) {
                input.setAttribute("aria-label", label.replace(/\d+/, String(number + 1)));
            }
        }
        last.after(next);
    });
}
