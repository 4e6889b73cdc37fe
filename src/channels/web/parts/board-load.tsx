import { numberText } from '#kernel/values/number-text.ts';
import type { Figures } from '#kernel/web/figures.ts';
import { Person } from '#ui/avatar.tsx';
import { ChartHead } from '#ui/chart-frame.tsx';
import { Meter } from '#ui/meter.tsx';
import { OpenNumber } from '#ui/open-number.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import type { Board } from './board-looking.ts';
import { words } from './channel-words.ts';

type Somebody = Board['people'][number];

const backlog = 30;

/** What each person sits on, what of it is late or idle, and what became of it this month. */
export function LoadTable({ data, figures }: { readonly data: Board; readonly figures: Figures }) {
  const w = words.use();
  const count = (name: string, id?: string) => figures.count(id ? `${name}.${id}` : name);
  const rows = data.people
    .filter(({ id }) => count('held', id) + count('convertedNow', id) > 0)
    .sort((a, b) => count('held', b.id) - count('held', a.id));
  const number = (name: string, id?: string, tone?: string) => (
    <OpenNumber onOpen={figures.open(id ? `${name}.${id}` : name)}>
      <span className={tone}>{numberText(count(name, id))}</span>
    </OpenNumber>
  );
  const late = (name: string, id?: string) => (count(name, id) > 0 ? 'yd-tone-bad' : undefined);
  return (
    <div>
      <ChartHead title={w('load')} note={w('loadHint')} />
      <PlainTable<Somebody>
        label={w('load')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'who',
            label: w('member'),
            render: ({ id, name }) => <Person id={id} name={name} />,
            total: w('total'),
          },
          {
            key: 'held',
            label: w('held'),
            render: (person) => <Load person={person} figures={figures} />,
            total: number('held'),
          },
          ...(['overdue', 'silent', 'convertedNow'] as const).map((name) => ({
            key: name,
            label: w(name),
            right: true,
            render: ({ id }: Somebody) => number(name, id, name === 'overdue' ? late(name, id) : undefined),
            total: number(name),
          })),
        ]}
      />
    </div>
  );
}

/** How full his private pool is; a backlog is amber, a full one red. */
function Load({ person, figures }: { readonly person: Somebody; readonly figures: Figures }) {
  const w = words.use();
  const held = figures.count(`held.${person.id}`);
  const { cap } = person;
  const full = cap !== null && held >= cap;
  return (
    <Meter share={cap ? held / cap : 0} tone={full ? 'bad' : held > backlog ? 'warn' : undefined}>
      <OpenNumber onOpen={figures.open(`held.${person.id}`)}>
        <span className="yd-num">{w('capOf', { held, cap: cap ?? '—' })}</span>
      </OpenNumber>
    </Meter>
  );
}
