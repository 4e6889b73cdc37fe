import { Input } from 'antd';
import { lazy, Suspense } from 'react';
import type { FieldInputProps, SharedProps } from './field-input-props.ts';

const DatePick = lazy(async () => ({ default: (await import('./date-picker.tsx')).DatePick }));

/** Day or instant; the calendar is loaded where a date is asked for. */
export function DateInput(props: FieldInputProps & SharedProps) {
  const waiting = typeof props.value === 'string' ? props.value.slice(0, 10) : '';
  return (
    <Suspense
      fallback={<Input className="yd-date" readOnly value={waiting} aria-label={props.field.label} />}
    >
      <DatePick {...props} />
    </Suspense>
  );
}
