import type { FastifyRequest } from 'fastify';
import type { Actor, OrgSnapshot } from '#kernel/access.ts';
import { anybody } from '#kernel/contract.ts';
import { type Database, type Gate, inTransaction } from '#kernel/db.ts';
import type { Caller, Recognised } from '#kernel/http.ts';
import { hashToken } from '#kernel/secrets.ts';
import { readSessionCookie } from '#kernel/session-cookie.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { sessionLife } from '../model.ts';
import { loadActor, loadOrgWithPeople } from './load-actor.ts';

interface Found {
  readonly id: string;
  readonly orgId: string;
  readonly userId: string;
  readonly stamp: number;
  readonly mustChange: boolean;
  readonly stale: boolean;
  /** Of a key; null for sessions. */
  readonly scopes: string[] | null;
}

// The one statement every request pays for: who, still valid, and whether what we remember of him still holds.
const bySession = `select s.id, s.org_id as "orgId", s.user_id as "userId", o.stamp, l.must_change_password as "mustChange",
      s.seen_at < now() - interval '5 minutes' as stale, null as scopes
    from sessions s join orgs o on o.id = s.org_id join logins l on l.org_id = s.org_id and l.user_id = s.user_id
    where s.token_hash = $1 and s.ready and s.expires_at > now() and l.disabled_at is null`;

const byKey = `select k.id, k.org_id as "orgId", k.user_id as "userId", o.stamp, l.must_change_password as "mustChange",
      coalesce(k.used_at < now() - interval '1 minute', true) as stale, k.scopes
    from api_keys k join orgs o on o.id = k.org_id join logins l on l.org_id = k.org_id and l.user_id = k.user_id
    where k.token_hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > now()) and l.disabled_at is null`;

/** What somebody who must first choose a password of his own may call meanwhile. */
const beforeOwnPassword = new Set(['identity.me', 'identity.change_password', 'identity.sign_out']);

/**
 * Finds out who is calling, by session cookie or `Authorization: Bearer` key; null for a stranger. Rights are cached
 * per person and organisation stamp, so a change of rights, a kick or a leaver counts with the very next request.
 */
export async function authenticate(database: Database, request: FastifyRequest): Promise<Caller | null> {
  const shown = tokenOf(request);
  if (!shown) return null;
  const result = await database.pool.query<Found>(question(shown));
  const found = result.rows[0];
  const { tokens } = memoryOf(database);
  if (!found) {
    tokens.delete(shown.key);
    return null;
  }
  if (found.mustChange && !servesBeforeOwnPassword(request))
    throw new Refusal('forbidden', 'must_change_password');
  const actor = await rememberedActor(database, found);
  if (!actor) return null;
  if (found.stale) await noteUse(database, found, shown.bearer);
  const caller: Caller = {
    actor: found.scopes ? narrowed(actor, found.scopes) : actor,
    source: shown.bearer ? 'api' : 'ui',
    byCookie: !shown.bearer,
    sessionId: shown.bearer ? null : found.id,
  };
  if (tokens.size >= rememberedAtMost) tokens.delete(tokens.keys().next().value ?? '');
  if (!found.mustChange) tokens.set(shown.key, { caller, stamp: found.stamp, scopes: String(found.scopes) });
  return caller;
}

/**
 * The same for a token that was good a moment ago, without asking: the gate asks with the opening of the transaction
 * whether everything still holds, and shuts on any difference.
 */
export function recognise(database: Database, request: FastifyRequest): Recognised | null {
  const shown = tokenOf(request);
  const known = shown && memoryOf(database).tokens.get(shown.key);
  if (!known) return null;
  const gate: Gate = {
    ...question(shown),
    passed: false,
    admits: (rows) => {
      const found = rows[0] as Found | undefined;
      return (
        found !== undefined &&
        found.stamp === known.stamp &&
        String(found.scopes) === known.scopes &&
        found.userId === known.caller.actor.id &&
        !found.mustChange &&
        !found.stale
      );
    },
  };
  return { caller: known.caller, gate };
}

