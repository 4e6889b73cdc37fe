import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '#ui/page.tsx';
import { ViewTabs } from '#ui/view-tabs.tsx';
import { words } from './scoring-words.ts';

export const scoringTabs = ['classes', 'points', 'model'] as const;
export type ScoringTab = (typeof scoringTabs)[number];

interface ScoringFrameProps {
  readonly tab: ScoringTab;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly figures?: ReactNode;
  readonly scroll?: boolean;
  readonly children: ReactNode;
}

/** The page around rules and model, with its tabs in the address. */
export function ScoringFrame({ tab, children, ...page }: ScoringFrameProps) {
  const w = words.use();
  const navigate = useNavigate();
  return (
    <Page
      {...page}
      title={w('title')}
      tabs={
        <ViewTabs
          tabs={scoringTabs.map((key) => ({ key, label: w(key) }))}
          current={tab}
          onChange={(key) => void navigate({ to: '.', search: { tab: key } as never })}
        />
      }
    >
      {children}
    </Page>
  );
}
