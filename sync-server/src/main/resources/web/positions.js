// Places in the text of a passage, as pure functions. They count UTF-16 code units, as the server
// does, and never stand within what a reader sees as one character.

const segmenter = (granularity) =>
    "Segmenter" in Intl ? new Intl.Segmenter("en", { granularity }) : null;
const CHARACTERS = segmenter("grapheme");
const WORDS = segmenter("word");
const SENTENCES = segmenter("sentence");

const SPACE = /\s/u;
const IN_WORDS = /[\p{L}\p{N}\p{S}\p{M}]/u;

/// The stretch of whole characters that somebody chose, without the white space around it; null
/// where nothing else is in it.
export function tidy(text, start, end) {
    let from = Math.max(0, start);
    let to = Math.min(text.length, end);
    while (from < to && SPACE.test(text[from])) {
        from++;
    }
    while (to > from && SPACE.test(text[to - 1])) {
        to--;
    }
    return from === to ? null : { start: characterStart(text, from), end: characterEnd(text, to) };
}

function characterStart(text, place) {
    return around(text, place).start;
}

function characterEnd(text, place) {
    const character = around(text, place);
    return character.start === place ? place : character.end;
}

function around(text, place) {
    if (place <= 0 || place >= text.length) {
        return { start: place, end: place };
    }
    if (CHARACTERS) {
        const { index, segment } = CHARACTERS.segment(text).containing(place);
        return { start: index, end: index + segment.length };
    }
    const inPair = /[\uDC00-\uDFFF]/.test(text[place]) && /[\uD800-\uDBFF]/.test(text[place - 1]);
    return inPair ? { start: place - 1, end: place + 1 } : { start: place, end: place };
}

/// Cuts a text where any of the stretches begins or ends. Each piece knows which lie over it.
export function pieces(length, stretches) {
    const cuts = new Set([0, length]);
    for (const { start, end } of stretches) {
        cuts.add(Math.min(start, length));
        cuts.add(Math.min(end, length));
    }
    const places = [...cuts].sort((a, b) => a - b);
    return places.slice(1).map((end, index) => ({
        start: places[index],
        end,
        over: stretches.filter((each) => each.start <= places[index] && each.end >= end),
    }));
}

/// The words of a text, each with the punctuation that touches it, in order.
export function words(text) {
    const found = [];
    let opening = null;
    for (const { index, segment } of wordSegments(text)) {
        const end = index + segment.length;
        const last = found[found.length - 1];
        if (!segment.trim()) {
            opening = null;
        } else if (IN_WORDS.test(segment)) {
            found.push({ start: opening ?? index, end });
            opening = null;
        } else if (last && last.end === index && opening === null) {
            last.end = end;
        } else {
            opening ??= index;
        }
    }
    return found;
}

function wordSegments(text) {
    return WORDS
        ? WORDS.segment(text)
        : [...text.matchAll(/\s+|\S+/gu)].map((match) => ({ index: match.index, segment: match[0] }));
}

/// For each word, the first and the last word of its sentence.
export function sentences(text, ofWords) {
    const ends = SENTENCES
        ? [...SENTENCES.segment(text)].map(({ index, segment }) => index + segment.length)
        : [...text.matchAll(/[.!?]+\s+|\n+|$/gu)].map((match) => match.index + match[0].length);
    const found = [];
    let first = 0;
    let sentence = 0;
    ofWords.forEach((word, index) => {
        while (sentence < ends.length - 1 && word.start >= ends[sentence]) {
            sentence++;
            first = index;
        }
        found.push({ first, last: index });
    });
    for (let index = found.length - 2; index >= 0; index--) {
        if (found[index].first === found[index + 1].first) {
            found[index].last = found[index + 1].last;
        }
    }
    return found;
}
