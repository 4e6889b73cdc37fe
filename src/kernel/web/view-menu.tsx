import { Dropdown } from 'antd';
import { Ellipsis } from 'lucide-react';
import { IconButton } from '#ui/icon-button.tsx';
import { listWords } from './list-words.ts';
import { type SavedView, useViewStore } from './saved-views.ts';

/** What can be done with the current saved view; views of the product itself have no menu. */
export function ViewMenu({ view }: { readonly view: SavedView | undefined }) {
  const w = listWords.use();
  const store = useViewStore();
  if (!view?.mine) return null;
  const items = [
    {
      key: 'share',
      label: w(view.shared ? 'unshareView' : 'shareView'),
      onClick: () => void store.save(view, { shared: !view.shared }),
    },
    { key: 'delete', label: w('deleteView'), danger: true, onClick: () => void store.remove(view) },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <span>
        <IconButton icon={Ellipsis} label={w('viewMenu')} size={14} />
      </span>
    </Dropdown>
  );
}
