import type { Step } from '#kernel/command.ts';
import type { Candidate } from '../model.ts';
import { fetchDocuments } from './fetch-documents.ts';
import type { Reach } from './reaches.ts';
import { walkDocuments } from './walk-documents.ts';

/** How many of the newest documents are simply looked at: first, and when a word proves to be neither rare nor frequent. */
const walks = { near: 200, far: 600 } as const;

/**
 * Documents that fit, at least `enough` of each reach if there are so many, the newest first to be found.
 *
 * No index serves frequent words: 公司 is in every second name, and a GIN index must fetch all of them before the
 * first can be shown. So the newest documents are looked at first, which fills the answer for every frequent word;
 * one that does not occur among them is rare, and the index has few documents to bring. In between it pays to look
 * further back before the index is asked, and only of reaches that have brought fewer than `useIndexBelow`.
 */
export async function findCandidates(
  step: Step,
  reaches: readonly Reach[],
  { enough, useIndexBelow }: { enough: number; useIndexBelow: number },
): Promise<Candidate[]> {
  const near = await walkDocuments(step, reaches, walks.near);
  const met = reaches.filter((_, at) => isMetNowAndThen(near[at]?.length ?? 0, enough));
  const far = met.length > 0 ? await walkDocuments(step, met, walks.far) : [];
  const found = [...near.flat(), ...far.flat()];
  const unfilled = reaches.filter((reach, at) => {
    const further = far[met.indexOf(reach)];
    return (further ?? near[at] ?? []).length < useIndexBelow;
  });
  if (unfilled.length === 0) return found;
  return [...found, ...(await fetchDocuments(step, unfilled, walks.near))];
}

function isMetNowAndThen(hits: number, enough: number): boolean {
  return hits > 0 && hits < enough;
}
