import { Button } from 'antd';
import { Eye } from 'lucide-react';
import type { Output } from '#kernel/contract.ts';
import { useAct } from '#kernel/web/use-operation.ts';
import { Notice } from '#ui/notice.tsx';
import { openLead } from '../../contract/pools.ts';
import type { getLead } from '../../contract.ts';
import { words } from './lead-words.ts';

interface PoolNoticeProps {
  readonly id: string;
  readonly views: Output<typeof getLead>['views'];
}

/** In a pool that counts whose details are opened: how many were today, and the press that opens these. */
export function PoolNotice({ id, views }: PoolNoticeProps) {
  const w = words.use();
  const open = useAct(openLead);
  if (!views) return null;
  return (
    <Notice
      tone="neutral"
      icon={Eye}
      flush
      action={
        views.opened ? undefined : (
          <Button size="small" onClick={() => void open({ id })}>
            {w('openDetails')}
          </Button>
        )
      }
    >
      {w('viewsToday', { quota: views.quota, seen: views.seen })}
      {views.opened ? ` · ${w('openedAlready')}` : null}
    </Notice>
  );
}
