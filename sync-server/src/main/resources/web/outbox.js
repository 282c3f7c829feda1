// What the student did and the server has not confirmed, in the order in which it was done. Each
// operation is an entry of its own in localStorage, so that two tabs never write over each other,
// and it goes only when the server has said yes or a refusal was kept in its place.
//
// Operations: {kind: "begin", id}, {kind: "add", highlight}, {kind: "remove", id}, {kind: "submit"}.

export class Outbox {
    #prefix;
    #memory = new Map();
    #changed;

    /// @param owner names the class session and the student: a browser may serve several
    /// @param changed is called when another tab has changed something
    constructor(owner, changed) {
        this.#prefix = `tutor-times/sitting/${owner}/`;
        this.#changed = changed;
        addEventListener("storage", (event) => {
            if (event.key === null || event.key.startsWith(this.#prefix)) {
                this.#changed();
            }
        });
    }

    /// Whether everything is where a reload finds it again.
    get isSafe() {
        return this.#memory.size === 0;
    }

    get attemptId() {
        return this.#read("attempt");
    }

    set attemptId(id) {
        this.#write("attempt", id);
    }

    waiting() {
        return this.#list("do/");
    }

    add(operation) {
        const last = this.waiting().at(-1)?.key.slice("do/".length, "do/".length + 16) ?? 0;
        // A clock that was set back must not bring a submission before what it submits.
        const order = Math.max(Date.now() * 100, Number(last) + 1);
        this.#write(`do/${String(order).padStart(16, "0")}-${Math.random().toString(36).slice(2, 8)}`, operation);
    }

    remove(operations) {
        operations.forEach(({ key }) => this.#forget(key));
    }

    /// What the server refused for good, each with a reason, until the student has seen it.
    aside() {
        return this.#list("aside/");
    }

    /// @param highlight null where it was the submission
    setAside(highlight, reason) {
        this.#write(`aside/${highlight?.id ?? "submission"}`, { highlight, reason });
    }

    dismissAside() {
        this.remove(this.aside());
    }

    #list(folder) {
        const keys = new Set();
        try {
            for (let index = 0; index < localStorage.length; index++) {
                keys.add(localStorage.key(index));
            }
        } catch {
            // A browser that keeps nothing: what there is, is in memory.
        }
        for (const key of this.#memory.keys()) {
            keys.add(key);
        }
        return [...keys]
            .filter((key) => key.startsWith(this.#prefix + folder))
            .map((key) => key.slice(this.#prefix.length))
            .sort()
            .map((key) => ({ ...this.#read(key), key }));
    }

    #read(name) {
        const key = this.#prefix + name;
        if (this.#memory.has(key)) {
            return this.#memory.get(key);
        }
        try {
            return JSON.parse(localStorage.getItem(key));
        } catch {
            return null;
        }
    }

    #write(name, value) {
        const key = this.#prefix + name;
        try {
            localStorage.setItem(key, JSON.stringify(value));
            this.#memory.delete(key);
        } catch {
            this.#memory.set(key, value);
        }
    }

    #forget(name) {
        const key = this.#prefix + name;
        this.#memory.delete(key);
        try {
            localStorage.removeItem(key);
        } catch {
            // It was never there.
        }
    }
}
