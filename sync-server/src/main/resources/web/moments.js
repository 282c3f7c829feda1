// Shows instants by the reader's own clock; without this script they stand there in UTC.

import { text } from "./words.js";

const language = text("script.locale");
const thisYear = new Date().getFullYear();

for (const place of document.querySelectorAll("time[data-local]")) {
    const at = new Date(place.dateTime);
    const isThisYear = at.getFullYear() === thisYear;
    const day = new Intl.DateTimeFormat(
        language,
        isThisYear
            ? { weekday: "short", day: "numeric", month: "short" }
            : { day: "numeric", month: "short", year: "numeric" },
    );
    const time = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    place.textContent = `${day.format(at)}, ${time.format(at)}`;
}
