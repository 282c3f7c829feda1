// A student's place in a class session: joins it, shows what is to be read, and lets the student
// mark it. What the student does is shown at once and waits in the outbox until the server has it.

import { call, obstacle as obstacleOf, useToken } from "./calls.js";
import { Delivery } from "./delivery.js";
import { Desk } from "./desk.js";
import { newId } from "./ids.js";
import { Outbox } from "./outbox.js";
import { Presence } from "./presence.js";
import { followState } from "./stateStream.js";
import { showTroubles, waitingWords } from "./troubles.js";
import { text } from "./words.js";

const SHOWN_AS_WAITING_AFTER_MS = 2_000;
const TRIES_AGAIN_AFTER_MS = 3_000;

const MOVED_ON = {
    PLANNED: text("script.moved-on.planned"),
    DOOR: text("script.moved-on.door"),
    ROOM: text("script.moved-on.room"),
    DESK: text("script.moved-on.desk"),
    MISSED: text("script.moved-on.missed"),
    CANCELLED: text("script.moved-on.cancelled"),
};
const CONNECTIONS = {
    connecting: text("script.connection.connecting"),
    connected: text("script.connection.connected"),
    reconnecting: text("script.reconnecting"),
    offline: text("script.connection.offline"),
};

const page = document.querySelector("[data-sitting]");
const find = (name) => page.querySelector(`[data-${name}]`);
const id = page.dataset.sitting;
const student = Number(page.dataset.student);
const api = `/api/class-sessions/${id}`;
const owner = `${id}/${student}`;

let session = JSON.parse(page.dataset.session);
let attempt = null;
let connection = "connecting";
let obstacle = null;
let isJoining = false;
let waitsSince = 0;
// Answers may overtake each other: one that was asked for before something newer came is old.
let sessionTurn = 0;
let attemptTurn = 0;
let shownStage = null;

useToken(page.dataset.csrf);
const outbox = new Outbox(owner, render);
const tabs = "BroadcastChannel" in window ? new BroadcastChannel(`tutor-times/attempt/${owner}`) : null;
const delivery = new Delivery({
    outbox,
    session: id,
    lock: `tutor-times/${owner}`,
    told: {
        attempt(known) {
            attemptTurn++;
            attempt = known;
            tabs?.postMessage("changed");
        },
        obstacle: meet,
        changed: render,
        over: refresh,
    },
});
const presence = new Presence(id, answered);
const desk = new Desk(page, page.dataset.zone, {
    mark(highlights) {
        highlights.forEach((highlight) => outbox.add({ kind: "add", highlight: { id: newId(), ...highlight } }));
        send();
    },
    remove(highlight) {
        outbox.add({ kind: "remove", id: highlight.id });
        send();
    },
    submit() {
        outbox.add({ kind: "submit" });
        send();
    },
});

function self() {
    return session.participants.find(({ student_id: each }) => each === student);
}

function stage() {
    switch (session.status) {
        case "SCHEDULED":
            return "PLANNED";
        case "WAITING_FOR_STUDENTS":
            return self() ? "ROOM" : "DOOR";
        case "IN_PROGRESS":
            return self() ? "DESK" : "DOOR";
        case "COMPLETED":
            return self()?.attempt_id ? "DESK" : "MISSED";
        default:
            return "CANCELLED";
    }
}

function send() {
    render();
    delivery.wake();
}

function meet(found) {
    obstacle = found;
    render();
}

// Asks anew how far everything is.
async function refresh() {
    const turn = ++sessionTurn;
    const answer = await call("GET", api);
    if (turn !== sessionTurn) {
        return;
    }
    if (answer.ok) {
        await moveTo(answer.body);
    } else if (obstacleOf(answer)) {
        meet(obstacleOf(answer));
    }
}

async function moveTo(next) {
    const isReplanned = next.title !== session.title || next.scheduled_at !== session.scheduled_at;
    session = next;
    presence.isHere = Boolean(self()) && (stage() === "ROOM" || session.status === "IN_PROGRESS");
    render();
    if (isReplanned) {
        await readHead();
    }
    await takeUp();
    render();
}

