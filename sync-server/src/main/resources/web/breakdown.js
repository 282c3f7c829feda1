// Draws the table of a report; the table stays the truth.

const place = document.querySelector("[data-breakdown]");
const table = place && document.getElementById(place.dataset.breakdown);
const OF_TIME = ["day", "week", "month"];
const COLOURS = ["--accent", "--running", "--attention", "--wrong", "--quiet"];

function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function sum(parts) {
    return parts.reduce((all, part) => all + part, 0);
}

// A first dimension stands in several rows where the second has many values. Time is drawn as it
// passes, names by what they took.
function barsOf(rows, upright) {
    const bars = new Map();
    for (const row of rows) {
        if (row.dataset.drawn === "yes") {
            const parts = JSON.parse(row.dataset.seconds);
            const name = row.cells[0].textContent.trim();
            const known = bars.get(name);
            bars.set(name, known ? known.map((seconds, index) => seconds + parts[index]) : parts);
        }
    }
    const all = [...bars].map(([name, parts]) => ({ name, parts }));
    return upright ? all : all.sort((one, other) => sum(other.parts) - sum(one.parts)).slice(0, place.dataset.most);
}

function option(bars, upright) {
    const legend = table.dataset.legend.split("\n");
    const words = { color: colour("--quiet"), fontSize: 12, fontFamily: getComputedStyle(document.body).fontFamily };
    const names = {
        type: "category",
        data: bars.map(({ name }) => name),
        inverse: !upright,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colour("--line") } },
        axisLabel: { ...words, hideOverlap: true, width: upright ? 90 : Math.min(200, place.clientWidth / 3), overflow: "truncate" },
    };
    const hours = {
        type: "value",
        minInterval: 1,
        splitLine: { lineStyle: { color: colour("--line"), opacity: 0.6 } },
        axisLabel: { ...words, formatter: "{value} h" },
    };
    return {
        animation: false,
        grid: { left: 4, right: 24, top: legend.length > 1 ? 40 : 12, bottom: 4, containLabel: true },
        legend: { show: legend.length > 1, type: "scroll", left: 0, textStyle: words, pageTextStyle: words },
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
            itemStyle: {
                color: colour(COLOURS[index % COLOURS.length]),
                opacity: 1 - 0.3 * Math.floor(index / COLOURS.length),
            },
            data: bars.map(({ parts }) => Math.round(parts[index] / 36) / 100),
        })),
    };
}

if (place && window.echarts) {
    const upright = OF_TIME.includes(table.dataset.by);
    const bars = barsOf(table.tBodies[0].rows, upright);
    if (!upright) {
        place.style.height = `${4 + bars.length * 2}rem`;
    }
    const chart = window.echarts.init(place, null, { renderer: "canvas" });
    const draw = () => chart.setOption(option(bars, upright));
    draw();
    new ResizeObserver(() => {
        chart.resize();
        draw();
    }).observe(document.body);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
}
