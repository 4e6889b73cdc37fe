import type { Choice } from '#kernel/fields.ts';

export const contractStatuses = ['draft', 'inApproval', 'active', 'void'] as const;
export type ContractStatus = (typeof contractStatuses)[number];

/** Currencies with two decimals: what the money columns hold exactly. */
export const currencyChoices = [
  { key: 'CNY', label: { zh: '人民币', en: 'CNY' } },
  { key: 'USD', label: { zh: '美元', en: 'USD' } },
  { key: 'EUR', label: { zh: '欧元', en: 'EUR' } },
  { key: 'HKD', label: { zh: '港元', en: 'HKD' } },
  { key: 'GBP', label: { zh: '英镑', en: 'GBP' } },
] as const satisfies readonly Choice[];

/** A line as it was entered. `discountPercent` is what is taken off: 10 means 90 % is paid. */
export interface LineEntry {
  readonly product: string;
  readonly unit?: string | null;
  readonly quantity: string;
  readonly price: string;
  readonly discountPercent: string;
}

export interface ContractLine extends LineEntry {
  readonly position: number;
  readonly amount: string;
}

/** A line of the collection plan as entered: by ratio or by amount, the whole plan the same way. */
export interface PlanEntry {
  readonly name: string;
  readonly ratio?: string | null;
  readonly amount?: string | null;
  readonly dueOn: string;
}

export interface PlanLine {
  readonly position: number;
  readonly name: string;
  readonly ratio: string | null;
  readonly amount: string;
  readonly dueOn: string;
}

export interface Contract {
  readonly id: string;
  readonly version: number;
  readonly number: string | null;
  readonly name: string;
  readonly accountId: string;
  readonly opportunityId: string | null;
  readonly status: ContractStatus;
  readonly amount: string;
  readonly currency: string;
  readonly signedOn: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly ownerId: string;
  readonly approvalId: string | null;
}

/** What the demo's later slices need to know of its contracts. */
export interface SeededContract {
  readonly id: string;
  readonly accountId: string;
  readonly ownerEmail: string;
  readonly activatedAt: Date;
}
