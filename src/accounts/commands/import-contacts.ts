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
import { foldForSearch } from '#kernel/values/text.ts';
import { contactCreated, contactDeleted, contactUpdated } from '../events.ts';
import { contactObject } from '../fields.ts';
import { findContactsByKeys, lockContactHomes } from '../store/import-rows.ts';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const personKey = (accountId: string, name: string) => `${accountId}\n${foldForSearch(name)}`;

/** How contacts are imported: into the account the file names, owned by whoever owns that. */
export const importContacts: Importable = {
  definition: contactObject,
  permissions: { create: 'contacts.create', update: 'contacts.update' },
  matchKeys: [
    { key: 'phone', label: { zh: '手机', en: 'Phone' }, byDefault: true, of: (values) => text(values.phone) },
    {
      key: 'email',
      label: { zh: '邮箱', en: 'E-mail' },
      byDefault: true,
      of: (values) => text(values.email),
    },
    {
      key: 'person',
      label: { zh: '客户 + 姓名', en: 'Account and name' },
      byDefault: true,
      of: ({ accountId, name }) =>
        text(accountId) && text(name) ? personKey(String(accountId), String(name)) : null,
    },
  ],
  options: async () => [],
  mayGiveTo: () => false,
  fill: () => ({ values: {} }),
  async findMatches(step, keys) {
    const phones = new Set(keys.get('phone'));
    const emails = new Set(keys.get('email'));
    const people = new Set(keys.get('person'));
    const accounts = [...new Set([...people].map((key) => key.split('\n')[0] ?? ''))];
    const found = await findContactsByKeys(step, [...phones], [...emails], accounts);
    return found.flatMap(({ id, accountId, name, phone, email }) => {
      const person = personKey(accountId, name);
      return [
        ...(phone && phones.has(phone) ? [{ key: 'phone', value: phone, id }] : []),
        ...(email && emails.has(email) ? [{ key: 'email', value: email, id }] : []),
        ...(people.has(person) ? [{ key: 'person', value: person, id }] : []),
      ];
    });
  },
  lockRows: (step, ids) => lockRows(step, contactObject, ids),
  addRows,
  changeRows,
  async removeRows(step, rows) {
    const ids = rows.map((row) => row.id);
    const alone = await untouchedSince(step, contactCreated.type, ids);
    const homes = await lockRows(step, contactObject, ids);
    const gone = await binRows(
      step,
      contactObject,
      rows.filter((row) => alone.has(row.id)),
    );
    await announceMany(
      step,
      contactDeleted,
      [...gone].map((subject) => ({
        subject,
        about: [text(homes.get(subject)?.accountId)],
        data: { accountId: String(homes.get(subject)?.accountId) },
      })),
    );
    return gone;
  },
};

async function addRows(step: Step, rows: readonly NewImportRow[]): Promise<RowOutcome[]> {
  const { actor, now } = step;
  const homeOf = (row: NewImportRow) => String(row.values.accountId);
  const homes = await lockContactHomes(step, [...new Set(rows.map(homeOf))]);
  const withPrimary = new Set([...homes.values()].filter((home) => home.hasPrimary).map((home) => home.id));
  const placed = rows.filter((row) => homes.has(homeOf(row)));
  const added = await insertRows(
    step,
    contactObject,
    placed.map((row) => {
      const accountId = homeOf(row);
      const first = !withPrimary.has(accountId);
      withPrimary.add(accountId);
      return {
        custom: {},
        ...columnsOf(contactObject, row.values),
        id: row.id,
        is_primary: first,
        owner_id: homes.get(accountId)?.ownerId,
        created_at: now,
        created_by: actor.id,
      };
    }),
  );
  await announceMany(
    step,
    contactCreated,
    placed
      .filter(({ id }) => added.has(id))
      .map((row) => ({
        subject: row.id,
        about: [homeOf(row)],
        data: { name: String(row.values.name), accountId: homeOf(row) },
      })),
  );
  return rows.map(({ id }) => (added.has(id) ? { id, version: 1 } : { id, refused: { code: 'just_added' } }));
}

/** A contact stays at its account: moving a person has its own rules. */
async function changeRows(step: Step, rows: readonly ChangedImportRow[]): Promise<RowOutcome[]> {
  const saved = await updateRows(
    step,
    contactObject,
    rows.map(({ before, values: { accountId: _stays, ...values } }) => ({ before, values })),
  );
  await announceMany(
    step,
    contactUpdated,
    saved.map(({ id, changes }) => ({ subject: id, changes, data: {} })),
  );
  const versions = new Map(saved.map(({ id, version }) => [id, version]));
  return rows.map(({ before: { id } }) => {
    const version = versions.get(id);
    return version === undefined ? { id, refused: { code: 'just_changed' } } : { id, version };
  });
}