// The attempt of this class session: the one that the server knows, or a new one.
async function takeUp() {
    const known = self()?.attempt_id;
    if (known) {
        outbox.attemptId = known;
        const turn = ++attemptTurn;
        const answer = await call("GET", `/api/attempts/${known}`);
        if (answer.ok && turn === attemptTurn) {
            attempt = answer.body;
        } else if (attempt === null) {
            setTimeout(refresh, TRIES_AGAIN_AFTER_MS);
        }
    } else if (stage() === "DESK" && !outbox.waiting().some(({ kind }) => kind === "begin")) {
        outbox.attemptId ??= newId();
        outbox.add({ kind: "begin", id: outbox.attemptId });
    }
    delivery.wake();
}

// How times are written, only the server knows.
async function readHead() {
    try {
        const html = await (await fetch(location.pathname, { cache: "no-store" })).text();
        const next = new DOMParser().parseFromString(html, "text/html");
        find("head").replaceWith(document.importNode(next.querySelector("[data-head]"), true));
        find("when").textContent = next.querySelector("[data-when]").textContent;
    } catch {
        // The next change brings it.
    }
}

function answered(answer) {
    if (answer.ok && answer.body.status === session.status) {
        if (obstacle?.kind === "signed-out") {
            meet(null);
        }
    } else if (obstacleOf(answer)) {
        meet(obstacleOf(answer));
    } else if (answer.ok || answer.status === 409) {
        refresh();
    }
}

async function join() {
    isJoining = true;
    obstacle = null;
    render();
    const answer = await presence.join();
    sessionTurn++;
    isJoining = false;
    if (answer.ok) {
        await moveTo(answer.body);
        desk.takeFocus();
        return;
    }
    if (obstacleOf(answer)) {
        obstacle = obstacleOf(answer);
    } else if (answer.status === 409) {
        await refresh();
    } else {
        obstacle = { kind: "forbidden", sentence: text("script.join-later") };
    }
    render();
}

function render() {
    const now = stage();
    const waiting = outbox.waiting();
    const isBegun = Boolean(self()?.attempt_id);
    if (shownStage !== now) {
        announce(now);
        shownStage = now;
    }
    page.querySelectorAll("[data-stage]").forEach((each) => {
        each.hidden = each.dataset.stage !== now;
    });
    find("door").textContent = text(session.status === "IN_PROGRESS" ? "script.door.in-progress" : "script.door.open");
    find("join").setAttribute("aria-busy", isJoining);
    find("join").disabled = isJoining;
    sayConnection(waiting);
    showTroubles(find("troubles"), {
        obstacle,
        aside: outbox.aside(),
        dismiss() {
            outbox.dismissAside();
            render();
        },
    });
    desk.render({
        session,
        attempt,
        waiting,
        isLoading: attempt === null && isBegun && !waiting.some(({ kind }) => kind === "begin"),
        isAway: isAway(),
        waitsLong: isAway() || waitsLong(),
    });
    if (now === "CANCELLED") {
        find("kept").hidden = !desk.showKept();
    }
}

function isAway() {
    return connection !== "connected" || obstacle !== null;
}

// What arrives in the blink of an eye is not worth a word.
function waitsLong() {
    return waitsSince > 0 && performance.now() - waitsSince >= SHOWN_AS_WAITING_AFTER_MS;
}

// Whoever does not see the page is told that it has moved on.
function announce(now) {
    say(find("said"), shownStage === null ? "" : MOVED_ON[now]);
}

function sayConnection(waiting) {
    if (waiting.length === 0) {
        waitsSince = 0;
    } else if (waitsSince === 0) {
        waitsSince = performance.now();
        setTimeout(render, SHOWN_AS_WAITING_AFTER_MS);
    }
    const line = find("line");
    const further = isAway() || waitsLong() ? waitingWords(waiting, { connection, obstacle, isSafe: outbox.isSafe }) : "";
    line.hidden = false;
    line.dataset.state = connection;
    line.querySelector(".dot").classList.toggle("on", connection === "connected");
    say(find("words"), CONNECTIONS[connection]);
    say(find("waiting"), further);
}

function say(place, words) {
    if (place.textContent !== words) {
        place.textContent = words;
    }
}

find("join").addEventListener("click", join);
tabs?.addEventListener("message", refresh);
addEventListener("online", () => delivery.wake());
document.addEventListener("visibilitychange", () => document.hidden || delivery.wake());
followState(`/class-sessions/${id}/live`, {
    // Also the first: what is on the page may be older than the stream.
    state: refresh,
    beat: () => presence.beat(),
    connection(word) {
        if (connection !== word) {
            connection = word;
            render();
        }
    },
});
moveTo(session);
