// Draws the files as a treemap: area is lines, shade is change or knowledge at risk.
// Its words stand in the page, as data-word-… of the map; {0} is a value.
const language = document.documentElement.lang;

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

function speaker(place) {
  return (name, ...values) => place.dataset["word" + name].replace(/\{(\d)\}/g, (_, at) => values[at]);
}

// The server sends arrays: [folder, [children]], [file, lines, change, risk, commits, authors] with
// shares in percent, and [how many, lines] for files that stand together.
function grow(sent, path, above, others) {
  const at = { above, path, revisions: 0, children: null };
  if (Array.isArray(sent[1])) {
    let [name, children] = sent;
    while (above && children.length === 1 && Array.isArray(children[0][1])) {
      name += "/" + children[0][0];
      path += "/" + children[0][0];
      children = children[0][1];
    }
    Object.assign(at, { name, path });
    at.children = children.map((child) =>
      grow(child, path ? path + "/" + child[0] : String(child[0]), at, others));
    at.lines = at.children.reduce((sum, child) => sum + child.lines, 0);
    return at;
  }
  if (sent.length === 2) return Object.assign(at, { name: others(sent[0]), path: "", lines: sent[1] });
  const [name, lines, change, risk, revisions, authors] = sent;
  return Object.assign(at, { name, lines, change, risk, revisions, authors, file: true });
}

function start(place) {
  const word = speaker(place);
  const percent = (value) => (value == null ? word("Unknown") : word("Percent", value));
  const says = document.querySelector("[data-treemap-says]");
  const trail = document.querySelector("[data-zoom-trail]");
  const buttons = [...document.querySelectorAll("[data-by]")];
  const chart = window.echarts.init(place, null, { renderer: "canvas" });
  let by = place.dataset.start;
  let root = null;
  let here = null;
  let address = "";
  let room = 0; // square pixels a line has; names stand where there is room for a few letters
  let drawn = []; // ECharts copies what it is given, so its nodes hold places in this list

  const node = (part, look, depth) => {
    const value = by === "change" ? part.change : part.risk;
    const colour = value == null ? look.none : look.heat[Math.min(4, Math.floor(value / 20))];
    const leaf = !part.children;
    return {
      name: part.name,
      value: part.lines,
      place: drawn.push(part) - 1,
      itemStyle: leaf ? { color: colour } : { color: look.ground, borderColor: look.ground },
      label: { show: part.lines * room > 1600, color: luminance(colour) > 0.5 ? "#1b1f23" : "#ffffff" },
      upperLabel: { show: !leaf && depth < 2 },
      children: leaf ? undefined : part.children.map((child) => node(child, look, depth + 1)),
    };
  };

  const tip = (part) => {
    const number = (value) => value.toLocaleString(language);
    const lines = word("Lines", number(part.lines));
    if (!part.file) return `${part.path || part.name}\n${lines}`;
    return [
      part.path,
      lines,
      word("Commits", number(part.revisions)),
      word("Score", percent(part.change)),
      word("Risk", percent(part.risk)),
      word("Authors", number(part.authors)),
    ].join("\n");
  };

  const draw = () => {
    const look = colours();
    drawn = [];
    room = place.clientWidth * place.clientHeight / here.lines;
    chart.setOption({
      animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      animationDurationUpdate: 200,
      tooltip: {
        renderMode: "richText",
        confine: true,
        backgroundColor: look.none,
        borderColor: look.ink,
        textStyle: { color: look.ink, fontSize: 13 },
        formatter: ({ data }) => drawn[data?.place] ? tip(drawn[data.place]) : "",
      },
      series: [{
        type: "treemap",
        data: here.children.map((child) => node(child, look, 0)),
        name: here.name,
        left: 0, right: 0, top: 0, bottom: 0,
        roam: false,
        nodeClick: false,
        visibleMin: 60,
        childrenVisibleMin: 400,
        breadcrumb: { show: false },
        label: { fontSize: 11, overflow: "truncate", padding: 2 },
        upperLabel: { height: 17, color: look.ink, fontSize: 11, overflow: "truncate" },
        itemStyle: { borderColor: look.ground, borderWidth: 0, gapWidth: 1 },
        levels: [{ itemStyle: { gapWidth: 3 } }, { itemStyle: { gapWidth: 2 } }],
      }],
    }, { replaceMerge: ["series"] });
    place.dataset.drawn = by;
  };

  const step = (part) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = part.name;
    if (part === here) button.setAttribute("aria-current", "true");
    button.addEventListener("click", () => zoom(part, true));
    return button;
  };

  // The way down to here, and the folders below: the map's own keyboard.
  const walk = () => {
    const way = [];
    for (let part = here; part; part = part.above) way.unshift(part);
    const below = here.children.filter((child) => child.children).slice(0, 12);
    trail.replaceChildren(...way.map(step), ...(below.length ? [document.createTextNode(word("Into"))] : []), ...below.map(step));
    trail.hidden = false;
  };

  const zoom = (part, keepFocus) => {
    here = part;
    if (part.above) place.dataset.zoom = part.path;
    else delete place.dataset.zoom;
    walk();
    draw();
    says.textContent = part.above ? word("Zoomed", part.path) : word("All");
    if (keepFocus) trail.querySelector("[aria-current]").focus();
  };

  const paint = (choice) => {
    by = choice;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.by === by));
    const shown = by === "change" ? "Change" : "Knowledge";
    document.querySelector("[data-by-words]").textContent = word(shown);
    document.querySelector("[data-low]").textContent = word(shown + "Low");
    document.querySelector("[data-high]").textContent = word(shown + "High");
    draw();
  };

  chart.on("click", ({ data }) => {
    const part = drawn[data?.place];
    if (!part) return;
    if (part.file) location.href = address.replace("path=", () => "path=" + encodeURIComponent(part.path));
    else zoom(part.children ? part : part.above, false);
  });
  for (const button of buttons) button.addEventListener("click", () => root && paint(button.dataset.by));
  new ResizeObserver(() => chart.resize()).observe(place);
  document.addEventListener("look", () => root && draw());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => root && draw());

  fetch(place.dataset.treemap, { headers: { Accept: "application/json" } })
    .then((answer) => answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText)))
    .then((read) => {
      address = read.file;
      root = grow(read.tree, "", null, (count) => word("Others", count.toLocaleString(language)));
      here = root;
      walk();
      paint(by);
    })
    .catch((trouble) => { says.textContent = word("Trouble", trouble.message); });
}

function begin() {
  for (const place of document.querySelectorAll("[data-treemap]:not([data-begun])")) {
    place.dataset.begun = "";
    start(place);
  }
}
begin();
document.addEventListener("htmx:afterSettle", begin);
