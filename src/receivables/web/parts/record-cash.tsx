import { useNavigate } from '@tanstack/react-router';
import { CalendarClock, Wallet } from 'lucide-react';
import { encodeListSearch } from '#kernel/lists-filter-url.ts';
import { compactMoneyText } from '#kernel/values/money-text.ts';
import { percentText } from '#kernel/values/number-text.ts';
import { percentOf } from '#kernel/values/percent.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useSession } from '#kernel/web/session.ts';
import type { PanelProps } from '#kernel/web/slice.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { Lines } from '#ui/lines.tsx';
import { Money } from '#ui/money.tsx';
import { MoneyCellView } from '#ui/money-strip.tsx';
import { Section } from '#ui/panel-section.tsx';
import { getPosition, receivableList } from '../../contract.ts';
import { words } from './cash-words.ts';
import { DueText } from './due-text.tsx';

const positive = (field: string) => ({ field, operator: '>', value: '0' });

function useOpenList(accountId: string) {
  const navigate = useNavigate();
  return (field: string) => {
    const rules = [{ field: 'accountId', operator: '=', value: accountId }, positive(field)];
    const condition = { combinator: 'and', rules };
    void navigate({
      to: '/receivables',
      search: { view: 'all', ...encodeListSearch({ condition: condition as never }) } as never,
    });
  };
}

/** 应收计划 in the money strip: everything that was or is owed by this customer. */
export function PlanMoneyCell({ recordId }: PanelProps) {
  const w = words.use();
  const lang = localePreference.use();
  const { currency } = useSession().org;
  const open = useOpenList(recordId);
  const { data } = useRead(getPosition, { accountId: recordId }, { keep: true });
  const lines = data?.buckets.reduce((all, one) => all + one.lines, 0) ?? 0;
  const late = Number(data?.overdue ?? 0) > 0;
  const amount = compactMoneyText(data?.overdue ?? '0.00', { lang, currency });
  return (
    <MoneyCellView
      cell={{
        ...{ key: 'plan', icon: CalendarClock, label: w('moneyPlan'), count: w('moneyLines', { n: lines }) },
        sum: <Money amount={data?.outstanding ?? null} currency={currency} />,
        share: shareOf(data?.outstanding, data?.contracted),
        tone: late ? 'bad' : undefined,
        state: late
          ? w('moneyLate', { amount })
          : lines > 0
            ? w('moneyNotDue')
            : Number(data?.received ?? 0) > 0
              ? w('moneyAll')
              : w('moneyNone'),
        onOpen: () => open('openAmount'),
      }}
    />
  );
}

/** 已收 in the money strip: what of it has been paid. */
export function ReceivedMoneyCell({ recordId }: PanelProps) {
  const w = words.use();
  const lang = localePreference.use();
  const { currency } = useSession().org;
  const open = useOpenList(recordId);
  const { data } = useRead(getPosition, { accountId: recordId }, { keep: true });
  const percent = percentOf(data?.received ?? '0', data?.contracted ?? '0', 0);
  const prepaid = Number(data?.prepaid ?? 0) > 0;
  return (
    <MoneyCellView
      cell={{
        ...{ key: 'received', icon: Wallet, label: w('moneyReceived'), count: '' },
        sum: <Money amount={data?.received ?? null} currency={currency} />,
        share: shareOf(data?.received, data?.contracted),
        state: prepaid
          ? w('moneyPrepaid', { amount: compactMoneyText(data?.prepaid ?? '0.00', { lang, currency }) })
          : percent === null
            ? w('noReceived')
            : w('moneyShare', { percent: percentText(percent, 0) }),
        onOpen: () => open('allocated'),
      }}
    />
  );
}

function shareOf(part: string | undefined, whole: string | undefined): number {
  return Number(whole ?? 0) > 0 ? Number(part ?? 0) / Number(whole) : 0;
}

interface OwedProps {
  readonly field: 'accountId' | 'contractId';
  readonly recordId: string;
  /** A contract shows its settled lines too. */
  readonly settled: boolean;
}

/** What is owed, worst first. */
function Owed({ field, recordId, settled }: OwedProps) {
  const w = words.use();
  const navigate = useNavigate();
  const rules = [{ field, operator: '=', value: recordId }, ...(settled ? [] : [positive('openAmount')])];
  const { data } = useRead(
    receivableList.search,
    { filter: { combinator: 'and', rules } as never, sort: 'dueOn', limit: settled ? 60 : 8 },
    { keep: true },
  );
  const rows = (data?.items ?? []) as Readonly<Record<string, string | number | null>>[];
  if (settled && rows.length === 0) return null;
  return (
    <Section title={w('sideTitle')} note={data?.total ? String(data.total) : undefined}>
      {data && rows.length === 0 ? <p className="yd-text3">{w('sideNone')}</p> : null}
      <Lines
        lines={rows.map((row) => ({
          key: String(row.id),
          title: settled ? String(row.name) : `${row.contractNumber ?? ''} ${row.name}`,
          under:
            row.timeliness === 'settled' ? (
              w('settled')
            ) : (
              <DueText dueOn={String(row.dueOn)} overdueDays={Number(row.overdueDays)} />
            ),
          value: (
            <Money
              amount={String(settled ? row.amount : row.openAmount)}
              currency={String(row.currency ?? 'CNY')}
            />
          ),
          valueUnder:
            settled && Number(row.openAmount) > 0 ? (
              <>
                {w('open')} <Money amount={String(row.openAmount)} currency={String(row.currency ?? 'CNY')} />
              </>
            ) : undefined,
          onOpen: () => void navigate({ to: '/receivables', search: { view: 'all', open: row.id } as never }),
        }))}
      />
    </Section>
  );
}

export function OwedByAccount({ recordId }: PanelProps) {
  return <Owed field="accountId" recordId={recordId} settled={false} />;
}

export function OwedOnContract({ recordId }: PanelProps) {
  return <Owed field="contractId" recordId={recordId} settled />;
}
