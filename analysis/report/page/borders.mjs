// Writes the borders of the page's map for the Python package: node borders.mjs FILE
//   {ISO3: [ring: [[longitude, latitude], ...], ...]}, degrees to two digits, outer rings alone
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { feature } from "topojson-client";

const require = createRequire(import.meta.url);
const world = require("world-atlas/countries-110m.json");
const codes = require("i18n-iso-countries/codes.json");
const alpha3 = new Map(codes.map(([, three, number]) => [number, three]));

/// A ring that crosses the date line goes on beyond 180 degrees, and comes a second time from the other side.
function whole(ring) {
  let turn = 0;
  const open = ring.map(([longitude, latitude], k) => {
    if (k > 0 && Math.abs(longitude - ring[k - 1][0]) > 180) turn += longitude < ring[k - 1][0] ? 360 : -360;
    return [longitude + turn, latitude];
  });
  const longitudes = open.map(([longitude]) => longitude);
  const shift = Math.max(...longitudes) > 180 ? -360 : Math.min(...longitudes) < -180 ? 360 : 0;
  return shift === 0 ? [open] : [open, open.map(([longitude, latitude]) => [longitude + shift, latitude])];
}
const round = (degrees) => Math.round(degrees * 100) / 100;
const borders = {};
for (const { id, geometry } of feature(world, world.objects.countries).features) {
  const code = alpha3.get(id);
  if (code === undefined || code === "ATA") continue;
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  borders[code] = polygons.flatMap(([outer]) => whole(outer)).map((ring) => ring.map((place) => place.map(round)));
}
writeFileSync(process.argv[2], JSON.stringify(borders));
