import { setTimeout as wait } from 'node:timers/promises';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { fetch } from 'undici';
import { newProof } from '#kernel/proof-of-work.ts';
import type { Player } from './cast.ts';
import type { FileSample } from './files.ts';

const perSecond = 50;
const both = (text: string) => ({ zh: text, en: text });

/**
 * Fifty submissions of a public form a second, as many seconds as asked: each is acknowledged, and each is one lead in
 * the end. The work of the visitors' browsers is done beforehand: it is theirs.
 */
export async function measureForms(origin: string, player: Player, seconds: number): Promise<FileSample> {
  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${player.key}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { address: string };
  };
  const form = await call('POST', '/capture-forms', {
    ...{ name: `bench ${Date.now()}`, channel: 'website', campaign: null, consent: null, redirectUrl: null },
    ...{ ownerId: null, poolId: null, endsAt: null, oncePerDevice: false, origins: [] },
    fields: ['contactName', 'phone', 'company'].map((key) => ({ key, label: both(key), required: true })),
    texts: { title: both('t'), intro: both(''), button: both('b'), thanks: both('d') },
  });
  const bodies = await prepare(form.address, perSecond * seconds);
  const began = performance.now();
  const took = await Promise.all(
    bodies.map(async (body, turn) => {
      await wait((turn * 1_000) / perSecond);
      const sent = performance.now();
      const answer = await fetch(`${origin}/api/v1/form-pages/${form.address}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      if (answer.status !== 202) throw new Error(`form: ${answer.status} ${await answer.text()}`);
      await answer.arrayBuffer();
      return performance.now() - sent;
    }),
  );
  const sentIn = (performance.now() - began) / 1000;
  const count = async () => {
    const found = await fetch(`${origin}/api/v1/capture-forms?limit=1&fields=leads&sort=-createdAt`, {
      headers: { authorization: `Bearer ${player.key}` },
    });
    const { items } = (await found.json()) as { items: { leads: number }[] };
    return items[0]?.leads ?? 0;
  };
  // Behind other work the chain may be a while; what counts is that all of them arrive.
  for (const end = performance.now() + 60_000; performance.now() < end; await wait(100))
    if ((await count()) >= bodies.length) break;
  const all = (performance.now() - began) / 1000;
  if ((await count()) !== bodies.length)
    throw new Error(`forms: ${bodies.length} sent, ${await count()} leads`);
  took.sort((one, other) => one - other);
  const p95 = took[Math.floor(took.length * 0.95)] ?? 0;
  console.log(
    `forms: ${bodies.length} sent in ${sentIn.toFixed(1)} s, p95 ${p95.toFixed(0)} ms, slowest ${took.at(-1)?.toFixed(0)} ms; all leads after ${all.toFixed(1)} s`,
  );
  return { name: 'forms, leads', rows: await count(), seconds: sentIn, perSecond: bodies.length / sentIn };
}

/** What visitors send, their browsers' work done. */
async function prepare(address: string, times: number): Promise<string[]> {
  const bodies: string[] = [];
  const stamp = Date.now() % 10_000;
  for (let turn = 0; turn < times; turn += 1) {
    const challenge = await newProof(address, new Date(Date.now() - 10_000), 3);
    const solution = await solveChallenge({ challenge, deriveKey, counterStart: 3 });
    const digits = String(stamp * 100_000 + turn).padStart(9, '0');
    const values = {
      contactName: `访客${turn}`,
      phone: `17${digits}`,
      company: `来客${stamp}之${turn}科技有限公司`,
    };
    bodies.push(JSON.stringify({ values, proof: { challenge, solution } }));
  }
  return bodies;
}
