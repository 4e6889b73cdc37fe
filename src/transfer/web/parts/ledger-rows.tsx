import { Button } from 'antd';
import { useState } from 'react';
import { useRead } from '#kernel/web/use-operation.ts';
import { Section } from '#ui/panel-section.tsx';
import { listImportRows } from '../../contract/imports.ts';
import type { ImportDetail } from './import-types.ts';
import { OutcomeRows } from './outcome-rows.tsx';
import { words } from './transfer-words.ts';

interface LedgerRowsProps {
  readonly one: ImportDetail;
  readonly outcome: 'invalid' | 'kept';
  readonly title: string;
}

const step = 50;

/** Rows of one kind out of the ledger, more on demand. */
export function LedgerRows({ one, outcome, title }: LedgerRowsProps) {
  const w = words.use();
  const [limit, setLimit] = useState(step);
  const { data } = useRead(listImportRows, { id: one.id, outcome, limit }, { keep: true });
  if (!data) return null;
  return (
    <Section title={title}>
      <OutcomeRows rows={data.items} fields={one.fields} object={one.object} label={title} />
      {data.next !== null && limit < 200 ? (
        <Button type="link" onClick={() => setLimit(Math.min(200, limit + step))}>
          {w('more', { n: step })}
        </Button>
      ) : null}
    </Section>
  );
}
