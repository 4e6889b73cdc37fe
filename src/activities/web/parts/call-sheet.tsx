import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { type MaturityGrade, maturityGrades } from '#accounts/model.ts';
import type { Output } from '#kernel/contract.ts';
import { displayPhone } from '#kernel/values/phone-text.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { objectLink } from '#kernel/web/slice.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import type { FieldValue } from '#ui/field-spec.ts';
import { FormField } from '#ui/form-field.tsx';
import { RefusalStrip } from '#ui/notice.tsx';
import { Section } from '#ui/panel-section.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { Segments } from '#ui/segments.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { useToasts } from '#ui/toast.tsx';
import { useUi } from '#ui/ui-context.ts';
import { useNow } from '#ui/use-now.ts';
import { type getToday, logActivity } from '../../contract.ts';
import { resultChoices } from '../../fields.ts';
import { type ActivityResult, unreachedResults } from '../../model.ts';
import { contactRhythm } from '../../rules/next-contact.ts';
import { words } from './activity-words.ts';
import { type NextChoice, NextContact } from './next-contact.tsx';
import { tenInDays } from './ten-in-days.ts';
import { EntryBody, EntryTitle, iconOf } from './timeline-entry.tsx';
import { useTimeline } from './use-timeline.ts';

export type DueRow = Output<typeof getToday>['due'][number];

interface CallSheetProps {
  readonly row: DueRow;
  readonly next: DueRow | undefined;
  readonly onClose: () => void;
  readonly onNext: () => void;
}

const isGrade = (text: string | null): text is MaturityGrade =>
  maturityGrades.some((grade) => grade === text);

/** The days offered for a grade: its rhythm, and the longest it may wait. */
function daysFor(grade: string | null): number[] {
  const rhythm = isGrade(grade) ? contactRhythm[grade] : null;
  return rhythm ? [rhythm.usual, rhythm.most] : [1, 2];
}

function useSheet({ row, onClose, onNext }: CallSheetProps) {
  const w = words.use();
  const toasts = useToasts();
  const log = useAct(logActivity, { quiet: true });
  const { zone } = useUi();
  const now = useNow();
  const usual = daysFor(row.grade)[0] ?? 1;
  const [result, setResult] = useState<ActivityResult | null>(null);
  const [grade, setGrade] = useState(row.grade);
  const [content, setContent] = useState('');
  const [minutes, setMinutes] = useState<FieldValue>(null);
  const [plan, setPlan] = useState<NextChoice>({ key: String(usual), at: tenInDays(usual, now, zone) });
  const [problem, setProblem] = useState('');
  const regrade = (to: MaturityGrade) => {
    const days = daysFor(to)[0] ?? 1;
    setGrade(to);
    setPlan(to === 'D' ? { key: 'none', at: null } : { key: String(days), at: tenInDays(days, now, zone) });
  };
  async function save(goOn: boolean) {
    const answer = await log({
      subjectObject: row.object,
      subjectId: row.subjectId,
      kind: 'call',
      content: content.trim() || null,
      result,
      durationSeconds: typeof minutes === 'number' && minutes > 0 ? minutes * 60 : null,
      nextContactAt: plan.at,
      ...(isGrade(grade) && grade !== row.grade && row.accountId ? { grade } : {}),
    });
    if (isProblem(answer)) return setProblem(answer.errors[0]?.message ?? answer.message);
    toasts.show({ text: w('logged') });
    return goOn ? onNext() : onClose();
  }
  return {
    result,
    setResult,
    grade,
    regrade,
    content,
    setContent,
    minutes,
    setMinutes,
    plan,
    setPlan,
    problem,
    save,
  };
}

/** The call sheet in the order of speech: result, grade, content, next contact, then the next person. */
export function CallSheet(props: CallSheetProps) {
  const { row, next, onClose } = props;
  const w = words.use();
  const navigate = useNavigate();
  const sheet = useSheet(props);
  const link = objectLink(row.object);
  return (
    <RecordPanel
      title={row.contactName ?? row.name}
      width={396}
      onClose={onClose}
      pageHref={link?.path(row.subjectId)}
      label={row.name}
      footer={
        <>
          <span className="yd-text3 yd-ellipsis">
            {next ? w('nextOne', { name: next.name }) : w('lastOne')}
          </span>
          <Button onClick={() => void sheet.save(false)}>{w('save')}</Button>
          <Button type="primary" disabled={!next} onClick={() => void sheet.save(true)}>
            {w('saveNext')}
          </Button>
        </>
      }
    >
      <div className="yd-form-body">
        <p className="yd-text2">
          {row.name} {row.phone ? `· ${displayPhone(row.phone)}` : ''} {row.note ? `· ${row.note}` : ''}
        </p>
        {sheet.problem ? <RefusalStrip title={sheet.problem} /> : null}
        <SheetFields row={row} sheet={sheet} />
      </div>
      <div className="yd-panel-pad">
        <Recent row={row} onAll={() => link && void navigate({ to: link.path(row.subjectId) })} />
      </div>
    </RecordPanel>
  );
}

