import { type Job, type JobContext, job } from '#kernel/jobs.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { dealWaiting } from './commands/deal-waiting.ts';
import { pressOn } from './commands/press-on.ts';
import { dueTimers, waitingLeads } from './queries/due.ts';

/** Rows of one run: a run ends within its minute, what is left is there for the next. */
const atMost = 500;

/** Every due clock in a transaction of its own: one that fails neither stops the others nor is done twice. */
async function watchClocks(context: JobContext): Promise<void> {
  const due = await context.transaction((step) => dueTimers(step, atMost), 'read');
  for (const timerId of due) {
    context.signal.throwIfAborted();
    try {
      await context.transaction((step) => pressOn({ timerId }, step));
    } catch (error) {
      if (context.signal.aborted) throw error;
      context.log.error({ err: error, orgId: context.orgId, timerId }, 'a response clock could not go on');
    }
  }
}

/** Deals from the front of every line until nobody can take more. */
async function dealLines(context: JobContext): Promise<void> {
  const waiting = await context.transaction((step) => waitingLeads(step, atMost), 'read');
  const full = new Set<string>();
  for (const one of waiting) {
    context.signal.throwIfAborted();
    if (full.has(one.ruleId)) continue;
    try {
      if ((await context.transaction((step) => dealWaiting(one, step))) === 'nobody') full.add(one.ruleId);
    } catch (error) {
      if (context.signal.aborted) throw error;
      // Claimed this very moment, or kept by a limit of its pool beside the cap: both are no failure.
      if (error instanceof Refusal) continue;
      context.log.error(
        { err: error, orgId: context.orgId, leadId: one.leadId },
        'a waiting lead could not be dealt',
      );
    }
  }
}

const clocks = job({
  name: 'assignment.clocks',
  schedule: '* * * * *',
  run: (_data, context) => watchClocks(context),
});
const lines = job({
  name: 'assignment.lines',
  schedule: '* * * * *',
  run: (_data, context) => dealLines(context),
});

export const jobs: readonly Job[] = [clocks as Job, lines as Job];
