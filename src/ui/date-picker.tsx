import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { atTime, dayOf, timeOf } from '#kernel/values/day.ts';
import type { FieldInputProps, SharedProps } from './field-input-props.ts';
import { useUi } from './ui-context.ts';

/** Day or instant. Instants are shown and chosen in the organisation's zone, whatever the machine's zone is. */
export function DatePick({ field, value, onChange, shared }: FieldInputProps & SharedProps) {
  const { words, zone, locale } = useUi();
  const withTime = field.kind === 'datetime';
  const given = typeof value === 'string' && value ? value : null;
  const wall = given && withTime ? `${dayOf(new Date(given), zone)}T${timeOf(new Date(given), zone)}` : given;
  return (
    <DatePicker
      {...shared}
      className="yd-date"
      value={wall ? dayjs(wall) : null}
      showTime={withTime ? { format: 'HH:mm', minuteStep: 5 } : false}
      format={withTime ? 'YYYY-MM-DD HH:mm' : locale === 'zh' ? 'YYYY-MM-DD' : ['D MMM YYYY', 'YYYY-MM-DD']}
      placeholder={field.placeholder ?? words.chooseDate}
      minDate={field.min ? dayjs(field.min) : undefined}
      maxDate={field.max ? dayjs(field.max) : undefined}
      allowClear={!field.required}
      needConfirm={false}
      onChange={(next) => {
        if (!next) onChange(null);
        else if (withTime)
          onChange(atTime(next.format('YYYY-MM-DD'), next.format('HH:mm'), zone).toISOString());
        else onChange(next.format('YYYY-MM-DD'));
      }}
    />
  );
}
