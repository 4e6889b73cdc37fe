import { checkCondition } from '#kernel/conditions/check.ts';
import { type Condition, isGroup } from '#kernel/conditions/tree.ts';
import { type FieldRights, fieldOf, type ObjectDefinition, rightOn } from '#kernel/fields.ts';
import type { ViewLayout } from '../model.ts';

export interface ViewContent {
  readonly condition: Condition | null;
  readonly sort: readonly string[];
  readonly layout: ViewLayout | null;
}

/**
 * A saved view as one person may open it. Rules on fields that no longer exist, or that do not exist for him, are
 * left out and counted; which they were he is not told, for the name of a hidden field says something already.
 */
export function prunedView(
  { condition, sort, layout }: ViewContent,
  definition: ObjectDefinition,
  rights: FieldRights,
): ViewContent & { readonly dropped: number } {
  const isVisible = (key: string) => {
    const field = fieldOf(definition, key);
    return field !== undefined && rightOn(field, rights) !== 'hidden';
  };
  const pruned = condition ? prune(condition, definition, rights) : { left: null, dropped: 0 };
  const sortable = sort.filter((term) => {
    const field = fieldOf(definition, term.replace(/^-/, ''));
    const right = field && rightOn(field, rights);
    return field?.sort && right !== 'hidden' && right !== 'masked';
  });
  return {
    condition: pruned.left,
    dropped: pruned.dropped,
    sort: sortable,
    layout: layout && {
      order: layout.order.filter(isVisible),
      hidden: layout.hidden.filter(isVisible),
      widths: Object.fromEntries(Object.entries(layout.widths).filter(([key]) => isVisible(key))),
    },
  };
}

interface Pruned {
  readonly left: Condition | null;
  readonly dropped: number;
}

function prune(part: Condition, definition: ObjectDefinition, rights: FieldRights): Pruned {
  if (!isGroup(part)) {
    const broken = checkCondition(part, definition, rights).length > 0;
    return broken ? { left: null, dropped: 1 } : { left: part, dropped: 0 };
  }
  const inner = part.rules.map((rule) => prune(rule, definition, rights));
  const rules = inner.flatMap(({ left }) => left ?? []);
  const dropped = inner.reduce((sum, one) => sum + one.dropped, 0);
  // A group that has lost all its rules would turn from “one of these” into “everything”, or the other way round.
  return { left: rules.length > 0 || part.rules.length === 0 ? { ...part, rules } : null, dropped };
}
