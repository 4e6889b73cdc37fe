export const shown = { filter: true, exportable: true } as const;
/** Comes from people or files. */
export const entered = { ...shown, importable: true } as const;
/** Kept by the commands, never typed in. */
export const kept = { ...shown, edit: false } as const;
export const aside = { hiddenByDefault: true } as const;
