import type { Field } from '#kernel/fields.ts';
import { aside, kept } from './kinds.ts';

const bands = [
  { key: 'A', label: { zh: 'A（80 分起）', en: 'A (80 up)' } },
  { key: 'B', label: { zh: 'B（60–79）', en: 'B (60–79)' } },
  { key: 'C', label: { zh: 'C（40–59）', en: 'C (40–59)' } },
  { key: 'D', label: { zh: 'D（40 以下）', en: 'D (below 40)' } },
] as const;

/** What rules and model make of it: kept by the scoring slice, through commands/set-class.ts and set-scores.ts. */
export const gradingFields: readonly Field[] = [
  {
    ...kept,
    key: 'score',
    type: 'integer',
    label: { zh: '评分', en: 'Score' },
    required: true,
    sort: true,
    width: 72,
  },
  {
    ...kept,
    ...aside,
    key: 'scoreBand',
    type: 'choice',
    label: { zh: '评分档', en: 'Score band' },
    required: true,
    group: true,
    choices: bands,
    width: 88,
  },
  {
    ...kept,
    ...aside,
    key: 'classPinned',
    type: 'checkbox',
    label: { zh: '分类由人指定', en: 'Class set by hand' },
    // A class that came from a rule names it.
    expression: '(t.class is not null and t.class_rule_id is null)',
    width: 88,
  },
];
