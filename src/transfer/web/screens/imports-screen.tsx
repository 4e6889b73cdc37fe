import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { FileUp, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { objectNamed } from '#kernel/fields.ts';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { localePreference } from '#kernel/web/preferences.ts';
import { importList } from '../../contract/imports.ts';
import { importStatusChoices } from '../../fields.ts';
import { ImportPanel } from '../parts/import-panel.tsx';
import { words } from '../parts/transfer-words.ts';

const shown = [
  'fileName',
  'object',
  'status',
  'rowCount',
  'created',
  'updated',
  'skipped',
  'failed',
  'createdBy',
  'createdAt',
];

/** 导入: every file that came in, what became of it, and the way back. */
export function Screen() {
  const w = words.use();
  const locale = localePreference.use();
  const navigate = useNavigate();
  const views = useMemo(() => [{ key: 'all', label: w('all'), sort: ['-createdAt'] }], [w]);
  const begin = () => void navigate({ to: '/imports/new' as never });
  const objectLabel = (object: unknown) => objectNamed(String(object))?.label[locale] ?? String(object);
  return (
    <ListScreen
      list={importList}
      title={w('imports')}
      columns={shown}
      changes={() => ({ object: { render: (row) => objectLabel(row.object) } })}
      views={views}
      card={(row) => ({
        title: String(row.fileName),
        tag: importStatusChoices.find((choice) => choice.key === row.status)?.label[locale],
        lines: [
          `${objectLabel(row.object)} · ${w('ofRows', { n: Number(row.rowCount) })}`,
          `${w('created')} ${row.created} · ${w('updated')} ${row.updated} · ${w('skipped')} ${row.skipped} · ${w('invalid')} ${row.failed}`,
        ],
      })}
      empty={{
        icon: FileUp,
        title: w('emptyImports'),
        children: w('emptyImportsHint'),
        action: { label: w('newImport'), onClick: begin },
      }}
      panel={(id, place) => <ImportPanel id={id} place={place} />}
      actions={
        <Button type="primary" icon={<Plus size={14} />} onClick={begin}>
          {w('newImport')}
        </Button>
      }
    />
  );
}
