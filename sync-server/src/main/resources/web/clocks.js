// Figures that run: each tells in data-since when its sessions began to run (milliseconds since
// 1970 by the server's clock), and in data-base-ms what they had before. The browser counts on from
// the server's time by its own monotonic clock, so a wrong or changed wall clock shows nowhere.

let serverMinusBrowser = 0;
let ticking = false;

export function setServerTime(serverMillis, atBrowserMillis = performance.now()) {
    serverMinusBrowser = serverMillis - atBrowserMillis;
    tick();
}

export function runClocks(run) {
    ticking = run;
    tick();
}

function tick() {
    if (!ticking) {
        return;
    }
    const now = performance.now() + serverMinusBrowser;
    for (const figure of document.querySelectorAll("[data-since]")) {
        let millis = Number(figure.dataset.baseMs);
        for (const since of figure.dataset.since.split(" ").filter(Boolean)) {
            millis += Math.max(0, now - Number(since));
        }
        const text = clock(Math.floor(millis / 1000));
        if (figure.textContent !== text) {
            figure.textContent = text;
        }
    }
}

function clock(seconds) {
    const two = (number) => String(number).padStart(2, "0");
    return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

setInterval(tick, 250);
