// What the pages of those who run a class can do only with a script: copy the link for students,
// take a list of students from a file, and show highlights in their colours.

import { text } from "./words.js";

for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
        const field = document.getElementById(button.dataset.copy);
        field.select();
        try {
            await navigator.clipboard.writeText(field.value);
            button.textContent = text("script.copied");
        } catch {
            // It is selected: the reader's own keys copy it.
            button.textContent = text("script.press-to-copy");
        }
    });
}

for (const label of document.querySelectorAll("[data-file]")) {
    label.hidden = false;
    label.querySelector("input").addEventListener("change", async (event) => {
        const file = event.target.files[0];
        if (file) {
            document.getElementById(label.dataset.file).value = await file.text();
        }
    });
}

for (const marked of document.querySelectorAll("[data-color]")) {
    if (/^#[0-9A-F]{6}$/i.test(marked.dataset.color)) {
        marked.style.setProperty("--mark", marked.dataset.color);
    }
}
