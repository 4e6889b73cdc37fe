import { useRead } from '#kernel/web/use-operation.ts';
import { Money } from '#ui/money.tsx';
import { getBoard } from '../../contract.ts';
import { words } from './opportunity-words.ts';

/** 进行中 28 个 合计 加权: everything open that one may see, whatever the filter. */
export function OpenSum() {
  const w = words.use();
  const { data } = useRead(getBoard, { cards: 0 });
  if (!data) return null;
  return (
    <span className="yd-text2">
      {w('openSum', { n: data.open.count })} · {w('total')}{' '}
      <b>
        <Money amount={data.open.amount} />
      </b>{' '}
      · {w('totalWeighted')}{' '}
      <b>
        <Money amount={data.open.weighted} />
      </b>
    </span>
  );
}
