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
  /** The same, narrowed to these owners: for the index. */
  readonly narrowed: string;
}

/**
 * What of the index this person may ask. Where rows are also seen for other reasons than whose they are (pools,
 * approvals), there is a second reach over everybody's documents; what it finds must prove visible row by row.
 */
export function reachesOf(actor: Actor, text: string, objects: readonly string[] | null): Reach[] {
  return presentObjects()
    .filter(({ object }) => may(actor, `${object}.read`) && (objects?.includes(object) ?? true))
    .flatMap((one) => {
      const definition = definitionFor(actor, one.definition);
      const reach = searchReach(definition, one, rightsFor(actor, definition));
      const question = searchQuestion(text, reach);
      if (question === '') return [];
      const owners = definition.ownerColumn ? visibleOwners(actor, one.object) : null;
      const own = { ...reach, one, owners, question, narrowed: ownedBy(question, owners) };
      if (owners === null) return [own];
      const mine = owners.length > 0 ? [own] : [];
      if (!isSeenAlso(one.object)) return mine;
      const nobodys = [null];
      return [
        ...mine,
        { ...own, owners: nobodys, narrowed: ownedBy(question, nobodys) },
        { ...own, owners: null, narrowed: question },
      ];
    });
}
