import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Person } from '#ui/avatar.tsx';
import { BarChart } from '#ui/charts.tsx';
import { DateText } from '#ui/date-text.tsx';
import { FigureStrip } from '#ui/figure-strip.tsx';
import { Grade } from '#ui/grade.tsx';
import { Meter } from '#ui/meter.tsx';
import { Notice, StripAction } from '#ui/notice.tsx';
import { Section } from '#ui/panel-section.tsx';
import { Pills } from '#ui/pills.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { DryRunHead, DryRunTables } from '#ui/rule-editor.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { words } from './recycling-words.ts';
import { useDay } from './use-day.ts';
import type { Outlook, RulesDraft } from './use-rules-draft.ts';

const peopleShown = 10;

/** What the draft would do on the data as it is: the sentence, the figures, the strongest warning, by whom, which, when. */
export function DryRun({ rules }: { readonly rules: RulesDraft }) {
  const w = words.use();
  const { outlook, working, changed, simulate } = rules;
  if (!outlook) return working ? <SkeletonLines rows={10} /> : null;
  const { due, people, today, tonight } = outlook;
  return (
    <>
      <DryRunHead
        tag={
          <>
            <Tag tone="accent">{w('dryRun')}</Tag> <span className="yd-text2">{w('dryRunOf')}</span>
          </>
        }
        sentence={due > 0 ? w('wouldGo', { n: due, people }) : w('wouldGoNone')}
      >
        {today ? w('compared', { today: today.due }) : null}{' '}
        {due > 0 ? w('firstNight', { share: rules.draft.nightShare, tonight }) : null}
      </DryRunHead>
      {changed ? (
        <Notice tone="neutral" flush>
          {w('unsaved')}
        </Notice>
      ) : null}
      <Figures outlook={outlook} />
      <Warning rules={rules} outlook={outlook} />
      <div className="yd-page-pad">
        <DryRunTables
          sums={<ByPerson rules={rules} outlook={outlook} />}
          rows={<Rows rules={rules} outlook={outlook} />}
        />
        <Nights outlook={outlook} />
        <Button size="small" loading={working} onClick={() => void simulate(rules.asked)}>
          {w('again')}
        </Button>
      </div>
    </>
  );
}

function Figures({ outlook }: { readonly outlook: Outlook }) {
  const w = words.use();
  const { held, due, classA, exempt, ruled } = outlook;
  const share = held > 0 ? Math.round((due / held) * 100) : 0;
  return (
    <FigureStrip
      figures={[
        { key: 'due', label: w('hit'), figure: due.toLocaleString(), note: w('ofHeld', { share }) },
        {
          ...{ key: 'classA', label: w('classA'), figure: classA.toLocaleString() },
          tone: classA > 0 ? 'warn' : 'neutral',
        },
        {
          ...{ key: 'kept', label: w('keptSum') },
          figure: exempt.reduce((sum, { leads }) => sum + leads, 0).toLocaleString(),
          note: exempt[0] ? `${w(`reason_${exempt[0].reason}`)} ${exempt[0].leads}` : undefined,
        },
        {
          ...{ key: 'ruled', label: w('looked'), figure: ruled.toLocaleString() },
          note: w('ofAll', { n: held.toLocaleString() }),
        },
      ]}
    />
  );
}

interface PartProps {
  readonly rules: RulesDraft;
  readonly outlook: Outlook;
}

/** Who would lose much of what he holds, and whether the best would go. */
function Warning({ rules, outlook }: PartProps) {
  const w = words.use();
  const hard = outlook.owners.filter(({ due, held }) => held > 4 && due / held > 0.3).slice(0, 3);
  const names = hard.map(({ ownerId }) => outlook.names[ownerId]).join('、');
  if (outlook.classA === 0 && hard.length === 0) return null;
  return (
    <Notice
      action={
        outlook.classA > 0 ? (
          <StripAction onClick={() => void rules.simulate({ rows: 'classA' })}>
            {w('seeThem', { n: outlook.classA })}
          </StripAction>
        ) : undefined
      }
      title={outlook.classA > 0 ? w('warnClassA', { n: outlook.classA }) : undefined}
    >
      {hard.length > 0 ? w('warnHalf', { names }) : null}
    </Notice>
  );
}

