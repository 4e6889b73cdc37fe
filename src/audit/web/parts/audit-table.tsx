import { localePreference } from '#kernel/web/preferences.ts';
import { objectLink } from '#kernel/web/slice.ts';
import { Person } from '#ui/avatar.tsx';
import { CardRow } from '#ui/card-row.tsx';
import { TimeText } from '#ui/date-text.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { UiLink } from '#ui/ui-link.tsx';
import { usePhone } from '#ui/use-viewport.ts';
import { words } from './audit-words.ts';
import { ChangesText } from './changes-text.tsx';
import { auditDeed } from './deeds.ts';
import type { AuditEvent } from './use-audit.ts';

interface AuditTableProps {
  readonly items: readonly AuditEvent[];
  readonly names: Readonly<Record<string, string>>;
}

/** One line per fact; on the phone a card. */
export function AuditTable({ items, names }: AuditTableProps) {
  const phone = usePhone();
  return phone ? <Cards items={items} names={names} /> : <Lines items={items} names={names} />;
}

function Cards({ items, names }: AuditTableProps) {
  const w = words.use();
  return (
    <ul>
      {items.map((event) => (
        <CardRow
          key={event.id}
          title={
            <>
              {(event.actorId && names[event.actorId]) || w('system')} <Deed event={event} />
            </>
          }
          lines={[
            <Subject key="what" event={event} />,
            <Changes key="changes" event={event} names={names} />,
            <span key="when">
              <TimeText at={event.at} as="exact" /> · {w(`source_${event.source as 'ui'}`)} {event.ip}
            </span>,
          ]}
        />
      ))}
    </ul>
  );
}

function Lines({ items, names }: AuditTableProps) {
  const w = words.use();
  const who = ({ actorId }: AuditEvent) =>
    actorId && names[actorId] ? <Person id={actorId} name={names[actorId]} /> : w('system');
  return (
    <PlainTable
      label={w('title')}
      rows={items}
      rowKey={(event) => event.id}
      columns={[
        {
          key: 'when',
          label: w('when'),
          width: 150,
          render: (event) => <TimeText at={event.at} as="exact" />,
        },
        { key: 'who', label: w('who'), width: 120, render: who },
        { key: 'did', label: w('did'), width: 96, render: (event) => <Deed event={event} /> },
        { key: 'what', label: w('what'), render: (event) => <Subject event={event} /> },
        { key: 'changes', label: w('changes'), render: (event) => <Changes event={event} names={names} /> },
        {
          key: 'source',
          label: w('source'),
          width: 80,
          render: (event) => w(`source_${event.source as 'ui'}`),
        },
        { key: 'ip', label: w('ip'), width: 110, render: (event) => event.ip },
        { key: 'request', label: w('request'), width: 96, render: (event) => <Request event={event} /> },
      ]}
    />
  );
}

interface EventProps {
  readonly event: AuditEvent;
}

function Deed({ event }: EventProps) {
  const locale = localePreference.use();
  return <span title={event.type}>{auditDeed(event.type)[locale]}</span>;
}

function Changes({ event, names }: EventProps & Pick<AuditTableProps, 'names'>) {
  return (
    <>
      <ChangesText object={event.object} changes={event.changes} names={names} />
      {event.note}
    </>
  );
}

function Request({ event }: EventProps) {
  const w = words.use();
  const place = event.position === null ? undefined : w('position', { n: event.position });
  return (
    <span className="yd-text3" title={place}>
      {event.requestId}
    </span>
  );
}

function Subject({ event }: EventProps) {
  const locale = localePreference.use();
  const link = objectLink(event.object);
  const label = link?.label[locale] ?? event.object;
  return (
    <>
      <span className="yd-text2">{label}</span>{' '}
      {event.subjectName && link ? (
        <UiLink href={link.path(event.subjectId)}>{event.subjectName}</UiLink>
      ) : (
        event.subjectName
      )}
    </>
  );
}
