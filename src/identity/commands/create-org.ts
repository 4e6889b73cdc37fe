import type { Step } from '#kernel/command.ts';
import type { Tx } from '#kernel/db.ts';
import { announce } from '#kernel/outbox.ts';
import type { Registry } from '#kernel/registry.ts';
import { newId } from '#kernel/values/id.ts';
import { orgCreated } from '../events.ts';
import { builtInRoles, type Team } from '../model.ts';
import { loadOrg, systemActor } from '../queries/load-actor.ts';
import { sumPresets } from '../rules/built-in-roles.ts';
import { insertOrg } from '../store/orgs.ts';
import { insertRole } from '../store/roles.ts';
import { insertTeam } from '../store/teams.ts';

export interface NewOrg {
  readonly id: string;
  readonly name: string;
  readonly zone?: string;
  readonly currency?: string;
  readonly locale?: string;
  readonly demo?: boolean;
  readonly source?: Step['source'];
}

export interface CreatedOrg {
  readonly id: string;
  readonly roleIds: Readonly<Record<string, string>>;
  readonly rootTeam: Team;
  readonly step: Step;
}

/**
 * Creates an organisation with its top team and the seven built-in roles, each with the sum of what all slices give it.
 * The transaction must be opened for `org.id`: the wall between organisations holds here too.
 */
export async function createOrg(
  tx: Tx,
  now: Date,
  org: NewOrg,
  registry: Pick<Registry, 'presets'>,
): Promise<CreatedOrg> {
  const { zone = 'Asia/Shanghai', currency = 'CNY', locale = 'zh-CN', demo = false } = org;
  await insertOrg(tx, { id: org.id, name: org.name, zone, currency, locale, demo, now });
  const roleIds: Record<string, string> = {};
  for (const { key, name } of builtInRoles) {
    const id = newId();
    const sum = sumPresets(registry.presets, key);
    const words = { name: name.zh, nameEn: name.en };
    await insertRole(tx, org.id, {
      id,
      key,
      ...words,
      ...sum,
      fieldRights: {},
      builtIn: true,
      presetSeen: sum,
    });
    roleIds[key] = id;
  }
  const id = newId();
  const rootTeam = { id, name: org.name, parentId: null, leaderId: null, path: [id] };
  await insertTeam(tx, org.id, rootTeam);
  const actor = systemActor(await loadOrg(tx, org.id));
  const step: Step = { actor, tx, now, source: org.source ?? 'system', requestId: null };
  await announce(step, orgCreated, { subject: org.id, data: { name: org.name } });
  return { id: org.id, roleIds, rootTeam: { ...rootTeam, version: 1 }, step };
}
