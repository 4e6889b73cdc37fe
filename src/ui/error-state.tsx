import { Button } from 'antd';
import { CircleAlert, Copy, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import './states.css';
import { useUiWords } from './ui-context.ts';

export interface ErrorStateProps {
  /** What failed: `线索` gives 线索没有加载出来. Or a whole `title`. */
  readonly what?: string;
  readonly title?: ReactNode;
  /** Why, and what to do. */
  readonly children?: ReactNode;
  readonly onRetry?: () => void;
  readonly requestId?: string;
}

/** An error at the place that failed: what, why, what to do, 重试, 请求号. Other parts keep working. */
export function ErrorState({ what, title, children, onRetry, requestId }: ErrorStateProps) {
  const words = useUiWords();
  return (
    <div className="yd-error" role="alert">
      <CircleAlert size={16} aria-hidden />
      <div>
        <b>{title ?? words.notLoaded(what ?? words.records)}</b>
        <p>{children ?? words.noAnswer}</p>
        <div className="yd-error-ways">
          {onRetry ? (
            <Button size="small" icon={<RotateCw size={12} aria-hidden />} onClick={onRetry}>
              {words.retry}
            </Button>
          ) : null}
          {requestId ? (
            <button
              type="button"
              className="yd-plain yd-error-id"
              title={words.copy}
              onClick={() => void navigator.clipboard.writeText(requestId)}
            >
              <Copy size={12} aria-hidden />
              {words.requestId(requestId)}
            </button>
          ) : null}
        </div>
      </div>
    </div>
  );
}
