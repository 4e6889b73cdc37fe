import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ListToolProps } from '#kernel/web/slice.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { listImportables } from '../../contract/imports.ts';
import { words } from './transfer-words.ts';

/** The import button of lists whose object this person may import. */
export function ImportTool({ object }: ListToolProps) {
  const w = words.use();
  const navigate = useNavigate();
  const { data } = useRead(listImportables, {});
  if (!data?.items.some((item) => item.object === object)) return null;
  return (
    <Button onClick={() => void navigate({ to: '/imports/new' as never, search: { object } as never })}>
      {w('importButton')}
    </Button>
  );
}
