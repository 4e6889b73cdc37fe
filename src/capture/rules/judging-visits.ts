import type { CaptureForm, RejectReason } from '../model.ts';

/** A person needs longer than this to read and fill in anything. */
export const fastestMs = 2_500;

export interface Visit {
  /** What came in the field that people do not see. */
  readonly trap: string;
  readonly proven: boolean;
  readonly madeAt: Date | null;
  readonly bound: string | null;
  readonly consentVersion: number | null;
  readonly values: Readonly<Record<string, unknown>>;
}

type Asked = Pick<CaptureForm, 'address' | 'consentVersion' | 'fields'>;

/** Whether a form still takes anything in. */
export function isOver(form: Pick<CaptureForm, 'status' | 'endsAt'>, now: Date): boolean {
  return form.status === 'closed' || (form.endsAt !== null && form.endsAt <= now);
}

/**
 * Why something that was sent is kept aside instead of becoming a lead; null when it is fine. The visitor is answered
 * alike in any case, so that a robot learns nothing.
 */
export function suspicionOf(visit: Visit, form: Asked, now: Date): RejectReason | null {
  if (visit.trap.trim() !== '') return 'filled_trap';
  if (!visit.proven || visit.bound !== form.address || visit.madeAt === null) return 'unproven';
  if (now.getTime() - visit.madeAt.getTime() < fastestMs) return 'too_fast';
  // The words may have changed while he was typing: what he read is what he agreed to.
  const agreed = visit.consentVersion ?? 0;
  if (form.consentVersion > 0 && (agreed < 1 || agreed > form.consentVersion)) return 'consent_missing';
  const missing = form.fields.some(({ key, required }) => required && !isFilled(visit.values[key]));
  return missing ? 'bad_values' : null;
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : String(value ?? '').trim() !== '';
}

/** Whether there is anybody to call back: a name alone reaches nobody. */
export function namesSomebody(values: Readonly<Record<string, unknown>>): boolean {
  return ['company', 'contactName', 'phone', 'email'].some((key) => Boolean(values[key]));
}