function ByPerson({ rules, outlook }: PartProps) {
  const w = words.use();
  const shown = outlook.owners.filter(({ due, dueToday }) => due + dueToday > 0);
  const most = Math.max(1, ...shown.map(({ due }) => due));
  const rest = shown.slice(peopleShown);
  const chosen = rules.asked.ownerId;
  return (
    <Section title={w('bySales')} aside={w('liveAndNew')}>
      <PlainTable
        flush
        label={w('bySales')}
        rows={shown.slice(0, peopleShown)}
        rowKey={(row) => row.ownerId}
        selectedKey={chosen}
        onOpen={({ ownerId }) => void rules.simulate(ownerId === chosen ? {} : { ownerId })}
        columns={[
          {
            ...{ key: 'who', label: w('owner') },
            render: ({ ownerId }) => <Person id={ownerId} name={outlook.names[ownerId] ?? ''} />,
          },
          { key: 'bar', label: '', width: 80, render: ({ due }) => <Meter share={due / most} /> },
          { key: 'live', label: '', right: true, render: ({ dueToday }) => dueToday },
          { key: 'new', label: '', right: true, render: ({ due }) => <b>{due}</b> },
        ]}
      />
      {rest.length > 0 ? (
        <p className="yd-text2">
          {w('others', { people: rest.length, n: rest.reduce((sum, { due }) => sum + due, 0) })}
        </p>
      ) : null}
    </Section>
  );
}

function Rows({ rules, outlook }: PartProps) {
  const w = words.use();
  const navigate = useNavigate();
  const day = useDay();
  const { asked } = rules;
  const since = { followed: 'followedOn', owned: 'ownedOn' } as const;
  return (
    <Section title={w('willGo')} note={w('firstRows', { n: outlook.rows.length })}>
      <Pills
        label={w('willGo')}
        value={asked.rows ?? 'all'}
        onChange={(rows) => void rules.simulate({ ...asked, rows: rows as 'all' | 'new' | 'classA' })}
        choices={[
          { key: 'all', label: w('all') },
          { key: 'new', label: w('onlyNew') },
          { key: 'classA', label: w('onlyA') },
        ]}
      />
      <PlainTable
        flush
        label={w('willGo')}
        rows={outlook.rows}
        rowKey={(row) => row.id}
        onOpen={({ id }) => void navigate({ to: `/leads/${id}` })}
        columns={[
          { key: 'name', label: w('lead'), render: ({ name }) => name },
          {
            ...{ key: 'class', label: w('class'), width: 56 },
            render: (row) => (row.class ? <Grade value={row.class} soft /> : '—'),
          },
          { key: 'owner', label: w('owner'), render: ({ ownerId }) => outlook.names[ownerId] },
          {
            ...{ key: 'since', label: w('since') },
            render: ({ from, fromDay }) =>
              from === 'resumed' ? w('resumedOn') : w(since[from], { day: day(fromDay) }),
          },
          { key: 'due', label: w('dueOn'), render: ({ dueOn }) => <DateText day={dueOn} /> },
          {
            ...{ key: 'new', label: '', width: 72 },
            render: ({ already }) => (already ? null : <Tag tone="accent">{w('onlyNew')}</Tag>),
          },
        ]}
      />
    </Section>
  );
}

function Nights({ outlook }: { readonly outlook: Outlook }) {
  const w = words.use();
  const day = useDay();
  const draft = { key: 'draft', label: w('draft'), values: outlook.nights.map(({ going }) => going) };
  const live = outlook.today?.nights.map(({ going }) => going);
  return (
    <BarChart
      title={w('nextNights')}
      note={w('nightsNote')}
      height={160}
      summary={outlook.nights.map((one) => `${day(one.day)} ${one.going}`).join('，')}
      categories={outlook.nights.map((one) => day(one.day))}
      series={live ? [{ key: 'live', label: w('on'), values: live, look: 'previous' }, draft] : [draft]}
    />
  );
}
