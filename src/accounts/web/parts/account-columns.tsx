import { displayPhone } from '#kernel/values/phone-text.ts';
import type { ColumnChanges } from '#kernel/web/catalogue.ts';
import type { ListRow } from '#kernel/web/use-list.ts';
import { TimeText } from '#ui/date-text.tsx';
import { Grade } from '#ui/grade.tsx';
import type { Card } from '#ui/grid-types.ts';

const grade = (row: ListRow) => (typeof row.grade === 'string' ? <Grade value={row.grade} /> : null);

/** How accounts differ from what their fields say: the grade as a badge. */
export function accountColumns(): ColumnChanges<ListRow> {
  return { grade: { render: grade } };
}

/** An account on a phone: name, grade, where, whose, last contact. */
export function accountCard(row: ListRow, names: Readonly<Record<string, string>>): Card {
  const owner = typeof row.ownerId === 'string' ? names[row.ownerId] : undefined;
  return {
    title: String(row.name),
    tag: grade(row),
    lines: [
      [row.industry, row.region].filter(Boolean).join(' · '),
      <span key="last">
        {owner} {typeof row.lastActivityAt === 'string' ? <TimeText at={row.lastActivityAt} /> : null}
      </span>,
    ],
  };
}

/** A contact on a phone: name, job, company. */
export function contactCard(row: ListRow, names: Readonly<Record<string, string>>): Card {
  const account = typeof row.accountId === 'string' ? names[row.accountId] : undefined;
  return {
    title: String(row.name),
    lines: [[row.title, account].filter(Boolean).join(' · '), displayPhone(String(row.phone ?? ''))],
  };
}
