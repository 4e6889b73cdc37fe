import { Button, Checkbox, Input } from 'antd';
import { Plus, X } from 'lucide-react';
import { IconButton } from '#ui/icon-button.tsx';
import { RuleLine } from '#ui/rule-editor.tsx';
import { words } from './assignment-words.ts';
import type { Settings } from './use-save-settings.ts';

export type Hours = Settings['hours'];

interface HoursEditorProps {
  readonly hours: Hours;
  readonly onChange: (hours: Hours) => void;
}

const week = [1, 2, 3, 4, 5, 6, 7] as const;
const time = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** Whether hours can be saved: every span is a time before another. */
export function areHoursWhole({ spans }: Hours): boolean {
  return spans.every(({ from, to }) => time.test(from) && time.test(to) && from < to);
}

/** Days of the week, holidays, and the hours of a day. */
export function HoursEditor({ hours, onChange }: HoursEditorProps) {
  const w = words.use();
  const { days, holidays } = hours;
  return (
    <div className="yd-rules-lines">
      <RuleLine label={w('days')}>
        <Checkbox.Group
          options={week.map((value) => ({ value, label: w(`day${value}`) }))}
          value={[...days]}
          onChange={(chosen) => onChange({ ...hours, days: [...chosen].sort() })}
        />
      </RuleLine>
      <RuleLine label="">
        <Checkbox
          checked={holidays === 'CN'}
          onChange={(event) => onChange({ ...hours, holidays: event.target.checked ? 'CN' : 'none' })}
        >
          {w('holidays')}
        </Checkbox>
      </RuleLine>
      <Spans hours={hours} onChange={onChange} />
    </div>
  );
}

function Spans({ hours, onChange }: HoursEditorProps) {
  const w = words.use();
  const { spans } = hours;
  const put = (at: number, change: Partial<Hours['spans'][number]>) =>
    onChange({ ...hours, spans: spans.map((span, place) => (place === at ? { ...span, ...change } : span)) });
  return (
    <>
      {spans.map((span, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: spans have no name of their own
        <RuleLine key={at} label={at === 0 ? w('spans') : ''}>
          <Input
            aria-label={w('from')}
            maxLength={5}
            status={time.test(span.from) ? '' : 'error'}
            value={span.from}
            onChange={(event) => put(at, { from: event.target.value })}
          />
          <Input
            aria-label={w('to')}
            maxLength={5}
            status={time.test(span.to) && span.from < span.to ? '' : 'error'}
            value={span.to}
            onChange={(event) => put(at, { to: event.target.value })}
          />
          <IconButton
            icon={X}
            size={14}
            label={w('removeSpan')}
            onClick={() => onChange({ ...hours, spans: spans.filter((_, place) => place !== at) })}
          />
        </RuleLine>
      ))}
      <RuleLine label="">
        <Button
          size="small"
          icon={<Plus size={14} />}
          disabled={spans.length >= 6}
          onClick={() => onChange({ ...hours, spans: [...spans, { from: '09:00', to: '18:00' }] })}
        >
          {w('addSpan')}
        </Button>
      </RuleLine>
    </>
  );
}
