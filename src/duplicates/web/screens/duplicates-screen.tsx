import { Button } from 'antd';
import { CopyCheck, ScanSearch } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, useAct, useRead, useRefresh } from '#kernel/web/use-operation.ts';
import { useLabel } from '#kernel/web/words.tsx';
import { useToasts } from '#ui/toast.tsx';
import { getScan, groupList, startScan } from '../../contract.ts';
import { reasonChoices } from '../../fields.ts';
import { words } from '../parts/duplicate-words.ts';
import { GroupPanel } from '../parts/group-panel.tsx';
import { RecentMerges } from '../parts/recent-merges.tsx';

const shown = ['title', 'size', 'leads', 'accounts', 'reasons', 'status', 'createdAt'];

/** 重复中心: what the last scan of the whole base takes for one company. */
export function Screen() {
  const w = words.use();
  const label = useLabel();
  const views = useMemo(
    () =>
      (['open', 'dismissed', 'merged'] as const).map((status) => ({
        key: status,
        label: w(
          ({ open: 'centreOpen', dismissed: 'centreDismissed', merged: 'centreMerged' } as const)[status],
        ),
        condition: { combinator: 'and', rules: [{ field: 'status', operator: '=', value: status }] } as const,
      })),
    [w],
  );
  return (
    <ListScreen
      list={groupList}
      title={w('centre')}
      columns={shown}
      views={views}
      card={(row) => ({
        title: `${String(row.title)} (${String(row.size)})`,
        lines: [
          (Array.isArray(row.reasons) ? row.reasons : [])
            .map((reason) => reasonChoices.find((one) => one.key === reason))
            .map((choice) => (choice ? label(choice.label) : ''))
            .join(' · '),
        ],
      })}
      empty={{ icon: CopyCheck, title: w('centreEmpty'), children: w('centreEmptyHint') }}
      panel={(id, place) => <GroupPanel key={id} id={id} place={place} />}
      limit={<AsOf />}
      actions={
        <>
          <RecentMerges />
          <ScanButton />
        </>
      }
    />
  );
}

function useScan() {
  return useRead(getScan, {}, { refreshMs: 5_000 }).data;
}

function AsOf() {
  const w = words.use();
  const locale = localePreference.use();
  const done = useScan()?.done;
  if (!done?.asOf) return <>{w('neverScanned')}</>;
  const at = new Date(done.asOf).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return <>{w('asOf', { at, records: (done.records ?? 0).toLocaleString(locale) })}</>;
}

function ScanButton() {
  const w = words.use();
  const toasts = useToasts();
  const start = useAct(startScan);
  const last = useScan()?.last;
  const running = last?.status === 'waiting' || last?.status === 'running';
  const refresh = useRefresh();
  const wasRunning = useRef(false);
  useEffect(() => {
    if (wasRunning.current && !running) void refresh();
    wasRunning.current = running;
  }, [running, refresh]);
  return (
    <Button
      icon={<ScanSearch size={14} />}
      loading={running}
      onClick={() =>
        void start({}).then((answer) => {
          if (!isProblem(answer)) toasts.show({ text: w('scanStarted') });
        })
      }
    >
      {running ? w('scanning') : w('scan')}
    </Button>
  );
}
