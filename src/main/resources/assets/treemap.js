// Draws the files as a treemap: area is lines, shade is change or knowledge at risk.
const WORDS = {
  change: { title: "hotspot score", low: "seldom changed or simple", high: "often changed and complex" },
  knowledge: { title: "knowledge at risk", low: "last writers still here", high: "last writers gone" },
};

function colours() {
  const probe = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  probe.setAttribute("width", "0");
  probe.setAttribute("height", "0");
  document.body.append(probe);
  const of = (name) => {
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    rect.setAttribute("class", name);
    probe.append(rect);
    return getComputedStyle(rect).fill;
  };
  const heat = [0, 1, 2, 3, 4].map((step) => of("heat-" + step));
  const none = of("heat-none");
  probe.remove();
  const body = getComputedStyle(document.body);
  return { heat, none, ink: body.color, ground: body.backgroundColor };
}

function luminance(colour) {
  const [r, g, b] = (colour.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}

function percent(value) {
  return value == null ? "unknown" : Math.round(value * 100) + " %";
}

function start(place) {
  const says = document.querySelector("[data-treemap-says]");
  const buttons = [...document.querySelectorAll("[data-by]")];
  const chart = window.echarts.init(place, null, { renderer: "canvas" });
  let by = place.dataset.start;
  let tree = null;

  const node = (part, look) => {
    const value = by === "change" ? part.change : part.risk;
    const colour = value == null ? look.none : look.heat[Math.min(4, Math.floor(value * 5))];
    const leaf = part.children.length === 0;
    return {
      name: part.name,
      value: part.lines,
      part,
      itemStyle: leaf ? { color: colour } : { color: look.ground },
      label: { color: luminance(colour) > 0.5 ? "#1b1f23" : "#ffffff" },
      children: leaf ? undefined : part.children.map((child) => node(child, look)),
    };
  };

  const draw = () => {
    const look = colours();
    chart.setOption({
      animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      animationDurationUpdate: 250,
      tooltip: {
        renderMode: "richText",
        confine: true,
        backgroundColor: look.none,
        borderColor: look.ink,
        textStyle: { color: look.ink, fontSize: 13 },
        formatter: ({ data }) => {
          const part = data?.part;
          if (!part) return "";
          if (part.children.length) return `${part.name}\n${part.lines} lines`;
          return `${part.path || part.name}\n${part.lines} lines, ${part.revisions} commits in the period\n`
            + `hotspot score ${percent(part.change)}\nlines at risk ${percent(part.risk)}, authors ${part.authors}`;
        },
      },
      series: [{
        type: "treemap",
        data: tree.children.map((child) => node(child, look)),
        name: tree.name,
        left: 0, right: 0, top: 0, bottom: 26,
        roam: false,
        nodeClick: "zoomToNode",
        visibleMin: 120,
        breadcrumb: {
          left: 4, bottom: 2, height: 20,
          itemStyle: { color: look.none, borderColor: look.ink, textStyle: { color: look.ink } },
          emphasis: { itemStyle: { color: look.heat[1] } },
        },
        label: { show: true, fontSize: 11, overflow: "truncate" },
        upperLabel: { show: true, height: 18, color: look.ink, fontSize: 11 },
        itemStyle: { borderColor: look.ground, borderWidth: 1, gapWidth: 1 },
        levels: [{ itemStyle: { gapWidth: 2 }, upperLabel: { show: false } }],
      }],
    }, { replaceMerge: ["series"] });
    place.dataset.drawn = by;
  };

  const paint = (choice) => {
    by = choice;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.by === by));
    document.querySelector("[data-by-words]").textContent = WORDS[by].title;
    document.querySelector("[data-low]").textContent = WORDS[by].low;
    document.querySelector("[data-high]").textContent = WORDS[by].high;
    draw();
  };

  chart.on("click", ({ data }) => {
    const part = data?.part;
    if (!part) return;
    if (part.address) location.href = part.address;
    else place.dataset.zoom = part.name;
    says.textContent = part.address ? "Opening " + part.path : "Zoomed to " + part.name;
  });
  for (const button of buttons) button.addEventListener("click", () => tree && paint(button.dataset.by));
  document.querySelector("[data-zoom-out]").addEventListener("click", () => {
    delete place.dataset.zoom;
    says.textContent = "All files";
    if (tree) { chart.clear(); draw(); }
  });
  new ResizeObserver(() => chart.resize()).observe(place);
  document.addEventListener("look", () => tree && draw());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => tree && draw());

  fetch(place.dataset.treemap, { headers: { Accept: "application/json" } })
    .then((answer) => answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText)))
    .then((read) => { tree = read; paint(by); })
    .catch((trouble) => { says.textContent = "The map could not be drawn (" + trouble.message + "); the table shows the same."; });
}

function begin() {
  for (const place of document.querySelectorAll("[data-treemap]:not([data-begun])")) {
    place.dataset.begun = "";
    start(place);
  }
}
begin();
document.addEventListener("htmx:afterSettle", begin);
