import { getFunnel } from '../../contract.ts';
import type { Block } from '../../model.ts';
import { words } from '../parts/analytics-words.ts';
import { type CellName, LookPage } from '../parts/look-page.tsx';

const strip = ['forecast', 'pipelineOpen', 'won', 'expected', 'contracted', 'leads', 'converted'] as const;

/** 漏斗与预测: where leads stay behind, what the pipeline is worth, who brings it. */
export function Screen() {
  const w = words.use();
  return <LookPage title={w('funnelPage')} operation={getFunnel} strip={() => strip} cells={cellsOf} />;
}

function cellsOf(blocks: readonly Block[]): CellName[] {
  const order: readonly CellName[] = ['funnel', 'months', 'pipeline', 'team', 'channels'];
  const shown = order.filter((name) => (blocks as readonly string[]).includes(name));
  return shown.length % 2 === 0 || shown.length < 3 ? shown : shown.filter((name) => name !== 'channels');
}
