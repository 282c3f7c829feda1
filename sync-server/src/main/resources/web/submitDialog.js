// Asks once before the attempt is submitted, which cannot be undone.

import { counted, text } from "./words.js";

export class SubmitDialog {
    #dialog;
    #find;

    constructor(page, submit) {
        this.#dialog = page.querySelector("[data-submit-dialog]");
        this.#find = (name) => this.#dialog.querySelector(`[data-submit-${name}]`);
        this.#find("no").addEventListener("click", () => this.close());
        this.#find("yes").addEventListener("click", () => {
            this.close();
            submit();
        });
    }

    open() {
        this.#dialog.showModal();
    }

    close() {
        this.#dialog.close();
    }

    /// What goes in, and whether that has to wait.
    say(highlights, isAway) {
        this.#find("count").textContent =
            highlights === 0 ? text("script.submit.nothing") : counted("script.submit", highlights);
        this.#find("away").hidden = !isAway;
    }
}
