import { dayText } from '#kernel/values/date-text.ts';
import { dayOf } from '#kernel/values/day.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useSession } from '#kernel/web/session.ts';
import { useNow } from '#ui/use-now.ts';
import { words } from './cash-words.ts';

interface DueTextProps {
  readonly dueOn: string;
  readonly overdueDays: number;
}

/** `10月18日 到期，逾期 30 天`: late is red and says so in words. */
export function DueText({ dueOn, overdueDays }: DueTextProps) {
  const w = words.use();
  const locale = localePreference.use();
  const today = dayOf(useNow(), useSession().org.zone);
  return (
    <span>
      {w('due', { day: dayText(dueOn, today, locale) })}
      {overdueDays > 0 ? (
        <>
          {locale === 'zh' ? '，' : ', '}
          <span className="yd-tone-bad">{w('lateDays', { n: overdueDays })}</span>
        </>
      ) : null}
    </span>
  );
}
