import type { ReactNode } from 'react';
import { localePreference } from '#kernel/web/preferences.ts';
import { OpenPage } from '#ui/open-page.tsx';
import { LangSwitch } from '#ui/switches.tsx';
import { words } from './identity-words.ts';

interface OpenFrameProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly notice?: ReactNode;
  readonly below?: ReactNode;
  readonly children?: ReactNode;
}

/** Every page before signing in: brand, language, one form. */
export function OpenFrame(props: OpenFrameProps) {
  const w = words.use();
  const locale = localePreference.use();
  return (
    <OpenPage
      brand={w('brand')}
      tools={<LangSwitch locale={locale} onChange={localePreference.set} />}
      {...props}
    />
  );
}
