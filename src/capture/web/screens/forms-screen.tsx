import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { ClipboardList } from 'lucide-react';
import { useMemo } from 'react';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { useMay } from '#kernel/web/session.ts';
import type { ListRow } from '#kernel/web/use-list.ts';
import type { Card } from '#ui/grid-types.ts';
import { captureFormList } from '../../contract/forms.ts';
import { words } from '../parts/capture-words.ts';
import { FormPanel } from '../parts/form-panel.tsx';

const shown = ['name', 'state', 'channel', 'campaign', 'opened', 'submitted', 'leads', 'endsAt', 'createdAt'];

function formCard(row: ListRow): Card {
  return { title: String(row.name), lines: [`${row.opened} → ${row.submitted}`] };
}

/** 获客表单: what is open, and what it brought. */
export function Screen() {
  const w = words.use();
  const may = useMay();
  const navigate = useNavigate();
  const views = useMemo(
    () => [
      { key: 'all', label: w('all') },
      {
        key: 'open',
        label: w('open'),
        condition: { combinator: 'and', rules: [{ field: 'state', operator: '=', value: 'open' }] },
      } as const,
    ],
    [w],
  );
  return (
    <ListScreen
      list={captureFormList}
      title={w('forms')}
      columns={shown}
      views={views}
      card={formCard}
      empty={{ icon: ClipboardList, title: w('noForms'), children: w('noFormsHint') }}
      actions={
        may('capture.manage') ? (
          <Button type="primary" onClick={() => void navigate({ to: '/forms/new' as never })}>
            {w('newForm')}
          </Button>
        ) : null
      }
      panel={(id, place) => <FormPanel key={id} id={id} place={place} />}
    />
  );
}
