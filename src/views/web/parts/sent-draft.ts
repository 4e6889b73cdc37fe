import { plainCondition } from '#kernel/conditions/plain.ts';
import type { ViewDraft } from '#kernel/web/saved-views.ts';

/** A view as the API takes it: conditions without what an editor hangs on them, lists of their own. */
export function sentDraft({ condition, sort, layout, ...rest }: Partial<ViewDraft>) {
  return {
    ...rest,
    ...(condition === undefined ? {} : { condition: condition && plainCondition(condition) }),
    ...(sort === undefined ? {} : { sort: [...sort].slice(0, 3) }),
    ...(layout === undefined
      ? {}
      : {
          layout: layout && {
            order: [...layout.order],
            hidden: [...layout.hidden],
            widths: Object.fromEntries(
              Object.entries(layout.widths).map(([key, width]) => [key, Math.max(20, Math.round(width))]),
            ),
          },
        }),
  };
}
