// The pen: a small toolbar near what is chosen, or along the bottom edge of a small screen or one
// that is touched.

import { text } from "./words.js";

/// The colours there are, as highlights keep them, and what texts call them. The style makes of
/// each what both themes can show under their text.
export const COLOURS = [
    ["#FFD54F", "yellow"],
    ["#81C784", "green"],
    ["#64B5F6", "blue"],
    ["#F48FB1", "pink"],
    ["#B39DDB", "violet"],
];

const LAST_COLOUR = "tutor-times/colour";

/// What texts call the colour of this code.
export function colourOf(code) {
    return COLOURS.find(([known]) => known === code)?.[1] ?? "other";
}

export function colourName(code) {
    return text(`script.colour.${colourOf(code)}`);
}

export class Marker {
    #form;
    #comment;
    #isHeld = false;

    /// @param told `mark(colour, comment)` and `leave()`, which closes it
    constructor(form, told) {
        this.#form = form;
        this.#comment = form.elements.comment;
        form.querySelector("[data-colours]").append(...COLOURS.map(colourChoice));
        form.elements.colour.value = remembered();
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            const colour = form.elements.colour.value;
            remember(colour);
            told.mark(colour, this.#comment.value.trim());
        });
        form.addEventListener("keydown", (event) => {
            if (event.key === "Escape") {
                event.preventDefault();
                told.leave();
            } else if (event.key === "Enter" && !event.shiftKey && event.target !== form.elements[0] && !event.isComposing) {
                event.preventDefault();
                form.requestSubmit();
            }
        });
        // Some browsers give no focus to what a finger touches, and take the selection away.
        document.addEventListener("pointerdown", ({ target }) => {
            this.#isHeld = form.contains(target);
        });
        // A press on the pen leaves the selection where it is.
        form.addEventListener("mousedown", (event) => {
            if (event.target !== this.#comment) {
                event.preventDefault();
            }
        });
        aboveTheKeyboard(form);
    }

    get isOpen() {
        return !this.#form.hidden;
    }

    get isInUse() {
        return this.isOpen && (this.#isHeld || this.#form.contains(document.activeElement));
    }

    /// Opens it beside what is chosen.
    open(rectangles) {
        this.#form.hidden = false;
        this.place(rectangles);
    }

    place(rectangles) {
        if (!this.isOpen || rectangles.length === 0) {
            return;
        }
        const ground = this.#form.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0, width: innerWidth };
        const { offsetWidth: width, offsetHeight: height } = this.#form;
        const first = rectangles[0];
        const last = rectangles[rectangles.length - 1];
        const fitsBelow = last.bottom + 8 + height < innerHeight;
        const top = fitsBelow || first.top - 8 - height < 0 ? last.bottom + 8 : first.top - 8 - height;
        const left = Math.max(0, Math.min(last.right - width / 2 - ground.left, ground.width - width));
        this.#form.style.setProperty("--left", `${left}px`);
        this.#form.style.setProperty("--top", `${top - ground.top}px`);
    }

    focus() {
        this.#form.querySelector("input:checked").focus();
    }

    close() {
        this.#isHeld = false;
        this.#form.hidden = true;
        this.#comment.value = "";
    }
}

function colourChoice([code]) {
    const name = colourName(code);
    const label = document.createElement("label");
    const input = document.createElement("input");
    const words = document.createElement("span");
    input.type = "radio";
    input.name = "colour";
    input.value = code;
    input.style.setProperty("--marker", code);
    words.className = "unseen";
    words.textContent = name;
    label.title = name;
    label.append(input, words);
    return label;
}

function remembered() {
    try {
        const last = localStorage.getItem(LAST_COLOUR);
        return COLOURS.some(([code]) => code === last) ? last : COLOURS[0][0];
    } catch {
        return COLOURS[0][0];
    }
}

function remember(colour) {
    try {
        localStorage.setItem(LAST_COLOUR, colour);
    } catch {
        // The next page begins with the first colour again.
    }
}

// A keyboard on the screen covers the bottom edge; the pen stays above it.
function aboveTheKeyboard(form) {
    const seen = window.visualViewport;
    const lift = () =>
        form.style.setProperty("--keyboard", `${Math.max(0, innerHeight - seen.height - seen.offsetTop)}px`);
    seen?.addEventListener("resize", lift);
    seen?.addEventListener("scroll", lift);
}
