import { useNavigate, useSearch } from '@tanstack/react-router';
import { Wallet } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { dayOf, isDay } from '#kernel/values/day.ts';
import { isZeroMoney, sumMoney } from '#kernel/values/money.ts';
import { moneyColumnUnit } from '#kernel/values/money-text.ts';
import { percentOf } from '#kernel/values/percent.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useSession } from '#kernel/web/session.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { AgeingBar } from '#ui/ageing-bar.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { FieldInput } from '#ui/field-input.tsx';
import { FigureStrip } from '#ui/figure-strip.tsx';
import { Money, Percent } from '#ui/money.tsx';
import { Page } from '#ui/page.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { useNow } from '#ui/use-now.ts';
import { usePhone } from '#ui/use-viewport.ts';
import { getAgeing, getPosition } from '../../contract.ts';
import { type AgeingBucket, bucketChoices } from '../../model.ts';
import { type AgedChoice, AgedLinesPanel } from '../parts/aged-lines-panel.tsx';
import { CashSections } from '../parts/cash-sections.tsx';
import { words } from '../parts/cash-words.ts';

type Ageing = Output<typeof getAgeing>;

/** 账龄: who owes how much since when, today or as of any past day; every figure opens its rows. */
export function Screen() {
  const w = words.use();
  const phone = usePhone();
  const search = useSearch({ strict: false }) as { asOf?: string };
  const today = dayOf(useNow(), useSession().org.zone);
  const asOf = isDay(search.asOf) ? search.asOf : today;
  const [choice, setChoice] = useState<AgedChoice | null>(null);
  const { data, error, refetch } = useRead(getAgeing, { asOf }, { keep: true });
  return (
    <Page
      title={w('title')}
      actions={phone ? <CashSections current="ageing" /> : undefined}
      limit={
        phone ? undefined : (
          <>
            <AsOf asOf={asOf} today={today} />
            <CashSections current="ageing" />
          </>
        )
      }
      figures={<Figures asOf={asOf} onOpen={setChoice} />}
      footer={data ? w('foot', { n: data.accounts, shown: data.items.length }) : undefined}
      footerRight={
        data ? (
          <>
            {w('footSum')}{' '}
            <b className="yd-strong">
              <Money amount={data.total} as="exact" />
            </b>
          </>
        ) : undefined
      }
      panel={
        choice ? (
          <AgedLinesPanel
            asOf={asOf}
            isToday={asOf === today}
            choice={choice}
            onClose={() => setChoice(null)}
          />
        ) : undefined
      }
    >
      {error ? (
        <ErrorState what={w('ageing')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data ? (
        <SkeletonLines rows={10} />
      ) : data.items.length === 0 ? (
        <EmptyState icon={Wallet} title={w('noDebt')}>
          {w('noDebtHint')}
        </EmptyState>
      ) : (
        <ByAccount ageing={data} choice={choice} onOpen={setChoice} />
      )}
    </Page>
  );
}

/** Any past day can be asked for; the address keeps it. */
function AsOf({ asOf, today }: { readonly asOf: string; readonly today: string }) {
  const w = words.use();
  const navigate = useNavigate();
  return (
    <>
      <span className="yd-text3">{w('asOf')}</span>
      <FieldInput
        bare
        field={{ key: 'asOf', kind: 'date', label: w('asOf'), required: true, max: today }}
        value={asOf}
        onChange={(day) => {
          const past = day && day !== today ? String(day) : undefined;
          void navigate({ to: '.', search: { asOf: past } as never });
        }}
      />
    </>
  );
}

interface OpenProps {
  readonly onOpen: (choice: AgedChoice) => void;
}

function Figures({ asOf, onOpen }: OpenProps & { readonly asOf: string }) {
  const w = words.use();
  const { data } = useRead(getPosition, { asOf }, { keep: true });
  const figure = (amount: string | undefined) => <Money amount={amount ?? null} strip />;
  const rate = percentOf(data?.received ?? '0', data?.contracted ?? '0', 1);
  const late = percentOf(data?.overdue ?? '0', data?.outstanding ?? '0', 1);
  return (
    <FigureStrip
      figures={[
        {
          key: 'contracted',
          label: w('contracted'),
          figure: figure(data?.contracted),
          note: w('contractCount', { n: data?.contracts ?? 0 }),
        },
        {
          key: 'received',
          label: w('collected'),
          figure: figure(data?.received),
          note: (
            <>
              {w('rate')} <Percent value={rate} decimals={1} />
            </>
          ),
        },
        {
          key: 'outstanding',
          label: w('total'),
          figure: figure(data?.outstanding),
          note: `${w('contracted')} − ${w('collected')}`,
          onOpen: () => onOpen({}),
        },
        {
          key: 'overdue',
          label: w('overdue'),
          figure: figure(data?.overdue),
          tone: Number(data?.overdue ?? 0) > 0 ? 'bad' : undefined,
          note: <Percent value={late} decimals={1} />,
        },
        { key: 'prepaid', label: w('prepayment'), figure: figure(data?.prepaid), note: w('waiting') },
      ]}
    />
  );
}

interface ByAccountProps extends OpenProps {
  readonly ageing: Ageing;
  readonly choice: AgedChoice | null;
}

function ByAccount({ ageing, choice, onOpen }: ByAccountProps) {
  const w = words.use();
  const locale = localePreference.use();
  const label = (key: string) => bucketChoices.find((one) => one.key === key)?.label[locale] ?? key;
  const column = (amount: string) => <Money amount={amount} as="column" />;
  return (
    <>
      <div className="yd-page-pad">
        <AgeingBar
          label={w('bar')}
          currency={ageing.currency}
          buckets={ageing.buckets.map(({ bucket, amount }) => ({
            ...{ key: bucket, label: label(bucket), amount },
            onOpen: () => onOpen({ bucket }),
          }))}
        />
      </div>
      <PlainTable
        label={w('ageing')}
        rows={ageing.items}
        rowKey={(item) => item.accountId}
        selectedKey={choice?.accountId}
        onOpen={(item) => onOpen({ accountId: item.accountId, accountName: item.name })}
        columns={[
          {
            ...{ key: 'name', label: w('account', { unit: moneyColumnUnit(locale, ageing.currency) }) },
            render: (item) => item.name,
          },
          {
            ...{ key: 'open', label: w('total'), right: true, total: column(ageing.total) },
            render: (item) => <b className="yd-strong">{column(item.open)}</b>,
          },
          ...spans.map((span) => ({
            ...{
              key: span.join(),
              label: span.length > 1 ? w('oldSpan') : label(span[0] ?? ''),
              right: true,
            },
            total: column(sumMoney(ageing.buckets.filter(within(span)).map((one) => one.amount))),
            render: (item: Item) => {
              const sum = sumMoney(span.map((bucket) => item.buckets[bucket] ?? '0.00'));
              if (isZeroMoney(sum)) return '—';
              return (
                <span className={late.has(span[0] ?? '') ? 'yd-tone-bad' : undefined}>{column(sum)}</span>
              );
            },
          })),
          {
            ...{ key: 'oldest', label: w('oldest'), right: true },
            render: (item) => (item.oldestDays > 0 ? w('days', { n: item.oldestDays }) : ''),
          },
        ]}
      />
    </>
  );
}

type Item = Ageing['items'][number];
type Span = readonly AgeingBucket[];

const late: ReadonlySet<string> = new Set(['d180', 'd365', 'older']);
/** The table has room for six spans; everything older than half a year stands together. */
const spans: readonly Span[] = [['notDue'], ['d30'], ['d60'], ['d90'], ['d180'], ['d365', 'older']];

const within = (span: Span) => (one: Ageing['buckets'][number]) => span.includes(one.bucket);
