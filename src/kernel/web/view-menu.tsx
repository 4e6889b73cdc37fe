import { Dropdown } from 'antd';
import { Ellipsis } from 'lucide-react';
import { IconButton } from '#ui/icon-button.tsx';
import { listWords } from './list-words.ts';
import { type SavedView, useViewStore } from './saved-views.ts';
import { useMay } from './session.ts';

/** What can be done with the current saved view; views of the product itself have no menu. */
export function ViewMenu({ view }: { readonly view: SavedView | undefined }) {
  const w = listWords.use();
  const store = useViewStore();
  const may = useMay();
  if (!view) return null;
  const favour = {
    key: 'favour',
    label: w(view.favourite ? 'unfavourView' : 'favourView'),
    onClick: () => void store.favour(view),
  };
  const rename = { key: 'rename', label: w('renameView'), onClick: () => store.rename(view) };
  const share = {
    key: 'share',
    label: w(view.shared ? 'unshareView' : 'shareView'),
    onClick: () => void store.save(view, { shared: !view.shared }),
  };
  const remove = {
    key: 'delete',
    label: w('deleteView'),
    danger: true,
    onClick: () => void store.remove(view),
  };
  const mayShare = view.shared || may('views.share');
  const items = view.mine ? [favour, rename, ...(mayShare ? [share] : []), remove] : [favour];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <span>
        <IconButton icon={Ellipsis} label={w('viewMenu')} size={14} />
      </span>
    </Dropdown>
  );
}
