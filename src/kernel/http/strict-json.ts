import { Refusal } from '../values/refusal.ts';

const deepest = 64;

/**
 * Parses JSON and refuses (400) what JSON.parse lets through: the same key twice, where one reader would see the
 * first value and another the last; and nesting so deep that no request of ours means it.
 */
export function readStrictJson(text: string): unknown {
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('unparsable', 'unparsable');
  }
  refuseDoubleKeys(text);
  return value;
}

/** Walks valid JSON once; only strings and brackets matter. */
function refuseDoubleKeys(text: string): void {
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : null);
      if (open.length > deepest) throw new Refusal('unparsable', 'too_deep');
    } else if (character === '}' || character === ']') open.pop();
    else if (character === '"') {
      const end = endOfString(text, at);
      const keys = open.at(-1);
      if (keys && /^\s*:/.test(text.slice(end + 1, end + 20))) {
        const key = JSON.parse(text.slice(at, end + 1)) as string;
        if (keys.has(key)) throw new Refusal('unparsable', 'double_key');
        keys.add(key);
      }
      at = end;
    }
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
