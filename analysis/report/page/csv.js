// A table as a file, made in the page.
import { el } from "./dom.js";

const cell = (value) => {
  const text = value == null ? "" : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/// Columns marked `file: false` are for the eye only.
export const csv = (columns, rows) => {
  const kept = columns.map((column, k) => [column, k]).filter(([column]) => column.file !== false);
  const line = (cells) => cells.map(cell).join(",") + "\n";
  return line(kept.map(([column]) => column.name)) + rows.map((row) => line(kept.map(([, k]) => row[k]))).join("");
};

/// A button that downloads a text. `make` is called when it is pressed.
export function download(label, file, type, make) {
  const save = () => {
    const url = URL.createObjectURL(new Blob([make()], { type }));
    const link = el("a", { href: url, download: file });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  };
  return el("button", { type: "button", class: "quiet", onclick: save }, label);
}
