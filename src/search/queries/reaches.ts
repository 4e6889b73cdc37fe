import { type RawBuilder, sql } from 'kysely';
import { type Actor, definitionFor, may, rightsFor, visibleOwners } from '#kernel/access.ts';
import { isSeenAlso } from '#kernel/records.ts';
import { ownedBy, searchQuestion } from '../rules/search-question.ts';
import { type SearchReach, searchReach } from '../rules/search-reach.ts';
import { type Indexed, presentObjects } from '../store/source-rows.ts';

/** Which documents of an object may be his, and how they are asked for. */
export interface Reach extends SearchReach {
  readonly one: Indexed;
  /** Whose documents; null is everybody's, and a null among them nobody's. */
  readonly owners: readonly (string | null)[] | null;
  /** tsquery over the weights he may search. */
  readonly question: string;
  /** What of it the index is asked, narrowed to these owners if they are few. */
  readonly telling: string;
  /** Words of every name were left out of what the index is asked. */
  readonly isPartlyTold: boolean;
  /** How many candidates are worth asking for. */
  readonly wanted: number;
}

/** Of documents that are probably not his, more must be asked whether he may see them after all. */
const askedOfOthers = 100;

/**
 * What of the index this person may ask. Where rows are also seen for other reasons than whose they are (pools,
 * approvals), there is a second reach over everybody's documents; what it finds must prove visible row by row.
 */
export function reachesOf(
  actor: Actor,
  text: string,
  { objects, wanted }: { objects: readonly string[] | null; wanted: number },
): Reach[] {
  return presentObjects()
    .filter(({ object }) => may(actor, `${object}.read`) && (objects?.includes(object) ?? true))
    .flatMap((one) => {
      const definition = definitionFor(actor, one.definition);
      const reach = searchReach(definition, one, rightsFor(actor, definition));
      const question = searchQuestion(text, reach);
      if (!question) return [];
      const owners = definition.ownerColumn ? visibleOwners(actor, one.object) : null;
      const asked = (of: Reach['owners']) => ({
        owners: of,
        question: question.whole,
        telling: ownedBy(question.telling, of),
        isPartlyTold: question.telling !== question.whole,
      });
      const own = { ...reach, one, wanted, ...asked(owners) };
      if (owners === null) return [own];
      const mine = owners.length > 0 ? [own] : [];
      if (!isSeenAlso(one.object)) return mine;
      const others = asked(one.seenAlso === 'nobodys' ? [null] : null);
      return [...mine, { ...own, ...others, wanted: askedOfOthers }];
    });
}

/** Rows of whom, in SQL over alias `d`: one person's or nobody's have an index of their own. */
export function oneOwner({ owners }: Reach): RawBuilder<unknown> | null {
  if (owners?.length !== 1) return null;
  return owners[0] === null ? sql`d.owner_id is null` : sql`d.owner_id = ${owners[0]}::uuid`;
}
