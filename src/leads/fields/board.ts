import type { Field } from '#kernel/fields.ts';
import { aside, kept, shown } from './kinds.ts';

/** By what managers judge how leads are taken care of. */
export const boardFields: readonly Field[] = [
  {
    ...shown,
    ...aside,
    key: 'responseHours',
    type: 'number',
    label: { zh: '首次响应（小时）', en: 'First response (h)' },
    // From when it was given to somebody, or came in, until he first answered.
    expression: `round((extract(epoch from t.first_response_at - coalesce((select max(p.since) from lead_places p
      where p.org_id = t.org_id and p.lead_id = t.id and p.owner_id is not null and p.since <= t.first_response_at), t.captured_at)) / 3600)::numeric, 2)`,
    costly: true,
    width: 112,
  },
  {
    ...kept,
    ...aside,
    key: 'convertedAt',
    type: 'datetime',
    label: { zh: '转化时间', en: 'Converted at' },
    sort: true,
    width: 112,
  },
];
