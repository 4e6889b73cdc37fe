import { type Arrival, checkArrivals } from '#kernel/arrivals.ts';
import type { Step } from '#kernel/command.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type { Appearance, EntryPoint, RuleAction } from '../model.ts';
import { judgeArrival } from '../rules/rule-sets.ts';
import { traitsOf } from '../rules/traits.ts';
import { insertLookUp } from '../store/look-ups.ts';
import { loadRules } from '../store/rule-sets.ts';
import { loadCandidates } from '../store/traits.ts';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** How the values of a record show who it is. */
export function appearanceOf(object: string, values: Readonly<Record<string, unknown>>): Appearance | null {
  const shared = { phones: [text(values.phone)], email: text(values.email), region: text(values.region) };
  if (object === 'leads')
    return {
      ...shared,
      name: text(values.company),
      contact: text(values.contactName),
      uscc: text(values.uscc),
    };
  if (object === 'accounts')
    return { ...shared, name: text(values.name), website: text(values.website), uscc: text(values.uscc) };
  return object === 'contacts' ? { ...shared, contact: text(values.name) } : null;
}

/**
 * Asks the rules of its way in before a record is made by hand or by a program. A warning is passed with a reason; a
 * block is not. What servers do by themselves, files and forms do not come through here.
 */
export async function admitDuplicate({ object, values, reason }: Arrival, step: Step): Promise<void> {
  const entry: EntryPoint | null = step.source === 'ui' ? 'manual' : step.source === 'api' ? 'api' : null;
  const shown = entry && appearanceOf(object, values);
  if (!entry || !shown) return;
  const judged = await judge(entry, shown, step);
  if (judged.action !== 'warn' && judged.action !== 'block') return;
  if (judged.action === 'warn' && reason) {
    const asked = `${shown.name ?? shown.contact ?? ''}（${reason}）`.slice(0, 300);
    const found = { hits: judged.ids.length, foreign: [], records: judged.ids };
    await insertLookUp(step, { entry: entry === 'api' ? 'api' : 'manual', asked, ...found });
    return;
  }
  throw new Refusal('rule', judged.action === 'warn' ? 'possible_duplicate' : 'duplicate_blocked', {
    detail: { count: judged.ids.length },
  });
}

/** What the rules of a way in say to a record that is about to come in. For programs of ours, never for strangers. */
export async function judgeArrivalAt(
  entry: EntryPoint,
  shown: Appearance,
  step: Pick<Step, 'tx' | 'actor'>,
): Promise<{ action: RuleAction | null; count: number }> {
  const { action, ids } = await judge(entry, shown, step);
  return { action, count: ids.length };
}

async function judge(
  entry: EntryPoint,
  shown: Appearance,
  step: Pick<Step, 'tx' | 'actor'>,
): Promise<{ action: RuleAction | null; ids: string[] }> {
  const rules = await loadRules(step, entry);
  // Where nothing is stopped nothing is asked: programs and files stay fast.
  if (rules.every((rule) => rule.action === 'letThrough')) return { action: null, ids: [] };
  const arrival = traitsOf(shown);
  const known = await loadCandidates(step, arrival, { prefixes: false });
  const { action, hits } = judgeArrival(
    arrival,
    known.map((one) => one.traits),
    rules,
  );
  return { action, ids: hits.flatMap((at) => known[at]?.id ?? []) };
}

checkArrivals(admitDuplicate);
