import { FileText, MapPin, MessageSquare, Pencil, Phone, Trash2, Users } from 'lucide-react';
import { useState } from 'react';
import { monthText, nearDayText } from '#kernel/values/date-text.ts';
import { type Day, dayOf, daysBetween } from '#kernel/values/day.ts';
import { monthOf } from '#kernel/values/period.ts';
import { EditRecordDialog } from '#kernel/web/edit-record-dialog.tsx';
import { useMay } from '#kernel/web/session.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Composer } from '#ui/composer.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { useToasts } from '#ui/toast.tsx';
import { useUi } from '#ui/ui-context.ts';
import { useNow } from '#ui/use-now.ts';
import { deleteActivity, logActivity, updateActivity } from '../../contract.ts';
import { activityObject } from '../../fields.ts';
import type { ActivityKind } from '../../model.ts';
import { words } from './activity-words.ts';
import { type NextChoice, NextContact, noNext } from './next-contact.tsx';
import { EntryBody, EntryTitle, iconOf } from './timeline-entry.tsx';
import { type TimelineEntry, useTimeline } from './use-timeline.ts';

interface RecordTimelineProps {
  readonly object: string;
  readonly recordId: string;
}

/** What happened with a record, and the place to write down what happens next. */
export function RecordTimeline({ object, recordId }: RecordTimelineProps) {
  const w = words.use();
  const may = useMay();
  const { zone, locale } = useUi();
  const now = useNow();
  const timeline = useTimeline(object, recordId);
  const [editing, setEditing] = useState<TimelineEntry | null>(null);
  const today = dayOf(now, zone);
  return (
    <>
      {may('activities.create') ? <Logger object={object} recordId={recordId} /> : null}
      {timeline.problem ? (
        <ErrorState what={w('timeline')} requestId={timeline.problem.requestId} onRetry={timeline.retry}>
          {timeline.problem.message}
        </ErrorState>
      ) : (
        <Timeline
          loading={timeline.loading}
          hasMore={timeline.hasMore}
          onMore={timeline.more}
          empty={<p className="yd-text3">{w('empty')}</p>}
          items={timeline.entries.map((entry) => ({
            id: entry.id,
            icon: iconOf(entry),
            tone: entry.activity?.kind === 'call' ? ('accent' as const) : ('neutral' as const),
            at: entry.at,
            group: groupOf(dayOf(new Date(entry.at), zone), today, locale),
            title: (
              <>
                <EntryTitle entry={entry} names={timeline.names} recordId={recordId} />
                {entry.mayEdit || entry.mayDelete ? (
                  <OwnTools entry={entry} onEdit={() => setEditing(entry)} />
                ) : null}
              </>
            ),
            body: <EntryBody entry={entry} names={timeline.names} recordId={recordId} />,
          }))}
        />
      )}
      {editing?.activity ? (
        <EditRecordDialog
          definition={activityObject}
          update={updateActivity}
          row={editing.activity}
          title={w('edit')}
          keys={['content', 'result', 'durationSeconds']}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </>
  );
}

/** Today and yesterday by name, what is older by month. */
function groupOf(day: Day, today: Day, locale: 'zh' | 'en'): string {
  return daysBetween(day, today) <= 1 ? nearDayText(day, today, locale) : monthText(monthOf(day), locale);
}

function OwnTools({ entry, onEdit }: { readonly entry: TimelineEntry; readonly onEdit: () => void }) {
  const w = words.use();
  const toasts = useToasts();
  const remove = useAct(deleteActivity);
  return (
    <span className="yd-event-tools">
      {entry.mayEdit ? <IconButton icon={Pencil} size={12} label={w('edit')} onClick={onEdit} /> : null}
      <IconButton
        icon={Trash2}
        size={12}
        label={w('delete')}
        onClick={() =>
          void remove({ id: entry.id }).then((answer) => {
            if (!isProblem(answer)) toasts.show({ text: w('deletedOne') });
          })
        }
      />
    </span>
  );
}

/** The composer: kind of contact, what was said, when to speak again. */
function Logger({ object, recordId }: RecordTimelineProps) {
  const w = words.use();
  const log = useAct(logActivity, { quiet: true });
  const [next, setNext] = useState<NextChoice>(noNext);
  const [open, setOpen] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices the first touch; untouched the composer stays one line.
    <div onFocus={() => setOpen(true)}>
      <Composer
        placeholder={w('write')}
        draftKey={`${object}.${recordId}`}
        kinds={[
          { key: 'note', label: w('note'), icon: FileText },
          { key: 'call', label: w('call'), icon: Phone },
          { key: 'visit', label: w('visit'), icon: MapPin },
          { key: 'meeting', label: w('meeting'), icon: Users },
          { key: 'message', label: w('message'), icon: MessageSquare },
        ]}
        onSend={async (content, kind) => {
          const answer = await log({
            subjectObject: object,
            subjectId: recordId,
            kind: kind as ActivityKind,
            content,
            nextContactAt: next.at,
          });
          if (isProblem(answer)) return answer.errors[0]?.message ?? answer.message;
          setNext(noNext);
          return undefined;
        }}
      >
        {open ? <NextContact value={next} onChange={setNext} perLine={4} /> : null}
      </Composer>
    </div>
  );
}
