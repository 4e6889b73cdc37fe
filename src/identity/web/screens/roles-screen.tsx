import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { localePreference } from '#kernel/web/preferences.ts';
import { useMay } from '#kernel/web/session.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { listRoles } from '../../contract/roles.ts';
import { words } from '../parts/identity-words.ts';
import type { RoleRow } from '../parts/role-draft.ts';

/** The roles of the company: who holds them, how much they give. */
export function Screen() {
  const w = words.use();
  const may = useMay();
  const navigate = useNavigate();
  const locale = localePreference.use();
  const { data, error, refetch } = useRead(listRoles, {});
  return (
    <Page
      title={w('rolesTitle')}
      actions={
        may('roles.manage') ? (
          <Button
            type="primary"
            icon={<Plus size={14} />}
            onClick={() => void navigate({ to: '/settings/roles/new' })}
          >
            {w('createRole')}
          </Button>
        ) : undefined
      }
    >
      {error ? (
        <ErrorState what={w('rolesTitle')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data ? (
        <SkeletonLines rows={7} />
      ) : (
        <PlainTable<RoleRow>
          label={w('rolesTitle')}
          rows={data.items}
          rowKey={(row) => row.id}
          onOpen={(row) => void navigate({ to: `/settings/roles/${row.id}` })}
          columns={[
            {
              key: 'name',
              label: w('roles'),
              render: (row) => (
                <>
                  {locale === 'zh' ? row.name : row.nameEn} {row.builtIn ? <Tag>{w('builtIn')}</Tag> : null}
                </>
              ),
            },
            { key: 'people', label: w('holders'), right: true, render: (row) => row.people },
            { key: 'rights', label: w('rights'), right: true, render: (row) => row.permissions.length },
          ]}
        />
      )}
    </Page>
  );
}
