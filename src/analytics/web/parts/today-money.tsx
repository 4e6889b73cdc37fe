import { useRead } from '#kernel/web/use-operation.ts';
import { FigureStrip } from '#ui/figure-strip.tsx';
import { getHome } from '../../contract.ts';
import { type Look, useFigures } from './looking.ts';
import { useStripFigures } from './strip-figures.tsx';

const names = ['contracted', 'received', 'outstanding', 'overdue', 'forecast'] as const;

/** A seller's own money over his day: signed, received, still owed, late; each opens its rows. */
export function TodayMoney() {
  const { data } = useRead(getHome, {}, { keep: true });
  // The place is kept while it loads: nothing moves after paint.
  if (!data) return <FigureStrip figures={[]} />;
  return data.blocks.includes('money') ? <Money data={data} /> : null;
}

function Money({ data }: { readonly data: Look }) {
  return <FigureStrip figures={useStripFigures(names, data, useFigures(data))} />;
}
