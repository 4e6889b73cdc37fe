import { useEffect, useState } from 'react';
import { useUi } from './ui-context.ts';

const known = new Map<string, string>();

/** Names of ids of one object; asked once per page. */
export function useNames(object: string, ids: readonly string[]): Readonly<Record<string, string>> {
  const { namesOf } = useUi();
  const [, setRound] = useState(0);
  const wanted = ids.filter((id) => !id.startsWith('@') && !known.has(`${object}/${id}`)).join(',');
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    void namesOf(object, wanted.split(',')).then((found) => {
      for (const { id, name } of found) known.set(`${object}/${id}`, name);
      if (current && found.length > 0) setRound((now) => now + 1);
    });
    return () => {
      current = false;
    };
  }, [namesOf, object, wanted]);
  return Object.fromEntries(ids.map((id) => [id, known.get(`${object}/${id}`) ?? '…']));
}
