import './grid.css';
import { useUiWords } from './ui-context.ts';

/** Grey lines where text will be: panels, cards, timelines. */
export function SkeletonLines({ rows = 5 }: { readonly rows?: number }) {
  const words = useUiWords();
  return (
    <div className="yd-skeleton-lines" role="status" aria-label={words.loading}>
      {Array.from({ length: rows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey bars have no identity.
        <i key={at} style={{ width: `${[72, 48, 84, 60, 78][at % 5]}%` }} />
      ))}
    </div>
  );
}
