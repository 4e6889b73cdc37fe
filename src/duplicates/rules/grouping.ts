import type { Match, Traits } from '../model.ts';
import { compareNames, decideSame } from './matching.ts';

/** Larger blocks are compared with their neighbours only: a name that everybody writes is no evidence. */
const WHOLE_BLOCK = 60;

/**
 * The numbers under which a record may meet its likes: what it shares with a duplicate in at least one of them.
 * Besides exact values: the heart of the name, its sound, and the heart with each character left out (two names that
 * are one slip apart share one of these).
 */
export function blocksOf(traits: Traits): number[] {
  const blocks = new Set<number>();
  const add = (kind: string, text: string) => blocks.add(hash(kind + text));
  for (const phone of traits.phones) add('p', phone);
  for (const email of traits.emails) add('e', email);
  if (traits.uscc) add('u', traits.uscc);
  for (const { core, sound } of traits.readings) {
    const letters = [...core].slice(0, 24);
    add('c', core);
    add('s', sound);
    if (letters.length < 4) continue;
    add('d', core);
    letters.forEach(
      (_, at) =>
        void add(
          'd',
          letters
            .slice(0, at)
            .concat(letters.slice(at + 1))
            .join(''),
        ),
    );
  }
  return [...blocks];
}

/** FNV-1a over UTF-16 units, as a signed 32-bit number as PostgreSQL's integer. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum | 0;
}

export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly match: Match;
}

export interface Group {
  /** Places in the list that was given. */
  readonly members: readonly number[];
  readonly edges: readonly Edge[];
}

/**
 * Groups a whole base: every record in at most one group, groups of at least two. Surest pairs join first, and no
 * group takes in a name or a credit code that contradicts what it holds, so one wrong phone does not chain companies.
 */
export function groupAll(base: readonly Traits[]): Group[] {
  const edges = findEdges(base).sort((x, y) => y.match.sureness - x.match.sureness || x.a - y.a || x.b - y.b);
  const parent = Int32Array.from(base, (_, at) => at);
  const held = new Map<number, number[]>();
  const find = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let next = at; next !== root; ) [next, parent[next]] = [parent[next] ?? root, root];
    return root;
  };
  const kept: Edge[] = [];
  for (const edge of edges) {
    const [one, two] = [find(edge.a), find(edge.b)];
    if (one === two) {
      kept.push(edge);
      continue;
    }
    const [left, right] = [held.get(one) ?? [one], held.get(two) ?? [two]];
    if (contradict(base, left, right)) continue;
    const [root, gone] = left.length >= right.length ? [one, two] : [two, one];
    parent[gone] = root;
    held.set(root, left.concat(right));
    held.delete(gone);
    kept.push(edge);
  }
  const byRoot = new Map<number, Edge[]>();
  for (const edge of kept) {
    const root = find(edge.a);
    const list = byRoot.get(root);
    if (list) list.push(edge);
    else byRoot.set(root, [edge]);
  }
  return [...held].map(([root, members]) => ({
    members: members.toSorted((a, b) => a - b),
    edges: byRoot.get(root) ?? [],
  }));
}

function findEdges(base: readonly Traits[]): Edge[] {
  const entries = sortedEntries(base);
  const seen = new Set<number>();
  const edges: Edge[] = [];
  const compare = (a: number, b: number) => {
    if (a === b) return;
    const pair = Math.min(a, b) * base.length + Math.max(a, b);
    if (seen.has(pair)) return;
    seen.add(pair);
    const [left, right] = [base[a], base[b]];
    const match = left && right && decideSame(left, right);
    if (match) edges.push({ a: Math.min(a, b), b: Math.max(a, b), match });
  };
  for (let from = 0; from < entries.length; ) {
    const block = Math.floor((entries[from] ?? 0) / SLOT);
    let to = from + 1;
    while (to < entries.length && Math.floor((entries[to] ?? 0) / SLOT) === block) to += 1;
    const reach = to - from <= WHOLE_BLOCK ? to - from : 6;
    for (let i = from; i < to; i += 1) {
      const member = (entries[i] ?? 0) % SLOT;
      if (to - from > WHOLE_BLOCK) compare((entries[from] ?? 0) % SLOT, member);
      for (let j = i + 1; j < Math.min(to, i + reach); j += 1) compare(member, (entries[j] ?? 0) % SLOT);
    }
    from = to;
  }
  return edges;
}

// Block (32 bits) and place (20 bits) in one exact double: millions of entries sort in a second.
const SLOT = 2 ** 20;

function sortedEntries(base: readonly Traits[]): Float64Array {
  return entriesOf(base.map(blocksOf));
}

function entriesOf(blocks: readonly (readonly number[])[]): Float64Array {
  if (blocks.length > SLOT) throw new RangeError(`more than ${SLOT} records at once`);
  const entries = new Float64Array(blocks.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  blocks.forEach((list, member) => {
    for (const block of list) {
      entries[at] = (block >>> 0) * SLOT + member;
      at += 1;
    }
  });
  return entries.sort();
}

/** Two groups that name two companies, or two credit codes, stay two. */
function contradict(base: readonly Traits[], left: readonly number[], right: readonly number[]): boolean {
  const code = (list: readonly number[]) => list.map((at) => base[at]?.uscc).find(Boolean);
  const [one, two] = [code(left), code(right)];
  if (one && two && one !== two) return true;
  const named = (list: readonly number[]) =>
    list.flatMap((at) => (base[at]?.nameKey ? (base[at] ?? []) : [])).slice(0, 8);
  const [lefts, rights] = [named(left), named(right)];
  return (
    lefts.length > 0 &&
    rights.length > 0 &&
    lefts.every((a) => rights.every((b) => compareNames(a, b) === 'other'))
  );
}

/** The places of those that share at least one block with another: only these can be in a group. */
export function groupSharing(blocks: readonly (readonly number[])[]): number[] {
  const entries = entriesOf(blocks);
  const sharing = new Uint8Array(blocks.length);
  for (let at = 1; at < entries.length; at += 1) {
    const [one, two] = [entries[at - 1] ?? 0, entries[at] ?? 0];
    if (Math.floor(one / SLOT) !== Math.floor(two / SLOT)) continue;
    sharing[one % SLOT] = 1;
    sharing[two % SLOT] = 1;
  }
  return [...sharing.keys()].filter((at) => sharing[at] === 1);
}
