import { lazy, Suspense } from 'react';
import './form.css';
import type { FormProps } from './form-props.ts';
import { SkeletonLines } from './skeleton.tsx';

const load = () => import('./form-drawn.tsx');
const DrawnForm = lazy(async () => ({ default: (await load()).DrawnForm }));

// Inputs are a third of the shell: they are fetched once the page stands, before anybody opens a form.
if (typeof window !== 'undefined') window.setTimeout(() => void load(), 3000);

/** A form from field descriptions: labels above, errors under the field and on top, Enter sends (never while composing). */
export function Form(props: FormProps) {
  const rows = props.fields?.length ?? 6;
  return (
    <Suspense fallback={<SkeletonLines rows={rows} />}>
      <DrawnForm {...props} />
    </Suspense>
  );
}
