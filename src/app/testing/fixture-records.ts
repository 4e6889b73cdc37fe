import { hookSignature } from '#kernel/web-hooks.ts';
import type { PersonaKey, TestCompany } from './world.ts';

/** Makes one record of every object through the API, owned by one person, each holding the canary in its texts. */
export async function fixtureRecords(
  company: TestCompany,
  who: PersonaKey,
  canary: string,
  settle: () => Promise<void>,
): Promise<{ ids: Map<string, string> }> {
  const ids = new Map<string, string>();
  const make = async (object: string, path: string, body: Record<string, unknown>, by: PersonaKey = who) => {
    const answer = await company.call(by, 'POST', path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    ids.set(object, answer.body.id);
    return answer.body.id as string;
  };
  await make('leads', '/leads', { company: `${canary} lead`, channel: 'website', note: canary });
  const accountId = await make('accounts', '/accounts', { name: `${canary} account`, channel: 'website' });
  await make('contacts', '/contacts', { accountId, name: `${canary} contact` });
  await make('opportunities', '/opportunities', { accountId, name: `${canary} deal`, amount: '1000.00' });
  const contract = fixtureContract(accountId, canary);
  const contractId = await make('contracts', '/contracts', contract);
  const submitted = await company.call(who, 'POST', `/contracts/${contractId}/submit`, {});
  if (submitted.status !== 200) throw new Error(submitted.text);
  ids.set('approvals', (await company.call(who, 'GET', '/approvals')).body.items[0].id);
  const second = await make('contracts', '/contracts', contract);
  await company.call(who, 'POST', `/contracts/${second}/submit`, {});
  const waiting = await company.call('w0', 'GET', '/approvals');
  for (const approval of waiting.body.items)
    await company.call('w0', 'POST', `/approvals/${approval.id}/approve`, {});
  await settle();
  ids.set('receivables', (await company.call('finance', 'GET', '/receivables')).body.items[0].id);
  await make(
    'receipts',
    '/receipts',
    { accountId, payer: canary, amount: '10.00', bankDate: '2026-11-17' },
    'finance',
  );
  const days = { fromOn: '2026-12-24', toOn: '2026-12-31' };
  await make('leaves', '/leaves', { userId: company.ids[who], ...days, note: canary });
  await make('activities', '/activities', {
    subjectObject: 'accounts',
    subjectId: accountId,
    kind: 'note',
    content: canary,
  });
  await make('takeovers', '/takeovers', {
    leadId: await findForeignLead(company, who, canary, settle),
    reason: canary,
  });
  const columns = ['company', 'note'];
  await make('exports', '/exports', { listId: 'leads.list', format: 'csv', columns }, 'marketing');
  ids.set('imports', await uploadImport(company, canary));
  await make('captureForms', '/capture-forms', fixtureForm(canary), 'marketing');
  for (const [object, id] of Object.entries(await fixtureSubmission(company, canary, settle)))
    ids.set(object, id);
  await make('campaigns', '/campaigns', fixtureCampaign(canary), 'marketing');
  ids.set('users', company.ids.w0);
  for (const object of ['teams', 'roles'])
    ids.set(object, (await company.call('admin', 'GET', `/${object}`)).body.items[0].id);
  return { ids };
}

const fixtureCampaign = (canary: string) => ({ name: `${canary} campaign`, channel: 'media', note: canary });

const fixtureContract = (accountId: string, canary: string) => ({
  accountId,
  name: `${canary} contract`,
  lines: [{ product: canary, quantity: '1', price: '100.00' }],
  plan: [{ name: canary, ratio: '100', dueOn: '2026-12-31' }],
});

/** An import as far as its upload: marketing has chosen a file and gone no further. */
async function uploadImport(company: TestCompany, canary: string): Promise<string> {
  const part = (head: string, content: string) =>
    `--cut\r\ncontent-disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
  const file = part(
    'name="file"; filename="leads.csv"\r\ncontent-type: text/csv',
    `公司,备注\n${canary} file,${canary}\n`,
  );
  const body = `${part('name="object"', 'leads')}${file}--cut--\r\n`;
  const headers = { 'content-type': 'multipart/form-data; boundary=cut' };
  const answer = await company.call('marketing', 'POST', '/imports', body, headers);
  if (answer.status !== 201) throw new Error(`/imports: ${answer.status} ${answer.text}`);
  return answer.body.id;
}

/** A web hook and what came through it and could not be read as a lead. */
async function fixtureSubmission(
  company: TestCompany,
  canary: string,
  settle: () => Promise<void>,
): Promise<Record<string, string>> {
  const made = await company.call('marketing', 'POST', '/capture-sources', {
    ...{ name: canary, kind: 'webhook', channel: 'website', campaign: null, ownerId: null, poolId: null },
    mapping: [{ path: 'note', field: 'note' }],
  });
  const body = JSON.stringify({ note: canary });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  await company.call(null, 'POST', `/hooks/${made.body.address}`, body, {
    ...{ 'webhook-id': canary, 'webhook-timestamp': timestamp },
    'webhook-signature': hookSignature(made.body.secret, canary, timestamp, body),
  });
  await settle();
  const kept = await company.call('marketing', 'GET', '/capture-submissions');
  return { captureSources: made.body.id, captureSubmissions: kept.body.items[0].id };
}

/** A colleague's lead that this person has found by a look-up. */
async function findForeignLead(
  company: TestCompany,
  who: PersonaKey,
  canary: string,
  settle: () => Promise<void>,
): Promise<string> {
  const body = { company: `${canary} wanted`, channel: 'website' };
  const lead = await company.call(who === 'w0' ? 'w1' : 'w0', 'POST', '/leads', body);
  await settle();
  await company.call(who, 'POST', '/duplicates/look-up', { name: body.company });
  return lead.body.id;
}

function fixtureForm(canary: string): Record<string, unknown> {
  const both = (text: string) => ({ zh: text, en: text });
  return {
    ...{
      name: canary,
      fields: [{ key: 'phone', label: both(canary), required: true }],
      consent: both(canary),
    },
    texts: { title: both(canary), intro: both(''), button: both('OK'), thanks: both('OK') },
    ...{ redirectUrl: null, channel: 'website', campaign: null, ownerId: null, poolId: null, endsAt: null },
    ...{ oncePerDevice: false, origins: [] },
  };
}
