import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useMay } from '#kernel/web/session.ts';
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

interface EnableActionsProps {
  readonly changed: boolean;
  /** Every condition is finished. */
  readonly ready: boolean;
  readonly onReset: () => void;
  readonly onEnable: () => void;
}

/** Right end of the head while rules are edited; nothing for whoever may only try. */
export function EnableActions({ changed, ready, onReset, onEnable }: EnableActionsProps) {
  const w = words.use();
  if (!useMay()('scoring.manage')) return <span className="yd-text2">{w('readOnly')}</span>;
  return (
    <>
      {changed ? <Button onClick={onReset}>{w('reset')}</Button> : null}
      <Button type="primary" disabled={!changed || !ready} onClick={onEnable}>
        {w('enable')}
      </Button>
    </>
  );
}
