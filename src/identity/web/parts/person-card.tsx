import type { ListRow } from '#kernel/web/use-list.ts';
import type { Card } from '#ui/grid-types.ts';

/** A colleague on a phone: name, title and team, roles. */
export function personCard(row: ListRow, names: Readonly<Record<string, string>>, roles: string): Card {
  const team = typeof row.teamId === 'string' ? names[row.teamId] : undefined;
  return {
    title: String(row.name),
    lines: [[row.title, team].filter(Boolean).join(' · '), roles],
  };
}
