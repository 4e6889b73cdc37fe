import { may, visibleOwners } from '#kernel/access.ts';
import { lockRows, untouchedSince, updateRows } from '#kernel/changes-many.ts';
import type { Step } from '#kernel/command.ts';
import type {
  ChangedImportRow,
  FoundMatch,
  Importable,
  ImportValues,
  MatchKey,
  NewImportRow,
  RowOutcome,
} from '#kernel/importing.ts';
import { announceMany } from '#kernel/outbox.ts';
import { companyKey } from '#kernel/values/company-name.ts';
import { simplified } from '#kernel/values/company-name-hant.ts';
import { mobileKey } from '#kernel/values/phone.ts';
import { foldForSearch } from '#kernel/values/text.ts';
import { leadCreated, leadDeleted, leadUpdated } from '../events.ts';
import { leadObject } from '../fields.ts';
import { decideReceiver } from '../rules/assigning.ts';
import { insertLeads, type NewLead } from '../store/add-leads.ts';
import { findLeadsByKeys, isChangeable, loadImportPools, removeUntouched } from '../store/import-leads.ts';
import { type Placed, placeMany } from '../store/placing-many.ts';

const keysAtMost = 20_000;
const keys = new Map<string, string>();

/** The comparable form of a company name; a batch asks for it three times, and it costs more than all else of a row. */
function keyOf(company: string): string {
  const known = keys.get(company);
  if (known !== undefined) return known;
  if (keys.size > keysAtMost) keys.clear();
  const key = companyKey(company, simplified);
  keys.set(company, key);
  return key;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const contactKey = (company: string, contact: string) => `${company}\n${foldForSearch(contact)}`;

/** Instead of a pool: whoever the assignment rules name. */
const byRules = 'rules';

const matchKeys: readonly MatchKey[] = [
  {
    key: 'phone',
    label: { zh: '手机', en: 'Mobile' },
    byDefault: true,
    of: (values) => mobileKey(text(values.phone)),
  },
  {
    key: 'email',
    label: { zh: '邮箱', en: 'E-mail' },
    byDefault: true,
    of: (values) => text(values.email),
  },
  {
    key: 'uscc',
    label: { zh: '统一社会信用代码', en: 'Credit code' },
    byDefault: true,
    of: (values) => text(values.uscc),
  },
  {
    key: 'company',
    label: { zh: '公司', en: 'Company' },
    byDefault: false,
    of: ({ company }) => (text(company) ? keyOf(String(company)) : null),
  },
  {
    key: 'companyContact',
    label: { zh: '公司 + 联系人', en: 'Company and contact' },
    byDefault: true,
    of: ({ company, contactName, phone, email }) => {
      if (!text(company)) return null;
      // Without a person a company says nothing, unless the row holds nothing else.
      if (!text(contactName) && (text(phone) || text(email))) return null;
      return contactKey(keyOf(String(company)), text(contactName) ?? '');
    },
  },
];

/** How leads are imported: into a pool, or to the owner the file names as far as his cap allows. */
export const importLeads: Importable = {
  definition: leadObject,
  permissions: { create: 'leads.create', update: 'leads.update' },
  matchKeys,
  async options(step) {
    const pools = await loadImportPools(step);
    const rules = step.actor.locale.startsWith('en') ? 'As the assignment rules say' : '按分配规则';
    const choices = [
      ...pools.map(({ id, name }) => ({ key: id, label: name })),
      { key: byRules, label: rules },
    ];
    return [
      {
        key: 'poolId',
        label: { zh: '放入公海', en: 'Into the pool' },
        choices,
        initial: pools[0]?.id ?? null,
      },
    ];
  },
  mayGiveTo({ actor }, userId) {
    return may(actor, 'leads.assign') && 'yes' in decideReceiver(userId, visibleOwners(actor, 'leads'));
  },
  fill({ channel, company, contactName }) {
    const source = channel ? {} : { channel: 'import' };
    if (text(company) || !text(contactName)) return { values: source };
    // Somebody who left only his own name is still a lead.
    return { values: { ...source, company: contactName }, note: { code: 'company_from_contact' } };
  },
  findMatches,
  lockRows: (step, ids) => lockRows(step, leadObject, ids),
  addRows,
  changeRows,
  async removeRows(step, rows) {
    // An activity just logged may not have reached the lead itself yet.
    const alone = await untouchedSince(
      step,
      leadCreated.type,
      rows.map((row) => row.id),
    );
    const gone = await removeUntouched(
      step,
      rows.filter((row) => alone.has(row.id)),
    );
    await announceMany(
      step,
      leadDeleted,
      [...gone].map((subject) => ({ subject, data: {} })),
    );
    return gone;
  },
};

async function findMatches(
  step: Step,
  asking: ReadonlyMap<string, readonly string[]>,
): Promise<FoundMatch[]> {
  const asked = (key: string) => asking.get(key) ?? [];
  const contacts = new Set(asked('companyContact'));
  const names = new Set(asked('company'));
  const usccs = new Set(asked('uscc'));
  const companies = [...new Set([...names, ...[...contacts].map((key) => key.split('\n')[0] ?? '')])];
  const emails = new Set(asked('email'));
  const mobiles = new Set(asked('phone'));
  const found = await findLeadsByKeys(step, {
    ...{ mobiles: [...mobiles], emails: [...emails], companies, usccs: [...usccs] },
  });
  return found.flatMap(({ id, mobileKey: mobile, email, companyKey: company, contactName, uscc }) => {
    const contact = contactName || (!mobile && !email) ? contactKey(company, contactName ?? '') : null;
    return [
      ...(mobile && mobiles.has(mobile) ? [{ key: 'phone', value: mobile, id }] : []),
      ...(email && emails.has(email) ? [{ key: 'email', value: email, id }] : []),
      ...(uscc && usccs.has(uscc) ? [{ key: 'uscc', value: uscc, id }] : []),
      ...(names.has(company) ? [{ key: 'company', value: company, id }] : []),
      ...(contact && contacts.has(contact) ? [{ key: 'companyContact', value: contact, id }] : []),
    ];
  });
}

async function addRows(
  step: Step,
  rows: readonly NewImportRow[],
  options: Readonly<Record<string, string>>,
): Promise<RowOutcome[]> {
  // Asked again with every batch: somebody may have been taken out of a pool since he chose it.
  const pools = await loadImportPools(step);
  const poolId = pools.find(({ id }) => id === options.poolId)?.id ?? null;
  const places = await placeMany(
    rows.map(({ values }) => ({
      ownerId: text(values.ownerId),
      poolId,
      arrival: { leadId: null, values, method: 'import', channel: String(values.channel) },
    })),
    step,
  );
  const leads = rows.flatMap((row, index) => {
    const place = places[index];
    return place ? [leadOf(row, place, step.now)] : [];
  });
  const added = await insertLeads(step, leads, 'imported');
  await announceMany(
    step,
    leadCreated,
    leads.flatMap(({ id, company, ownerId, poolId, channel, ruleId = null }, index) => {
      const why = places[index]?.why ?? null;
      return added.has(id) ? [{ subject: id, data: { company, ownerId, poolId, channel, ruleId, why } }] : [];
    }),
  );
  return rows.map(({ id }, index) => {
    if (!added.has(id)) return { id, refused: { code: 'just_added' } };
    return { id, version: 1, ...(places[index]?.atCap ? { note: { code: 'at_cap' } } : {}) };
  });
}

function leadOf({ id, values, raw }: NewImportRow, { ownerId, poolId, ruleId }: Placed, now: Date): NewLead {
  const company = String(values.company);
  const phone = text(values.phone);
  return {
    id,
    company,
    companyKey: keyOf(company),
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
    capturedAt: values.capturedAt instanceof Date ? values.capturedAt : now,
    captureMethod: 'import',
    custom: (values.custom ?? {}) as Readonly<Record<string, unknown>>,
    raw,
  };
}

async function changeRows(step: Step, rows: readonly ChangedImportRow[]): Promise<RowOutcome[]> {
  const open = rows.filter(({ before }) => isChangeable(before));
  const saved = await updateRows(
    step,
    leadObject,
    open.map((row) => ({ ...row, more: derived(row.before, row.values) })),
  );
  await announceMany(
    step,
    leadUpdated,
    saved.map(({ id, changes }) => ({ subject: id, changes, data: {} })),
  );
  const versions = new Map(saved.map(({ id, version }) => [id, version]));
  return rows.map(({ before }) => {
    const version = versions.get(before.id);
    if (version !== undefined) return { id: before.id, version };
    return { id: before.id, refused: { code: isChangeable(before) ? 'just_changed' : 'closed_record' } };
  });
}

function derived(before: Readonly<Record<string, unknown>>, values: ImportValues): Record<string, unknown> {
  return {
    ...('company' in values ? { company_key: keyOf(String(values.company)) } : {}),
    ...('phone' in values ? { mobile_key: mobileKey(text(values.phone)) } : {}),
    ...('class' in values && values.class !== before.class ? { class_rule_id: null } : {}),
  };
}
