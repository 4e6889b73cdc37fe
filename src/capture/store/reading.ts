import type { Step } from '#kernel/command.ts';
import type { Field } from '#kernel/fields.ts';
import type { CapturedLead } from '#leads/public.ts';
import { valuesFor } from '../rules/coercing-values.ts';
import { loadConsents, loadForms } from './forms.ts';
import { loadSources } from './sources.ts';
import type { StoredSubmission } from './submissions.ts';

export interface Reading {
  /** The values as they were sent, brought towards the catalogue, and everything else a lead is made with. */
  readonly leadOf: (
    one: StoredSubmission,
    fields: readonly Field[],
    values?: Readonly<Record<string, unknown>>,
  ) => { readonly sent: Record<string, unknown>; readonly captured: Omit<CapturedLead, 'values'> };
}

type Clicks = {
  readonly last?: CapturedLead['touch']['lastClick'];
  readonly first?: CapturedLead['touch']['firstClick'];
};

/** Loads, once for many submissions, the forms and sources they came through and the words that were agreed to. */
export async function readingOf(step: Step, all: readonly StoredSubmission[]): Promise<Reading> {
  const origins = [...new Set(all.map(({ originId }) => originId))];
  const forms = await loadForms(step, origins);
  const sources = await loadSources(step, origins);
  const consents = await loadConsents(step, origins);
  return {
    leadOf(one, fields, values = one.values) {
      const form = forms.get(one.originId);
      const origin = form ?? sources.get(one.originId);
      const asked = form ? form.fields.map(({ key }) => key) : Object.keys(values);
      const clicks = one.clicks as Clicks;
      const lastClick = clicks.last ?? {};
      const firstClick = clicks.first ?? {};
      const campaign = origin?.campaign ?? lastClick.campaign ?? null;
      const words = consents.get(`${one.originId}/${one.consentVersion}`);
      const sent = {
        ...valuesFor(values, asked, fields),
        channel: origin?.channel ?? 'other',
        ...(campaign ? { campaign } : {}),
      };
      return {
        sent,
        captured: {
          method: one.method,
          raw: { through: origin?.name ?? null, payload: one.raw, clicks },
          capturedAt: one.receivedAt,
          ownerId: origin?.ownerId ?? null,
          poolId: origin?.poolId ?? null,
          touch: {
            via: origin?.name ?? null,
            lastClick,
            firstClick,
            submissionId: one.id,
            consent: words ? { version: one.consentVersion, text: words } : null,
          },
        },
      };
    },
  };
}
