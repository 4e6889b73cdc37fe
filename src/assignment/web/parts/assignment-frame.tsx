import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '#ui/page.tsx';
import { ViewTabs } from '#ui/view-tabs.tsx';
import { words } from './assignment-words.ts';

export const assignmentTabs = ['rules', 'response', 'settings'] as const;
export type AssignmentTab = (typeof assignmentTabs)[number];

interface AssignmentFrameProps {
  readonly tab: AssignmentTab;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly scroll?: boolean;
  readonly children: ReactNode;
}

/** The page around rules, response times and settings, with its tabs in the address. */
export function AssignmentFrame({ tab, children, ...page }: AssignmentFrameProps) {
  const w = words.use();
  const navigate = useNavigate();
  return (
    <Page
      {...page}
      title={w('title')}
      tabs={
        <ViewTabs
          tabs={assignmentTabs.map((key) => ({ key, label: w(key) }))}
          current={tab}
          onChange={(key) => void navigate({ to: '.', search: { tab: key } as never })}
        />
      }
    >
      {children}
    </Page>
  );
}
