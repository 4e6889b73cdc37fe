import type { Field } from '#kernel/fields.ts';
import { aside, kept, shown } from './kinds.ts';

/** When a held lead goes back to a pool by itself, and what keeps it. */
export const recyclingFields: readonly Field[] = [
  {
    ...kept,
    key: 'recycleDueOn',
    type: 'date',
    label: { zh: '回收日期', en: 'Goes back on' },
    sort: true,
    width: 120,
  },
  {
    ...shown,
    ...aside,
    key: 'daysLeft',
    type: 'integer',
    label: { zh: '回收剩余天数', en: 'Days left' },
    // 0: tonight, or overdue and waiting for its turn.
    expression: `case when t.recycle_due_on is not null
      then greatest(0, t.recycle_due_on - (now() at time zone t.recycle_zone)::date) end`,
    width: 96,
  },
  {
    ...shown,
    ...aside,
    key: 'protectedUntil',
    type: 'date',
    label: { zh: '锁定至', en: 'Protected until' },
    // With another owner it is nobody's protection.
    expression: 'case when t.protected_owner_id = t.owner_id then t.protected_until end',
    width: 112,
  },
];
