// Elements of the page. Texts become text nodes, never markup.

/// An element with attributes, listeners (`onclick`) and children: nodes, texts, or lists of them.
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child != null));
  return element;
}

/// The same for SVG.
export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) if (value != null) element.setAttribute(key, value);
  element.append(...children.flat().filter((child) => child != null));
  return element;
}

/// A labelled choice; `options` are [value, text] pairs.
export function choice(label, options, onchange) {
  const select = el(
    "select",
    { onchange: () => onchange(select.value) },
    options.map(([value, text]) => el("option", { value }, text)),
  );
  return el("label", { class: "choice" }, label + " ", select);
}

/// A slider over named places, which says where it stands.
export function slider(label, names, start, onmove) {
  const output = el("output", {}, names[start]);
  const input = el("input", {
    type: "range",
    min: 0,
    max: names.length - 1,
    step: 1,
    value: start,
    "aria-label": label, // the element around both is the label of the output, its first
    "aria-valuetext": names[start],
    oninput: () => {
      output.value = names[input.value];
      input.setAttribute("aria-valuetext", names[input.value]);
      onmove(Number(input.value));
    },
  });
  return el("label", { class: "slider" }, el("span", {}, label + " ", output), input);
}
