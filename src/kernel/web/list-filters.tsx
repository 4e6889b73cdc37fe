import type { ListContract } from '#kernel/list-contract.ts';
import { ChoosePill } from '#ui/choose-pill.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { ColumnMenu, DensityMenu, SortMenu } from '#ui/list-tools.tsx';
import { filterFields } from './catalogue.ts';
import { densityPreference, localePreference } from './preferences.ts';
import type { ListScreenState } from './use-list-screen.ts';

interface ListFiltersProps {
  readonly list: ListContract;
  readonly screen: ListScreenState;
  readonly board: boolean;
  readonly selects: boolean;
}

/** The filter as a sentence of chips, and the tools of the grid. */
export function ListFilters({ screen, board, selects }: ListFiltersProps) {
  const locale = localePreference.use();
  const density = densityPreference.use();
  const { definition, rights, state, columns, layout, setLayout, saveView } = screen;
  const tools = (
    <>
      <SortMenu columns={columns} sort={state.sort} onSort={state.setSort} />
      <ColumnMenu columns={columns} layout={layout} onLayout={setLayout} />
      <DensityMenu density={density} onDensity={densityPreference.set} />
    </>
  );
  return (
    <FilterBar
      fields={filterFields(definition, locale, rights)}
      condition={state.condition}
      onChange={state.setCondition}
      changed={state.changed}
      onSave={() => void saveView()}
      onReset={state.reset}
      tools={board ? undefined : tools}
      phoneTools={
        board || !selects ? undefined : <ChoosePill on={screen.choosing} onChange={screen.choose} />
      }
    />
  );
}
