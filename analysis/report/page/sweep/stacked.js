// Several charts as one image, in rows of `across`.
import { svg } from "../dom.js";

export function stacked(charts, across) {
  const size = (one, what) => Number(one.getAttribute(what));
  let x = 0, y = 0, width = 0, height = 0;
  charts.forEach((one, k) => {
    if (k && k % across === 0) [x, y] = [0, height];
    one.setAttribute("x", x);
    one.setAttribute("y", y);
    x += size(one, "width");
    width = Math.max(width, x);
    height = Math.max(height, y + size(one, "height"));
  });
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height }, charts);
}
