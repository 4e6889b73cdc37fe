import { BulkBar } from '#ui/bulk-bar.tsx';
import { DataGrid } from '#ui/data-grid.tsx';
import { EmptyByFilter, EmptyState } from '#ui/empty-state.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import type { ListScreenProps } from './list-screen-props.ts';
import { useLiveRows } from './live.ts';
import { densityPreference } from './preferences.ts';
import { useMay } from './session.ts';
import { swipesOf } from './slice.ts';
import type { ListScreenState } from './use-list-screen.ts';

interface ListGridProps extends ListScreenProps {
  readonly screen: ListScreenState;
}

/** The rows of a list: a grid on a desk, cards on a phone. */
export function ListGrid({ screen, title, card, bulk, onEdit, ...props }: ListGridProps) {
  const density = densityPreference.use();
  const { answer, state, columns, layout, setLayout, selected, select } = screen;
  const { object } = screen.definition;
  const live = useLiveRows(object);
  const useSwipes = swipesOf(object, useMay());
  const swipes = useSwipes(object);
  return (
    <DataGrid
      columns={columns}
      rows={answer.rows}
      names={answer.names}
      noun={title}
      card={(row) => ({ ...card(row, answer.names), ...swipes(row) })}
      loading={answer.loading}
      hasMore={answer.hasMore}
      onMore={answer.more}
      sort={state.sort}
      onSort={state.setSort}
      choosing={screen.choosing}
      selected={bulk ? selected : undefined}
      onSelect={bulk ? select : undefined}
      openId={state.openId}
      onOpen={(row) => state.open(row.id)}
      onEdit={onEdit}
      layout={layout}
      onLayout={setLayout}
      density={density}
      live={live}
      empty={<Nothing title={title} empty={props.empty} views={props.views} screen={screen} />}
      bulk={bulk && selected.size > 0 ? <Bulk bulk={bulk} screen={screen} /> : undefined}
    />
  );
}

function Nothing({
  title,
  empty,
  views,
  screen,
}: Pick<ListGridProps, 'title' | 'empty' | 'views' | 'screen'>) {
  const { answer, state } = screen;
  if (answer.problem)
    return (
      <ErrorState what={title} requestId={answer.problem.requestId} onRetry={answer.retry}>
        {answer.problem.message}
      </ErrorState>
    );
  const filtered = state.condition !== undefined && (state.changed || views.length > 1);
  return filtered ? (
    <EmptyByFilter noun={title} onClear={() => state.setCondition(undefined)} />
  ) : (
    <EmptyState {...empty} />
  );
}

function Bulk({ bulk, screen }: { bulk: NonNullable<ListScreenProps['bulk']>; screen: ListScreenState }) {
  const { answer, chosen, selected, select, selectAll } = screen;
  const clear = () => select(new Set());
  return (
    <BulkBar
      count={selected.size}
      total={answer.total}
      onSelectAll={() => void selectAll()}
      onClear={clear}
      verbs={bulk(chosen, clear)}
    />
  );
}
