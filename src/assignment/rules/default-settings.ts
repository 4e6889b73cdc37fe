import { defaultPolicyNames, officeHours, ownerKeys } from '../model.ts';
import type { AssignmentSettings } from './assignment-rule.ts';

/** What holds until an organisation sets its own: hot leads in five minutes, all others in two hours of working time. */
export function defaultSettings(locale: string): AssignmentSettings {
  const lang = locale.startsWith('zh') ? 'zh' : 'en';
  return {
    hours: officeHours,
    ownerKeys: [...ownerKeys],
    blacklist: [],
    fallbackPoolId: null,
    policies: [
      {
        name: defaultPolicyNames.hot[lang],
        condition: { combinator: 'and', rules: [{ field: 'class', operator: '=', value: 'A' }] },
        minutes: 5,
        clock: 'working',
        atLast: 'rule',
      },
      {
        name: defaultPolicyNames.normal[lang],
        condition: null,
        minutes: 120,
        clock: 'working',
        atLast: 'rule',
      },
    ],
  };
}
