import { localePreference } from '#kernel/web/preferences.ts';
import type { PanelProps } from '#kernel/web/slice.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { TimeText } from '#ui/date-text.tsx';
import { FactList } from '#ui/fact-list.tsx';
import { Section } from '#ui/panel-section.tsx';
import { assignmentsOfLead } from '../../contract.ts';
import { words } from './assignment-words.ts';

/** Under a lead: the clock of its first response, and how it came from hand to hand, with the reasons. */
export function LeadAssignments({ recordId }: PanelProps) {
  const w = words.use();
  const locale = localePreference.use();
  const { data } = useRead(assignmentsOfLead, { id: recordId }, { keep: true });
  if (!data || (data.items.length === 0 && !data.timer)) return null;
  const { timer, items, names, waiting } = data;
  const clock = timer
    ? [
        {
          key: 'clock',
          label: timer.policy,
          value: <TimeText at={timer.respondedAt ?? timer.dueAt} as="timeline" />,
          reason: timer.respondedAt
            ? w('answered')
            : timer.open
              ? w(Date.parse(timer.dueAt) < Date.now() ? 'late' : 'running')
              : undefined,
        },
      ]
    : [];
  return (
    <Section title={w('history')} note={waiting ? w('waitsInLine') : undefined}>
      <FactList
        facts={[
          ...clock,
          ...items.map((item) => ({
            key: item.id,
            label: item.toOwnerId ? (names[item.toOwnerId] ?? '—') : (item.toPool ?? w('pool')),
            value: <TimeText at={item.at} as="timeline" />,
            reason: item.why?.[locale] ?? (item.ruleName ? w('byRule', { name: item.ruleName }) : undefined),
          })),
        ]}
      />
    </Section>
  );
}
