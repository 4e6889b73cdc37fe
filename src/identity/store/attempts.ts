import { sql } from 'kysely';
import type { Tx } from '#kernel/db.ts';

interface AttemptRow {
  readonly pairFailures: number;
  readonly pairLast: Date | null;
  readonly addressFailures: number;
  readonly accountFailures: number;
  readonly addressKnown: boolean;
}

/** Attempts of one account take turns, so a hundred at once do not all see an empty history. */
export async function lockAttempts(tx: Tx, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in/${email}`}, 0))`.execute(tx);
}

export async function loadAttempts(tx: Tx, email: string, ip: string, now: Date): Promise<AttemptRow> {
  const found = await sql<AttemptRow>`
    with of_account as (
      select ip, at from login_failures where email = ${email} and at > ${now}::timestamptz - interval '1 day'
    )
    select
      (select count(*) from of_account where ip = ${ip}) as "pairFailures",
      (select max(at) from of_account where ip = ${ip}) as "pairLast",
      (select count(*) from of_account where at > ${now}::timestamptz - interval '1 hour') as "accountFailures",
      (select count(*) from login_failures where ip = ${ip} and at > ${now}::timestamptz - interval '15 minutes') as "addressFailures",
      exists (select 1 from login_places where email = ${email} and ip = ${ip} and at > ${now}::timestamptz - interval '90 days') as "addressKnown"`.execute(
    tx,
  );
  const row = found.rows[0];
  if (!row) throw new Error('an aggregate always answers');
  return row;
}

/** Counted before the password is looked at and taken back when it fits: parallel guesses gain nothing. */
export async function saveFailure(
  tx: Tx,
  email: string,
  ip: string,
  kind: 'password' | 'code',
  now: Date,
): Promise<void> {
  await sql`
    insert into login_failures (email, ip, kind, at) values (${email}, ${ip}, ${kind}, ${now})`.execute(tx);
}

/** The password was right: its failures from this address are forgiven. Wrong codes count until the code is right too. */
export async function forgiveFailures(
  tx: Tx,
  email: string,
  ip: string,
  kind: 'password' | 'all',
): Promise<void> {
  await sql`
    delete from login_failures where email = ${email} and ip = ${ip} and (${kind} = 'all' or kind = ${kind})`.execute(
    tx,
  );
}

export async function savePlace(tx: Tx, email: string, ip: string, now: Date): Promise<void> {
  await sql`
    insert into login_places (email, ip, at) values (${email}, ${ip}, ${now})
    on conflict (email, ip) do update set at = excluded.at`.execute(tx);
}
