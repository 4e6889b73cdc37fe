import type { Output } from '#kernel/contract.ts';
import { TimeText } from '#ui/date-text.tsx';
import { FactList } from '#ui/fact-list.tsx';
import { Section } from '#ui/panel-section.tsx';
import type { getUser } from '../../contract/users.ts';
import { words } from './identity-words.ts';

type PersonSignInProps = Pick<Output<typeof getUser>, 'sessions' | 'lastSeenAt' | 'secondStep'>;

/** Whether and how a colleague signs in. */
export function PersonSignIn({ sessions, lastSeenAt, secondStep }: PersonSignInProps) {
  const w = words.use();
  const facts = [
    { key: 'sessions', label: w('openSessions'), value: w('sessionCount', { n: sessions, count: sessions }) },
    { key: 'seen', label: w('lastSeen'), value: lastSeenAt ? <TimeText at={lastSeenAt} /> : w('never') },
    { key: 'second', label: w('secondStep'), value: secondStep ? w('secondStepOn') : w('secondStepOff') },
  ];
  return (
    <div className="yd-panel-pad">
      <Section title={w('security')}>
        <FactList facts={facts} />
      </Section>
    </div>
  );
}
