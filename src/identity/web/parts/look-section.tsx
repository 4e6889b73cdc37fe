import { localePreference, type ThemeChoice, themePreference } from '#kernel/web/preferences.ts';
import { useAct } from '#kernel/web/use-operation.ts';
import { FactList } from '#ui/fact-list.tsx';
import { Section } from '#ui/panel-section.tsx';
import { LangSwitch, ThemeSwitch } from '#ui/switches.tsx';
import { updateProfile } from '../../contract/account.ts';
import { words } from './identity-words.ts';

/** Language and look: at once on this screen, and kept for the next sign-in. */
export function LookSection() {
  const w = words.use();
  const locale = localePreference.use();
  const theme = themePreference.use();
  const keep = useAct(updateProfile);
  const chooseLocale = (next: 'zh' | 'en') => {
    localePreference.set(next);
    void keep({ locale: next === 'zh' ? 'zh-CN' : 'en' });
  };
  const chooseTheme = (next: ThemeChoice) => {
    themePreference.set(next);
    void keep({ theme: next });
  };
  return (
    <Section title={w('look')}>
      <FactList
        facts={[
          {
            key: 'locale',
            label: w('language'),
            value: <LangSwitch locale={locale} onChange={chooseLocale} />,
          },
          { key: 'theme', label: w('theme'), value: <ThemeSwitch theme={theme} onChange={chooseTheme} /> },
        ]}
      />
    </Section>
  );
}
