import type { ListContract } from '#kernel/list-contract.ts';
import { ViewTabs } from '#ui/view-tabs.tsx';
import type { BuiltInView } from './list-state.ts';
import type { ListScreenState } from './use-list-screen.ts';
import { useViewCounts } from './use-view-counts.ts';
import { ViewMenu } from './view-menu.tsx';

interface ListTabsProps {
  readonly list: ListContract;
  readonly views: readonly BuiltInView[];
  readonly screen: ListScreenState;
}

/** The views of a list with their counts; a dot where the list differs from what is saved. */
export function ListTabs({ list, views, screen }: ListTabsProps) {
  const { state, answer, saved, view, newView } = screen;
  const counts = useViewCounts(list, views);
  const here = (key: string) => key === state.view;
  const count = (key: string) => (here(key) ? (answer.total ?? counts[key]) : counts[key]);
  const changed = (key: string) => here(key) && state.changed;
  const tabs = [
    ...views.map(({ key, label }) => ({ key, label, count: count(key), changed: changed(key) })),
    ...saved.map(({ id, name }) => ({ key: id, label: name, count: count(id), changed: changed(id) })),
  ];
  return (
    <ViewTabs
      tabs={tabs}
      current={state.view}
      onChange={state.setView}
      onNew={() => void newView()}
      menu={<ViewMenu view={view} />}
    />
  );
}
