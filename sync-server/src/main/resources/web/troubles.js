// Says what the student has to know or do: what waits and why, what did not arrive, and what keeps
// everything from being sent.

import { shortened } from "./ownList.js";

export function count(number, one, many) {
    return number === 1 ? `1 ${one}` : `${number} ${many}`;
}

/// What waits, in a sentence; empty where nothing does.
export function waitingWords(waiting, { connection, obstacle, isSafe }) {
    const adds = waiting.filter(({ kind }) => kind === "add").length;
    const changes = waiting.filter(({ kind }) => kind === "remove").length;
    const submits = waiting.some(({ kind }) => kind === "submit");
    const what = [
        adds > 0 && count(adds, "highlight", "highlights"),
        changes > 0 && count(changes, "removal", "removals"),
        submits && "your submission",
    ].filter(Boolean);
    if (what.length === 0) {
        return "";
    }
    const isOne = adds + changes + (submits ? 1 : 0) === 1;
    const reasons = { "signed-out": "until you sign in again", "out-of-date": "until you load this page again" };
    const until =
        reasons[obstacle?.kind] ?? (connection === "connected" ? "for the server" : "for the network");
    const sentence = `${list(what)} ${isOne ? "waits" : "wait"} ${until}.`;
    const safe = isSafe
        ? `${isOne ? "It is" : "They are"} safe in this browser.`
        : "This browser keeps nothing: leave the page open.";
    return `${sentence[0].toUpperCase()}${sentence.slice(1)} ${safe}`;
}

function list(parts) {
    return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

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
                notice("You are signed out. What you marked stays in this browser until you are back.", [
                    link("Sign in", `/sign-in?next=${encodeURIComponent(location.pathname)}`),
                ]),
            ];
        case "out-of-date":
            return [
                notice("This page is out of date. Nothing is lost when you load it again.", [
                    link("Load it again", location.pathname),
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
        submission && SUBMISSION[submission.reason.kind](submission.reason),
        ...["ended", "submitted", "refused"].map((kind) => {
            const those = highlights.filter(({ reason }) => reason.kind === kind);
            return those.length > 0 && LOST[kind](those);
        }),
    ].filter(Boolean);
    const seen = document.createElement("button");
    seen.type = "button";
    seen.className = "plain";
    seen.textContent = "I have seen this";
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
    ended: () => "The class session ended before your submission arrived.",
    submitted: () => "Your attempt had been submitted already.",
    refused: ({ sentence }) => `Your submission was refused: ${sentence}`,
};

const LOST = {
    ended: (all) => `The class session ended before everything had arrived; ${these(all)} did not.`,
    submitted: (all) => `Your attempt had been submitted already; ${these(all)} did not arrive.`,
    refused: (all) =>
        `${all.length === 1 ? "One highlight was" : `${all.length} highlights were`} not taken; the rest went on.`,
};

function these(all) {
    return all.length === 1 ? "this highlight" : `these ${all.length} highlights`;
}

function lost({ highlight, reason }) {
    const entry = document.createElement("li");
    entry.textContent = [
        shortened(highlight.text),
        highlight.comment && `with your comment: ${highlight.comment}`,
        reason.kind === "refused" && `(${reason.sentence})`,
    ]
        .filter(Boolean)
        .join(" ");
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
