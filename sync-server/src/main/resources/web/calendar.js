// The calendar of a unit. What is shown stands in the address, so that it can be sent on.

import { text } from "./words.js";

const VIEWS = { day: "timeGridDay", week: "timeGridWeek", month: "dayGridMonth", year: "multiMonthYear" };
const NARROW = 640;
const MOST_DAYS_OF_SESSIONS = 7;

const place = document.querySelector("[data-calendar]");
const filters = document.querySelector("[data-calendar-filters]");
const trouble = document.querySelector("[data-calendar-trouble]");
const address = new URL(location.href);
const openedAt = performance.now();

// The server gives what the clock of the reader shows; told as UTC, nothing shifts it again.
const now = () => new Date(Date.parse(`${place.dataset.now}Z`) + performance.now() - openedAt);

function choices() {
    return [...new FormData(filters)].filter(([, value]) => value !== "");
}

async function items({ start, end, startStr, endStr }, done, failed) {
    const wide = end - start <= MOST_DAYS_OF_SESSIONS * 86_400_000;
    const wanted = new URLSearchParams(choices());
    wanted.set("start", startStr.replace(/Z$/, ""));
    wanted.set("end", endStr.replace(/Z$/, ""));
    wanted.set("detail", wide ? "sessions" : "days");
    try {
        const answer = await fetch(`${place.dataset.feed}?${wanted}`, { headers: { Accept: "application/json" } });
        if (!answer.ok) {
            throw new Error(String(answer.status));
        }
        const feed = await answer.json();
        tell(feed.too_many ? text("script.calendar.too-many") : "");
        done(feed.items.map(item));
    } catch (error) {
        tell(text("script.calendar.failed"));
        failed(error);
    }
}

// FullCalendar takes an absent value for the word "undefined" where it is named at all.
function item({ title, start, end, all_day, url, display, class_names }) {
    return {
        title,
        start,
        allDay: all_day,
        classNames: class_names,
        ...(end && { end }),
        ...(url && { url }),
        ...(display && { display }),
    };
}

function tell(sentence) {
    trouble.textContent = sentence;
    trouble.hidden = sentence === "";
}

function remember() {
    const name = Object.keys(VIEWS).find((each) => VIEWS[each] === calendar.view.type);
    const search = new URLSearchParams(choices());
    search.set("view", name);
    search.set("date", calendar.getDate().toISOString().slice(0, 10));
    history.replaceState(null, "", `${location.pathname}?${search}`);
    // The choice of a language comes back to what is shown.
    for (const next of document.querySelectorAll(".languages input[name=next]")) {
        next.value = `${location.pathname}?${search}`;
    }
}

const calendar = new FullCalendar.Calendar(place, {
    timeZone: "UTC",
    now,
    locale: text("script.locale"),
    firstDay: 1,
    initialView: VIEWS[address.searchParams.get("view")] ?? (innerWidth < NARROW ? VIEWS.day : VIEWS.week),
    initialDate: address.searchParams.get("date") ?? place.dataset.now,
    headerToolbar: { left: "prev,today,next", center: "title", right: "timeGridDay,timeGridWeek,dayGridMonth,multiMonthYear" },
    buttonText: {
        today: text("script.calendar.today"),
        day: text("script.calendar.day"),
        week: text("script.calendar.week"),
        month: text("script.calendar.month"),
        year: text("script.calendar.year"),
    },
    buttonHints: {
        prev: text("script.calendar.before"),
        next: text("script.calendar.after"),
        today: text("script.calendar.today"),
    },
    viewHint: "$0",
    closeHint: text("script.calendar.close"),
    moreLinkContent: ({ num }) => text("script.calendar.more", num),
    moreLinkHint: (count) => text("script.calendar.more", count),
    moreLinkDidMount: ({ el }) => el.setAttribute("role", "button"),
    eventTimeFormat: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    dayHeaderFormat: { weekday: "short", day: "numeric", month: "short" },
    slotLabelFormat: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    allDaySlot: false,
    nowIndicator: true,
    scrollTime: "07:00:00",
    height: "auto",
    expandRows: true,
    dayMaxEvents: 4,
    multiMonthMaxColumns: 3,
    slotEventOverlap: false,
    events: items,
    eventDidMount: ({ el, event }) => (el.title = event.title),
    datesSet() {
        remember();
        // The arrows are pictures in buttons that have names already.
        for (const icon of place.querySelectorAll(".fc-icon")) {
            icon.removeAttribute("role");
            icon.setAttribute("aria-hidden", "true");
        }
    },
});
calendar.render();

filters.addEventListener("change", () => {
    remember();
    calendar.refetchEvents();
});
filters.addEventListener("submit", (event) => event.preventDefault());
