// Says what the student has to know or do: what waits and why, what did not arrive, and what keeps
// everything from being sent.

import { shortened } from "./ownList.js";
import { counted, text } from "./words.js";

const LIST = new Intl.ListFormat(text("script.locale"));

/// What waits, in a sentence; empty where nothing does.
export function waitingWords(waiting, { connection, obstacle, isSafe }) {
    const adds = waiting.filter(({ kind }) => kind === "add").length;
    const changes = waiting.filter(({ kind }) => kind === "remove").length;
    const submits = waiting.some(({ kind }) => kind === "submit");
    const what = [
        adds > 0 && counted("script.waits.highlights", adds),
        changes > 0 && counted("script.waits.removals", changes),
        submits && text("script.waits.submission"),
    ].filter(Boolean);
    if (what.length === 0) {
        return "";
    }
    const all = adds + changes + (submits ? 1 : 0);
    const key =
        WAITS_UNTIL[obstacle?.kind] ?? (connection === "connected" ? "script.waits.server" : "script.waits.network");
    const sentence = counted(key, all, LIST.format(what));
    const safe = isSafe ? counted("script.waits.safe", all) : text("script.waits.unsafe");
    return `${sentence[0].toUpperCase()}${sentence.slice(1)} ${safe}`;
}

const WAITS_UNTIL = { "signed-out": "script.waits.signed-out", "out-of-date": "script.waits.out-of-date" };

/// Shows them in their place, each once.
///
/// @param aside what did not arrive
/// @param dismiss is called when the student has seen that
export function showTroubles(place, { obstacle, aside, dismiss }) {
    const look = JSON.stringify([obstacle, aside]);
    if (place.dataset.look === look) {
        return;
    }
    place.dataset.look = look;
    place.replaceChildren(...obstacleNotices(obstacle), ...asideNotices(aside, dismiss));
}

function obstacleNotices(obstacle) {
    switch (obstacle?.kind) {
        case "signed-out":
            return [
                notice(text("script.signed-out"), [
                    link(text("script.signed-out.sign-in"), `/sign-in?next=${encodeURIComponent(location.pathname)}`),
                ]),
            ];
        case "out-of-date":
            return [
                notice(text("script.out-of-date"), [
                    link(text("script.out-of-date.load"), location.pathname),
                ]),
            ];
        case "forbidden":
            return [notice(obstacle.sentence, [])];
        default:
            return [];
    }
}

function asideNotices(aside, dismiss) {
    if (aside.length === 0) {
        return [];
    }
    const highlights = aside.filter(({ highlight }) => highlight);
    const submission = aside.find(({ highlight }) => !highlight);
    const sentences = [
        submission && text(SUBMISSION[submission.reason.kind], submission.reason.sentence),
        ...["ended", "submitted", "refused"].map((kind) => {
            const those = highlights.filter(({ reason }) => reason.kind === kind);
            return those.length > 0 && counted(LOST[kind], those.length);
        }),
    ].filter(Boolean);
    const seen = document.createElement("button");
    seen.type = "button";
    seen.className = "plain";
    seen.textContent = text("script.seen");
    seen.addEventListener("click", dismiss);
    const box = notice(sentences.join(" "), [seen]);
    if (highlights.length > 0) {
        const all = document.createElement("ul");
        all.append(...highlights.map(lost));
        box.append(all);
    }
    return [box];
}

const SUBMISSION = {
    ended: "script.submission.ended",
    submitted: "script.submission.submitted",
    refused: "script.submission.refused",
};

const LOST = {
    ended: "script.lost.ended",
    submitted: "script.lost.submitted",
    refused: "script.lost.refused",
};

function lost({ highlight, reason }) {
    const entry = document.createElement("li");
    const quote = shortened(highlight.text);
    const what = highlight.comment ? text("script.lost.with-comment", quote, highlight.comment) : quote;
    entry.textContent = reason.kind === "refused" ? text("script.lost.why", what, reason.sentence) : what;
    return entry;
}

function notice(sentence, actions) {
    const box = document.createElement("div");
    const words = document.createElement("p");
    box.className = "notice trouble";
    words.textContent = sentence;
    box.append(words, ...actions);
    return box;
}

function link(words, address) {
    const made = document.createElement("a");
    made.href = address;
    made.textContent = words;
    return made;
}
