import { Button } from 'antd';
import { PlugZap } from 'lucide-react';
import { useState } from 'react';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { useMay } from '#kernel/web/session.ts';
import type { ListRow } from '#kernel/web/use-list.ts';
import type { Card } from '#ui/grid-types.ts';
import { sourceList } from '../../contract/sources.ts';
import { words } from '../parts/capture-words.ts';
import { NewSourceDialog } from '../parts/new-source-dialog.tsx';
import { SourcePanel } from '../parts/source-panel.tsx';

const shown = ['name', 'kind', 'status', 'channel', 'campaign', 'lastAt', 'failure'];

function sourceCard(row: ListRow): Card {
  return { title: String(row.name), lines: [String(row.kind)] };
}

/** 线索来源: web hooks and mail boxes that leads come through. */
export function Screen() {
  const w = words.use();
  const may = useMay();
  const [making, setMaking] = useState(false);
  return (
    <>
      <ListScreen
        list={sourceList}
        title={w('sources')}
        columns={shown}
        views={[{ key: 'all', label: w('all') }]}
        card={sourceCard}
        empty={{ icon: PlugZap, title: w('noSources'), children: w('noSourcesHint') }}
        actions={
          may('capture.manage') ? (
            <Button type="primary" onClick={() => setMaking(true)}>
              {w('newSource')}
            </Button>
          ) : null
        }
        panel={(id, place) => <SourcePanel key={id} id={id} place={place} />}
      />
      {making ? <NewSourceDialog onClose={() => setMaking(false)} /> : null}
    </>
  );
}
