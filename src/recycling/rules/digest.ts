/** How many leads are about to go, the nearest first, as one sentence. */
export function digestSentence(near: readonly { readonly threshold: number; readonly leads: number }[]): {
  zh: string;
  en: string;
} {
  const all = near.reduce((sum, { leads }) => sum + leads, 0);
  const sorted = [...near].sort((one, other) => one.threshold - other.threshold);
  const zh = sorted.map(({ threshold, leads }) => `${threshold} 天内 ${leads} 条`).join('，');
  const en = sorted.map(({ threshold, leads }) => `${leads} within ${threshold} d`).join(', ');
  return { zh: `${all} 条线索即将回收：${zh}`, en: `${all} of your leads are about to go back: ${en}` };
}
