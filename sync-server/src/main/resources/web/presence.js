// Shows the server that the student is here, for as long as the page is open.

import { call } from "./calls.js";

const BEAT_MS = 10_000;

export class Presence {
    #path;
    #answered;
    #isHere = false;
    #lastBeat = -Infinity;
    #channel = null;

    /// @param session its id
    /// @param answered is called with what the server says to each sign of life
    constructor(session, answered) {
        this.#path = `/api/class-sessions/${session}`;
        this.#answered = answered;
        // A tab that closes says that the student leaves; another one that stays says otherwise.
        if ("BroadcastChannel" in window) {
            this.#channel = new BroadcastChannel(`tutor-times/here/${session}`);
            this.#channel.onmessage = () => setTimeout(() => this.beat(true), 500);
        }
        setInterval(() => this.beat(), 1_000);
        addEventListener("online", () => this.beat(true));
        addEventListener("pageshow", () => this.beat(true));
        document.addEventListener("visibilitychange", () => document.hidden || this.beat(true));
        addEventListener("pagehide", () => this.#leave());
    }

    join() {
        return call("POST", `${this.#path}/join`);
    }

    set isHere(isHere) {
        const begins = isHere && !this.#isHere;
        this.#isHere = isHere;
        if (begins) {
            this.beat(true);
        }
    }

    /// A sign of life, if it is time for one or there is reason.
    async beat(now = false) {
        const since = performance.now() - this.#lastBeat;
        if (this.#isHere && (since >= BEAT_MS || (now && since > 500))) {
            this.#lastBeat = performance.now();
            this.#answered(await call("PUT", `${this.#path}/heartbeat`));
        }
    }

    #leave() {
        if (this.#isHere) {
            call("PUT", `${this.#path}/leave`, undefined, { keepalive: true });
            this.#channel?.postMessage("left");
            this.#lastBeat = -Infinity;
        }
    }
}
