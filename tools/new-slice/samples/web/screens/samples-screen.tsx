import { Button } from 'antd';
import { useState } from 'react';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { useMay } from '#kernel/web/session.ts';
import { RecordPanel } from '#ui/record-panel.tsx';
import { sampleList } from '../../contract.ts';
import { CreateSampleDialog } from '../parts/create-sample-dialog.tsx';
import { SampleRecord } from '../parts/sample-record.tsx';
import { words } from '../parts/sample-words.ts';

/** The list of samples: open ones first, the chosen one beside it. */
export function Screen() {
  const w = words.use();
  const may = useMay();
  const [creating, setCreating] = useState(false);
  const mine = { combinator: 'and', rules: [{ field: 'ownerId', operator: '=', value: '@me' }] } as const;
  const open = { combinator: 'and', rules: [{ field: 'status', operator: '=', value: 'open' }] } as const;
  return (
    <>
      <ListScreen
        list={sampleList}
        title={w('title')}
        columns={['name', 'status', 'ownerId', 'createdAt']}
        views={[
          { key: 'open', label: w('open'), condition: open },
          { key: 'mine', label: w('mine'), condition: mine },
          { key: 'all', label: w('all') },
        ]}
        card={(row, names) => ({
          title: String(row.name),
          tag: row.status === 'closed' ? w('closed') : undefined,
          lines: [names[String(row.ownerId)]],
        })}
        empty={{ title: w('emptyTitle'), children: w('emptyHint') }}
        panel={(id, place) => (
          <RecordPanel {...place} pageHref={`/samples/${id}`}>
            <SampleRecord id={id} />
          </RecordPanel>
        )}
        actions={
          may('samples.create') ? (
            <Button type="primary" onClick={() => setCreating(true)}>
              {w('create')}
            </Button>
          ) : null
        }
      />
      {creating ? <CreateSampleDialog onClose={() => setCreating(false)} /> : null}
    </>
  );
}
