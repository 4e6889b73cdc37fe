import type { Step } from '#kernel/command.ts';
import { readStrictJson } from '#kernel/http/strict-json.ts';
import { announce } from '#kernel/outbox.ts';
import { unseal } from '#kernel/sealing.ts';
import { newId } from '#kernel/values/id.ts';
import { badInput, Refusal } from '#kernel/values/refusal.ts';
import type { Visit } from '#kernel/visit.ts';
import { admitVisit } from '#kernel/visit-limits.ts';
import { isSigned, type SignedHeaders } from '#kernel/web-hooks.ts';
import { submissionReceived } from '../events.ts';
import { mapPayload } from '../rules/mapping-payloads.ts';
import { findSource, noteSource, sealedFor } from '../store/sources.ts';
import { insertSubmission } from '../store/submissions.ts';
import { atAddress } from './at-address.ts';

const unsigned = () => new Refusal('unauthenticated', 'not_signed');

/**
 * Takes a message of another system: signed over id, moment and body with the key of this one address, not older than
 * five minutes. The same id again is answered like the first time and does nothing.
 */
export async function receiveHook(
  address: string,
  headers: SignedHeaders,
  body: Buffer,
  visit: Visit,
): Promise<{ state: 'received' | 'known' }> {
  admitVisit(`hook/${address}`, 100);
  const taken = await atAddress(address, 'webhook', visit, (step, targetId) =>
    takeMessage(targetId, headers, body, step),
  ).catch((error: unknown) => {
    // An address that is none answers like a wrong signature.
    if (error instanceof Refusal && error.kind === 'notFound') throw unsigned();
    throw error;
  });
  return { state: taken ? 'received' : 'known' };
}

async function takeMessage(
  sourceId: string,
  headers: SignedHeaders,
  body: Buffer,
  step: Step,
): Promise<boolean> {
  const source = await findSource(step, sourceId);
  const secret = source?.secret ? unseal(source.secret, sealedFor) : null;
  if (source?.status !== 'open' || !secret || !isSigned(secret, headers, body, step.now)) throw unsigned();
  const payload = payloadIn(body);
  const id = newId();
  const isNew = await insertSubmission(step, {
    id,
    method: 'webhook',
    originId: source.id,
    externalKey: headers.id ?? '',
    deviceKey: null,
    reason: null,
    values: mapPayload(payload, source.mapping),
    raw: payload,
    clicks: {},
    consentVersion: null,
  });
  if (!isNew) return false;
  await noteSource(step, source.id, { sample: payload });
  await announce(step, submissionReceived, { subject: id, data: { method: 'webhook', originId: source.id } });
  return true;
}

function payloadIn(body: Buffer): unknown {
  try {
    const text = body.toString('utf8');
    // The database cannot hold these, and a lead that came with them is no lead.
    if (text.includes('\\u0000') || !text.isWellFormed()) throw new Error('broken text');
    return readStrictJson(text);
  } catch {
    throw badInput([{ field: '', code: 'not_valid' }]);
  }
}
