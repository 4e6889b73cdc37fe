import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { dayOf } from '#kernel/values/day.ts';
import { formFields } from '#kernel/web/catalogue.ts';
import { changedValues, formValues } from '#kernel/web/form-values.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useDefinition, useSession } from '#kernel/web/session.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { Form } from '#ui/form.tsx';
import { Page } from '#ui/page.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { useToasts } from '#ui/toast.tsx';
import { useNow } from '#ui/use-now.ts';
import { getContract, updateContract } from '../../contract.ts';
import { contractObject } from '../../fields.ts';
import { words } from '../parts/contract-words.ts';
import {
  blankLine,
  type PlanWay,
  rowKey,
  sentLines,
  sentPlan,
  totalOf,
  usualPlan,
} from '../parts/draft-rows.ts';
import { LineEditor } from '../parts/line-editor.tsx';
import { PlanEditor } from '../parts/plan-editor.tsx';

type Answer = Output<typeof getContract>;

const asked = ['name', 'accountId', 'opportunityId', 'currency', 'signedOn', 'startsOn', 'endsOn', 'note'];

/** A draft on one page: what it is, its lines with their sum, its plan that must equal it. */
export function Screen() {
  const w = words.use();
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useRead(getContract, { id });
  const crumbs = [
    { label: w('title'), href: '/contracts' },
    { label: String(data?.contract.name ?? ''), href: `/contracts/${id}` },
  ];
  return (
    <Page title={w('editTitle')} crumbs={crumbs}>
      {error ? (
        <ErrorState what={w('title')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : data ? (
        <Draft key={String(data.contract.version)} answer={data} />
      ) : (
        <SkeletonLines rows={8} />
      )}
    </Page>
  );
}

function useRows(answer: Answer) {
  const w = words.use();
  const today = dayOf(useNow(), useSession().org.zone);
  const [lines, setLines] = useState(() =>
    answer.lines.length > 0
      ? answer.lines.map((line) => ({
          ...{ key: rowKey(), product: line.product, unit: line.unit ?? '', price: line.price },
          quantity: String(Number(line.quantity)),
          discountPercent: String(Number(line.discountPercent)),
        }))
      : [blankLine()],
  );
  const [plan, setPlan] = useState(() =>
    answer.plan.length > 0
      ? answer.plan.map((line) => ({
          ...{ key: rowKey(), name: line.name, amount: line.amount, dueOn: line.dueOn },
          ratio: line.ratio ? String(Number(line.ratio)) : '',
        }))
      : usualPlan(today, [w('line1'), w('line2'), w('line3')]),
  );
  const [way, setWay] = useState<PlanWay>(
    answer.plan.length > 0 && !answer.plan.some((line) => line.ratio) ? 'amount' : 'ratio',
  );
  return { lines, setLines, plan, setPlan, way, setWay };
}

function Draft({ answer }: { readonly answer: Answer }) {
  const w = words.use();
  const locale = localePreference.use();
  const navigate = useNavigate();
  const toasts = useToasts();
  const { definition, rights } = useDefinition(contractObject);
  const save = useAct(updateContract, { quiet: true });
  const rows = useRows(answer);
  const [currency, setCurrency] = useState(String(answer.contract.currency ?? 'CNY'));
  const { contract } = answer;
  const custom = definition.fields.filter((field) => field.customKey).map((field) => field.key);
  const keys = [...asked, ...custom];
  const initial = Object.fromEntries(
    Object.entries(formValues(definition, contract)).filter(([key]) => keys.includes(key)),
  );
  return (
    <Form
      sections={[{ key: 'basics', title: w('basics'), fields: formFields(definition, locale, keys, rights) }]}
      initial={initial}
      submitLabel={w('save')}
      onCancel={() => void navigate({ to: `/contracts/${contract.id}` })}
      follow={(key, value) => {
        if (key === 'currency') setCurrency(String(value ?? 'CNY'));
        return undefined;
      }}
      onSubmit={async (values) => {
        const done = await save({
          ...changedValues(definition, contract, values),
          ...{ id: contract.id, version: contract.version },
          ...{ lines: sentLines(rows.lines), plan: sentPlan(rows.plan, rows.way) },
        } as never);
        if (isProblem(done)) return done.errors.length > 0 ? [...done.errors] : [{ message: done.message }];
        toasts.show({ text: w('saved') });
        void navigate({ to: `/contracts/${contract.id}` });
        return undefined;
      }}
    >
      <LineEditor lines={rows.lines} currency={currency} onChange={rows.setLines as never} />
      <PlanEditor
        plan={rows.plan}
        way={rows.way}
        amount={totalOf(rows.lines)}
        currency={currency}
        onChange={rows.setPlan as never}
        onWay={rows.setWay}
      />
    </Form>
  );
}
