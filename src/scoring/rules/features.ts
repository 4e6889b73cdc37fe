import type { LeadFacts, TouchKind } from '../model.ts';

/** One column before it is learnt: where its value comes from, and which catalogue field that gives away. */
export interface Column {
  readonly key: string;
  readonly field: string | null;
  readonly of: (facts: LeadFacts) => number;
}

/** A value met less often than this says nothing yet. */
const metAtLeast = 8;
const valuesAtMost = 12;
const touchesAtMost = 3;

const categories = ['channel', 'industry', 'region', 'captureMethod'] as const;
/** Kinds that may be counted. What closed the lead was said within its last day, which is left out of the counts. */
const counted: readonly TouchKind[] = [
  'callConnected',
  'callMissed',
  'visit',
  'meeting',
  'messageReply',
  'note',
];

const amount = (value: string | number | null) =>
  value === null ? 0 : Math.log10(1 + Math.max(0, Number(value)));
const flag = (on: boolean) => Number(on);

/**
 * Columns that can be read of any lead at any time. Only what a lead came with, and what happened before its outcome:
 * status, owner, account, reasons and whatever else an outcome sets are not facts of a lead and cannot be learnt from.
 */
const plain: readonly Column[] = [
  { key: 'registeredCapital', field: 'registeredCapital', of: (facts) => amount(facts.registeredCapital) },
  { key: 'hasCapital', field: 'registeredCapital', of: (facts) => flag(facts.registeredCapital !== null) },
  { key: 'staffCount', field: 'staffCount', of: (facts) => amount(facts.staffCount) },
  { key: 'hasStaff', field: 'staffCount', of: (facts) => flag(facts.staffCount !== null) },
  { key: 'expectedAmount', field: 'expectedAmount', of: (facts) => amount(facts.expectedAmount) },
  { key: 'hasExpected', field: 'expectedAmount', of: (facts) => flag(facts.expectedAmount !== null) },
  { key: 'hasEmail', field: 'email', of: (facts) => flag(facts.hasEmail) },
  { key: 'hasPhone', field: 'phone', of: (facts) => flag(facts.hasPhone) },
  { key: 'hasTitle', field: 'title', of: (facts) => flag(facts.hasTitle) },
  { key: 'hasCampaign', field: 'campaign', of: (facts) => flag(facts.hasCampaign) },
  ...counted.map(
    (kind): Column => ({
      key: `touch:${kind}`,
      field: null,
      of: ({ touches }) => Math.min(touches[kind], touchesAtMost),
    }),
  ),
];

/** The column behind a key of a trained model; undefined for one that this version no longer knows. */
export function columnNamed(key: string): Column | undefined {
  const known = plain.find((column) => column.key === key);
  if (known) return known;
  const [field, value] = key.split(/=(.*)/s);
  const category = categories.find((name) => name === field);
  if (!category || value === undefined) return undefined;
  return {
    key,
    field: category === 'captureMethod' ? null : category,
    of: (facts) => flag(facts[category] === value),
  };
}

/** The columns worth learning from these leads: every plain one, and the values met often enough, most frequent first. */
export function columnsOf(leads: readonly LeadFacts[]): readonly Column[] {
  const values = categories.flatMap((category) => {
    const met = new Map<string, number>();
    for (const { [category]: value } of leads) if (value !== null) met.set(value, (met.get(value) ?? 0) + 1);
    return [...met]
      .filter(([, n]) => n >= metAtLeast)
      .sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1))
      .slice(0, valuesAtMost)
      .flatMap(([value]) => columnNamed(`${category}=${value}`) ?? []);
  });
  return [...plain, ...values];
}
