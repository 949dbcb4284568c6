/** Saves the review as a page of its own, which opens in any browser and in Word. */

/** Paper and screen alike; no colour says anything that words do not. */
const style = `
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Arial, sans-serif; color: #14191f; }
h1, h2, h3, h4 { line-height: 1.25; } ul { padding-left: 1.2rem; } li { margin: 0 0 .7rem; } p { margin: 0; }
table { border-collapse: collapse; margin: 1rem 0; } caption { text-align: left; font-weight: bold; }
th, td { border: 1px solid #7b858d; padding: .3rem .6rem; text-align: left; }
.back-first { font-size: 1.3rem; font-weight: bold; } .back-quiet { color: #505a62; }
@media print { li { break-inside: avoid; } }`;

/**
 * @param report as it is on the page; buttons and help in it are left out, links become their words
 * @param title of the page
 */
export function savePage(report: HTMLElement, title: string): void {
  const page = document.implementation.createHTMLDocument(title);
  page.documentElement.lang = "en-GB";
  const meta = page.createElement("meta");
  meta.setAttribute("charset", "utf-8");
  const look = page.createElement("style");
  look.textContent = style;
  page.head.prepend(meta, look);
  const copy = page.importNode(report, true);
  for (const left of copy.querySelectorAll("[data-leave-out]")) left.remove();
  for (const link of copy.querySelectorAll("a"))
    link.replaceWith(page.createTextNode(link.textContent));
  for (const entry of copy.querySelectorAll("[tabindex]")) entry.removeAttribute("tabindex");
  page.body.append(copy);
  const html = `<!doctype html>\n${page.documentElement.outerHTML}`;
  download(new Blob([html], { type: "text/html" }), `${fileName(title)}.html`);
}

function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Without what a file's name may not have. */
function fileName(title: string): string {
  const plain = title.replace(/[\p{Cc}\\/:*?"<>|]+/gu, " ").replace(/\s+/g, " ");
  return plain.trim().slice(0, 100) || "Looking back";
}
