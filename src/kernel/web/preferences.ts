import { useSyncExternalStore } from 'react';
import { stored } from './stored.ts';

export type Locale = 'zh' | 'en';
export type ThemeChoice = 'light' | 'dark' | 'system';

/** Language of the person looking; Chinese until he chooses another. */
export const localePreference = stored<Locale>('yd.locale', ['zh', 'en'], () => 'zh');

/** Light, dark, or whatever the machine says. */
export const themePreference = stored<ThemeChoice>('yd.theme', ['light', 'dark', 'system'], () => 'system');

/** Row height of every list. */
export const densityPreference = stored('yd.density', ['compact', 'normal', 'roomy'], () => 'normal');

function systemDark(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)');
}

/** The mode in force now: the choice, or the machine's wish. */
export function useMode(): 'light' | 'dark' {
  const choice = themePreference.use();
  const dark = useSyncExternalStore(
    (changed) => {
      const query = systemDark();
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => systemDark().matches,
  );
  if (choice === 'system') return dark ? 'dark' : 'light';
  return choice;
}
