import { createHmac } from 'node:crypto';
import pg from 'pg';
import { StartProblem } from '#kernel/start-problem.ts';

/** The role that the server works as: it owns nothing, so row-level security always binds it. */
export const appRole = 'yingdan_app';

const oldestVersion = 150_000;

/** Refuses a server that is too old or that could lose acknowledged work; returns what is merely worth a warning. */
export async function checkServer(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string; value: string }>(
      `select name, current_setting(name) as value from unnest(array['server_version_num', 'server_version', 'fsync',
       'full_page_writes', 'synchronous_commit', 'data_checksums', 'server_encoding', 'transaction_read_only']) as name`,
    );
    const settings = new Map(rows.map((row) => [row.name, row.value]));
    if (Number(settings.get('server_version_num')) < oldestVersion) {
      throw new StartProblem(
        `PostgreSQL ${settings.get('server_version')} is too old: Yingdan needs version 15 or newer.`,
      );
    }
    if (settings.get('server_encoding') !== 'UTF8') {
      throw new StartProblem(
        `The database is encoded in ${settings.get('server_encoding')}: make it with ENCODING 'UTF8'.`,
      );
    }
    if (settings.get('transaction_read_only') === 'on') {
      throw new StartProblem('The database is read-only. DATABASE_URL must lead to the primary server.');
    }
    for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
      if (settings.get(name) === 'off') {
        throw new StartProblem(
          `PostgreSQL runs with ${name}=off and could lose confirmed payments in a crash. Turn it on and start again.`,
        );
      }
    }
    return settings.get('data_checksums') === 'off'
      ? ['Data checksums are off: silent disk errors would go unnoticed. See pg_checksums --enable.']
      : [];
  });
}

/** Makes sure that the app role exists, may sign in, and is bound by row-level security; returns its URL. */
export async function ensureAppRole(ownerUrl: string, password: string): Promise<string> {
  const appUrl = withLogin(ownerUrl, appRole, password);
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [appRole]);
    if (rows.length > 0 && (await canSignIn(appUrl))) return;
    const literal = client.escapeLiteral(password);
    const statement = rows.length > 0 ? 'alter role' : 'create role';
    try {
      await client.query(
        `${statement} ${appRole} login nosuperuser nocreatedb nocreaterole nobypassrls noreplication password ${literal}`,
      );
    } catch (error) {
      // Another server of the same database may be doing the same right now.
      if (await canSignIn(appUrl)) return;
      const reason = error instanceof Error ? error.message : String(error);
      throw new StartProblem(
        `The role ${appRole} cannot be set up: ${reason}.\nLet a superuser run: CREATE ROLE ${appRole} LOGIN PASSWORD '…'; and set APP_DATABASE_URL to sign in as it.`,
      );
    }
  });
  await checkAppRole(ownerUrl, appUrl);
  return appUrl;
}

/** Refuses an app role that could read or change past the row-level policies. */
export async function checkAppRole(ownerUrl: string, appUrl: string): Promise<void> {
  const owner = await withClient(ownerUrl, (client) => currentRole(client));
  await withClient(appUrl, async (client) => {
    const { rows } = await client.query<{ name: string; free: boolean; owner: boolean }>(
      `select rolname as name, rolsuper or rolbypassrls as free,
              exists (select 1 from pg_roles o where o.rolname = $1 and pg_has_role(current_user, o.oid, 'member')) as owner
         from pg_roles where rolname = current_user`,
      [owner],
    );
    const role = rows[0];
    if (!role || role.free || role.owner) {
      throw new StartProblem(
        `The database role ${role?.name} is too strong: the role of APP_DATABASE_URL must be neither owner, superuser nor BYPASSRLS.`,
      );
    }
  });
}

/** The password of the app role: derived, so that every node with the same DATABASE_URL arrives at the same one. */
export function derivedPassword(ownerUrl: string, secret: string): string {
  const ownerPassword = decodeURIComponent(new URL(ownerUrl).password);
  return createHmac('sha256', ownerPassword || secret)
    .update(`${appRole} of Yingdan`)
    .digest('base64url');
}

/** The same server as another role, or another database. */
export function withLogin(url: string, user: string, password: string, database?: string): string {
  const other = new URL(url);
  if (other.hostname === '') other.hostname = 'localhost';
  other.username = encodeURIComponent(user);
  other.password = encodeURIComponent(password);
  for (const name of ['user', 'password']) other.searchParams.delete(name);
  if (database !== undefined) other.pathname = `/${encodeURIComponent(database)}`;
  return other.toString();
}

/** Runs some statements on a connection of their own and always closes it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => {});
    throw new StartProblem(`The database cannot be reached: ${reasonOf(error)}. Check DATABASE_URL.`);
  }
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function canSignIn(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}

async function currentRole(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select current_user::text as name');
  return rows[0]?.name ?? '';
}

/** A refused connection to several addresses carries its reasons inside. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
