import type { Output } from '#kernel/contract.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { DateText } from '#ui/date-text.tsx';
import { FactList } from '#ui/fact-list.tsx';
import { Money, Percent } from '#ui/money.tsx';
import type { getApproval } from '../../contract.ts';

type Fact = Output<typeof getApproval>['facts'][number];

function Value({ fact, currency }: { readonly fact: Fact; readonly currency: string }) {
  if (fact.value === null) return <>—</>;
  switch (fact.kind) {
    case 'money':
      return <Money amount={fact.value} currency={currency} as="exact" />;
    case 'percent':
      return <Percent value={fact.value} decimals={fact.value.includes('.') ? 1 : 0} />;
    case 'day':
      return <DateText day={fact.value} as="full" />;
    default:
      return <>{fact.value}</>;
  }
}

/** The deciding facts as they were when the question was asked. */
export function ApprovalFacts({
  facts,
  currency,
}: {
  readonly facts: readonly Fact[];
  readonly currency: string;
}) {
  const locale = localePreference.use();
  return (
    <FactList
      right
      facts={facts.map((fact) => ({
        key: fact.label.en,
        label: fact.label[locale],
        value: (
          <span className={fact.tone && fact.tone !== 'neutral' ? `yd-tone-${fact.tone}` : undefined}>
            <Value fact={fact} currency={currency} />
          </span>
        ),
        reason: fact.note?.[locale],
      }))}
    />
  );
}
