import { type Challenge, createChallenge, type Solution, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { keyFor } from './sealing.ts';

/** A little work that a browser does before it may send: nothing for one person, dear for a robot with a million. */
export type Proof = Pick<Challenge, 'parameters' | 'signature'>;

export interface SolvedProof {
  readonly challenge: Proof;
  readonly solution: Solution;
}

export interface ProofVerdict {
  /** Signed by us, solved, and still valid. */
  readonly proven: boolean;
  /** When the page was made. Only as good as `proven`. */
  readonly madeAt: Date | null;
  /** What was bound into it: the form it was made for. */
  readonly bound: string | null;
  /** One proof, one key: a second use is the same thing again. */
  readonly key: string;
}

const minutes = 60_000;
const secret = () => keyFor('proof-of-work').toString('base64url');
const hardness = { algorithm: 'PBKDF2/SHA-256', cost: 2_000 } as const;

/**
 * A task for a visitor's browser, valid for two hours; it carries, signed, when and for what it was made. `known`
 * makes one whose answer is known at once, for measuring: making work is not what is measured.
 */
export async function newProof(bound: string, now: Date, known?: number): Promise<Proof> {
  const { parameters, signature = '' } = await createChallenge({
    ...hardness,
    ...(known === undefined ? { keyPrefix: '00' } : { counter: known }),
    deriveKey,
    data: { bound, at: now.getTime() },
    expiresAt: new Date(now.getTime() + 120 * minutes),
    hmacSignatureSecret: secret(),
  });
  return { parameters, signature };
}

/** Whether the work was done, and what the task said when it was given out. Never throws, whatever was sent. */
export async function checkProof(solved: SolvedProof, now: Date): Promise<ProofVerdict> {
  const { challenge, solution } = solved;
  const key = (challenge.signature ?? '').slice(0, 200) || 'unsigned';
  const nothing = { proven: false, madeAt: null, bound: null, key };
  // The work asked for is ours to say: a sent task could ask this server for hours of it.
  const { algorithm, cost, expiresAt, data } = challenge.parameters;
  if (algorithm !== hardness.algorithm || cost !== hardness.cost) return nothing;
  try {
    const { verified } = await verifySolution({
      challenge,
      solution,
      deriveKey,
      hmacSignatureSecret: secret(),
    });
    const inTime = typeof expiresAt === 'number' && expiresAt * 1_000 > now.getTime();
    if (!verified || !inTime) return nothing;
    return { proven: true, madeAt: new Date(Number(data?.at)), bound: String(data?.bound), key };
  } catch {
    return nothing;
  }
}
