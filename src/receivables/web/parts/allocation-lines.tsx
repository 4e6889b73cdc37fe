import { Checkbox } from 'antd';
import { compareMoney, subtractMoney } from '#kernel/values/money.ts';
import { moneyText } from '#kernel/values/money-text.ts';
import { DateText } from '#ui/date-text.tsx';
import { FactList } from '#ui/fact-list.tsx';
import { FieldInput } from '#ui/field-input.tsx';
import { Money } from '#ui/money.tsx';
import { Notice, RefusalStrip } from '#ui/notice.tsx';
import { Section } from '#ui/panel-section.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { usePhone } from '#ui/use-viewport.ts';
import { words } from './cash-words.ts';
import { DueText } from './due-text.tsx';
import type { AllocationDraft, SuggestedLine, Suggestion } from './use-allocation.ts';

interface AllocationLinesProps {
  readonly suggestion: Suggestion;
  readonly draft: AllocationDraft;
  readonly currency: string;
}

/** Open lines contract by contract, each with its part; what is ticked is paid. */
export function AllocationLines({ suggestion, draft, currency }: AllocationLinesProps) {
  const w = words.use();
  const phone = usePhone();
  const contracts = [...new Set(suggestion.lines.map((line) => line.contractId))];
  return contracts.map((contractId) => {
    const lines = suggestion.lines.filter((line) => line.contractId === contractId);
    const first = lines[0];
    return (
      <Section
        key={contractId}
        title={`${first?.contractNumber ?? ''} ${first?.contractName ?? ''}`}
        aside={w('contractAmount', { amount: moneyText(first?.contractAmount ?? '0.00', currency) })}
      >
        <PlainTable
          flush
          label={`${first?.contractNumber ?? ''}`}
          rows={lines}
          rowKey={(line) => line.receivableId}
          columns={[
            {
              key: 'line',
              label: w('line'),
              render: (line) => (
                <LineName line={line} draft={draft} currency={phone ? currency : undefined} />
              ),
            },
            // A phone has room for one amount: what is open then stands under the name.
            ...(phone
              ? []
              : [
                  {
                    ...{ key: 'open', label: w('lineOpen'), right: true },
                    render: (line: SuggestedLine) => (
                      <Money amount={line.open} currency={currency} as="exact" />
                    ),
                  },
                ]),
            {
              ...{ key: 'now', label: w('now'), right: true, width: 132 },
              render: (line) => (
                <FieldInput
                  field={{ key: line.receivableId, kind: 'money', label: w('now'), min: '0', currency }}
                  value={draft.amountOf(line)}
                  invalid={compareMoney(draft.amountOf(line), line.open) > 0}
                  onChange={(value) => draft.set(line, value === null ? null : String(value ?? '0'))}
                />
              ),
            },
          ]}
        />
      </Section>
    );
  });
}

interface LineNameProps {
  readonly line: SuggestedLine;
  readonly draft: AllocationDraft;
  /** Given where the open amount has no column of its own. */
  readonly currency?: string;
}

function LineName({ line, draft, currency }: LineNameProps) {
  const w = words.use();
  return (
    <Checkbox
      checked={draft.isPicked(line)}
      aria-label={w('pick', { name: line.name })}
      onChange={(event) => draft.pick(line, event.target.checked)}
    >
      {line.name}
      <br />
      <span className="yd-text3">
        <DueText dueOn={line.dueOn} overdueDays={line.overdueDays} />
        {currency ? (
          <>
            <br />
            {w('lineOpen')} <Money amount={line.open} currency={currency} as="exact" />
          </>
        ) : null}
      </span>
    </Checkbox>
  );
}

interface AllocationSumsProps extends AllocationLinesProps {
  readonly amount: string;
  readonly allocated: string;
  readonly bankDate: string;
}

/** What the receipt comes to, and what will be true after saving. */
export function AllocationSums({
  suggestion,
  draft,
  currency,
  amount,
  allocated,
  bankDate,
}: AllocationSumsProps) {
  const w = words.use();
  const exact = (value: string) => <Money amount={value} currency={currency} as="exact" />;
  const used = suggestion.lines.filter(draft.isPicked);
  return (
    <Section title={w('using')}>
      <FactList
        right
        facts={[
          { key: 'received', label: w('received'), value: exact(amount) },
          ...(compareMoney(allocated, '0.00') > 0
            ? [{ key: 'before', label: w('usedBefore'), value: exact(`-${allocated}`) }]
            : []),
          { key: 'using', label: w('using'), value: exact(subtractMoney('0.00', draft.used)) },
          { key: 'prepaid', label: w('prepaid'), value: <b className="yd-strong">{exact(draft.rest)}</b> },
        ]}
      />
      {draft.lineTooMuch ? (
        <RefusalStrip
          title={w('tooMuchLine', {
            name: draft.lineTooMuch.name,
            open: moneyText(draft.lineTooMuch.open, currency),
          })}
        />
      ) : draft.tooMuch ? (
        <RefusalStrip title={w('tooMuch', { remaining: moneyText(suggestion.remaining, currency) })} />
      ) : used.length > 0 ? (
        <Notice tone="neutral">
          {used.map((line) => (
            <div key={line.receivableId}>{after(line)}</div>
          ))}
          <div>
            {w('afterDate')} <DateText day={bankDate} />
          </div>
        </Notice>
      ) : null}
    </Section>
  );

  function after(line: SuggestedLine): string {
    const left = subtractMoney(line.open, draft.amountOf(line));
    const { name } = line;
    const contract = line.contractNumber ?? line.contractName;
    return compareMoney(left, '0.00') === 0
      ? w('afterSettled', { contract, name })
      : w('afterPart', { contract, name, open: moneyText(left, currency) });
  }
}
