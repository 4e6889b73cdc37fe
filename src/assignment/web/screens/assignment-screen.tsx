import { useSearch } from '@tanstack/react-router';
import { useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { getSettings, listRules } from '../../contract.ts';
import { AssignmentFrame, assignmentTabs } from '../parts/assignment-frame.tsx';
import { words } from '../parts/assignment-words.ts';
import { PoliciesPart } from '../parts/policies-part.tsx';
import { RulesPart } from '../parts/rules-part.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';

/** 设置 › 线索分配: the rules with their dry run, response times, and what holds for all rules. */
export function Screen() {
  const w = words.use();
  const { tab: wanted } = useSearch({ strict: false }) as { tab?: unknown };
  const tab = assignmentTabs.find((key) => key === wanted) ?? 'rules';
  const rules = useRead(listRules, {});
  const settings = useRead(getSettings, {}, { enabled: tab !== 'rules' });
  // What was saved starts a new draft.
  const stamp = rules.data?.items.map(({ id, version }) => `${id} ${version}`).join();
  if (tab === 'rules' && rules.data) return <RulesPart key={stamp} listed={rules.data} />;
  if (tab === 'response' && settings.data)
    return <PoliciesPart key={settings.data.version} settings={settings.data} />;
  if (tab === 'settings' && settings.data && rules.data)
    return <SettingsPart key={settings.data.version} settings={settings.data} pools={rules.data.pools} />;
  const error = rules.error ?? settings.error;
  return (
    <AssignmentFrame tab={tab}>
      {error ? (
        <ErrorState
          what={w('title')}
          requestId={error.requestId}
          onRetry={() => void Promise.all([rules.refetch(), settings.refetch()])}
        >
          {error.message}
        </ErrorState>
      ) : (
        <SkeletonLines rows={10} />
      )}
    </AssignmentFrame>
  );
}
