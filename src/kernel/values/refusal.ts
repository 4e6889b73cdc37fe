/** A refusal is a fact about the world (`pool_full`), declared in a contract; it is also the translation key. */
export interface Refusable {
  readonly code: string;
  /** Facts for the sentence shown to the user: `{ held: 50, cap: 50 }`. Never a hidden value. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** What a rule answers: the thing decided, or the reason why not. */
export type Decision<Yes, No extends string = string> =
  | { readonly yes: Yes }
  | { readonly no: No; readonly detail?: Refusable['detail'] };

/** Builds the positive answer of a rule. */
export function yes<Yes>(value: Yes): { readonly yes: Yes } {
  return { yes: value };
}

/** Builds the negative answer of a rule. */
export function no<No extends string>(
  code: No,
  detail?: Refusable['detail'],
): { readonly no: No; readonly detail?: Refusable['detail'] } {
  return detail ? { no: code, detail } : { no: code };
}

export type RefusalKind =
  | 'rule'
  | 'input'
  | 'notFound'
  | 'forbidden'
  | 'stale'
  | 'unauthenticated'
  | 'unparsable'
  | 'tooMany'
  | 'unavailable';

/** Stops a request with a plain reason. `rule` → 409, `input` → 422, `notFound` → 404, `forbidden` → 403, `stale` → 409. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly code: string;
  readonly detail: Refusable['detail'];
  readonly errors: readonly {
    readonly field: string;
    readonly code: string;
    readonly detail?: Refusable['detail'];
  }[];
  /** Present values of the row, for a stale edit. */
  readonly current: unknown;

  constructor(
    kind: RefusalKind,
    code: string,
    more: Partial<Pick<Refusal, 'detail' | 'errors' | 'current'>> = {},
  ) {
    super(code);
    this.kind = kind;
    this.code = code;
    this.detail = more.detail;
    this.errors = more.errors ?? [];
    this.current = more.current;
  }
}

/** Not there, or not yours to see: both answer alike. */
export function notFound(): Refusal {
  return new Refusal('notFound', 'not_found');
}

/** Bad input, one entry per field. */
export function badInput(errors: Refusal['errors']): Refusal {
  return new Refusal('input', 'bad_input', { errors });
}
