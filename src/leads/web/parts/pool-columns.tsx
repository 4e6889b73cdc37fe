import type { ColumnChanges } from '#kernel/web/catalogue.ts';
import { fieldSpec } from '#kernel/web/catalogue.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import type { ListRow } from '#kernel/web/use-list.ts';
import { FieldView } from '#ui/field-view.tsx';
import { hideableKeys } from '../../fields/pool-lead.ts';
import { leadObject } from '../../fields.ts';
import { leadColumns } from './lead-columns.tsx';
import { words } from './lead-words.ts';

/** A value of a lead in a pool, or the word that the pool keeps it from its members. */
function PoolValue({
  row,
  field,
  names,
}: {
  readonly row: ListRow;
  readonly field: (typeof leadObject.fields)[number];
  readonly names: Readonly<Record<string, string>>;
}) {
  const w = words.use();
  const locale = localePreference.use();
  const hidden = Array.isArray(row.hiddenKeys) && row.hiddenKeys.includes(field.key);
  if (hidden) return <em className="yd-none">{w('hidden')}</em>;
  return <FieldView field={fieldSpec(field, locale)} value={row[field.key]} names={names} />;
}

/** Columns of a pool: as for any lead, and 已隐藏 where the pool hides something. */
export function poolColumns(names: Readonly<Record<string, string>>): ColumnChanges<ListRow> {
  const hideable = leadObject.fields.filter(({ key }) => hideableKeys.some((one) => one === key));
  return {
    ...leadColumns(),
    ...Object.fromEntries(
      hideable.map((field) => [
        field.key,
        { render: (row: ListRow) => <PoolValue row={row} field={field} names={names} /> },
      ]),
    ),
  };
}
