import type { ReactNode } from 'react';

export interface Toast {
  readonly id: number;
  readonly text: ReactNode;
  /** Offers the way back for 8 s. */
  readonly onUndo?: () => void | Promise<void>;
  /** It was closed without being taken back. */
  readonly onKept?: () => void;
  /** Long work: done of total. */
  readonly progress?: { readonly done: number; readonly total: number };
  /** Partial failures stay until read. */
  readonly failures?: ReactNode;
  /** Red; stays until closed. */
  readonly refused?: boolean;
}
