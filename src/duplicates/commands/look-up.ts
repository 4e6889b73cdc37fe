import { notify } from '#inbox/public.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { dayOf, startOfDay } from '#kernel/values/day.ts';
import type * as contract from '../contract.ts';
import type { Appearance, Hit } from '../model.ts';
import { isAskable } from '../rules/looking-up.ts';
import { readQuestion } from '../rules/reading-questions.ts';
import { traitsOf } from '../rules/traits.ts';
import { findHits } from '../store/finding.ts';
import { countToday, insertLookUp, type LookUp, loadLogReaders } from '../store/look-ups.ts';
import { loadSettings } from '../store/rule-sets.ts';

/**
 * Looks somebody up over leads, accounts and contacts of the whole organisation, the bin included. What the asker may
 * not see he reads masked; that he asked is written down for good.
 */
export async function lookUp(
  { text, entry, except, ...fields }: Input<typeof contract.lookUp>,
  step: Step,
): Promise<Output<typeof contract.lookUp>> {
  const { phone, ...rest } = fields;
  const shown: Appearance = text ? readQuestion(text) : { ...rest, phones: [phone] };
  const asked = traitsOf(shown);
  if (!isAskable(asked)) return { hits: [], more: false, understood: false };
  const settings = await loadSettings(step);
  const { hits, more } = await findHits(step, asked, settings.shown, except);
  const words = text ? [text] : Object.values(fields).filter((value) => value);
  await writeDown({ entry, asked: words.join(' · '), hits }, settings.alertHits, step);
  return { hits: hits.map((hit) => ({ ...hit, reasons: [...hit.reasons] })), more, understood: true };
}

interface Noted {
  readonly entry: LookUp['entry'];
  readonly asked: string;
  readonly hits: readonly Hit[];
}

/** Notes the look-up, and tells the administrators when somebody fishes. */
async function writeDown({ entry, asked, hits }: Noted, limit: number, step: Step): Promise<void> {
  const foreign = hits.filter((hit) => !hit.visible).map((hit) => hit.id);
  const records = hits.map((hit) => hit.id);
  await insertLookUp(step, { entry, asked: asked.slice(0, 300), hits: hits.length, foreign, records });
  if (foreign.length === 0) return;
  const { actor, now } = step;
  const day = dayOf(now, actor.org.zone);
  const today = await countToday(step, day, startOfDay(day, actor.org.zone), limit);
  if (!today.alarm) return;
  await notify(
    {
      userIds: await loadLogReaders(step),
      kind: 'lookUpAlarm',
      object: 'users',
      recordId: actor.id,
      title: {
        zh: `${actor.name} 今天查重命中 ${today.hits} 条记录，超过 ${limit} 条`,
        en: `${actor.name} looked up ${today.hits} records today, more than ${limit}`,
      },
    },
    step,
  );
}
