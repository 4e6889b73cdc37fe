import { localePreference } from '#kernel/web/preferences.ts';
import { objectLink } from '#kernel/web/slice.ts';
import { Person } from '#ui/avatar.tsx';
import { CardRow } from '#ui/card-list.tsx';
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
  const w = words.use();
  const phone = usePhone();
  const locale = localePreference.use();
  const source = (event: AuditEvent) => w(`source_${event.source as 'ui'}`);
  const deed = (event: AuditEvent) => <span title={event.type}>{auditDeed(event.type)[locale]}</span>;
  const changes = (event: AuditEvent) => (
    <>
      <ChangesText object={event.object} changes={event.changes} names={names} />
      {event.note}
    </>
  );
  if (phone)
    return (
      <ul>
        {items.map((event) => (
          <CardRow
            key={event.id}
            title={
              <>
                {(event.actorId && names[event.actorId]) || w('system')} {deed(event)}
              </>
            }
            lines={[
              <Subject key="what" event={event} />,
              <span key="changes">{changes(event)}</span>,
              <span key="when">
                <TimeText at={event.at} as="exact" /> · {source(event)} {event.ip}
              </span>,
            ]}
          />
        ))}
      </ul>
    );
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
        {
          key: 'who',
          label: w('who'),
          width: 120,
          render: (event) =>
            event.actorId && names[event.actorId] ? (
              <Person id={event.actorId} name={names[event.actorId] ?? ''} />
            ) : (
              w('system')
            ),
        },
        { key: 'did', label: w('did'), width: 96, render: deed },
        { key: 'what', label: w('what'), render: (event) => <Subject event={event} /> },
        { key: 'changes', label: w('changes'), render: changes },
        { key: 'source', label: w('source'), width: 80, render: source },
        { key: 'ip', label: w('ip'), width: 110, render: (event) => event.ip },
        {
          key: 'request',
          label: w('request'),
          width: 96,
          render: (event) => (
            <span
              className="yd-text3"
              title={event.position === null ? undefined : w('position', { n: event.position })}
            >
              {event.requestId}
            </span>
          ),
        },
      ]}
    />
  );
}

function Subject({ event }: { readonly event: AuditEvent }) {
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
