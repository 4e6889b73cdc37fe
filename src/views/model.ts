/** Order, choice and widths of columns, as the grid keeps them. */
export interface ViewLayout {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
}

/** What one person may keep: enough for every list, too few to fill a table by. */
export const viewsAtMost = 200;
