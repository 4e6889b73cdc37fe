import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { PanelPlace } from '#kernel/web/list-screen-props.ts';
import { objectLink } from '#kernel/web/slice.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { useLabel } from '#kernel/web/words.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Lines } from '#ui/lines.tsx';
import { RecordHead } from '#ui/record-head.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { useToasts } from '#ui/toast.tsx';
import { UiLink } from '#ui/ui-link.tsx';
import { dismissGroup, getGroup } from '../../contract.ts';
import { groupStatusChoices, reasonChoices } from '../../fields.ts';
import { words } from './duplicate-words.ts';

interface GroupPanelProps {
  readonly id: string;
  readonly place: PanelPlace;
}

/** One group: its records, why they are taken for one, and the two verdicts: compare and merge, or not duplicates. */
export function GroupPanel({ id, place }: GroupPanelProps) {
  const w = words.use();
  const label = useLabel();
  const { data, error, refetch } = useRead(getGroup, { id }, { keep: true });
  const status = groupStatusChoices.find((one) => one.key === data?.status);
  const because = (data?.reasons ?? []).flatMap((reason) => {
    const choice = reasonChoices.find((one) => one.key === reason);
    return choice ? [label(choice.label)] : [];
  });
  return (
    <RecordPanel
      {...place}
      pageHref={`/duplicates/${id}`}
      label={data?.title ?? w('centre')}
      footer={data && data.status !== 'merged' ? <Verdicts group={data} place={place} /> : undefined}
    >
      {error ? (
        <ErrorState what={w('centre')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data ? (
        <SkeletonLines rows={6} />
      ) : (
        <>
          <RecordHead
            name={data.title}
            flags={status ? <Tag>{label(status.label)}</Tag> : undefined}
            line={because.join(' · ')}
          />
          <div className="yd-panel-pad">
            <Lines
              ruled
              lines={data.members.map(({ object, id: recordId, name, visible }) => {
                const path = visible ? objectLink(object)?.path(recordId) : undefined;
                return {
                  key: recordId,
                  title: name,
                  under: visible ? w(object === 'leads' ? 'lead' : 'account') : w('unseen'),
                  value: path ? <UiLink href={path}>{w('open')}</UiLink> : undefined,
                };
              })}
            />
          </div>
        </>
      )}
    </RecordPanel>
  );
}

interface VerdictsProps {
  readonly group: { readonly id: string; readonly version: number; readonly status: string };
  readonly place: PanelPlace;
}

function Verdicts({ group, place }: VerdictsProps) {
  const w = words.use();
  const toasts = useToasts();
  const navigate = useNavigate();
  const dismiss = useAct(dismissGroup);
  const { id, version } = group;
  const dismissed = group.status !== 'dismissed';
  const say = async () => {
    const answer = await dismiss({ id, version, dismissed });
    if (isProblem(answer)) return;
    if (dismissed)
      toasts.show({
        text: w('dismissedToast'),
        onUndo: async () => void (await dismiss({ id, version: answer.version, dismissed: false })),
      });
    (place.onNext ?? place.onClose)();
  };
  return (
    <>
      <Button size="large" onClick={() => void say()}>
        {w(dismissed ? 'dismiss' : 'undismiss')}
      </Button>
      <Button type="primary" size="large" onClick={() => void navigate({ to: `/duplicates/${id}` })}>
        {w('compare')}
      </Button>
    </>
  );
}
