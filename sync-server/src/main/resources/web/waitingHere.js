// The list of a student's class sessions says where something still waits in this browser: a page
// that was closed without a network sends it when it is opened again.

import { Outbox } from "./outbox.js";
import { counted } from "./words.js";

for (const line of document.querySelectorAll("[data-session]")) {
    const outbox = new Outbox(`${line.dataset.session}/${line.dataset.student}`, () => {});
    const waiting = outbox.waiting().length;
    if (waiting > 0) {
        const words = document.createElement("p");
        words.className = "small waits";
        words.textContent = counted("script.waits-here", waiting);
        line.append(words);
    }
}
