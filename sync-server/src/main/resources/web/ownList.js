// The student's own highlights as a list in reading order, beside or below the text. Quotes and
// comments are text, whatever is written in them.

import { colourName } from "./marker.js";
import { text } from "./words.js";

export class OwnList {
    #place;
    #told;

    /// @param told `reveal(highlight)` and `remove(highlight)`
    constructor(place, told) {
        this.#place = place;
        this.#told = told;
    }

    /// @param highlights each with `waiting`, whether the server has it not yet
    show(highlights, { locked, time }) {
        const known = new Map([...this.#place.children].map((each) => [each.dataset.id, each]));
        let here = this.#place.firstElementChild;
        for (const highlight of highlights) {
            const look = JSON.stringify([highlight, locked]);
            let entry = known.get(highlight.id);
            if (entry?.dataset.look !== look) {
                const next = this.#entry(highlight, locked, time);
                next.dataset.look = look;
                if (entry) {
                    here = here === entry ? next : here;
                    entry.replaceWith(next);
                }
                entry = next;
            }
            known.delete(highlight.id);
            if (entry === here) {
                here = here.nextElementSibling;
            } else {
                this.#place.insertBefore(entry, here);
            }
        }
        known.forEach((entry) => entry.remove());
    }

    /// Brings an entry into view.
    reveal(id) {
        const entry = [...this.#place.children].find((each) => each.dataset.id === id);
        if (entry) {
            entry.scrollIntoView({ block: "nearest" });
            entry.classList.add("changed");
            entry.addEventListener("animationend", () => entry.classList.remove("changed"), { once: true });
        }
    }

    #entry(highlight, locked, time) {
        const entry = document.createElement("li");
        entry.dataset.id = highlight.id;
        entry.style.setProperty("--marker", highlight.color_code);
        const quote = button("quote", highlight.text, () => this.#told.reveal(highlight));
        quote.title = text("script.own.show");
        entry.append(quote);
        if (highlight.comment) {
            entry.append(words("p", "comment", highlight.comment));
        }
        const foot = document.createElement("div");
        foot.className = "foot small";
        foot.append(
            words("span", "quiet", text("script.own.made", colourName(highlight.color_code), time(highlight.timestamp))),
        );
        if (highlight.waiting) {
            foot.append(words("span", "waits", text("script.own.waits")));
        }
        if (!locked) {
            const remove = button("plain", text("script.own.remove"), () => this.#told.remove(highlight));
            remove.setAttribute("aria-label", text("script.own.remove.label", shortened(highlight.text)));
            foot.append(remove);
        }
        entry.append(foot);
        return entry;
    }
}

export function shortened(quote) {
    const line = quote.replace(/\s+/gu, " ");
    const characters = [...line];
    return text("script.quoted", characters.length > 60 ? `${characters.slice(0, 57).join("")}…` : line);
}

function button(style, label, act) {
    const made = words("button", style, label);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
}

function words(name, style, content) {
    const made = document.createElement(name);
    made.className = style;
    made.textContent = content;
    return made;
}
