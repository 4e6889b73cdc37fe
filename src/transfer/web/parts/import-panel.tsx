import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { PanelPlace } from '#kernel/web/list-screen-props.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { RecordHead } from '#ui/record-head.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { StatusDot } from '#ui/status-dot.tsx';
import { importStatusChoices } from '../../fields.ts';
import { ResultStep } from './result-step.tsx';
import { words } from './transfer-words.ts';
import { useImport } from './use-import.ts';

/** An import beside the history: what it did, its files, the way back or on. */
export function ImportPanel({ id, place }: { readonly id: string; readonly place: PanelPlace }) {
  const w = words.use();
  const locale = localePreference.use();
  const navigate = useNavigate();
  const { one, error, retry } = useImport(id);
  const status = importStatusChoices.find((choice) => choice.key === one?.status);
  const open = one?.status === 'draft' || one?.status === 'checking' || one?.status === 'checked';
  return (
    <RecordPanel {...place} pageHref={`/imports/${id}`} label={one?.fileName ?? ''}>
      {error ? (
        <ErrorState what={w('imports')} requestId={error.requestId} onRetry={retry}>
          {error.message}
        </ErrorState>
      ) : !one ? (
        <SkeletonLines rows={6} />
      ) : (
        <>
          <RecordHead
            name={one.fileName}
            flags={
              status ? (
                <StatusDot tone={'tone' in status ? status.tone : 'neutral'}>
                  {status.label[locale]}
                </StatusDot>
              ) : null
            }
            line={w('ofRows', { n: one.rowCount.toLocaleString(locale) })}
            actions={
              open ? (
                <Button type="primary" onClick={() => void navigate({ to: `/imports/${id}` as never })}>
                  {w('goOn')}
                </Button>
              ) : null
            }
          >
            {null}
          </RecordHead>
          {open ? null : (
            <div className="yd-panel-pad">
              <ResultStep one={one} />
            </div>
          )}
        </>
      )}
    </RecordPanel>
  );
}
