/** Where a visitor came from, this time and the first time, as his own browser remembers it. */
export interface Clicks {
  readonly last: Record<string, string>;
  readonly first: Record<string, string>;
}

const kept = 'yd.first-click';
const names = ['source', 'medium', 'campaign', 'term', 'content'] as const;

/** What an address and the page before it say. */
function readClick(address: string, referrer: string): Record<string, string> {
  const url = new URL(address);
  const click: Record<string, string> = {};
  for (const name of names) {
    const value = url.searchParams.get(`utm_${name}`);
    if (value) click[name] = value.slice(0, 200);
  }
  if (referrer && !referrer.startsWith(url.origin)) click.referrer = referrer.slice(0, 500);
  click.landing = `${url.origin}${url.pathname}`.slice(0, 500);
  return click;
}

/** The first click of this browser; this one, if it has been here for the first time. */
function keepFirst(click: Record<string, string>): Record<string, string> {
  const now = { ...click, at: new Date().toISOString() };
  try {
    const before = localStorage.getItem(kept);
    if (before) return JSON.parse(before) as Record<string, string>;
    localStorage.setItem(kept, JSON.stringify(now));
  } catch {
    // A browser that keeps nothing has no first time.
  }
  return now;
}

interface HandedVisit {
  readonly url: string;
  readonly referrer: string;
  readonly at?: string;
}

/** The clicks of this page, or those that the page around us handed over. */
export function readClicks(): Clicks {
  try {
    const { last, first } = JSON.parse(decodeURIComponent(location.hash.slice(1))) as Record<
      string,
      HandedVisit
    >;
    if (last && first)
      return {
        last: readClick(last.url, last.referrer),
        first: { ...readClick(first.url, first.referrer), at: String(first.at ?? '').slice(0, 40) },
      };
  } catch {
    // Nothing was handed over: we are our own page.
  }
  const last = readClick(location.href, document.referrer);
  return { last, first: keepFirst(last) };
}
