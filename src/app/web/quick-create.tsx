import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { localePreference } from '#kernel/web/preferences.ts';
import { useMay } from '#kernel/web/session.ts';
import { type ObjectLink, webSlices } from '#kernel/web/slice.ts';
import { Dialog } from '#ui/dialog.tsx';
import { appWords } from './words.ts';

/** The + of the phone and of Ctrl-K: what may be made, then its form. */
export function QuickCreate({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const w = appWords.use();
  const locale = localePreference.use();
  const may = useMay();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ObjectLink | null>(null);
  const offered = webSlices()
    .flatMap((slice) => slice.objects ?? [])
    .filter((link) => link.create && may(link.create.permission));
  const close = () => {
    setChosen(null);
    onClose();
  };
  const Create = chosen?.create?.Dialog;
  if (chosen && Create)
    return <Create onClose={close} onCreated={(id) => void navigate({ to: chosen.path(id) })} />;
  return (
    <Dialog open={open} title={w('newRecord')} onClose={close} padded>
      <div className="yd-menu-list">
        {offered.map((link) => (
          <Button
            key={link.object}
            block
            size="large"
            icon={<link.icon size={16} />}
            onClick={() => setChosen(link)}
          >
            {link.create?.label[locale]}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
