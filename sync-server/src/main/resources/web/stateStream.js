// Follows how far the class session is. The browser connects again by itself unless the server
// refused; then this does, with growing pauses.

const BEAT_EXPECTED_WITHIN_MS = 40_000;
const LONGEST_PAUSE_MS = 30_000;

/// @param told `state(status)`, `beat()` and `connection(word)`, which is connected, reconnecting
///   or offline
export function followState(address, told) {
    let source = null;
    let heardAt = performance.now();
    let pause = 1_000;
    let timer = 0;

    function connect() {
        clearTimeout(timer);
        source?.close();
        if (!navigator.onLine) {
            told.connection("offline");
            return;
        }
        heardAt = performance.now();
        const mine = new EventSource(address);
        source = mine;
        mine.addEventListener("state", (event) => {
            heard();
            told.state(JSON.parse(event.data).status);
        });
        mine.addEventListener("time", () => {
            heard();
            told.beat();
        });
        mine.addEventListener("error", () => mine === source && lost());
    }

    function heard() {
        heardAt = performance.now();
        pause = 1_000;
        told.connection("connected");
    }

    function lost() {
        told.connection(navigator.onLine ? "reconnecting" : "offline");
        if (source.readyState === EventSource.CLOSED) {
            timer = setTimeout(connect, pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
        }
    }

    setInterval(() => {
        if (performance.now() - heardAt > BEAT_EXPECTED_WITHIN_MS && navigator.onLine) {
            told.connection("reconnecting");
            connect();
        }
    }, 5_000);
    addEventListener("online", connect);
    addEventListener("offline", connect);
    addEventListener("pageshow", (event) => event.persisted && connect());
    connect();
}
