// The passages on the page, and what is marked in them. Everything is a text node: markup in a
// passage shows as text. The text of the page is the passage's own, character for character, so a
// place on the page is a place in the passage.

import { pieces, tidy } from "./positions.js";
import { text as textOf } from "./words.js";

export class Passages {
    #place;
    #shown = new Map();

    constructor(place) {
        this.#place = place;
    }

    /// Puts the passages there, once.
    show(passages) {
        const same =
            passages.length === this.#shown.size &&
            passages.every(({ id, text }) => this.#shown.get(id)?.text === text);
        if (same) {
            return;
        }
        this.#shown.clear();
        this.#place.replaceChildren(
            ...passages.map((passage, index) => {
                const title = passages.length > 1 ? textOf("script.passage-of", index + 1, passages.length) : "";
                const body = bodyOf(passage, title || textOf("script.passage"));
                this.#shown.set(passage.id, { ...passage, body, painted: "" });
                return sheetOf(title, body);
            }),
        );
    }

    get bodies() {
        return [...this.#shown.values()].map(({ body }) => body);
    }

    text(id) {
        return this.#shown.get(id)?.text ?? "";
    }

    order(id) {
        return [...this.#shown.keys()].indexOf(id);
    }

    /// Draws the highlights, the latest on top, and what is being chosen. What looks like that
    /// already is left alone, and with it the browser's selection.
    paint(highlights, chosen) {
        for (const passage of this.#shown.values()) {
            const marks = highlights
                .filter((each) => each.passage_id === passage.id)
                .map((each) => ({ start: each.position_start, end: each.position_end, mark: each }));
            const choices = chosen.filter((each) => each.passage === passage.id);
            const look = JSON.stringify([
                marks.map(({ start, end, mark }) => [start, end, mark.id, mark.color_code, Boolean(mark.comment)]),
                choices,
            ]);
            if (passage.painted !== look) {
                passage.painted = look;
                keepingSelection(passage.body, () =>
                    passage.body.replaceChildren(
                        ...pieces(passage.text.length, [...marks, ...choices]).map((piece) =>
                            pieceOf(passage.text.slice(piece.start, piece.end), piece),
                        ),
                    ),
                );
            }
        }
    }

    /// What a range of the page chooses: a stretch of each passage that it touches.
    chosenBy(range) {
        const found = [];
        for (const { id, text, body } of this.#shown.values()) {
            if (range.intersectsNode(body)) {
                const stretch = tidy(text, place(body, range, "start"), place(body, range, "end"));
                if (stretch) {
                    found.push({ passage: id, ...stretch });
                }
            }
        }
        return found;
    }

    /// Where stretches are on the page.
    rectangles(stretches) {
        return stretches.flatMap(({ passage, start, end }) => {
            const { body } = this.#shown.get(passage);
            const range = document.createRange();
            range.setStart(...nodeAt(body, start));
            range.setEnd(...nodeAt(body, end));
            return [...range.getClientRects()].filter(({ width }) => width > 0);
        });
    }

    /// Brings a highlight into view.
    reveal(id) {
        const marks = [...this.#place.querySelectorAll("mark")].filter((each) =>
            each.dataset.ids.split(" ").includes(id),
        );
        marks[0]?.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
        for (const mark of marks) {
            mark.classList.add("found");
            mark.addEventListener("animationend", () => mark.classList.remove("found"), { once: true });
        }
    }
}

function calm() {
    return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function bodyOf({ id, text }, name) {
    const body = document.createElement("div");
    body.className = "passage";
    body.tabIndex = 0;
    body.dataset.passage = id;
    body.setAttribute("role", "region");
    body.setAttribute("aria-label", name);
    body.setAttribute("aria-describedby", "how-to-mark");
    body.append(text);
    return body;
}

function sheetOf(title, body) {
    const sheet = document.createElement("article");
    sheet.className = "card paper";
    if (title) {
        const heading = document.createElement("h2");
        heading.className = "small quiet";
        heading.textContent = title;
        sheet.append(heading);
    }
    sheet.append(body);
    return sheet;
}

function pieceOf(text, { start, end, over }) {
    const marks = over.filter(({ mark }) => mark);
    const isChosen = marks.length < over.length;
    if (over.length === 0) {
        return document.createTextNode(text);
    }
    const piece = document.createElement(marks.length > 0 ? "mark" : "span");
    piece.textContent = text;
    piece.classList.toggle("chosen", isChosen);
    if (marks.length > 0) {
        const top = marks[marks.length - 1];
        piece.dataset.ids = marks.map(({ mark }) => mark.id).join(" ");
        piece.style.setProperty("--marker", top.mark.color_code);
        piece.classList.toggle("begins", top.start === start);
        piece.classList.toggle("ends", top.end === end);
        piece.classList.toggle("commented", marks.some(({ mark }) => mark.comment));
        if (marks.length > 1) {
            piece.classList.add("layered");
            piece.style.setProperty("--below", marks[marks.length - 2].mark.color_code);
        }
    }
    return piece;
}

// What is drawn anew must not take away what somebody is just selecting.
function keepingSelection(body, draw) {
    const selection = document.getSelection();
    const range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    if (!range || !body.contains(range.startContainer) || !body.contains(range.endContainer)) {
        draw();
        return;
    }
    const [start, end] = [place(body, range, "start"), place(body, range, "end")];
    draw();
    selection.setBaseAndExtent(...nodeAt(body, start), ...nodeAt(body, end));
}

/// Where a range begins or ends within a passage; its own begin or end where that lies outside.
function place(body, range, side) {
    const whole = document.createRange();
    whole.selectNodeContents(body);
    const before = document.createRange();
    before.selectNodeContents(body);
    const [node, offset] =
        side === "start"
            ? [range.startContainer, range.startOffset]
            : [range.endContainer, range.endOffset];
    const where = whole.comparePoint(node, offset);
    if (where < 0) {
        return 0;
    }
    if (where === 0) {
        before.setEnd(node, offset);
    }
    return before.toString().length;
}

function nodeAt(body, place) {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    let left = place;
    let last = [body, 0];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (left <= node.length) {
            return [node, left];
        }
        left -= node.length;
        last = [node, node.length];
    }
    return last;
}
