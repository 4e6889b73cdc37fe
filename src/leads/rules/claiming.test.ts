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
const policy: PoolPolicy = {
  mode: 'claim',
  dailyQuota: 20,
  cooldownDays: 7,
  cooldownHours: null,
  protectHours: 0,
  claimWindow: null,
};
const room = { held: 0, cap: 50, fromPool: 0, retention: null };
const request: ClaimRequest = {
  lead: inPool,
  claimantId: rep,
  room,
  claimsToday: 0,
  pastOwnerships: [],
  policy,
  bypass: null,
  now,
  zone,
};

describe('claiming a lead', () => {
  test('a lead in the pool is free to take', () => {
    expect(decideClaim(request)).toEqual({ yes: { held: 1, cap: 50 } });
  });

  test('a lead that somebody holds is taken', () => {
    expect(decideClaim({ ...request, lead: { ...inPool, poolId: null, ownerId: 'other' } })).toMatchObject({
      no: 'already_claimed',
    });
  });

  test('with a cap of 50 the 50th is welcome and the 51st is not', () => {
    expect(decideClaim({ ...request, room: { ...room, held: 49 } })).toHaveProperty('yes');
    expect(decideClaim({ ...request, room: { ...room, held: 50 } })).toEqual({
      no: 'pool_full',
      detail: { held: 50, cap: 50 },
    });
  });

  test('a cap of nought lets nobody in', () => {
    expect(decideClaim({ ...request, room: { ...room, cap: 0 } })).toHaveProperty('no', 'pool_full');
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

  test('a cool-down may be counted in hours, from the return itself', () => {
    const hours = { ...policy, cooldownHours: 12 };
    const left = (at: string) => [{ ownerId: rep, until: new Date(at) }];
    const asked = (at: string) => decideClaim({ ...request, policy: hours, pastOwnerships: left(at) });
    expect(asked('2026-11-16T14:00:01Z')).toMatchObject({ no: 'cooling_down' });
    expect(asked('2026-11-16T14:00:00Z')).toHaveProperty('yes');
  });

  test('a new arrival is protected from the moment it entered the pool', () => {
    const rests = { ...policy, protectHours: 2 };
    const asked = (poolSince: Date) =>
      decideClaim({ ...request, policy: rests, lead: { ...inPool, poolSince } });
    expect(asked(new Date('2026-11-17T00:00:01Z'))).toMatchObject({
      no: 'protected_arrival',
      detail: { until: '2026-11-17 10:00' },
    });
    expect(asked(new Date('2026-11-17T00:00:00Z'))).toHaveProperty('yes');
  });

  test('claiming opens and closes by the clock of the organisation', () => {
    const window = { days: [2], from: '10:00', to: '12:00' };
    const asked = (at: string) =>
      decideClaim({ ...request, policy: { ...policy, claimWindow: window }, now: new Date(at) });
    expect(asked('2026-11-17T01:59:59Z')).toHaveProperty('no', 'outside_claim_hours');
    expect(asked('2026-11-17T02:00:00Z')).toHaveProperty('yes');
    expect(asked('2026-11-17T04:00:00Z')).toHaveProperty('no', 'outside_claim_hours');
    expect(asked('2026-11-18T02:00:00Z')).toHaveProperty('no', 'outside_claim_hours');
  });

  test('a pool may limit how many of its leads one person holds, below his cap', () => {
    const shared = (fromPool: number) =>
      decideClaim({ ...request, room: { ...room, fromPool, retention: 10 } });
    expect(shared(9)).toHaveProperty('yes');
    expect(shared(10)).toEqual({ no: 'pool_share_full', detail: { held: 10, limit: 10 } });
  });

  test('whoever runs the pool goes past its rules with a reason, and past no cap', () => {
    const strict = {
      ...request,
      claimsToday: 20,
      policy: { ...policy, mode: 'assign' as const, protectHours: 9 },
      pastOwnerships: [{ ownerId: rep, until: now }],
    };
    expect(decideClaim(strict)).toHaveProperty('no', 'assigned_only');
    expect(decideClaim({ ...strict, bypass: 'a customer of ours' })).toHaveProperty('yes');
    expect(decideClaim({ ...strict, bypass: 'so', room: { ...room, held: 50 } })).toHaveProperty(
      'no',
      'pool_full',
    );
  });
});
