// Brings what waits in the outbox to the server, in order and one request at a time, also where the
// same student has several tabs. Everything that is sent may be sent twice: the server knows it
// again by its id.

import { call, mayPass, obstacle } from "./calls.js";
import { refusal, text } from "./words.js";

const LONGEST_PAUSE_MS = 30_000;
const MOST_AT_ONCE = 200;
const MOST_BYTES = 40_000;

export class Delivery {
    #outbox;
    #session;
    #lock;
    #told;
    #running = false;
    #again = false;
    #failures = 0;
    #timer = 0;
    #single = new Set();

    /// @param told `attempt(attempt)` after each answer that holds one, `obstacle(obstacle)` when
    ///   nothing goes on, null when it does again, `changed()` when the outbox is another
    constructor({ outbox, session, lock, told }) {
        this.#outbox = outbox;
        this.#session = session;
        this.#lock = lock;
        this.#told = told;
    }

    /// Sends what waits, at once.
    async wake() {
        clearTimeout(this.#timer);
        if (this.#running) {
            this.#again = true;
            return;
        }
        this.#running = true;
        let pause;
        do {
            this.#again = false;
            pause = await this.#alone(() => this.#drain());
        } while (this.#again);
        this.#running = false;
        if (pause > 0) {
            this.#timer = setTimeout(() => this.wake(), pause);
        }
    }

    #alone(work) {
        return navigator.locks ? navigator.locks.request(this.#lock, work) : work();
    }

    /// @return how long to pause before the next try; 0 where there is nothing to try
    async #drain() {
        for (;;) {
            const waiting = this.#outbox.waiting();
            if (waiting.length === 0) {
                return 0;
            }
            const batch = this.#batch(waiting);
            const answer = await this.#send(batch);
            if (answer.ok) {
                this.#confirmed(batch, answer);
            } else if (mayPass(answer)) {
                const pause = Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** this.#failures++);
                return Math.min(LONGEST_PAUSE_MS, Math.max(pause, answer.retryAfterMs));
            } else if (obstacle(answer)) {
                this.#told.obstacle(obstacle(answer));
                return 0;
            } else {
                await this.#refused(batch, answer);
            }
            this.#told.changed();
        }
    }

    // One operation, or the highlights that follow each other.
    #batch(waiting) {
        const batch = [waiting[0]];
        if (waiting[0].kind !== "add" || this.#single.has(waiting[0].key)) {
            return batch;
        }
        let bytes = size(waiting[0]);
        for (const next of waiting.slice(1, MOST_AT_ONCE)) {
            bytes += size(next);
            if (next.kind !== "add" || bytes > MOST_BYTES) {
                break;
            }
            batch.push(next);
        }
        return batch;
    }

    #send([first, ...more]) {
        const attempt = `/api/attempts/${this.#outbox.attemptId}`;
        switch (first.kind) {
            case "begin":
                return call("POST", "/api/attempts", { id: first.id, class_session_id: this.#session });
            case "add":
                return call("POST", `${attempt}/highlights`, [first, ...more].map(({ highlight }) => highlight));
            case "remove":
                return call("DELETE", `${attempt}/highlights/${first.id}`);
            default:
                return call("PUT", `${attempt}/submit`);
        }
    }

    #confirmed(batch, { body }) {
        this.#failures = 0;
        this.#outbox.attemptId = body.id;
        // First it is known, then it does not wait any more: nothing is missing in between.
        this.#told.attempt(body);
        this.#outbox.remove(batch);
        this.#told.obstacle(null);
    }

    // What would be refused for ever must not keep the rest from arriving.
    async #refused(batch, answer) {
        const { status, body } = answer;
        if (status === 409 && body?.code === "not_joined") {
            const joined = await call("POST", `/api/class-sessions/${this.#session}/join`);
            if (joined.ok || mayPass(joined)) {
                return;
            }
        }
        if (status === 409 || batch[0].kind === "begin") {
            this.#end(answer);
        } else if (batch[0].kind === "add" && batch.length > 1 && status !== 404) {
            batch.forEach(({ key }) => this.#single.add(key));
        } else if (batch[0].kind === "remove" && status === 404) {
            this.#outbox.remove(batch);
        } else if (batch[0].kind === "add" && status !== 404) {
            this.#outbox.setAside(batch[0].highlight, { kind: "refused", sentence: reason(answer) });
            this.#outbox.remove(batch);
        } else {
            this.#end(answer);
        }
    }

    // Nothing more is taken: what did not arrive is kept for the student to see.
    #end({ status, body }) {
        const waiting = this.#outbox.waiting();
        const isOver = status === 409;
        const wasSubmitted = body?.details?.status === "SUBMITTED";
        const why = isOver ? (wasSubmitted ? "submitted" : "ended") : "refused";
        const removed = new Set(waiting.filter(({ kind }) => kind === "remove").map(({ id }) => id));
        for (const { kind, highlight } of waiting) {
            if (kind === "add" && !removed.has(highlight.id)) {
                this.#outbox.setAside(highlight, { kind: why, sentence: refusal(body) });
            } else if (kind === "submit" && !wasSubmitted) {
                this.#outbox.setAside(null, { kind: why, sentence: refusal(body) });
            }
        }
        this.#outbox.remove(waiting);
        this.#told.over();
    }
}

function size(operation) {
    return new TextEncoder().encode(JSON.stringify(operation.highlight)).length + 1;
}

function reason({ status, body }) {
    return status === 413 ? text("script.refused.too_large") : refusal(body);
}
