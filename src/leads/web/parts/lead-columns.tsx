import type { ColumnChanges } from '#kernel/web/catalogue.ts';
import type { ListRow } from '#kernel/web/use-list.ts';
import { TimeText } from '#ui/date-text.tsx';
import { Grade } from '#ui/grade.tsx';
import type { Card } from '#ui/grid-types.ts';
import { DueCell } from './due-cell.tsx';

const due = (row: ListRow) => <DueCell row={row} />;
const grade = (row: ListRow) => (typeof row.class === 'string' ? <Grade value={row.class} soft /> : null);

/** How leads differ from what their fields say: the class as a badge, the day it goes back as a countdown. */
export function leadColumns(): ColumnChanges<ListRow> {
  return { class: { render: grade }, recycleDueOn: { render: due } };
}

/** A lead on a phone: company, class, who, and when it was last spoken to. */
export function leadCard(row: ListRow, names: Readonly<Record<string, string>>): Card {
  const owner = typeof row.ownerId === 'string' ? names[row.ownerId] : undefined;
  return {
    title: String(row.company),
    tag: grade(row),
    lines: [
      [row.contactName, row.region].filter(Boolean).join(' · '),
      <span key="last">
        {owner} {typeof row.lastActivityAt === 'string' ? <TimeText at={row.lastActivityAt} /> : null}
      </span>,
      ...(typeof row.recycleDueOn === 'string' ? [<DueCell key="due" row={row} />] : []),
    ],
  };
}
