// The desk in a class session: the passages, the pen, the list of what is marked, and the
// submission.

import { watchHand } from "./handChoice.js";
import { KeyChoice } from "./keyChoice.js";
import { colourOf, Marker } from "./marker.js";
import { OwnList, shortened } from "./ownList.js";
import { Passages } from "./passages.js";
import { SubmitDialog } from "./submitDialog.js";
import { counted, text } from "./words.js";

export class Desk {
    #find;
    #place;
    #told;
    #passages;
    #marker;
    #list;
    #dialog;
    #keys = new KeyChoice();
    #hand;
    #chosen = [];
    #byKeys = null;
    #highlights = [];
    #removed = null;
    #outcome = null;
    #locked = true;
    #moment;

    /// @param zone of the times that are shown
    /// @param told `mark(highlights)`, `remove(highlight)` and `submit()`
    constructor(page, zone, told) {
        this.#moment = (instant) => moment(instant, zone);
        this.#find = (name) => page.querySelector(`[data-${name}]`);
        this.#place = page.querySelector("[data-stage=DESK]");
        this.#told = told;
        this.#passages = new Passages(this.#find("passages"));
        this.#marker = new Marker(this.#find("marker"), {
            mark: (colour, comment) => this.#mark(colour, comment),
            leave: () => this.#leaveMarker(),
        });
        this.#list = new OwnList(this.#find("own"), {
            reveal: ({ id }) => this.#passages.reveal(id),
            remove: (highlight) => this.#remove(highlight),
        });
        this.#dialog = new SubmitDialog(page, () => told.submit());
        this.#hand = watchHand(
            this.#passages,
            () => this.#marker.isInUse,
            (stretches) => this.#chosenByHand(stretches),
        );
        this.#listen();
    }

    #listen() {
        const passages = this.#find("passages");
        passages.addEventListener("keydown", (event) => this.#key(event));
        passages.addEventListener("pointerdown", () => this.#byKeys && this.#drop());
        passages.addEventListener("click", ({ target }) => {
            const mark = target.closest("mark");
            if (mark && document.getSelection().isCollapsed) {
                this.#list.reveal(mark.dataset.ids.split(" ").at(-1));
            }
        });
        // The last movement of the hand counts, however fast it goes on to the pen.
        const marker = this.#find("marker");
        marker.addEventListener("pointerdown", () => this.#hand.look(), { capture: true });
        // What the browser showed as selected until the pen was taken is drawn from then on.
        marker.addEventListener("click", () => this.#paint());
        marker.addEventListener("focusin", () => this.#paint());
        this.#find("undo").querySelector("button").addEventListener("click", () => this.#undo());
        this.#find("submit").addEventListener("click", () => this.#dialog.open());
        addEventListener("resize", () => this.#marker.place(this.#passages.rectangles(this.#chosen)));
    }

    /// @param attempt as the server knows it, or null
    /// @param waiting what it does not know yet
    /// @param isLoading whether the server knows one that has not come yet
    /// @param isAway whether nothing arrives there at the moment
    /// @param waitsLong whether it has not known for so long that the student should know
    render({ session, attempt, waiting, isLoading, isAway, waitsLong }) {
        const isSubmitting = waiting.some(({ kind }) => kind === "submit");
        this.#locked =
            isLoading ||
            isSubmitting ||
            session.status !== "IN_PROGRESS" ||
            (attempt !== null && attempt.status !== "IN_PROGRESS");
        this.#highlights = standing(attempt, waiting, waitsLong);
        this.#passages.show(session.passages);
        if (this.#locked) {
            this.#removed = null;
            this.#drop();
        }
        this.#paint();
        this.#showOutcome(session, attempt, isSubmitting, isAway);
        this.#showOwn();
        this.#find("nothing").hidden = session.passages.length > 0;
        this.#find("nothing-words").hidden = this.#locked;
        this.#find("hint").hidden = this.#locked || session.passages.length === 0;
        this.#find("submit").hidden = this.#locked;
        this.#dialog.say(this.#highlights.length, isAway);
        if (this.#locked) {
            this.#dialog.close();
        }
    }

    /// Goes to the text, where the focus is nowhere else.
    takeFocus() {
        if (document.activeElement === document.body && !this.#place.hidden) {
            this.#passages.bodies[0]?.focus({ preventScroll: true });
        }
    }

    /// Where the class session was cancelled there is nothing to read, but what was marked.
    showKept() {
        this.#place.hidden = this.#highlights.length === 0;
        this.#find("nothing").hidden = true;
        return this.#highlights.length > 0;
    }

    #showOutcome({ status }, attempt, isSubmitting, isAway) {
        const outcome =
            attempt?.status === "SUBMITTED"
                ? "submitted"
                : isSubmitting
                  ? "submitting"
                  : attempt?.status === "ABANDONED" && status === "COMPLETED"
                    ? "abandoned"
                    : "";
        this.#place.querySelectorAll("[data-outcome]").forEach((each) => {
            each.hidden = each.dataset.outcome !== outcome;
        });
        // Whoever pressed the button at the end of a long text sees what came of it.
        if (this.#outcome !== null && this.#outcome !== outcome) {
            this.#place.querySelector("[data-outcome]:not([hidden])")?.scrollIntoView({ block: "center" });
        }
        this.#outcome = outcome;
        if (outcome === "submitted") {
            this.#find("submitted-at").textContent = text("script.submitted", this.#moment(attempt.submitted_at));
            this.#find("submitted-words").textContent = counted("script.submitted-with", attempt.highlights);
        }
        this.#find("submitting-words").textContent = isAway ? text("script.submitting-away") : "";
    }

    #showOwn() {
        this.#find("count").textContent = this.#highlights.length > 0 ? this.#highlights.length : "";
        this.#find("none").hidden = this.#highlights.length > 0 || this.#locked;
        this.#find("undo").hidden = this.#removed === null;
        const ordered = [...this.#highlights].sort(
            (a, b) =>
                this.#passages.order(a.passage_id) - this.#passages.order(b.passage_id) ||
                a.position_start - b.position_start ||
                a.position_end - b.position_end,
        );
        this.#list.show(ordered, { locked: this.#locked, time: this.#moment });
    }

    // While the browser shows the selection itself, the text is left as it is.
    #paint() {
        const drawn = this.#byKeys || this.#marker.isInUse ? this.#chosen : [];
        this.#passages.paint(this.#highlights, drawn);
    }

    #chosenByHand(stretches) {
        if (this.#locked || (stretches.length === 0 && this.#byKeys)) {
            return;
        }
        this.#byKeys = null;
        this.#chosen = stretches;
        if (stretches.length > 0) {
            this.#marker.open(this.#passages.rectangles(stretches));
        } else {
            this.#marker.close();
        }
        this.#paint();
    }

    #key(event) {
        const body = event.target.closest("[data-passage]");
        if (!body || this.#locked) {
            return;
        }
        const id = body.dataset.passage;
        if (event.key === "Escape" && this.#chosen.length > 0) {
            this.#drop();
            this.#say(text("script.nothing-chosen"));
        } else if (event.key === "Enter" && this.#chosen.length > 0) {
            this.#marker.open(this.#passages.rectangles(this.#chosen));
            this.#marker.focus();
        } else {
            const stretch = this.#keys.press(event, id, this.#passages.text(id));
            if (!stretch) {
                return;
            }
            this.#byKeys = body;
            this.#chosen = [stretch];
            this.#hand.end();
            this.#marker.close();
            this.#paint();
            body.querySelector(".chosen")?.scrollIntoView({ block: "nearest" });
            this.#say(this.#passages.text(id).slice(stretch.start, stretch.end));
        }
        event.preventDefault();
    }

    #mark(colour, comment) {
        const body = this.#byKeys;
        const made = this.#chosen.map(({ passage, start, end }) => ({
            timestamp: new Date().toISOString(),
            text: this.#passages.text(passage).slice(start, end),
            passage_id: passage,
            position_start: start,
            position_end: end,
            color_code: colour,
            comment: comment || null,
        }));
        this.#removed = null;
        this.#chosen = [];
        this.#byKeys = null;
        this.#marker.close();
        this.#hand.end();
        this.#told.mark(made);
        const quotes = made.map((each) => each.text).join(" ");
        this.#say(text(`script.highlighted.${colourOf(colour)}`, quotes));
        body?.focus({ preventScroll: true });
    }

    #leaveMarker() {
        const back = this.#byKeys;
        this.#marker.close();
        if (back) {
            back.focus({ preventScroll: true });
        } else {
            this.#drop();
        }
        this.#paint();
    }

    #drop() {
        const hadAny = this.#chosen.length > 0;
        this.#chosen = [];
        this.#byKeys = null;
        this.#keys.drop();
        this.#marker.close();
        if (hadAny) {
            this.#hand.end();
            this.#paint();
        }
    }

    #remove(highlight) {
        this.#removed = highlight;
        this.#told.remove(highlight);
        this.#find("undo").querySelector("button").focus();
        this.#say(text("script.removed", shortened(highlight.text)));
    }

    #undo() {
        const { id: _, waiting: __, ...again } = this.#removed;
        this.#removed = null;
        this.#find("own-title").focus();
        this.#told.mark([again]);
        this.#say(text("script.highlighted-again", shortened(again.text)));
    }

    #say(words) {
        this.#find("said").textContent = words;
    }
}

// What stands: what the server knows, and what it is yet to be told.
function standing(attempt, waiting, waitsLong) {
    const all = new Map((attempt?.highlighted_text ?? []).map((each) => [each.id, { ...each, waiting: false }]));
    for (const operation of waiting) {
        if (operation.kind === "add" && !all.has(operation.highlight.id)) {
            all.set(operation.highlight.id, { ...operation.highlight, waiting: waitsLong });
        } else if (operation.kind === "remove") {
            all.delete(operation.id);
        }
    }
    return [...all.values()];
}

function moment(instant, timeZone) {
    const locale = text("script.locale");
    const day = (at) => at.toLocaleDateString(locale, { timeZone, day: "numeric", month: "short" });
    const at = new Date(instant);
    const time = at.toLocaleTimeString(locale, { timeZone, hour: "2-digit", minute: "2-digit" });
    return day(at) === day(new Date()) ? text("script.at", time) : text("script.on-at", day(at), time);
}
