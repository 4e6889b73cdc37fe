import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { ListPlus, Plus } from 'lucide-react';
import { useState } from 'react';
import { localePreference } from '#kernel/web/preferences.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { ViewTabs } from '#ui/view-tabs.tsx';
import { listCustomFields } from '../../contract.ts';
import { CustomFieldDialog, type FieldRow } from '../parts/custom-field-dialog.tsx';
import { FieldTable } from '../parts/field-table.tsx';
import { words } from '../parts/field-words.ts';

/** 设置 › 自定义字段: what the company keeps beyond our own fields, object by object. */
export function Screen() {
  const w = words.use();
  const locale = localePreference.use();
  const navigate = useNavigate();
  const { object: wanted } = useSearch({ strict: false }) as { object?: unknown };
  const { data, error, refetch } = useRead(listCustomFields, {});
  const [dialog, setDialog] = useState<'new' | FieldRow | null>(null);
  const objects = data?.objects ?? [];
  const object = objects.find((one) => one.object === wanted) ?? objects[0];
  const rows = (data?.items ?? [])
    .filter((row) => row.object === object?.object)
    .sort((one, other) => Number(one.retiredAt !== null) - Number(other.retiredAt !== null));
  const live = (name: string) =>
    data?.items.filter((row) => row.object === name && row.retiredAt === null).length;
  return (
    <Page
      title={w('title')}
      actions={
        object ? (
          <Button type="primary" icon={<Plus size={14} />} onClick={() => setDialog('new')}>
            {w('add')}
          </Button>
        ) : undefined
      }
      tabs={
        <ViewTabs
          tabs={objects.map((one) => ({
            key: one.object,
            label: one.label[locale],
            count: live(one.object),
          }))}
          current={object?.object ?? ''}
          onChange={(key) => void navigate({ to: '.', search: { object: key } as never })}
        />
      }
    >
      {error ? (
        <ErrorState what={w('title')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : (
        <Fields rows={data ? rows : undefined} onOpen={setDialog} />
      )}
      {dialog && object ? (
        <CustomFieldDialog
          object={object}
          field={dialog === 'new' ? undefined : dialog}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </Page>
  );
}

interface FieldsProps {
  readonly rows: readonly FieldRow[] | undefined;
  readonly onOpen: (what: 'new' | FieldRow) => void;
}

function Fields({ rows, onOpen }: FieldsProps) {
  const w = words.use();
  if (!rows) return <SkeletonLines rows={7} />;
  if (rows.length > 0) return <FieldTable label={w('title')} rows={rows} onEdit={onOpen} />;
  return (
    <EmptyState
      icon={ListPlus}
      title={w('emptyTitle')}
      action={{ label: w('add'), onClick: () => onOpen('new') }}
    >
      {w('emptyHint')}
    </EmptyState>
  );
}
