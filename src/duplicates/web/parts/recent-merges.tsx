import { Button } from 'antd';
import { History } from 'lucide-react';
import { useState } from 'react';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { TimeText } from '#ui/date-text.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Lines } from '#ui/lines.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { useToasts } from '#ui/toast.tsx';
import { listMerges, undoMerge } from '../../contract.ts';
import { words } from './duplicate-words.ts';

/** The merges of the last thirty days, each with the way back. */
export function RecentMerges() {
  const w = words.use();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<History size={14} />} onClick={() => setOpen(true)}>
        {w('merges')}
      </Button>
      {open ? (
        <Dialog open title={w('merges')} size="form" padded onClose={() => setOpen(false)}>
          <Merges />
        </Dialog>
      ) : null}
    </>
  );
}

function Merges() {
  const w = words.use();
  const toasts = useToasts();
  const undo = useAct(undoMerge);
  const { data } = useRead(listMerges, {});
  if (!data) return <SkeletonLines rows={4} />;
  if (data.items.length === 0) return <p className="yd-text2">{w('mergesEmpty')}</p>;
  const takeBack = async (id: string) => {
    if (!isProblem(await undo({ id }))) toasts.show({ text: w('undone') });
  };
  return (
    <Lines
      ruled
      lines={data.items.map((one) => ({
        key: one.id,
        title: one.title,
        under: (
          <>
            {w('mergeLine', { by: one.byName ?? '', n: one.losers })} · <TimeText at={one.at} />
          </>
        ),
        value: one.undoneAt ? (
          <Tag>{w('mergeUndone')}</Tag>
        ) : (
          <Button size="small" onClick={() => void takeBack(one.id)}>
            {w('undo')}
          </Button>
        ),
      }))}
    />
  );
}
