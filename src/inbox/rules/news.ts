import { DAY_LENGTH } from '#kernel/values/instant.ts';

const demoNewsDays = 3;

/**
 * Whether a fact is worth telling anybody. Histories are not news: rows of an import came in one piece that its
 * maker saw, and of the demo company only the last three days are told.
 */
export function isNews(fact: { readonly source: string; readonly at: Date }, now: Date): boolean {
  if (fact.source === 'import') return false;
  if (fact.source === 'demo') return now.getTime() - fact.at.getTime() <= demoNewsDays * DAY_LENGTH;
  return true;
}

/** Who hears of it: each person once, and never the one who did it. */
export function hearersOf(userIds: readonly (string | null)[], actorId: string | null): string[] {
  return [...new Set(userIds.filter((id) => id !== null && id !== actorId))] as string[];
}
