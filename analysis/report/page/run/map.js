// The world at one conference: states by a measure, small states as points, cities as dots.
import { geoEqualEarth, geoGraticule10, geoPath } from "d3-geo";
import { choice, el, slider, svg } from "../dom.js";
import { figure, swatches } from "../figure.js";
import { countries } from "./land.js";
import { measures } from "./measures.js";

/// Square pixels of a country below which it is a point, too.
const smallest = (width) => (width < 500 ? 3 : 14);

function drawMap(width, data, draw) {
  const { states, cities } = data;
  const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(width, { type: "Sphere" });
  const path = geoPath(projection).digits(1);
  const height = Math.ceil(path.bounds({ type: "Sphere" })[1][1] * 0.93);
  const row = new Map(states.codes.map((code, s) => [code, s]));
  const drawn = new Set();
  const land = countries.map((country) => {
    const s = row.get(country.code);
    if (s !== undefined && path.area(country) >= smallest(width)) drawn.add(s);
    return draw.state(svg("path", { d: path(country) }), s);
  });
  const points = states.places
    .map((place, s) => (place && !drawn.has(s) ? [projection(place), s] : null))
    .filter(Boolean)
    .map(([[x, y], s]) => draw.state(svg("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: width < 500 ? 2 : 4, class: "island" }), s));
  const dots = draw.cities(cities).map(([place, size]) => {
    const [x, y] = projection(place);
    return svg("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: size, class: "city" });
  });
  return svg("svg", { class: "map", viewBox: `0 0 ${width} ${height}`, width, height },
    svg("path", { class: "sphere", d: path({ type: "Sphere" }) }),
    svg("path", { class: "graticule", d: path(geoGraticule10()) }),
    svg("g", { class: "land" }, land), svg("g", {}, points), svg("g", {}, dots));
}

export function map(data, start) {
  const { conferences, states, cities } = data, known = measures(data);
  let c = start, measure = known[0], layer = "none", shapes = [];
  const words = (s) => {
    const value = measure.value(c, s);
    return `${states.names[s]}: ${value == null ? "no value" : measure.show(value, c, s)}`;
  };
  const readout = el("p", { class: "readout", "aria-live": "polite" }, "Point at a state for its number; the table has all.");
  const colour = () => {
    for (const [shape, s] of shapes) {
      const value = measure.value(c, s);
      const name = value == null ? "missing" : measure.classes[measure.bin(value)];
      shape.setAttribute("class", `${shape.dataset.kind} ${name}`);
      shape.firstChild.textContent = words(s);
    }
  };
  const state = (shape, s) => {
    shape.dataset.kind = shape.getAttribute("class") ?? "state";
    if (s === undefined) {
      shape.setAttribute("class", "state missing");
      return shape;
    }
    shape.append(svg("title", {}));
    shape.addEventListener("pointerenter", () => (readout.textContent = words(s)));
    shapes.push([shape, s]);
    return shape;
  };
  const dots = () => {
    if (!cities || layer === "none") return [];
    if (layer === "large")
      return cities.places.map((place, k) => [place, cities.people[k]]).filter(([, people]) => people >= 1000)
        .map(([place, people]) => [place, Math.min(6, 0.045 * Math.sqrt(people)).toFixed(1)]);
    return cities.networks[Number(layer)].members.map((k) => [cities.places[k], 2]);
  };
  const draw = (width) => {
    shapes = [];
    const chart = drawMap(width, data, { state, cities: dots });
    colour();
    return chart;
  };
  const legend = el("div");
  const relabel = () => legend.replaceChildren(swatches([...measure.texts.map((text, k) => [measure.classes[k], text]), ["missing", "not a party, or no value"]]));
  relabel();
  const title = () => `The world at ${conferences[c].name}, ${conferences[c].year}: ${measure.label}`;
  const about = () =>
    `States by ${measure.about}. States too small to see are points at their capital. Borders: Natural Earth 1:110 million, public domain; ` +
    "they and names take no position on anyone's status. Territories without a row of their own are grey." +
    (layer === "none" ? "" : layer === "large" ? " Dots are cities of a million people and more, by size (GeoNames, CC BY 4.0)." :
      ` Dots are the members of ${cities.networks[Number(layer)].name} that the tables list, whenever they joined.`);
  const layers = cities && [["none", "none"], ["large", "a million people and more"], ...cities.networks.map((one, k) => [String(k), `${one.name} (${one.members.length})`]).sort(([, a], [, b]) => a.localeCompare(b))];
  const drawn = figure({
    file: "map", title: title(), about: about(), draw, legend, below: readout,
    data: () => ({
      columns: [{ name: "state", label: "state" }, { name: "code" }, { name: measure.name, label: measure.label, number: true, show: (value, row) => (value == null ? "no value" : measure.show(value, c, row[3])) }, { name: "row", hidden: true, file: false }],
      rows: states.names.map((name, s) => [name, states.codes[s], measure.value(c, s), s]),
    }),
    controls: [
      conferences.length > 1 ? slider("Conference:", conferences.map((one) => `${one.name}, ${one.year}`), start, (to) => { c = to; colour(); drawn.refresh({ title: title() }); }) : null,
      known.length > 1 ? choice("States by", known.map((one) => [one.name, one.label]), (name) => { measure = known.find((one) => one.name === name); relabel(); drawn.refresh({ title: title(), about: about() }); }) : null,
      layers ? choice("Cities", layers, (value) => { layer = value; drawn.refresh({ about: about() }); }) : null,
    ].filter(Boolean),
  });
  return drawn.node;
}
