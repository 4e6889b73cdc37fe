import { useMemo } from 'react';
import type { BuiltInView } from '#kernel/web/list-state.ts';
import { words } from './lead-words.ts';

const open = { field: 'status', operator: 'notIn', value: ['converted', 'invalid'] } as const;
const mine = { field: 'ownerId', operator: '=', value: '@me' } as const;
const today = { field: 'createdAt', operator: 'within', value: 'today' } as const;
const best = { field: 'class', operator: '=', value: 'A' } as const;

const nurtured = { field: 'nurtureSince', operator: 'notEmpty', value: null } as const;
const converted = { field: 'status', operator: '=', value: 'converted' } as const;

/** The views of leads that everybody starts with. */
export function useLeadViews(): readonly BuiltInView[] {
  const w = words.use();
  return useMemo(
    () => [
      {
        key: 'mine',
        label: w('mine'),
        condition: { combinator: 'and', rules: [mine, open] },
        sort: ['-ownerSince'],
      },
      { key: 'fresh', label: w('fresh'), condition: { combinator: 'and', rules: [today] } },
      { key: 'classA', label: w('classA'), condition: { combinator: 'and', rules: [best, open] } },
      {
        key: 'nurture',
        label: w('nurtureView'),
        condition: { combinator: 'and', rules: [nurtured, open] },
        sort: ['nextContactAt'],
      },
      { key: 'converted', label: w('convertedView'), condition: { combinator: 'and', rules: [converted] } },
      { key: 'all', label: w('team'), sort: ['-createdAt'] },
    ],
    [w],
  );
}
