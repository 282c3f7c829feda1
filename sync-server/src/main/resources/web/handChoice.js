// Text chosen by mouse or touch: the browser's own selection, as stretches of the passages. While
// the mouse is down nothing is told, so that nothing jumps under the hand.

const QUIET_MS = 120;

/// @param passages where text may be chosen
/// @param busy whether what is chosen is in use, so that it outlasts the selection
/// @param told is called with the stretches, none where the selection is gone
/// @return `look()`, which does so at once, and `end()`, which ends the selection
export function watchHand(passages, busy, told) {
    let pressed = false;
    let waiting = 0;
    let had = false;

    function look() {
        if (pressed) {
            return;
        }
        const selection = document.getSelection();
        const stretches =
            selection.rangeCount > 0 && !selection.isCollapsed
                ? passages.chosenBy(selection.getRangeAt(0))
                : [];
        if (stretches.length > 0 || (had && !busy())) {
            had = stretches.length > 0;
            told(stretches);
        }
    }

    function soon(pause) {
        clearTimeout(waiting);
        waiting = setTimeout(look, pause);
    }

    document.addEventListener("selectionchange", () => soon(QUIET_MS));
    document.addEventListener("pointerdown", (event) => {
        pressed = event.pointerType === "mouse" && event.button === 0;
    });
    for (const end of ["pointerup", "pointercancel"]) {
        document.addEventListener(end, () => {
            if (pressed) {
                pressed = false;
                soon(0);
            }
        });
    }
    return {
        look,
        end() {
            had = false;
            document.getSelection().removeAllRanges();
        },
    };
}
