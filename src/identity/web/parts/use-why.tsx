import { type ReactNode, useState } from 'react';
import type { ObjectDefinition } from '#kernel/fields.ts';
import { words } from './identity-words.ts';
import { WhyDialog } from './why-dialog.tsx';

interface Why {
  /** A line for the menu of a record. */
  readonly item: { readonly key: string; readonly label: string; readonly onClick: () => void };
  /** Drawn somewhere in the same part. */
  readonly dialog: ReactNode;
}

/** "Why can I see this?" for the menu of any record: `const why = useWhy(leadObject, id)`. */
export function useWhy(definition: ObjectDefinition, id: string): Why {
  const w = words.use();
  const [asking, setAsking] = useState(false);
  return {
    item: { key: 'why', label: w('why'), onClick: () => setAsking(true) },
    dialog: asking ? <WhyDialog definition={definition} id={id} onClose={() => setAsking(false)} /> : null,
  };
}
