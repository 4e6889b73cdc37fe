import type { Lang } from './lang.ts';
import { NONE } from './number-text.ts';

const UNITS = [
  { seconds: 86_400, zh: '天', en: 'd', alone: '天' },
  { seconds: 3_600, zh: '时', en: 'h', alone: '小时' },
  { seconds: 60, zh: '分', en: 'm', alone: '分钟' },
  { seconds: 1, zh: '秒', en: 's', alone: '秒' },
] as const;

/**
 * How long something took or is still to go, in its two largest units: `4 分 12 秒`, `1 天 4 时`, `9 小时`,
 * in English `4m 12s`, `1d 4h`, `9h`. Whole seconds; negative and missing give a dash.
 */
export function durationText(seconds: number | null, lang: Lang): string {
  if (seconds === null || !(seconds >= 0)) return NONE;
  const first = UNITS.findIndex((unit) => seconds >= unit.seconds);
  const large = UNITS[first];
  if (!large) return lang === 'zh' ? '0 秒' : '0s';
  const count = Math.floor(seconds / large.seconds);
  const small = UNITS[first + 1];
  const rest = small ? Math.floor((seconds - count * large.seconds) / small.seconds) : 0;
  if (!small || rest === 0) return lang === 'zh' ? `${count} ${large.alone}` : `${count}${large.en}`;
  return lang === 'zh'
    ? `${count} ${large.zh} ${rest} ${small.zh}`
    : `${count}${large.en} ${rest}${small.en}`;
}

/** Time left until an instant, without seconds: `1 天 4 时`, `9 小时`, `12 分钟`; `不到 1 分钟` near the end, null when over. */
export function countdownText(until: Date, now: Date, lang: Lang): string | null {
  const seconds = Math.floor((until.getTime() - now.getTime()) / 1_000);
  if (seconds < 0) return null;
  if (seconds < 60) return lang === 'zh' ? '不到 1 分钟' : '<1m';
  const whole = seconds - (seconds % 60);
  // Close to a day the minutes do not matter: 9 小时 reads faster than 9 时 12 分.
  return durationText(whole >= 3 * 3_600 ? whole - (whole % 3_600) : whole, lang);
}

/** A running or finished call as on a phone: `1:46`, `1:02:09`. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
