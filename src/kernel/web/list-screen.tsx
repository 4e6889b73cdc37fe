import { Page } from '#ui/page.tsx';
import { ListFilters } from './list-filters.tsx';
import { ListGrid } from './list-grid.tsx';
import type { ListScreenProps } from './list-screen-props.ts';
import { ListTabs } from './list-tabs.tsx';
import { ListTools } from './list-tools.tsx';
import { listWords } from './list-words.ts';
import { localePreference } from './preferences.ts';
import { useListScreen } from './use-list-screen.ts';

/** Every list of the product: views, filter sentence, grid or cards, panel, bulk bar. Screens only declare. */
export function ListScreen(props: ListScreenProps) {
  const { list, title, views, panel } = props;
  const w = listWords.use();
  const locale = localePreference.use();
  const screen = useListScreen(props);
  const { state, answer, columns, place } = screen;
  const shown = columns.filter((column) => !column.hidden).map((column) => column.key);
  const number = (count: number) => count.toLocaleString(locale);
  return (
    <Page
      title={title}
      scroll={false}
      actions={
        <>
          <ListTools list={list} state={state} columns={shown} />
          {props.actions}
        </>
      }
      tabs={<ListTabs list={list} views={views} screen={screen} />}
      limit={props.limit}
      figures={props.figures}
      filters={
        <ListFilters
          list={list}
          screen={screen}
          board={props.body !== undefined}
          selects={props.bulk !== undefined}
        />
      }
      footer={
        answer.total === undefined || props.body
          ? undefined
          : w('shown', { total: number(answer.total), shown: number(answer.rows.length) })
      }
      footerRight={props.footerRight}
      panel={panel && state.openId ? panel(state.openId, place) : undefined}
    >
      {props.body ? props.body(state.condition) : <ListGrid {...props} screen={screen} />}
    </Page>
  );
}
