/** Where a sample stands; the allowed moves are in rules/closing.ts. */
export const sampleStatuses = ['open', 'closed'] as const;
export type SampleStatus = (typeof sampleStatuses)[number];

export interface Sample {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly status: SampleStatus;
  readonly ownerId: string;
}
