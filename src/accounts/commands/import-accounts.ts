import { may, visibleOwners } from '#kernel/access.ts';
import {
  binRows,
  columnsOf,
  insertRows,
  lockRows,
  untouchedSince,
  updateRows,
} from '#kernel/changes-many.ts';
import type { Step } from '#kernel/command.ts';
import type { ChangedImportRow, Importable, NewImportRow, RowOutcome } from '#kernel/importing.ts';
import { announceMany } from '#kernel/outbox.ts';
import { accountCreated, accountDeleted, accountUpdated } from '../events.ts';
import { accountObject } from '../fields.ts';
import { decideCode, nameForms } from '../rules/naming.ts';
import { findAccountsByKeys } from '../store/import-rows.ts';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function codeOf(value: unknown): string | null {
  const code = decideCode(text(value));
  return 'yes' in code ? code.yes : null;
}

/** How accounts are imported: they belong to the owner the file names, else to the importer. */
export const importAccounts: Importable = {
  definition: accountObject,
  permissions: { create: 'accounts.create', update: 'accounts.update' },
  matchKeys: [
    {
      key: 'uscc',
      label: { zh: '信用代码', en: 'Credit code' },
      byDefault: true,
      of: (values) => codeOf(values.uscc),
    },
    {
      key: 'name',
      label: { zh: '客户名称', en: 'Name' },
      byDefault: true,
      of: (values) => (text(values.name) ? nameForms(String(values.name)).company_key : null),
    },
  ],
  options: async () => [],
  mayGiveTo({ actor }, userId) {
    const owners = visibleOwners(actor, 'accounts');
    return may(actor, 'accounts.assign') && (owners === null || owners.includes(userId));
  },
  fill: () => ({ values: {} }),
  problems: ({ uscc }) =>
    text(uscc) && codeOf(uscc) === null ? [{ field: 'uscc', code: 'not_a_credit_code' }] : [],
  async findMatches(step, keys) {
    const codes = new Set(keys.get('uscc'));
    const names = new Set(keys.get('name'));
    const found = await findAccountsByKeys(step, [...codes], [...names]);
    return found.flatMap(({ id, uscc, companyKey }) => [
      ...(uscc && codes.has(uscc) ? [{ key: 'uscc', value: uscc, id }] : []),
      ...(names.has(companyKey) ? [{ key: 'name', value: companyKey, id }] : []),
    ]);
  },
  lockRows: (step, ids) => lockRows(step, accountObject, ids),
  addRows,
  changeRows,
  async removeRows(step, rows) {
    const alone = await untouchedSince(
      step,
      accountCreated.type,
      rows.map((row) => row.id),
    );
    const gone = await binRows(
      step,
      accountObject,
      rows.filter((row) => alone.has(row.id)),
    );
    await announceMany(
      step,
      accountDeleted,
      [...gone].map((subject) => ({ subject, data: {} })),
    );
    return gone;
  },
};

async function addRows(step: Step, rows: readonly NewImportRow[]): Promise<RowOutcome[]> {
  const { actor, now } = step;
  const accounts = rows.map(({ id, values }) => ({
    id,
    name: String(values.name),
    ownerId: text(values.ownerId) ?? actor.id,
    channel: text(values.channel),
    values,
  }));
  const added = await insertRows(
    step,
    accountObject,
    accounts.map(({ id, name, ownerId, values }) => ({
      custom: {},
      ...columnsOf(accountObject, values),
      ...nameForms(name),
      uscc: codeOf(values.uscc),
      id,
      owner_id: ownerId,
      owner_since: now,
      created_at: now,
      created_by: actor.id,
    })),
  );
  await announceMany(
    step,
    accountCreated,
    accounts
      .filter(({ id }) => added.has(id))
      .map(({ id, name, ownerId, channel }) => ({
        subject: id,
        data: { name, ownerId, channel, leadId: null },
      })),
  );
  return rows.map(({ id }) => (added.has(id) ? { id, version: 1 } : { id, refused: { code: 'just_added' } }));
}

async function changeRows(step: Step, rows: readonly ChangedImportRow[]): Promise<RowOutcome[]> {
  const saved = await updateRows(
    step,
    accountObject,
    rows.map(({ before, values }) => ({
      before,
      values: 'uscc' in values ? { ...values, uscc: codeOf(values.uscc) } : values,
      more: 'name' in values ? nameForms(String(values.name)) : {},
    })),
  );
  await announceMany(
    step,
    accountUpdated,
    saved.map(({ id, changes }) => ({ subject: id, changes, data: {} })),
  );
  const versions = new Map(saved.map(({ id, version }) => [id, version]));
  return rows.map(({ before: { id } }) => {
    const version = versions.get(id);
    return version === undefined ? { id, refused: { code: 'just_changed' } } : { id, version };
  });
}
