import {
  CalendarClock,
  FileText,
  Handshake,
  History,
  type LucideIcon,
  MapPin,
  MessageSquare,
  Phone,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Field } from '#kernel/fields.ts';
import { durationText } from '#kernel/values/duration-text.ts';
import { fieldSpec } from '#kernel/web/catalogue.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useSession } from '#kernel/web/session.ts';
import { objectLink } from '#kernel/web/slice.ts';
import { FieldView } from '#ui/field-view.tsx';
import { Tag } from '#ui/tag.tsx';
import { UiLink } from '#ui/ui-link.tsx';
import { resultChoices } from '../../fields.ts';
import { words } from './activity-words.ts';
import { deedOf } from './fact-words.ts';
import type { TimelineEntry } from './use-timeline.ts';

interface EntryProps {
  readonly entry: TimelineEntry;
  readonly names: Readonly<Record<string, string>>;
  /** The record whose timeline it is: not named again. */
  readonly recordId: string;
}

const activityIcons: Readonly<Record<string, LucideIcon>> = {
  call: Phone,
  visit: MapPin,
  meeting: Users,
  message: MessageSquare,
  note: FileText,
};
const objectIcons: Readonly<Record<string, LucideIcon>> = {
  opportunities: Handshake,
  next_contacts: CalendarClock,
};

/** The sign of an entry: its kind of contact, or the object it is about. */
export function iconOf(entry: TimelineEntry): LucideIcon {
  if (entry.activity) return activityIcons[String(entry.activity.kind)] ?? FileText;
  return objectLink(entry.object)?.icon ?? objectIcons[entry.object] ?? History;
}

/** Who did what: 周以宁 与 林可欣 通话 4 分 12 秒. */
export function EntryTitle({ entry, names, recordId }: EntryProps) {
  const w = words.use();
  const locale = localePreference.use();
  const who = (entry.actorId && names[entry.actorId]) || w('system');
  const subject = entry.subjectId === recordId ? null : <SubjectLink entry={entry} />;
  if (!entry.activity) {
    const label = objectLink(entry.object)?.label[locale] ?? '';
    return (
      <>
        <b>{who}</b> {deedOf(entry.type)[locale]} {label} {subject}
      </>
    );
  }
  const contact = typeof entry.activity.contactId === 'string' ? names[entry.activity.contactId] : '';
  const result = resultChoices.find((choice) => choice.key === entry.activity?.result);
  return (
    <>
      <b>{who}</b> {contact ? w('withWhom', { name: contact }) : null} <Deed activity={entry.activity} />{' '}
      {result ? <Tag tone={'tone' in result ? result.tone : 'neutral'}>{result.label[locale]}</Tag> : null}{' '}
      {subject}
    </>
  );
}

function SubjectLink({ entry }: { readonly entry: TimelineEntry }) {
  const link = objectLink(entry.object);
  if (!entry.subjectName) return null;
  return link ? <UiLink href={link.path(entry.subjectId)}>{entry.subjectName}</UiLink> : entry.subjectName;
}

function Deed({ activity }: { readonly activity: Readonly<Record<string, unknown>> }): ReactNode {
  const w = words.use();
  const locale = localePreference.use();
  const seconds = typeof activity.durationSeconds === 'number' ? activity.durationSeconds : null;
  const time = durationText(seconds, locale);
  switch (activity.kind) {
    case 'call':
      if (activity.connected === false) return w('didNotReach');
      return seconds ? w('didCall', { time }) : w('didCallShort');
    case 'visit':
      return seconds ? w('didVisitFor', { time }) : w('didVisit');
    case 'meeting':
      return seconds ? w('didMeetFor', { time }) : w('didMeet');
    case 'message':
      return w('didMessage');
    default:
      return w('didNote');
  }
}

/** What was said, or what changed from what to what. */
export function EntryBody({ entry, names }: EntryProps) {
  const locale = localePreference.use();
  const { objects } = useSession();
  if (entry.activity) return <>{entry.activity.content ? String(entry.activity.content) : null}</>;
  const fields = objects.find((one) => one.object === entry.object)?.fields ?? [];
  return (
    <>
      {entry.changes.slice(0, 6).map((change) => {
        const known = fields.find((field) => field.key === change.field);
        if (!known) return null;
        const field = fieldSpec(known as unknown as Field, locale);
        return (
          <div key={change.field}>
            {field.label}{' '}
            {change.masked ? (
              '••••'
            ) : (
              <>
                <FieldView field={field} value={change.before} names={names} /> →{' '}
                <FieldView field={field} value={change.after} names={names} />
              </>
            )}
          </div>
        );
      })}
      {entry.note ? <div>{entry.note}</div> : null}
    </>
  );
}