interface Shown {
  readonly bearer: boolean;
  readonly hash: Buffer;
  /** What the token is remembered by: never the token itself. */
  readonly key: string;
}

function tokenOf(request: FastifyRequest): Shown | null {
  const header = request.headers.authorization;
  const bearer = /^Bearer ([\x21-\x7e]{20,200})$/i.exec(header ?? '')?.[1];
  const token = bearer ?? (header ? null : readSessionCookie(request));
  if (!token) return null;
  const hash = hashToken(token);
  return { bearer: bearer !== undefined, hash, key: `${bearer ? 'k' : 's'}${hash.toString('base64')}` };
}

/** Prepared once per connection: it is asked with every request. */
function question({ bearer, hash }: Shown): { name: string; text: string; values: unknown[] } {
  return bearer
    ? { name: 'caller_by_key', text: byKey, values: [hash] }
    : { name: 'caller_by_session', text: bySession, values: [hash] };
}

function servesBeforeOwnPassword(request: FastifyRequest): boolean {
  const { operation } = request.routeOptions.config as { operation?: { id: string; permission: string } };
  return operation !== undefined && (operation.permission === anybody || beforeOwnPassword.has(operation.id));
}

/** A key is at most its owner: the permissions both have. No scopes listed means all of the owner's. */
function narrowed(actor: Actor, scopes: readonly string[]): Actor {
  if (scopes.length === 0) return actor;
  return { ...actor, permissions: new Set(scopes.filter((key) => actor.permissions.has(key))) };
}

async function noteUse(database: Database, found: Found, isKey: boolean): Promise<void> {
  if (isKey) await database.pool.query('update api_keys set used_at = now() where id = $1', [found.id]);
  else
    await database.pool.query(
      `update sessions set seen_at = now(), expires_at = least(created_at + $2 * interval '1 ms', now() + $3 * interval '1 ms')
       where id = $1`,
      [found.id, sessionLife.most, sessionLife.idle],
    );
}

interface Remembered<T> {
  readonly stamp: number;
  readonly value: Promise<T>;
}

/** Per process: each organisation once, whoever of its people asks. */
interface Memory {
  readonly orgs: Map<string, Remembered<OrgSnapshot>>;
  readonly people: Map<string, Remembered<Actor | undefined>>;
  /** Callers by the hash of their token, as they were found last. */
  readonly tokens: Map<string, { caller: Caller; stamp: number; scopes: string }>;
}

const rememberedAtMost = 5_000;
const memories = new WeakMap<Database, Memory>();

function memoryOf(database: Database): Memory {
  const known = memories.get(database);
  if (known) return known;
  const fresh: Memory = { orgs: new Map(), people: new Map(), tokens: new Map() };
  memories.set(database, fresh);
  return fresh;
}

/** What was loaded for this stamp or a later one, or loads it; failures are forgotten at once. */
function remembered<T>(
  known: Map<string, Remembered<T>>,
  id: string,
  stamp: number,
  load: () => Promise<T>,
): Promise<T> {
  const found = known.get(id);
  if (found && found.stamp >= stamp) return found.value;
  if (known.size >= rememberedAtMost) known.delete(known.keys().next().value ?? '');
  const value = load();
  known.set(id, { stamp, value });
  value.catch(() => known.delete(id));
  return value;
}

function rememberedActor(database: Database, { userId, orgId, stamp }: Found): Promise<Actor | undefined> {
  const { orgs, people } = memoryOf(database);
  return remembered(people, userId, stamp, () =>
    inTransaction(
      database,
      orgId,
      async (tx) => {
        const org = await remembered(orgs, orgId, stamp, () => loadOrgWithPeople(tx, orgId));
        return loadActor(tx, orgId, userId, org);
      },
      'read',
    ),
  );
}
