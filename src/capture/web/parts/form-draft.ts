import type { Output, Sent } from '#kernel/contract.ts';
import type { FieldValue } from '#ui/field-spec.ts';
import type { createForm, describeCapture, getForm } from '../../contract/forms.ts';
import type { FormField } from '../../model.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';

export type Ground = Output<typeof describeCapture>;
export type Place = 'rules' | 'owner' | 'pool';

/** A form as it is being put together: every input of the builder by its key, and the list of what is asked. */
export interface Draft {
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly fields: readonly FormField[];
}

export const textParts = ['title', 'intro', 'button', 'thanks'] as const;

export function newDraft({ fields }: Ground): Draft {
  const first = ['contactName', 'phone', 'company'];
  return {
    values: {
      ...{ channel: 'website', place: 'rules', titleZh: zh.firstTitle, titleEn: en.firstTitle },
      ...{
        buttonZh: zh.firstButton,
        buttonEn: en.firstButton,
        thanksZh: zh.firstThanks,
        thanksEn: en.firstThanks,
      },
      ...{ consentZh: zh.firstConsent, consentEn: en.firstConsent },
    },
    fields: first.flatMap((key) => {
      const field = fields.find((one) => one.key === key);
      return field ? [{ key, label: field.label, required: key !== 'company' }] : [];
    }),
  };
}

export function draftOf(form: Output<typeof getForm>): Draft {
  const texts = textParts.flatMap((part) => [
    [`${part}Zh`, form.texts[part].zh],
    [`${part}En`, form.texts[part].en],
  ]);
  const { name, channel, campaign, ownerId, poolId, redirectUrl, endsAt, oncePerDevice, origins, consent } =
    form;
  return {
    values: {
      ...Object.fromEntries(texts),
      ...{ name, channel, campaign, ownerId, poolId, redirectUrl, endsAt, oncePerDevice },
      place: ownerId ? 'owner' : poolId ? 'pool' : 'rules',
      origins: origins.join('\n'),
      consentZh: consent?.zh ?? '',
      consentEn: consent?.en ?? '',
    },
    fields: form.fields,
  };
}

const text = (value: FieldValue): string => (typeof value === 'string' ? value.trim() : '');

/** What the server is told. */
export function sentOf({ values, fields }: Draft): Sent<typeof createForm> {
  const both = (part: string) => ({ zh: text(values[`${part}Zh`]), en: text(values[`${part}En`]) });
  const consent = both('consent');
  return {
    name: text(values.name),
    fields: fields.map(({ key, label, required }) => ({ key, label, required })),
    texts: { title: both('title'), intro: both('intro'), button: both('button'), thanks: both('thanks') },
    consent: consent.zh || consent.en ? consent : null,
    channel: text(values.channel) as Sent<typeof createForm>['channel'],
    campaign: text(values.campaign) || null,
    ownerId: values.place === 'owner' ? text(values.ownerId) || null : null,
    poolId: values.place === 'pool' ? text(values.poolId) || null : null,
    redirectUrl: text(values.redirectUrl) || null,
    endsAt: text(values.endsAt) || null,
    oncePerDevice: values.oncePerDevice === true,
    origins: text(values.origins).split(/\s+/).filter(Boolean),
  };
}

/** The same as the public page gets it, for its preview. */
export function previewOf(draft: Draft, ground: Ground) {
  const sent = sentOf(draft);
  return {
    texts: sent.texts,
    fields: sent.fields.map((asked) => {
      const field = ground.fields.find(({ key }) => key === asked.key);
      return { ...asked, type: field?.type ?? 'text', choices: field?.choices ?? [] };
    }),
    consent: sent.consent ? { version: 1, text: sent.consent } : null,
    redirectUrl: null,
    oncePerDevice: false,
  };
}
