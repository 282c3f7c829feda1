// What the scripts say, in the language of the page.

import texts from "./texts.js";

const own = texts[document.documentElement.lang] ?? texts.en;

/// A text of the bundle `scripts`, with these in the place of {0}, {1} and so on.
export function text(key, ...put) {
    const pattern = own[key];
    if (pattern === undefined) {
        throw new Error(`no text for ${key}`);
    }
    return pattern.replace(/\{(\d)\}/g, (_, place) => String(put[place]));
}

/// Why the server refused something: by its code, or else as the server itself says it.
export function refusal(body) {
    return own[`script.refused.${body?.code}`] ?? body?.error ?? text("script.refused");
}

/// The form of a text for this number, which stands in the place of {0}.
export function counted(key, number, ...put) {
    return text(`${key}.${number === 1 ? "one" : "other"}`, number, ...put);
}
