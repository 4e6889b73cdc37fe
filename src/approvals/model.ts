export const approvalStatuses = ['pending', 'approved', 'rejected', 'withdrawn'] as const;
export type ApprovalStatus = (typeof approvalStatuses)[number];

export const verdicts = ['approved', 'rejected'] as const;
export type Verdict = (typeof verdicts)[number];

interface Said {
  readonly zh: string;
  readonly en: string;
}

/** One fact that decides: its name, its value and, beside it, what to compare it with. */
export interface ApprovalFact {
  readonly label: Said;
  readonly kind: 'text' | 'money' | 'percent' | 'day' | 'number';
  readonly value: string | null;
  readonly note?: Said;
  readonly tone?: 'neutral' | 'ok' | 'warn' | 'bad';
}

/** What the approver sees, frozen when the approval was asked for. */
export interface ApprovalSnapshot {
  /** Why it came to him, as sentences. */
  readonly reasons: readonly Said[];
  readonly facts: readonly ApprovalFact[];
  /** Fingerprint of the content that is approved: the owner of the record compares it when the verdict arrives. */
  readonly contentHash: string;
}

export interface Approval {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly subjectObject: string;
  readonly subjectId: string;
  readonly title: string;
  readonly reference: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly requesterId: string;
  readonly approverId: string;
  readonly status: ApprovalStatus;
  readonly requestedAt: Date;
  readonly contentHash: string;
}
