// Asks the server, and says in few words how it went.

import { refusal } from "./words.js";

const PATIENCE_MS = 20_000;

let csrfToken = "";

export function useToken(token) {
    csrfToken = token;
}

/// The answer; its status is 0 where none came.
export async function call(method, path, content, further = {}) {
    const headers = method === "GET" ? {} : { "X-CSRF-Token": csrfToken };
    if (content !== undefined) {
        headers["Content-Type"] = "application/json";
    }
    try {
        const response = await fetch(path, {
            method,
            headers,
            body: content === undefined ? undefined : JSON.stringify(content),
            cache: "no-store",
            signal: AbortSignal.timeout(PATIENCE_MS),
            ...further,
        });
        const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
        return {
            status: response.status,
            ok: response.ok,
            body: isJson ? await response.json() : null,
            retryAfterMs: 1_000 * Number(response.headers.get("Retry-After") ?? 0),
        };
    } catch {
        return { status: 0, ok: false, body: null, retryAfterMs: 0 };
    }
}

/// What keeps anything from being sent until the student does something; null where nothing does.
export function obstacle({ status, body }) {
    if (status === 401) {
        return { kind: "signed-out" };
    }
    if (status === 403 && body?.code === "csrf_token") {
        return { kind: "out-of-date" };
    }
    return status === 403 ? { kind: "forbidden", sentence: refusal(body) } : null;
}

/// Whether the same may go well a little later.
export function mayPass({ status }) {
    return status === 0 || status === 408 || status === 425 || status === 429 || status >= 500;
}
