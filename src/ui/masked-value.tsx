import { Popover } from 'antd';
import { Lock } from 'lucide-react';
import './bits.css';
import { useUiWords } from './ui-context.ts';

/** A value not wholly yours to see: `138 **** 2671`, a lock on hover, and why. */
export function MaskedValue({ text, why }: { readonly text: string; readonly why?: string }) {
  const words = useUiWords();
  return (
    <Popover content={why ?? words.masked} trigger={['hover', 'focus']} mouseEnterDelay={0.3}>
      <button type="button" className="yd-plain yd-masked">
        {text}
        <Lock size={12} aria-label={words.why} />
      </button>
    </Popover>
  );
}
