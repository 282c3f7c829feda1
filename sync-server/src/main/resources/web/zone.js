// Tells the server by which clock this reader lives, so that the next page shows times by it.

const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone);
const secure = location.protocol === "https:" ? "; secure" : "";
document.cookie = `tutor-times-zone=${zone}; path=/; max-age=31536000; samesite=lax${secure}`;
