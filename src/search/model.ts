/** An object that can be found by Ctrl-K: what stands beside the name, and whose customer it is. */
export interface IndexedObject {
  readonly object: string;
  /** Field keys shown beside the name, as far as the reader may see them. Stable ones: each change rewrites the document. */
  readonly beside: readonly string[];
  /** Field that names the customer; his facts make its documents be read again, because they may move owners. */
  readonly account?: string;
  /** Rows seen for another reason than whose they are belong to nobody (a pool): others' need not be asked. */
  readonly seenAlso?: 'nobodys';
}

/** Everything global search finds, in the order of the answer. */
export const indexedObjects: readonly IndexedObject[] = [
  { object: 'accounts', beside: ['region', 'industry'] },
  { object: 'contacts', beside: ['title'], account: 'accountId' },
  { object: 'leads', beside: ['contactName', 'region'], seenAlso: 'nobodys' },
  { object: 'opportunities', beside: [], account: 'accountId' },
  { object: 'quotes', beside: ['number'], account: 'accountId' },
  { object: 'contracts', beside: ['number'], account: 'accountId' },
  { object: 'receipts', beside: ['payer'], account: 'accountId' },
];

/** Longest text that may be asked for. */
export const longestQuery = 100;

/** A document that fits what was typed; whether its record may be seen is asked afterwards. */
export interface Candidate {
  readonly object: string;
  readonly id: string;
  readonly at: Date;
}
