/** A cell to be written: text is never a formula, numbers and dates are what a spreadsheet can calculate with. */
export type SheetCell =
  | null
  | { readonly text: string }
  | { readonly number: string }
  | { readonly money: string }
  /** `2026-05-01` */
  | { readonly day: string }
  /** `2026-05-01 09:30:00`, wall clock. */
  | { readonly time: string };

export interface SheetToWrite {
  readonly name: string;
  readonly header: readonly string[];
  /** Pages of rows, asked for only as fast as the reader takes them. */
  readonly pages: AsyncIterable<readonly (readonly SheetCell[])[]>;
}
