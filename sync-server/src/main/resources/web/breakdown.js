// Draws the table of a report; the table stays the truth.

const place = document.querySelector("[data-bars]");
const legend = place ? place.dataset.legend.split("\n") : [];
const COLOURS = ["--accent", "--running", "--attention", "--wrong", "--quiet"];

function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function appearance(index) {
    return {
        color: colour(COLOURS[index % COLOURS.length]),
        opacity: 1 - 0.3 * Math.floor(index / COLOURS.length),
    };
}

// The small edition of the chart library has none of its own.
function showLegend() {
    const list = document.createElement("ul");
    list.className = "legend small";
    list.setAttribute("aria-hidden", "true");
    const marks = legend.map((name) => {
        const item = list.appendChild(document.createElement("li"));
        const mark = item.appendChild(document.createElement("span"));
        item.append(name);
        return mark;
    });
    place.before(list);
    return () => marks.forEach((mark, index) => {
        const { color, opacity } = appearance(index);
        Object.assign(mark.style, { backgroundColor: color, opacity });
    });
}

function option(bars, upright) {
    const words = { color: colour("--quiet"), fontSize: 12, fontFamily: getComputedStyle(document.body).fontFamily };
    const names = {
        type: "category",
        data: bars.map(({ name }) => name),
        inverse: !upright,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colour("--line") } },
        axisLabel: upright
            ? { ...words, hideOverlap: true }
            : { ...words, width: Math.min(200, place.clientWidth / 3), overflow: "truncate" },
    };
    const hours = {
        type: "value",
        minInterval: 1,
        splitLine: { lineStyle: { color: colour("--line"), opacity: 0.6 } },
        axisLabel: { ...words, formatter: "{value} h" },
    };
    return {
        animation: false,
        grid: { left: 4, right: 24, top: 12, bottom: 4, containLabel: true },
        tooltip: {
            trigger: "axis",
            renderMode: "richText",
            axisPointer: { type: "shadow", shadowStyle: { color: colour("--track"), opacity: 0.5 } },
            backgroundColor: colour("--surface"),
            borderColor: colour("--line"),
            textStyle: { color: colour("--text"), fontSize: 13 },
            valueFormatter: (value) => `${value} h`,
        },
        xAxis: upright ? names : hours,
        yAxis: upright ? hours : names,
        series: legend.map((name, index) => ({
            name,
            type: "bar",
            stack: "all",
            barMaxWidth: upright ? 44 : 22,
            itemStyle: appearance(index),
            data: bars.map(({ parts }) => Math.round(parts[index] / 36) / 100),
        })),
    };
}

if (place && window.echarts) {
    const upright = place.dataset.upright === "yes";
    const bars = JSON.parse(place.dataset.bars);
    if (!upright) {
        place.style.height = `${4 + bars.length * 2}rem`;
    }
    const chart = window.echarts.init(place, null, { renderer: "canvas" });
    const paintLegend = legend.length > 1 ? showLegend() : () => {};
    const draw = () => {
        chart.setOption(option(bars, upright));
        paintLegend();
    };
    draw();
    new ResizeObserver(() => {
        chart.resize();
        draw();
    }).observe(document.body);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
}
