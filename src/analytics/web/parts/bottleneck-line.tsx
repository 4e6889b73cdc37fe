import { ArrowRight } from 'lucide-react';
import { percentText } from '#kernel/values/number-text.ts';
import { Notice } from '#ui/notice.tsx';
import { bottleneckOf } from '../../rules/rates.ts';
import { words } from './analytics-words.ts';
import { reachedOf } from './funnel-cell.tsx';
import type { Figures } from './looking.ts';

/** One sentence over the charts: where most leads stay behind, and which they are. */
export function BottleneckLine({ figures }: { readonly figures: Figures }) {
  const w = words.use();
  const found = bottleneckOf(reachedOf(figures));
  if (!found) return null;
  const stuck = `stuck.funnel.${found.from}`;
  return (
    <Notice
      tone="warn"
      quiet
      action={
        <button type="button" className="yd-plain yd-link" onClick={figures.open(stuck)}>
          {w('seeStuck', { n: figures.count(stuck).toLocaleString('en') })}{' '}
          <ArrowRight size={12} style={{ display: 'inline' }} aria-hidden />
        </button>
      }
    >
      <b>{w('bottleneck', { from: w(`step_${found.from}`), to: w(`step_${found.to}`) })}</b>
      {w('bottleneckText', {
        rate: percentText(found.rate, 1),
        sample: found.sample.toLocaleString('en'),
      })}
    </Notice>
  );
}
