const FORMULA = /^[\s]*[=+\-@＝＋－＠\t\r]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?%?$/;

/** A text without line breaks, for titles, mail subjects and cells of narrow lists. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * A cell for CSV or XLSX that a spreadsheet shows and never runs: what would start a formula gets a quote in front.
 * Plain numbers stay numbers, `−12.40` too.
 */
export function safeCell(text: string): string {
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** Takes that quote away again, so that an export can be imported unchanged. */
export function plainCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
