import { Button } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { FieldInput } from '#ui/field-input.tsx';
import type { FieldKind, FieldSpec } from '#ui/field-spec.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Money } from '#ui/money.tsx';
import { Section } from '#ui/panel-section.tsx';
import type { TableColumn } from '#ui/plain-table.tsx';
import { words } from './contract-words.ts';
import { amountOf, blankLine, type DraftLine, totalOf } from './draft-rows.ts';
import { EntryTable } from './entry-table.tsx';

interface LineEditorProps {
  readonly lines: readonly DraftLine[];
  readonly currency: string;
  readonly onChange: (lines: readonly DraftLine[]) => void;
}

type Key = Exclude<keyof DraftLine, 'key'>;

/** Products, quantities, prices and discounts; amounts and their sum follow while typing. */
export function LineEditor({ lines, currency, onChange }: LineEditorProps) {
  const w = words.use();
  const set = (row: DraftLine, key: Key, value: unknown) =>
    onChange(lines.map((one) => (one.key === row.key ? { ...one, [key]: String(value ?? '') } : one)));
  const input = (key: Key, kind: FieldKind, label: string, width: number, more: Partial<FieldSpec> = {}) =>
    ({
      key,
      label,
      width,
      right: kind !== 'text',
      render: (row) => (
        <FieldInput
          field={{ key, kind, label, ...more }}
          value={row[key] || null}
          onChange={(value) => set(row, key, value)}
        />
      ),
    }) satisfies TableColumn<DraftLine>;
  const columns: TableColumn<DraftLine>[] = [
    { ...input('product', 'text', w('product'), 280, { maxLength: 200 }), total: w('total') },
    input('unit', 'text', w('unit'), 80, { maxLength: 20 }),
    input('quantity', 'number', w('quantity'), 100, { min: '0' }),
    input('price', 'money', w('price'), 140, { min: '0', currency }),
    input('discountPercent', 'number', w('discount'), 90, { min: '0', max: '100' }),
    {
      ...{ key: 'amount', label: w('amount'), right: true, width: 140 },
      render: (row) => <Money amount={amountOf(row)} currency={currency} as="exact" />,
      total: <Money amount={totalOf(lines)} currency={currency} as="exact" />,
    },
    {
      ...{ key: 'remove', label: '', width: 40 },
      render: (row) => (
        <IconButton
          icon={Trash2}
          size={14}
          label={w('removeLine', { n: lines.indexOf(row) + 1 })}
          onClick={() => onChange(lines.filter((one) => one.key !== row.key))}
        />
      ),
    },
  ];
  return (
    <Section
      title={w('lines')}
      aside={
        <Button icon={<Plus size={14} />} onClick={() => onChange([...lines, blankLine()])}>
          {w('addLine')}
        </Button>
      }
    >
      <EntryTable columns={columns} rows={lines} rowKey={(row) => row.key} label={w('lines')} />
    </Section>
  );
}
