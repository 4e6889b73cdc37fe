import { describe, expect, test } from 'vitest';
import type { Lead, PoolPolicy } from '../model.ts';
import { type ClaimRequest, decideClaim } from './claiming.ts';

const zone = 'Asia/Shanghai';
const now = new Date('2026-11-17T02:00:00Z');
const rep = 'a-rep';
const inPool: Lead = {
  id: 'a-lead',
  version: 1,
  company: '嘉岚',
  status: 'unassigned',
  ownerId: null,
  ownerSince: null,
  poolId: 'pool',
  poolSince: now,
};
const policy: PoolPolicy = { dailyQuota: 20, cooldownDays: 7, privateCap: 50 };
const request: ClaimRequest = {
  lead: inPool,
  claimantId: rep,
  held: 0,
  claimsToday: 0,
  pastOwnerships: [],
  policy,
  now,
  zone,
};

describe('claiming a lead', () => {
  test('a lead in the pool is free to take', () => {
    expect(decideClaim(request)).toEqual({ yes: { claimantId: rep } });
  });

  test('a lead that somebody holds is taken', () => {
    expect(decideClaim({ ...request, lead: { ...inPool, poolId: null, ownerId: 'other' } })).toMatchObject({
      no: 'already_claimed',
    });
  });

  test('with a cap of 50 the 50th is welcome and the 51st is not', () => {
    expect(decideClaim({ ...request, held: 49 })).toHaveProperty('yes');
    expect(decideClaim({ ...request, held: 50 })).toEqual({ no: 'pool_full', detail: { held: 50, cap: 50 } });
  });

  test('a cap of nought lets nobody in', () => {
    expect(decideClaim({ ...request, policy: { ...policy, privateCap: 0 } })).toHaveProperty(
      'no',
      'pool_full',
    );
  });

  test('the daily quota counts claims up to the limit', () => {
    expect(decideClaim({ ...request, claimsToday: 19 })).toHaveProperty('yes');
    expect(decideClaim({ ...request, claimsToday: 20 })).toHaveProperty('no', 'daily_quota_reached');
  });

  test('whoever let it go waits seven whole days and may take it on the eighth', () => {
    const left = (day: string) => [{ ownerId: rep, until: new Date(`${day}T15:00:00Z`) }];
    expect(decideClaim({ ...request, pastOwnerships: left('2026-11-10') })).toMatchObject({
      no: 'cooling_down',
      detail: { until: '2026-11-18' },
    });
    expect(decideClaim({ ...request, pastOwnerships: left('2026-11-09') })).toHaveProperty('yes');
  });

  test('a colleague need not wait', () => {
    expect(
      decideClaim({ ...request, pastOwnerships: [{ ownerId: 'colleague', until: now }] }),
    ).toHaveProperty('yes');
  });

  test('the cool-down follows every owner within the window, not only the last', () => {
    const past = [
      { ownerId: rep, until: new Date('2026-11-15T01:00:00Z') },
      { ownerId: 'colleague', until: now },
    ];
    expect(decideClaim({ ...request, pastOwnerships: past })).toHaveProperty('no', 'cooling_down');
  });
});
