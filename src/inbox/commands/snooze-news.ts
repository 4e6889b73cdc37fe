import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { decideSnooze } from '../rules/snoozing.ts';
import { saveSnoozed } from '../store/notifications.ts';

/** Puts the news about one record off until a later moment; then it is unread again. */
export async function snoozeNews(
  { until, ...record }: Input<typeof contract.snoozeNews>,
  step: Step,
): Promise<Output<typeof contract.snoozeNews>> {
  const moment = orRefuse(decideSnooze(new Date(until), step.now));
  const changed = await saveSnoozed(step, record, moment);
  if (changed === 0) throw notFound();
  return { changed };
}
