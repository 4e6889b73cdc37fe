import { Segments } from './segments.tsx';
import { type Locale, useUiWords } from './ui-context.ts';

interface LangSwitchProps {
  readonly locale: Locale;
  readonly onChange: (locale: Locale) => void;
}

/** Each language in its own name. */
export function LangSwitch({ locale, onChange }: LangSwitchProps) {
  const words = useUiWords();
  return (
    <Segments
      look="track"
      label={words.language}
      value={locale}
      onChange={onChange}
      choices={[
        { key: 'zh', label: '中文' },
        { key: 'en', label: 'English' },
      ]}
    />
  );
}

interface ThemeSwitchProps {
  readonly theme: 'light' | 'dark' | 'system';
  readonly onChange: (theme: 'light' | 'dark' | 'system') => void;
}

export function ThemeSwitch({ theme, onChange }: ThemeSwitchProps) {
  const words = useUiWords();
  const keys = ['light', 'dark', 'system'] as const;
  return (
    <Segments
      look="track"
      label={words.theme}
      value={theme}
      onChange={onChange}
      choices={keys.map((key) => ({ key, label: words[key] }))}
    />
  );
}
