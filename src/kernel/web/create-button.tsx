import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import { useMay } from './session.ts';
import type { CreateProps } from './slice.ts';

interface CreateButtonProps {
  readonly right: string;
  readonly label: string;
  readonly Dialog: ComponentType<CreateProps>;
  readonly onCreated?: (id: string) => void;
}

/** The one primary button of a list's header, for who may make such records, and its dialog. */
export function CreateButton({ right, label, Dialog, onCreated }: CreateButtonProps) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may(right)) return null;
  return (
    <>
      <Button type="primary" icon={<Plus size={14} />} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open ? <Dialog onClose={() => setOpen(false)} onCreated={onCreated} /> : null}
    </>
  );
}
