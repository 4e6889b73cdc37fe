import type { MappedPlace } from '../model.ts';

const placesAtMost = 200;

/** Every place of a payload that holds a plain value, as `customer.phones.0`. */
export function placesOf(payload: unknown): { path: string; value: string }[] {
  const found: { path: string; value: string }[] = [];
  const walk = (value: unknown, path: string, depth: number) => {
    if (found.length >= placesAtMost || depth > 8) return;
    if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key, depth + 1);
    else if (value !== null && value !== undefined && path)
      found.push({ path, value: String(value).slice(0, 500) });
  };
  walk(payload, '', 0);
  return found;
}

/** What lies at a place of a payload; undefined when there is nothing. */
export function valueAt(payload: unknown, path: string): unknown {
  let here = payload;
  for (const step of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string, unknown>)[step];
  }
  return here;
}

/** The payload under the keys of the lead catalogue; several places of one field are joined. */
export function mapPayload(payload: unknown, mapping: readonly MappedPlace[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { path, field } of mapping) {
    const value = valueAt(payload, path);
    if (value === undefined || value === null || value === '') continue;
    const before = values[field];
    values[field] = before === undefined ? value : `${String(before)} ${String(value)}`;
  }
  return values;
}

const guesses: readonly (readonly [RegExp, string])[] = [
  [/(^|[._])(company|company_?name|org|organisation|organization|corp|公司(名称)?)$/i, 'company'],
  [/(^|[._])(name|contact|contact_?name|full_?name|user_?name|姓名|联系人)$/i, 'contactName'],
  [/(^|[._])(mobile|phone|tel|telephone|phone_?number|手机号?|电话)$/i, 'phone'],
  [/(^|[._])(e?-?mail|邮箱)$/i, 'email'],
  [/(^|[._])(city|region|area|城市|地区)$/i, 'region'],
  [/(^|[._])(title|position|职位)$/i, 'title'],
  [/(^|[._])(note|message|remark|content|comment|备注|留言)$/i, 'note'],
];

/** A first guess at the mapping from the names in a sample. */
export function guessMapping(payload: unknown): MappedPlace[] {
  const taken = new Set<string>();
  return placesOf(payload).flatMap(({ path }) => {
    const field = guesses.find(([pattern]) => pattern.test(path))?.[1];
    if (!field || taken.has(field)) return [];
    taken.add(field);
    return [{ path, field }];
  });
}
