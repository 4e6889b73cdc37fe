import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import type * as contract from '../contract.ts';
import type { Candidate } from '../model.ts';
import { fitOf, isShort, isTooShort } from '../rules/search-question.ts';
import { findCandidates } from './candidates.ts';
import { type Reach, reachesOf } from './reaches.ts';
import { type ShownDocument, showDocuments } from './show-documents.ts';

type Answer = Output<typeof contract.searchEverything>;

/** Everything this person may see that is called so, best fit first, then the newest; by object. */
export async function searchEverything(
  { q, objects, limit }: Input<typeof contract.searchEverything>,
  step: Step,
): Promise<Answer> {
  // More than are shown: a better fit may be older, and some may turn out not to be his.
  const reaches = reachesOf(step.actor, q, { objects: objects?.split(',') ?? null, wanted: limit * 3 });
  if (reaches.length === 0) return { groups: [] };
  const candidates = await findCandidates(step, reaches, {
    enough: limit,
    useIndexBelow: isTooShort(q) ? 0 : isShort(q) ? 1 : limit,
  });
  const documents = await showDocuments(step, newestFirst(candidates), reaches);
  return { groups: grouped(documents, reaches, q, limit) };
}

function newestFirst(candidates: readonly Candidate[]): Candidate[] {
  const distinct = new Map(candidates.map((one) => [`${one.object} ${one.id}`, one]));
  return [...distinct.values()].sort((one, other) => other.at.getTime() - one.at.getTime());
}

function grouped(
  documents: readonly ShownDocument[],
  reaches: readonly Reach[],
  q: string,
  limit: number,
): Answer['groups'] {
  const found = Map.groupBy(documents, ({ object }) => object);
  return [...new Set(reaches.map(({ one }) => one.object))].flatMap((object) => {
    const items = (found.get(object) ?? [])
      .map((document) => ({ document, fit: fitOf(document.title, q) }))
      .sort((one, other) => one.fit - other.fit)
      .slice(0, limit)
      .map(({ document: { id, title, notes, owner } }) => ({ id, title, notes, owner }));
    return items.length > 0 ? { object, items } : [];
  });
}