const unchanged = () => undefined;

function SheetFields({ row, sheet }: { readonly row: DueRow; readonly sheet: ReturnType<typeof useSheet> }) {
  const w = words.use();
  const rhythm = useRhythm(sheet.grade);
  return (
    <>
      <FormField
        field={{ key: 'result', kind: 'choice', label: w('result'), asButtons: true }}
        value={sheet.result}
        onChange={unchanged}
      >
        <ResultChoice value={sheet.result} onChange={sheet.setResult} />
      </FormField>
      {row.accountId ? <GradeField row={row} sheet={sheet} /> : null}
      <FormField
        field={{ key: 'content', kind: 'longText', label: w('content'), rows: 4 }}
        value={sheet.content}
        onChange={(value) => sheet.setContent(String(value ?? ''))}
      />
      <FormField
        field={{ key: 'minutes', kind: 'integer', label: w('talked'), unit: w('minutes'), min: '0' }}
        value={sheet.minutes}
        onChange={sheet.setMinutes}
      />
      <FormField
        field={{ key: 'next', kind: 'choice', label: w('nextContact'), aside: rhythm, asButtons: true }}
        value={sheet.plan.key}
        onChange={unchanged}
      >
        <NextContact value={sheet.plan} onChange={sheet.setPlan} days={daysFor(sheet.grade)} />
      </FormField>
    </>
  );
}

function GradeField({ row, sheet }: { readonly row: DueRow; readonly sheet: ReturnType<typeof useSheet> }) {
  const w = words.use();
  const aside = row.grade ? w('gradeNow', { grade: row.grade }) : undefined;
  return (
    <FormField
      field={{ key: 'grade', kind: 'choice', label: w('grade'), aside, asButtons: true }}
      value={sheet.grade}
      onChange={unchanged}
    >
      <Segments
        label={w('grade')}
        look="track"
        stretch
        value={sheet.grade ?? ''}
        onChange={sheet.regrade}
        choices={maturityGrades.map((key) => ({ key, label: key.replace('-', '−') }))}
      />
    </FormField>
  );
}

/** Five ways a talk ends; not reached asks further why. */
function ResultChoice({
  value,
  onChange,
}: {
  readonly value: ActivityResult | null;
  readonly onChange: (result: ActivityResult) => void;
}) {
  const w = words.use();
  const locale = localePreference.use();
  const choice = ({ key, label }: (typeof resultChoices)[number]) => ({ key, label: label[locale] });
  const isUnreached = (key: ActivityResult) => unreachedResults.includes(key);
  const unreached = value !== null && isUnreached(value);
  return (
    <>
      <Segments<ActivityResult | 'unreached'>
        label={w('result')}
        perLine={3}
        value={unreached ? 'unreached' : (value ?? '')}
        onChange={(key) => onChange(key === 'unreached' ? 'noAnswer' : key)}
        choices={[
          ...resultChoices.filter(({ key }) => !isUnreached(key)).map(choice),
          { key: 'unreached', label: w('unreached') },
        ]}
      />
      {unreached ? (
        <Segments
          label={w('unreached')}
          look="track"
          stretch
          value={value}
          onChange={onChange}
          choices={resultChoices.filter(({ key }) => isUnreached(key)).map(choice)}
        />
      ) : null}
    </>
  );
}

function useRhythm(grade: string | null): string | undefined {
  const w = words.use();
  const rhythm = isGrade(grade) ? contactRhythm[grade] : null;
  return rhythm ? w('rhythm', { grade: grade ?? '', usual: rhythm.usual, most: rhythm.most }) : undefined;
}

/** The last few things that happened, so that nobody calls unprepared. */
function Recent({ row, onAll }: { readonly row: DueRow; readonly onAll: () => void }) {
  const w = words.use();
  const timeline = useTimeline(row.object, row.subjectId);
  return (
    <Section
      title={w('recent')}
      aside={
        <button type="button" className="yd-plain yd-link" onClick={onAll}>
          {w('recentAll')}
        </button>
      }
    >
      <Timeline
        loading={timeline.loading}
        empty={<p className="yd-text3">{w('empty')}</p>}
        items={timeline.entries.slice(0, 4).map((entry) => ({
          id: entry.id,
          icon: iconOf(entry),
          at: entry.at,
          title: <EntryTitle entry={entry} names={timeline.names} recordId={row.subjectId} />,
          body: <EntryBody entry={entry} names={timeline.names} recordId={row.subjectId} />,
        }))}
      />
    </Section>
  );
}
