import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface KanbanCard {
  readonly id: string;
  readonly columnKey: string;
  /** Deal, customer, amount, date: plain text, so that the spoken label is complete. */
  readonly title: string;
  readonly subtitle?: string;
  readonly amount?: ReactNode;
  readonly date?: ReactNode;
  readonly owner?: { readonly id: string; readonly name: string };
  /** At most one: amber drifts, red is broken. */
  readonly flag?: { readonly icon: LucideIcon; readonly text: string; readonly tone: 'warn' | 'bad' };
  readonly next?: ReactNode;
  /** Somebody else has just changed it: `周以宁 刚刚从「报价」推进`. */
  readonly live?: ReactNode;
  /** Two quick actions on hover and focus. */
  readonly actions?: ReactNode;
}

export interface KanbanColumn {
  readonly key: string;
  readonly title: string;
  readonly icon?: LucideIcon;
  readonly count: number;
  /** Win rate, right of the title. */
  readonly rate?: ReactNode;
  readonly sum?: ReactNode;
  /** Right of the sum: `加权 21.4万`. */
  readonly weighted?: ReactNode;
  /** Cards are not dropped here (won this month, say). */
  readonly closed?: boolean;
  readonly hasMore?: boolean;
}

export interface KanbanProps {
  readonly columns: readonly KanbanColumn[];
  readonly cards: readonly KanbanCard[];
  readonly onOpen: (id: string) => void;
  readonly openId?: string;
  /** Resolves when the move is saved; rejecting (or answering a sentence) puts the card back and says why. */
  readonly onMove: (id: string, columnKey: string) => Promise<string | void>;
  readonly onMore?: (columnKey: string) => void;
  readonly label: string;
}
