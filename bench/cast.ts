import type pg from 'pg';
import { createKeyFor } from '#app/cli/people.ts';
import { seedDomain } from '#app/cli/seed-size/people.ts';
import type { Database } from '#kernel/db.ts';

/** Somebody who measures: a person with a key, and how far he sees. */
export interface Player {
  readonly orgId: string;
  readonly userId: string;
  readonly key: string;
}

export interface Cast {
  readonly orgId: string;
  readonly self: Player;
  readonly tree: Player;
  readonly all: Player;
  /** Reps for writing, a different one per connection. */
  readonly reps: readonly Player[];
}

export type Scope = 'self' | 'tree' | 'all';

/** Finds the people of the seed and gives them keys. */
export async function castPlayers(database: Database, owner: pg.Client): Promise<Cast> {
  const { rows } = await owner.query<{ email: string; userId: string; orgId: string }>(
    `select email, id as "userId", org_id as "orgId" from users where email like '%@${seedDomain}'`,
  );
  const player = async (account: string): Promise<Player> => {
    const email = `${account}@${seedDomain}`;
    const found = rows.find((row) => row.email === email);
    if (!found) throw new Error(`${email} is not there: is this a database of seed --size?`);
    return {
      orgId: found.orgId,
      userId: found.userId,
      key: await createKeyFor(database, email, []),
    };
  };
  const count = rows.filter((row) => row.email.startsWith('rep')).length;
  const reps: Player[] = [];
  for (let number = 1; number <= Math.min(16, count); number += 1)
    reps.push(await player(`rep${1 + Math.floor(((number - 1) * count) / 16)}`));
  const self = await player(`rep${Math.ceil(count / 2)}`);
  return { orgId: self.orgId, self, tree: await player('manager2'), all: await player('admin'), reps };
}
