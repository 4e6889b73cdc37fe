import type { Output } from '#kernel/contract.ts';
import { useMay } from '#kernel/web/session.ts';
import { panelsOf } from '#kernel/web/slice.ts';
import type { getContract } from '../../contract.ts';

/** What later slices know of a contract: what is owed and paid. */
export function ContractPanels({ contract }: Pick<Output<typeof getContract>, 'contract'>) {
  const may = useMay();
  return panelsOf('contracts', 'side')
    .filter((panel) => may(panel.permission))
    .map(({ key, Part }) => <Part key={key} recordId={String(contract.id)} record={contract} />);
}
