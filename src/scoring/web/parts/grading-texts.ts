import type { Output } from '#kernel/contract.ts';
import { signedNumberText } from '#kernel/values/number-text.ts';
import { type Locale, localePreference } from '#kernel/web/preferences.ts';
import type { getGrading } from '../../contract.ts';
import { words } from './scoring-words.ts';

type Grading = Output<typeof getGrading>;

/** A reason with its points: 电话接通 2 次 +20. */
export function reasonText({ words: said, points }: Grading['reasons'][number], locale: Locale): string {
  return `${said[locale]} ${signedNumberText(points)}`;
}

/** Why the class is what it is: the rule, or who said so. */
export function useClassReason(grading: Grading | undefined): string {
  const w = words.use();
  const locale = localePreference.use();
  if (!grading) return '';
  const { rule, pinned, set } = grading;
  if (pinned) return set?.by ? w('byHandOf', { name: set.by }) : w('byHand');
  return rule ? w('byRuleN', { n: rule.place, rule: rule.words[locale] }) : w('noRule');
}

/** Which of the two made the number. */
export function useScoreMaker(grading: Grading | undefined): string {
  const w = words.use();
  if (!grading?.source) return w('notScored');
  return grading.source === 'rules' ? w('madeByRules') : w('madeByModel', { n: grading.trained?.leads ?? 0 });
}
