import { registerMergePart } from '#duplicates/public.ts';
import { countSubmissionsOf, moveSubmissionsBack, moveSubmissionsTo } from '../store/merging.ts';

/** Submissions go along when their leads become one, and come back when that is undone. */
export const moveSubmissions = registerMergePart({
  key: 'submissions',
  label: { zh: '表单提交', en: 'Submissions' },
  count: (of, step) => countSubmissionsOf(step, of),
  move: (from, to, step) => moveSubmissionsTo(step, from, to.id),
  moveBack: (moved, winnerId, step) => moveSubmissionsBack(step, moved, winnerId),
});
