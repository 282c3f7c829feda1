// Text chosen by the keyboard: word by word and sentence by sentence, in the passage that has the
// focus. With Shift the choice grows from where it began.

import { sentences, words } from "./positions.js";

export class KeyChoice {
    #texts = new Map();
    #at = null;

    /// Begins anew.
    drop() {
        this.#at = null;
    }

    /// What a key chooses; null where the key chooses nothing.
    ///
    /// @param id of the passage that has the focus, and its text
    press({ key, shiftKey, ctrlKey, altKey, metaKey }, id, text) {
        const move = MOVES[key];
        const { ofWords, ofSentences } = this.#read(id, text);
        if (!move || ctrlKey || altKey || metaKey || ofWords.length === 0) {
            return null;
        }
        const known = this.#at?.passage === id ? this.#at : null;
        const next = move(known, ofSentences, shiftKey);
        const kept = (index) => Math.max(0, Math.min(ofWords.length - 1, index));
        const head = kept(next.head);
        this.#at = { passage: id, anchor: shiftKey && known ? known.anchor : kept(next.anchor ?? head), head };
        const [first, last] = [this.#at.anchor, head].sort((a, b) => a - b);
        return { passage: id, start: ofWords[first].start, end: ofWords[last].end };
    }

    #read(id, text) {
        if (!this.#texts.has(id)) {
            const ofWords = words(text);
            this.#texts.set(id, { ofWords, ofSentences: sentences(text, ofWords) });
        }
        return this.#texts.get(id);
    }
}

const MOVES = {
    ArrowRight: (at) => ({ head: at ? at.head + 1 : 0 }),
    ArrowLeft: (at) => ({ head: at ? at.head - 1 : 0 }),
    ArrowDown: (at, all, grows) => sentence(at, all, grows, 1),
    ArrowUp: (at, all, grows) => sentence(at, all, grows, -1),
    Home: () => ({ head: 0 }),
    End: (at, all) => ({ head: all.length - 1 }),
};

// From a word to its own sentence, from a whole sentence to the next.
function sentence(at, all, grows, step) {
    const own = all[at?.head ?? 0];
    if (grows && at) {
        const edge = step > 0 ? own.last : own.first;
        if (at.head !== edge) {
            return { head: edge };
        }
        const next = all[at.head + step];
        return { head: next ? (step > 0 ? next.last : next.first) : at.head };
    }
    const isWhole =
        at && Math.min(at.anchor, at.head) === own.first && Math.max(at.anchor, at.head) === own.last;
    const wanted = isWhole ? (all[step > 0 ? own.last + 1 : own.first - 1] ?? own) : own;
    return { anchor: wanted.first, head: wanted.last };
}
