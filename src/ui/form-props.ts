import type { ReactNode } from 'react';
import type { FieldSpec, FieldValue } from './field-spec.ts';
import type { FormValues } from './form-check.ts';
import type { SubmitAnswer } from './use-form.ts';

export interface FormSection {
  readonly key: string;
  readonly title: string;
  readonly fields: readonly FieldSpec[];
}

export interface FormProps {
  /** One list (dialogs, up to 8), or sections (a page, names on the left). */
  readonly fields?: readonly FieldSpec[];
  readonly sections?: readonly FormSection[];
  readonly initial?: FormValues;
  /** How the record stands by now: fields nobody has typed in follow. */
  readonly present?: FormValues;
  /** A verb with its object: 新建线索. */
  readonly submitLabel: string;
  /** Answers problems to show, or nothing when it went through. */
  readonly onSubmit: (values: FormValues) => SubmitAnswer | Promise<SubmitAnswer>;
  readonly onCancel?: () => void;
  /** Shows 连续新建: after success the form empties and stays. `onDone` runs when it should close. */
  readonly createAnother?: boolean;
  readonly onDone?: () => void;
  readonly danger?: boolean;
  /** Under one field while typing: duplicate hint, consequence. */
  readonly below?: (key: string, values: FormValues, set: (value: FieldValue) => void) => ReactNode;
  /** Values follow each other: answer the changes that a change brings. */
  readonly follow?: (key: string, value: FieldValue, values: FormValues) => FormValues | undefined;
  /** Fields that depend on others: answer false to leave one out. */
  readonly when?: (key: string, values: FormValues) => boolean;
  readonly footerLeft?: ReactNode;
  readonly children?: ReactNode;
}
