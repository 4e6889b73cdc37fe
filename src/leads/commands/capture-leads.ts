import { acceptValues, requireCustom } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import { announceMany } from '#kernel/outbox.ts';
import { companyKeys } from '#kernel/values/company-name-hant.ts';
import { newId } from '#kernel/values/id.ts';
import { mobileKey } from '#kernel/values/phone.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { createLead } from '../contract.ts';
import { leadCreated, leadTouched } from '../events.ts';
import { leadObject } from '../fields.ts';
import type { CaptureMethod, LeadTouch, Placement } from '../model.ts';
import { insertLeads, type NewLead } from '../store/add-leads.ts';
import { findLeadsByKeys } from '../store/import-leads.ts';
import { type Placed, placeMany } from '../store/placing-many.ts';
import { insertTouches } from '../store/touches.ts';

export interface CapturedLead {
  /** As readCapturedValues gave them. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly method: CaptureMethod;
  readonly raw: unknown;
  readonly capturedAt: Date;
  readonly ownerId: string | null;
  readonly poolId: string | null;
  readonly touch: Pick<LeadTouch, 'via' | 'lastClick' | 'firstClick' | 'submissionId' | 'consent'>;
}

export interface CaptureOutcome {
  readonly leadId: string;
  readonly outcome: 'created' | 'touched';
}

type Problem = { readonly field: string; readonly code: string };

/**
 * Brings what somebody left into the values of a lead, or says by field what is wrong with it. Somebody who left only
 * his own name is still a lead: the name stands for the company.
 */
export function readCapturedValues(
  sent: Readonly<Record<string, unknown>>,
  step: Step,
): { values: Record<string, unknown> } | { problems: readonly Problem[] } {
  const given = { ...sent, company: sent.company || sent.contactName || sent.phone || sent.email };
  const read = createLead.input.safeParse(given);
  if (!read.success)
    return {
      problems: read.error.issues.map((issue) => ({
        field: issue.path.join('.') || String((issue as { keys?: string[] }).keys?.[0] ?? ''),
        code: 'not_valid',
      })),
    };
  try {
    const values = acceptValues(step.actor, leadObject, read.data);
    requireCustom(step.actor, leadObject, { custom: values.custom ?? {} });
    return { values };
  } catch (error) {
    if (error instanceof Refusal && error.errors.length > 0) return { problems: error.errors };
    throw error;
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/**
 * Takes in many people who left their details. Who is known already, by mobile or address, gets one more touch on his
 * lead instead of a second lead; the rest become leads where they were told to go. Answers in the order it was asked.
 */
export async function captureLeads(rows: readonly CapturedLead[], step: Step): Promise<CaptureOutcome[]> {
  const known = await whoIsKnown(rows, step);
  const outcomes: (CaptureOutcome | null)[] = rows.map((_, index) => {
    const leadId = known[index];
    return leadId ? { leadId, outcome: 'touched' } : null;
  });
  const fresh = await leadsOf(rows, outcomes, step);
  const added = await insertLeads(
    step,
    fresh.map(({ lead }) => lead),
    'created',
  );
  // Somebody else was a moment faster with the same mobile: his lead is the one.
  const lost = fresh.filter(({ lead }) => !added.has(lead.id));
  if (lost.length > 0) {
    const winners = await whoIsKnown(
      lost.flatMap(({ row }) => rows[row] ?? []),
      step,
    );
    lost.forEach(({ lead }, index) => {
      const winner = winners[index];
      if (!winner) throw new Refusal('rule', 'already_exists');
      outcomes.forEach((one, at) => {
        if (one?.leadId === lead.id) outcomes[at] = { leadId: winner, outcome: 'touched' };
      });
    });
  }
  const done = outcomes.flatMap((one) => one ?? []);
  await noteArrivals(
    rows,
    done,
    fresh.filter(({ lead }) => added.has(lead.id)),
    step,
  );
  return done;
}

/** Mobile first, then address: the same order in which a person would say "that is the same man". */
function keysOf({ values }: CapturedLead): string[] {
  const mobile = mobileKey(text(values.phone));
  const email = text(values.email);
  const uscc = text(values.uscc);
  return [
    ...(mobile ? [`m:${mobile}`] : []),
    ...(uscc ? [`u:${uscc}`] : []),
    ...(email ? [`e:${email}`] : []),
  ];
}

async function whoIsKnown(rows: readonly CapturedLead[], step: Step): Promise<(string | null)[]> {
  const asked = [...new Set(rows.flatMap(keysOf))];
  const of = (kind: string) => asked.filter((key) => key.startsWith(kind)).map((key) => key.slice(2));
  const found = await findLeadsByKeys(step, {
    mobiles: of('m:'),
    emails: of('e:'),
    companies: [],
    usccs: of('u:'),
  });
  const byKey = new Map<string, string>();
  for (const { id, mobileKey: mobile, email, uscc } of [...found].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (mobile && !byKey.has(`m:${mobile}`)) byKey.set(`m:${mobile}`, id);
    if (uscc && !byKey.has(`u:${uscc}`)) byKey.set(`u:${uscc}`, id);
    if (email && !byKey.has(`e:${email}`)) byKey.set(`e:${email}`, id);
  }
  return rows.map(
    (row) =>
      keysOf(row)
        .map((key) => byKey.get(key))
        .find((id) => id !== undefined) ?? null,
  );
}

interface Fresh {
  readonly row: number;
  readonly lead: NewLead;
  readonly why: Placement['why'];
}

/** The leads to be made, placed; of several rows about the same person the first makes the lead. */
async function leadsOf(
  rows: readonly CapturedLead[],
  outcomes: (CaptureOutcome | null)[],
  step: Step,
): Promise<Fresh[]> {
  const byKey = new Map<string, string>();
  const first: { row: number; id: string; captured: CapturedLead }[] = [];
  rows.forEach((captured, row) => {
    if (outcomes[row]) return;
    const keys = keysOf(captured);
    const twin = keys.map((key) => byKey.get(key)).find((id) => id !== undefined);
    const id = twin ?? newId();
    if (!twin) first.push({ row, id, captured });
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, id);
    outcomes[row] = { leadId: id, outcome: twin ? 'touched' : 'created' };
  });
  const places = await placeMany(
    first.map(({ captured: { ownerId, poolId, values, method } }) => ({
      ownerId,
      poolId,
      arrival: { leadId: null, values, method, channel: String(values.channel) },
    })),
    step,
  );
  return first.flatMap(({ row, id, captured }, index) => {
    const place = places[index];
    return place ? [{ row, why: place.why, lead: leadOf(id, captured, place, step) }] : [];
  });
}

function leadOf(
  id: string,
  { values, method, raw, capturedAt }: CapturedLead,
  { ownerId, poolId, ruleId }: Placed,
  { now }: Step,
): NewLead {
  const company = String(values.company);
  const phone = text(values.phone);
  return {
    id,
    company,
    companyKey: companyKeys(company).key,
    contactName: text(values.contactName),
    phone,
    mobileKey: mobileKey(phone),
    email: text(values.email),
    uscc: text(values.uscc),
    title: text(values.title),
    channel: String(values.channel),
    campaign: text(values.campaign),
    region: text(values.region),
    industry: text(values.industry),
    registeredCapital: text(values.registeredCapital),
    staffCount: typeof values.staffCount === 'number' ? values.staffCount : null,
    expectedAmount: text(values.expectedAmount),
    class: text(values.class),
    note: text(values.note),
    status: ownerId ? 'pending' : 'unassigned',
    ownerId,
    poolId,
    ruleId,
    capturedAt,
    captureMethod: method,
    custom: (values.custom ?? {}) as Readonly<Record<string, unknown>>,
    raw,
    since: now,
  };
}

async function noteArrivals(
  rows: readonly CapturedLead[],
  outcomes: readonly CaptureOutcome[],
  created: readonly Fresh[],
  step: Step,
): Promise<void> {
  const touches = rows.flatMap(({ values, method, capturedAt, touch }, index): LeadTouch[] => {
    const leadId = outcomes[index]?.leadId;
    if (!leadId) return [];
    const channel = String(values.channel);
    return [
      { ...touch, id: newId(), leadId, at: capturedAt, method, channel, campaign: text(values.campaign) },
    ];
  });
  await insertTouches(step, touches);
  await announceMany(
    step,
    leadCreated,
    created.map(({ lead: { id, company, ownerId, poolId, channel, ruleId = null }, why }) => ({
      subject: id,
      data: { company, ownerId, poolId, channel, ruleId, why },
    })),
  );
  await announceMany(
    step,
    leadTouched,
    touches.flatMap(({ leadId, method, via, channel, campaign, submissionId }, index) =>
      outcomes[index]?.outcome === 'touched'
        ? [{ subject: leadId, data: { method, via, channel, campaign, submissionId } }]
        : [],
    ),
  );
}
