import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { numberText } from '#kernel/values/number-text.ts';
import type { Problem } from '#kernel/web/api.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { Grade } from '#ui/grade.tsx';
import { Section } from '#ui/panel-section.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { DryRunHead, DryRunTables, RuleFoot } from '#ui/rule-editor.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import type { Move, Simulated } from './dry-runs.ts';
import { words } from './scoring-words.ts';

interface DryRunProps {
  readonly data: Simulated | undefined;
  readonly error: Problem | null;
  readonly onRetry: () => void;
  readonly unfinished: boolean;
  readonly note: string;
  readonly move: Move;
  readonly onMove: (move: Move) => void;
  readonly after: string | undefined;
  readonly onAfter: (after: string | undefined) => void;
}

const pageRows = 50;

/** What would change: one sentence, how many move from where to where, and the leads behind each number. */
export function DryRun(props: DryRunProps) {
  const { data, error, onRetry, unfinished, note } = props;
  const w = words.use();
  const tag = (
    <>
      <Tag tone="accent">{w('dryRun')}</Tag> <span className="yd-text2">{w('dryRunHint')}</span>
    </>
  );
  if (error)
    return (
      <ErrorState what={w('dryRun')} requestId={error.requestId} onRetry={onRetry}>
        {error.errors[0]?.message ?? error.message}
      </ErrorState>
    );
  if (!data)
    return unfinished ? (
      <DryRunHead tag={tag} sentence={w('unfinished')} />
    ) : (
      <>
        <DryRunHead tag={tag} sentence={w('dryRunWait')} />
        <SkeletonLines rows={6} />
      </>
    );
  return (
    <>
      <DryRunHead
        tag={tag}
        sentence={
          unfinished
            ? w('unfinished')
            : data.changed === 0
              ? w('changesNone')
              : w('changes', { n: numberText(data.changed), count: data.changed })
        }
      >
        {note}
      </DryRunHead>
      {data.changed > 0 ? (
        <DryRunTables sums={<Moves {...props} data={data} />} rows={<Rows {...props} data={data} />} />
      ) : null}
    </>
  );
}

type Loaded = DryRunProps & { readonly data: Simulated };

function useLetter() {
  const w = words.use();
  return (letter: string | null) =>
    letter === null ? <span className="yd-text3">{w('noClass')}</span> : <Grade value={letter} soft />;
}

function Moves({ data, move, onMove }: Loaded) {
  const w = words.use();
  const letter = useLetter();
  const keyOf = (one: NonNullable<Move>) => `${one.from} ${one.to}`;
  const changing = data.moves.filter(({ from, to }) => from !== to);
  return (
    <Section title={w('moves')}>
      <PlainTable
        flush
        label={w('moves')}
        rows={changing}
        rowKey={keyOf}
        selectedKey={move ? keyOf(move) : undefined}
        onOpen={(row) =>
          onMove(move && keyOf(move) === keyOf(row) ? undefined : { from: row.from, to: row.to })
        }
        columns={[
          {
            key: 'move',
            label: `${w('from')} → ${w('to')}`,
            render: (row) => (
              <>
                {letter(row.from)} → {letter(row.to)}
              </>
            ),
            total: w('all'),
          },
          {
            key: 'leads',
            label: w('leads'),
            right: true,
            render: (row) => numberText(row.leads),
            total: numberText(data.changed),
          },
        ]}
      />
    </Section>
  );
}

function ruleColumn(w: ReturnType<typeof words.use>) {
  return {
    key: 'place',
    label: w('becauseRule'),
    render: ({ place }: Simulated['rows'][number]) =>
      place === null ? w('noRule') : w('ruleN', { n: place }),
  };
}

function Rows({ data, move, after, onAfter }: Loaded) {
  const w = words.use();
  const letter = useLetter();
  const navigate = useNavigate();
  const scored = data.rows.some(({ becomes }) => becomes !== null);
  const last = data.rows.at(-1)?.id;
  const name = (one: string | null) => one ?? w('noClass');
  return (
    <Section
      title={w('rows')}
      note={move ? w('rowsOf', { from: name(move.from), to: name(move.to) }) : w('rowsAll')}
    >
      <PlainTable
        flush
        label={w('rows')}
        rows={data.rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: `/leads/${id}` })}
        columns={[
          { key: 'company', label: w('company'), render: ({ company }) => company },
          { key: 'owner', label: w('owner'), render: ({ owner }) => owner ?? '—' },
          {
            key: 'from',
            label: w('from'),
            render: ({ from, was }) => (
              <>
                {letter(from)} {was ?? ''}
              </>
            ),
          },
          {
            key: 'to',
            label: w('to'),
            render: ({ to, becomes }) => (
              <>
                {letter(to)} {becomes ?? ''}
              </>
            ),
          },
          ...(scored ? [] : [ruleColumn(w)]),
        ]}
      />
      <RuleFoot>
        {after ? <Button onClick={() => onAfter(undefined)}>{w('firstRows')}</Button> : null}{' '}
        {data.rows.length === pageRows ? (
          <Button onClick={() => onAfter(last)}>{w('nextRows')}</Button>
        ) : null}
      </RuleFoot>
    </Section>
  );
}
