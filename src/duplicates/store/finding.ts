import type { Actor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { DuplicateObject, Hit, Match, ShownField, Traits } from '../model.ts';
import { answersLookUp, maskedFor } from '../rules/looking-up.ts';
import { type FoundRecord, loadFound } from './hits.ts';
import { type Candidate, loadCandidates } from './traits.ts';

const shownAtMost = 20;

/** Everything that answers a look-up, surest first, and whether there was more. */
export async function findHits(
  step: Pick<Step, 'tx' | 'actor'>,
  asked: Traits,
  shown: readonly ShownField[],
  except?: string,
): Promise<{ hits: Hit[]; more: boolean }> {
  const answers = (await loadCandidates(step, asked))
    .filter((one) => one.id !== except)
    .flatMap((one) => {
      const match = answersLookUp(asked, one.traits);
      return match ? [{ ...one, match }] : [];
    })
    .toSorted((one, other) => other.match.sureness - one.match.sureness || (one.id < other.id ? 1 : -1));
  const hits = await presentHits(step, answers.slice(0, shownAtMost), shown);
  return { hits, more: answers.length > shownAtMost };
}

/** The records behind candidates as this asker may know them: what is out of his reach is masked. */
export async function presentHits(
  step: Pick<Step, 'tx' | 'actor'>,
  answers: readonly (Candidate & { readonly match: Match })[],
  shown: readonly ShownField[],
): Promise<Hit[]> {
  const of = (object: DuplicateObject) => answers.flatMap((one) => (one.object === object ? one.id : []));
  const found = await loadFound(step, {
    leads: of('leads'),
    accounts: of('accounts'),
    contacts: of('contacts'),
  });
  const byId = new Map(found.map((record) => [`${record.object}/${record.id}`, record]));
  return answers.flatMap(({ object, id, match }) => {
    const record = byId.get(`${object}/${id}`);
    return record ? [hitOf(record, match, shown, step.actor)] : [];
  });
}

function hitOf(record: FoundRecord, match: Match, shown: readonly ShownField[], actor: Actor): Hit {
  const { object, id, ownerId, ownerName, poolName, state, visible, asked } = record;
  const texts = visible
    ? { name: record.name, contact: record.contact, phone: record.phone, email: record.email }
    : maskedFor(record, shown);
  const open = state === 'pending' || state === 'following';
  return {
    ...texts,
    ...{ object, id, ownerName, poolName, state, visible, asked },
    lastFollowAt: record.lastFollowAt?.toISOString() ?? null,
    reasons: match.reasons,
    sureness: match.sureness,
    mayAsk: object === 'leads' && open && ownerId !== null && ownerId !== actor.id && !asked,
  };
}
