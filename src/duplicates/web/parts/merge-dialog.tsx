import { Button } from 'antd';
import { useState } from 'react';
import type { Sent } from '#kernel/contract.ts';
import { RecordFacts } from '#kernel/web/record-facts.tsx';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { useLabel } from '#kernel/web/words.tsx';
import { leadObject } from '#leads/fields.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Notice, RefusalStrip } from '#ui/notice.tsx';
import { Section } from '#ui/panel-section.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { useToasts } from '#ui/toast.tsx';
import { mergeDuplicates, previewMerge, undoMerge } from '../../contract.ts';
import { words } from './duplicate-words.ts';

interface MergeDialogProps {
  readonly request: Sent<typeof mergeDuplicates>;
  readonly names: Readonly<Record<string, string>>;
  readonly onClose: () => void;
  readonly onMerged: (winnerId: string) => void;
}

/** The dry run: what the one lead will be and what goes along. The same rule makes it true. */
export function MergeDialog({ request, names, onClose, onMerged }: MergeDialogProps) {
  const w = words.use();
  const label = useLabel();
  const toasts = useToasts();
  const { data, error } = useRead(previewMerge, request);
  const merge = useAct(mergeDuplicates, { quiet: true });
  const undo = useAct(undoMerge);
  const [refused, setRefused] = useState('');
  const [working, setWorking] = useState(false);
  async function go() {
    setWorking(true);
    const answer = await merge(request);
    setWorking(false);
    if (isProblem(answer)) return setRefused(answer.message);
    toasts.show({
      text: w('mergeDone'),
      onUndo: async () => {
        if (!isProblem(await undo({ id: answer.id }))) toasts.show({ text: w('undone') });
      },
    });
    onMerged(answer.winnerId);
  }
  const problem = refused || error?.message;
  const moves = (data?.moves ?? []).map((one) => `${label(one.label)} ${one.count}`).join(' · ');
  return (
    <Dialog
      open
      title={w('mergeTitle')}
      size="form"
      padded
      onClose={onClose}
      footer={
        <Button type="primary" loading={working} disabled={!data} onClick={() => void go()}>
          {w('merge', { n: request.loserIds.length + 1 })}
        </Button>
      }
    >
      {problem ? <RefusalStrip title={problem} /> : null}
      {data ? (
        <>
          <Notice tone="neutral">
            {moves ? `${w('mergeMoves')} ${moves}` : w('mergeMovesNone')} · {w('mergeUndoable')}
          </Notice>
          <Section title={w('mergeResult')}>
            <RecordFacts
              definition={leadObject}
              row={{ ...data.values, ownerId: data.ownerId, poolId: data.poolId }}
              names={names}
            />
          </Section>
        </>
      ) : problem ? null : (
        <SkeletonLines rows={6} />
      )}
    </Dialog>
  );
}
