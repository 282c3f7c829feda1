// Makes an element on the page like another one, touching only what differs, so that focus, scroll
// and selection stay where they are. What changed is highlighted for a moment.

const OWNED_BY_THE_READER = new Set(["open"]);

export function morph(current, next) {
    if (current.isEqualNode(next)) {
        return;
    }
    if (!isSame(current, next)) {
        current.replaceWith(next);
        highlight(next);
        return;
    }
    if (current.nodeType === Node.TEXT_NODE) {
        current.data = next.data;
        highlight(current.parentElement);
        return;
    }
    if (current.nodeType !== Node.ELEMENT_NODE) {
        return;
    }
    copyAttributes(current, next);
    // A ticking figure writes its own text, and a chart draws itself.
    if (!current.hasAttribute("data-since") && !current.hasAttribute("data-chart")) {
        morphChildren(current, next);
    }
}

function isSame(current, next) {
    return current.nodeName === next.nodeName && keyOf(current) === keyOf(next);
}

function keyOf(node) {
    return node.nodeType === Node.ELEMENT_NODE ? node.dataset.key : undefined;
}

function copyAttributes(current, next) {
    for (const { name } of [...current.attributes]) {
        if (!next.hasAttribute(name) && !OWNED_BY_THE_READER.has(name)) {
            current.removeAttribute(name);
        }
    }
    for (const { name, value } of next.attributes) {
        if (current.getAttribute(name) !== value) {
            current.setAttribute(name, value);
        }
    }
}

function morphChildren(current, next) {
    const keyed = new Map();
    for (const child of current.children) {
        if (keyOf(child) !== undefined) {
            keyed.set(keyOf(child), child);
        }
    }
    let place = current.firstChild;
    for (const wanted of [...next.childNodes]) {
        const known = keyed.get(keyOf(wanted));
        if (known !== undefined && known !== place) {
            current.insertBefore(known, place);
            place = known;
        }
        if (place !== null && isSame(place, wanted)) {
            const following = place.nextSibling;
            morph(place, wanted);
            place = following;
        } else {
            current.insertBefore(wanted, place);
            highlight(wanted);
        }
    }
    while (place !== null) {
        const following = place.nextSibling;
        place.remove();
        place = following;
    }
}

function highlight(node) {
    // What changes all the time draws no eye to itself.
    if (!(node instanceof HTMLElement) || node.closest("[data-quiet]")) {
        return;
    }
    node.classList.remove("changed");
    requestAnimationFrame(() => {
        node.classList.add("changed");
        node.addEventListener("animationend", () => node.classList.remove("changed"), { once: true });
    });
}
