import { useRead } from '#kernel/web/use-operation.ts';
import { Meter } from '#ui/meter.tsx';
import { getHolding } from '../../contract.ts';
import { words } from './lead-words.ts';

const nearlyFull = 0.8;

/** 私海库容 43 / 50: amber when it fills up, red when nothing more goes in. */
export function Holding() {
  const w = words.use();
  const { data } = useRead(getHolding, {});
  if (!data) return null;
  const share = data.cap === 0 ? 1 : data.held / data.cap;
  return (
    <>
      {w('capacity')}
      <Meter share={share} tone={share >= 1 ? 'bad' : share >= nearlyFull ? 'warn' : 'neutral'}>
        {data.held} / {data.cap}
      </Meter>
    </>
  );
}
