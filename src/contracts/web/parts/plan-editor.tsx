import { Button, Space } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { addDays, dayOf } from '#kernel/values/day.ts';
import { moneyText } from '#kernel/values/money-text.ts';
import { useSession } from '#kernel/web/session.ts';
import { FieldInput } from '#ui/field-input.tsx';
import type { FieldKind, FieldSpec } from '#ui/field-spec.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Money } from '#ui/money.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/panel-section.tsx';
import type { TableColumn } from '#ui/plain-table.tsx';
import { Segments } from '#ui/segments.tsx';
import { useNow } from '#ui/use-now.ts';
import { words } from './contract-words.ts';
import { type DraftPlanLine, type PlanState, type PlanWay, planState, rowKey } from './draft-rows.ts';
import { EntryTable } from './entry-table.tsx';

interface PlanEditorProps {
  readonly plan: readonly DraftPlanLine[];
  readonly way: PlanWay;
  readonly amount: string;
  readonly currency: string;
  readonly onChange: (plan: readonly DraftPlanLine[]) => void;
  readonly onWay: (way: PlanWay) => void;
}

type Key = Exclude<keyof DraftPlanLine, 'key'>;

/** What is due when, by ratio or by amount, and whether it agrees with the contract to the cent. */
export function PlanEditor(props: PlanEditorProps) {
  const w = words.use();
  const today = dayOf(useNow(), useSession().org.zone);
  const { plan, way, amount, currency, onChange, onWay } = props;
  const state = planState(plan, way, amount);
  const columns = usePlanColumns(props, state);
  const add = () => {
    const last = plan.at(-1)?.dueOn || today;
    const name = w('phase', { n: plan.length + 1 });
    onChange([...plan, { key: rowKey(), name, ratio: '', amount: '', dueOn: addDays(last, 30) }]);
  };
  return (
    <Section
      title={w('plan')}
      aside={
        <Space>
          <Segments
            choices={[
              { key: 'ratio', label: w('byRatio') },
              { key: 'amount', label: w('byAmount') },
            ]}
            value={way}
            onChange={(next) => onWay(next as PlanWay)}
            label={w('plan')}
            look="track"
          />
          <Button icon={<Plus size={14} />} onClick={add}>
            {w('addLine')}
          </Button>
        </Space>
      }
    >
      <EntryTable columns={columns} rows={plan} rowKey={(row) => row.key} label={w('plan')} />
      <PlanVerdict state={state} amount={amount} currency={currency} />
    </Section>
  );
}

function usePlanColumns(
  { plan, way, currency, onChange }: PlanEditorProps,
  state: PlanState,
): TableColumn<DraftPlanLine>[] {
  const w = words.use();
  const sent = plan.filter((line) => line.name.trim() !== '');
  const exact = (amount: string | null) => <Money amount={amount} currency={currency} as="exact" />;
  const set = (row: DraftPlanLine, key: Key, value: unknown) =>
    onChange(plan.map((one) => (one.key === row.key ? { ...one, [key]: String(value ?? '') } : one)));
  const input = (
    key: Key,
    kind: FieldKind,
    label: string,
    width: number,
    more: Partial<FieldSpec> = {},
  ): TableColumn<DraftPlanLine> => ({
    ...{ key, label, width, right: kind === 'money' || kind === 'percent' },
    render: (row) => (
      <FieldInput
        field={{ key, kind, label, ...more }}
        value={row[key] || null}
        onChange={(value) => set(row, key, value)}
      />
    ),
  });
  const ratio = input('ratio', 'percent', w('ratio'), 110, { min: '0', max: '100' });
  const amount = input('amount', 'money', w('amount'), 160, { min: '0', currency });
  const spread: TableColumn<DraftPlanLine> = {
    ...{ key: 'amount', label: w('amount'), right: true, width: 160 },
    render: (row) => exact(state.amounts[sent.indexOf(row)] ?? null),
  };
  return [
    { ...input('name', 'text', w('planName'), 220, { maxLength: 100 }), total: w('total') },
    ...(way === 'ratio' ? [ratio] : []),
    { ...(way === 'ratio' ? spread : amount), total: exact(state.total) },
    input('dueOn', 'date', w('dueOn'), 160, { required: true }),
    {
      ...{ key: 'remove', label: '', width: 40 },
      render: (row) => (
        <IconButton
          icon={Trash2}
          size={14}
          label={w('removeLine', { n: plan.indexOf(row) + 1 })}
          onClick={() => onChange(plan.filter((one) => one.key !== row.key))}
        />
      ),
    },
  ];
}

interface PlanVerdictProps {
  readonly state: PlanState;
  readonly amount: string;
  readonly currency: string;
}

function PlanVerdict({ state, amount, currency }: PlanVerdictProps) {
  const w = words.use();
  if (state.ratioSum !== null)
    return <Notice tone="warn">{w('ratioDiffers', { sum: state.ratioSum })}</Notice>;
  if (state.difference === '0.00') return <Notice tone="neutral">{w('planEqual')}</Notice>;
  const text = (value: string) => moneyText(value, currency);
  return (
    <Notice tone="warn">
      {w('planDiffers', {
        plan: text(state.total),
        amount: text(amount),
        difference: text(state.difference),
      })}
    </Notice>
  );
}
