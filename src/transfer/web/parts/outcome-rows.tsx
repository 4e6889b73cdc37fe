import { objectNamed, type Words } from '#kernel/fields.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { PlainTable } from '#ui/plain-table.tsx';
import { WrappedText } from '#ui/wizard-parts.tsx';
import type { RowReason } from '../../model.ts';
import { reasonText } from '../../rules/reason-words.ts';
import { words } from './transfer-words.ts';

export interface OutcomeRow {
  readonly line: number;
  readonly name: string;
  readonly reasons: readonly RowReason[];
}

interface OutcomeRowsProps {
  readonly rows: readonly OutcomeRow[];
  readonly fields: readonly { readonly key: string; readonly label: Words }[];
  readonly object: string;
  readonly label: string;
}

/** Rows of the file with what became, or would become, of them. */
export function OutcomeRows({ rows, fields, object, label }: OutcomeRowsProps) {
  const w = words.use();
  const locale = localePreference.use();
  const own = objectNamed(object)?.fields ?? [];
  const labels = new Map<string, Words>([...own, ...fields].map((field) => [field.key, field.label]));
  return (
    <PlainTable<OutcomeRow>
      label={label}
      rows={rows}
      rowKey={(row) => String(row.line)}
      columns={[
        { key: 'line', label: w('row'), width: 72, right: true, render: (row) => row.line },
        {
          key: 'why',
          label: w('record'),
          render: (row) => (
            <WrappedText>
              {row.name ? <b>{row.name} </b> : null}
              <span className="yd-text2">{reasonText(row.reasons, labels, locale)}</span>
            </WrappedText>
          ),
        },
      ]}
    />
  );
}
