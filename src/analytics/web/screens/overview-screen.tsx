import { getHome } from '../../contract.ts';
import type { Block } from '../../model.ts';
import { words } from '../parts/analytics-words.ts';
import { type CellName, LookPage } from '../parts/look-page.tsx';

/** 总览: how it stands, for what this person may see. */
export function Screen() {
  const w = words.use();
  return (
    <LookPage title={w('overview')} operation={getHome} strip={stripOf} cells={cellsOf} withHomeBlocks />
  );
}

function stripOf(blocks: readonly Block[]) {
  if (blocks.includes('money'))
    return ['contracted', 'received', 'outstanding', 'overdue', 'unallocated', 'forecast', 'held'] as const;
  return ['leads', 'converted', 'held', 'forecast', 'won'] as const;
}

/** Two by two: what does not fill a line stays off it. */
function cellsOf(blocks: readonly Block[]): CellName[] {
  const money: CellName[] = blocks.includes('ageing') ? ['ageing', 'months', 'toAllocate', 'overdue'] : [];
  const order: readonly CellName[] = blocks.includes('money')
    ? ['funnel', 'team', 'pipeline', 'months', 'channels']
    : ['funnel', 'channels', 'pipeline', 'team'];
  const selling = order.filter(
    (name) => (blocks as readonly string[]).includes(name) && !money.includes(name),
  );
  const lines = [...selling, ...money];
  return lines.length % 2 === 0 || lines.length < 3 ? lines : lines.filter((name) => name !== 'pipeline');
}
