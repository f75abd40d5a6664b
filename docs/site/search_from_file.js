// Search on a page that is opened as a file, where browsers allow neither requests nor workers: the index comes as a script,
// and the worker of the search runs in a hidden frame. The theme takes both from here.
if (location.protocol === "file:") {
  const base = new URL(".", new URL(document.currentScript.dataset.base, location.href));
  document.write(`<script src="${new URL("search/search_index.js", base)}"></script>`);

  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      document.body.append(frame);
      const inside = frame.contentWindow;
      const run = (source) =>
        new Promise((resolve) => {
          const script = inside.document.createElement("script");
          script.onload = resolve;
          script.src = source;
          inside.document.body.append(script);
        });
      inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      inside.importScripts = (...sources) => Promise.all(sources.map(run));
      const loaded = run(new URL(url, location.href).href);
      this.postMessage = (data) => loaded.then(() => inside.dispatchEvent(new MessageEvent("message", { data })));
    }
  };
}
