import type { PersonaKey, TestCompany } from './world.ts';

/** Makes one record of every object through the API, owned by one person, each holding the canary in its texts. */
export async function fixtureRecords(
  company: TestCompany,
  who: PersonaKey,
  canary: string,
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
  await make('activities', '/activities', { subjectObject: 'accounts', subjectId: accountId, kind: 'note', content: canary });
  ids.set('users', company.ids.w0);
  for (const object of ['teams', 'roles']) ids.set(object, (await company.call('admin', 'GET', `/${object}`)).body.items[0].id);
  return { ids };
}
