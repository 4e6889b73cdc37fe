import { FileDown } from 'lucide-react';
import { useMemo } from 'react';
import { objectNamed } from '#kernel/fields.ts';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { localePreference } from '#kernel/web/preferences.ts';
import { useSession } from '#kernel/web/session.ts';
import { exportList } from '../../contract/exports.ts';
import { words } from '../parts/transfer-words.ts';

const shown = ['listId', 'format', 'rowCount', 'downloads', 'createdBy', 'createdAt', 'expiresAt'];

/** 导出记录: what was taken out, by whom; one's own can be downloaded again for a day. */
export function Screen() {
  const w = words.use();
  const locale = localePreference.use();
  const { id: me } = useSession();
  const views = useMemo(() => [{ key: 'all', label: w('all'), sort: ['-createdAt'] }], [w]);
  const listLabel = (listId: unknown) => {
    const object = String(listId).replace(/\.list$/, '');
    return objectNamed(object)?.label[locale] ?? object;
  };
  const link = (row: Readonly<Record<string, unknown>>) => {
    if (row.createdBy !== me) return null;
    if (Date.parse(String(row.expiresAt)) < Date.now()) return w('expired');
    return <a href={`/api/v1/exports/${row.id}/file`}>{w('download')}</a>;
  };
  return (
    <ListScreen
      list={exportList}
      title={w('exports')}
      columns={shown}
      changes={() => ({
        listId: { render: (row) => listLabel(row.listId) },
        expiresAt: { render: link, label: w('download') },
      })}
      views={views}
      card={(row) => ({
        title: listLabel(row.listId),
        tag: String(row.format).toUpperCase(),
        lines: [w('ofRows', { n: Number(row.rowCount) })],
      })}
      empty={{ icon: FileDown, title: w('emptyExports'), children: w('emptyExportsHint') }}
    />
  );
}
