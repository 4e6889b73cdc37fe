import type { Step } from '#kernel/command.ts';
import { type CapturedLead, captureLeads, leadFieldsToAsk, readCapturedValues } from '#leads/public.ts';
import { namesSomebody } from '../rules/judging-visits.ts';
import { countVisit } from '../store/forms.ts';
import { readingOf } from '../store/reading.ts';
import { type Decided, lockWaiting, type StoredSubmission, saveDecisions } from '../store/submissions.ts';

/**
 * Makes leads of what came in, many at once: who is known already gets one more touch, what cannot be a lead is kept
 * aside with the reason. Each is taken once: those that do not wait any more are left alone.
 */
export async function processSubmissions(ids: readonly string[], step: Step): Promise<void> {
  const waiting = await lockWaiting(step, ids);
  if (waiting.length === 0) return;
  const reading = await readingOf(step, waiting);
  const fields = await leadFieldsToAsk(step);
  const decided: Decided[] = [];
  const good: { one: StoredSubmission; lead: CapturedLead }[] = [];
  for (const one of waiting) {
    const lead = reading.leadOf(one, fields);
    const read = readCapturedValues(lead.sent, step);
    if (!namesSomebody(lead.sent)) decided.push(aside(one.id, 'nobody_named', null));
    else if ('problems' in read) decided.push(aside(one.id, 'bad_values', read.problems));
    else good.push({ one, lead: { ...lead.captured, values: read.values } });
  }
  const outcomes = await captureLeads(
    good.map(({ lead }) => lead),
    step,
  );
  good.forEach(({ one }, index) => {
    const { leadId, outcome } = outcomes[index] ?? {};
    if (!leadId || !outcome) throw new Error('every lead has an outcome');
    decided.push({ id: one.id, state: 'accepted', reason: null, problems: null, leadId, outcome });
  });
  await saveDecisions(step, decided);
  const byForm = Map.groupBy(
    waiting.filter(({ method }) => method === 'form'),
    (one) => one.originId,
  );
  for (const [formId, sent] of byForm) await countVisit(step, formId, 'submitted', sent.length);
}

function aside(id: string, reason: string, problems: Decided['problems']): Decided {
  return { id, state: 'rejected', reason, problems, leadId: null, outcome: null };
}
