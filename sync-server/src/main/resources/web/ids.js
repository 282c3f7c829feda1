// Ids that are made once, here, and known again by the server: UUIDs of version 7, which begin with
// the time.

export function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const millis = BigInt(Date.now());
    for (let index = 0; index < 6; index++) {
        bytes[index] = Number((millis >> BigInt(8 * (5 - index))) & 0xffn);
    }
    bytes[6] = (bytes[6] & 0x0f) | 0x70;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
