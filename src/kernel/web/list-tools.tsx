import type { ListContract } from '#kernel/list-contract.ts';
import { type ListAddress, sortKeys } from './list-state.ts';
import { useMay } from './session.ts';
import { webSlices } from './slice.ts';

interface ListToolsProps {
  readonly list: ListContract;
  readonly state: ListAddress;
  readonly columns: readonly string[];
}

/** What downstream slices add to every list's header: export, import. */
export function ListTools({ list, state, columns }: ListToolsProps) {
  const may = useMay();
  const tools = webSlices()
    .flatMap((slice) => slice.listTools ?? [])
    .filter((tool) => may(tool.permission))
    .sort((one, other) => one.order - other.order);
  const search = {
    filter: state.condition,
    sort: sortKeys(state.sort).join(',') || undefined,
    q: state.q || undefined,
  };
  return tools.map(({ key, Part }) => (
    <Part key={key} object={list.definition.object} listId={list.list.id} search={search} columns={columns} />
  ));
}
