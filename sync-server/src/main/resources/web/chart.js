// Draws the bars of a table that stands beside it; the table stays the truth.

const charts = new Map();

export function drawCharts() {
    for (const place of document.querySelectorAll("[data-chart]")) {
        draw(place, document.getElementById(place.dataset.chart));
    }
}

function draw(place, table) {
    if (!window.echarts || !table || place.clientWidth === 0) {
        return;
    }
    let chart = charts.get(place);
    if (!chart) {
        chart = window.echarts.init(place, null, { renderer: "canvas" });
        charts.set(place, chart);
    }
    chart.setOption(optionFor([...table.tBodies[0].rows].map(bar)));
}

function bar(row) {
    return {
        name: row.dataset.label,
        hours: Number(row.dataset.seconds) / 3600,
        words: row.cells[row.cells.length - 1].textContent.trim(),
        soFar: row.hasAttribute("data-so-far"),
    };
}

function optionFor(bars) {
    const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const words = { color: colour("--quiet"), fontSize: 12, fontFamily: getComputedStyle(document.body).fontFamily };
    return {
        animation: false,
        grid: { left: 4, right: 20, top: 12, bottom: 4, containLabel: true },
        tooltip: {
            trigger: "axis",
            renderMode: "richText",
            axisPointer: { type: "shadow", shadowStyle: { color: colour("--track"), opacity: 0.5 } },
            backgroundColor: colour("--surface"),
            borderColor: colour("--line"),
            textStyle: { color: colour("--text"), fontSize: 13 },
            formatter: ([point]) => `${bars[point.dataIndex].name}: ${bars[point.dataIndex].words}`,
        },
        xAxis: {
            type: "category",
            data: bars.map((each) => each.name),
            axisTick: { show: false },
            axisLine: { lineStyle: { color: colour("--line") } },
            axisLabel: { ...words, hideOverlap: true },
        },
        yAxis: {
            type: "value",
            minInterval: 1,
            splitNumber: 3,
            splitLine: { lineStyle: { color: colour("--line"), opacity: 0.6 } },
            axisLabel: { ...words, formatter: "{value} h" },
        },
        series: [{
            type: "bar",
            barMaxWidth: 44,
            barCategoryGap: "35%",
            itemStyle: { color: colour("--accent"), borderRadius: [4, 4, 0, 0] },
            data: bars.map((each) => ({ value: each.hours, itemStyle: { opacity: each.soFar ? 0.55 : 1 } })),
        }],
    };
}

new ResizeObserver(() => charts.forEach((chart) => chart.resize())).observe(document.body);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawCharts);
