// Keeps a live page up to date from its stream, and says how current it is.

import { drawCharts } from "./chart.js";
import { runClocks, setServerTime } from "./clocks.js";
import { morph } from "./morph.js";
import { text } from "./words.js";

const BEAT_EXPECTED_WITHIN_MS = 40_000;
const STALE_AFTER_MS = 10_000;
const LONGEST_WAIT_MS = 30_000;

const page = document.querySelector("[data-stream]");
const liveness = document.querySelector("[data-liveness]");
let source = null;
let lastWord = performance.now();
let reconnectingSince = null;
let waitMs = 1_000;

function connect() {
    source?.close();
    lastWord = performance.now();
    source = new EventSource(page.dataset.stream);
    source.addEventListener("section", (event) => {
        heard();
        show(event.data);
    });
    source.addEventListener("time", (event) => {
        setServerTime(Number(event.data));
        heard();
    });
    source.addEventListener("error", lost);
}

function heard() {
    lastWord = performance.now();
    reconnectingSince = null;
    waitMs = 1_000;
    say("live", text("script.live"));
    runClocks(true);
}

// The browser tries again by itself unless the server answered with a refusal.
function lost() {
    reconnectingSince ??= performance.now();
    say("reconnecting", text("script.reconnecting"));
    if (source.readyState === EventSource.CLOSED) {
        const mine = source;
        setTimeout(() => mine === source && !document.hidden && connect(), waitMs);
        waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    }
}

function watch() {
    const now = performance.now();
    if (document.hidden) {
        return;
    }
    if (now - lastWord > BEAT_EXPECTED_WITHIN_MS && reconnectingSince === null) {
        reconnectingSince = now;
        connect();
    }
    if (reconnectingSince !== null && now - reconnectingSince > STALE_AFTER_MS) {
        const when = new Date(Date.now() - (now - lastWordShown()));
        say("stale", text("script.stale", when.toTimeString().slice(0, 5)));
        runClocks(false);
    }
}

function lastWordShown() {
    return Math.min(lastWord, reconnectingSince);
}

function say(state, words) {
    if (liveness.dataset.state === state) {
        return;
    }
    liveness.dataset.state = state;
    liveness.querySelector(".dot").classList.toggle("on", state === "live");
    liveness.querySelector("[data-words]").textContent = words;
}

function show(html) {
    // Within a template rows of a table may stand alone.
    const parsed = document.createElement("template");
    parsed.innerHTML = html;
    const next = parsed.content.firstElementChild;
    const current = next && document.getElementById(next.id);
    if (current) {
        morph(current, document.importNode(next, true));
        drawCharts();
    }
}

// A page that nobody looks at needs no stream; what it missed comes when it is looked at again.
function visible() {
    if (document.hidden) {
        source?.close();
    } else {
        connect();
    }
}

if (page) {
    setServerTime(Number(page.dataset.now), performance.getEntriesByType("navigation")[0]?.responseStart ?? 0);
    runClocks(true);
    connect();
    setInterval(watch, 1_000);
    document.addEventListener("visibilitychange", visible);
}
drawCharts();
