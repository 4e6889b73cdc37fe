import { Page } from '#ui/page.tsx';
import { SettingsColumn } from '#ui/side-menu.tsx';
import { words } from '../parts/identity-words.ts';
import { KeysSection } from '../parts/keys-section.tsx';
import { LookSection } from '../parts/look-section.tsx';
import { ProfileSection } from '../parts/profile-section.tsx';
import { SecuritySection } from '../parts/security-section.tsx';
import { SessionsSection } from '../parts/sessions-section.tsx';

/** Everything about one's own account on one page. */
export function Screen() {
  const w = words.use();
  return (
    <Page title={w('account')}>
      <SettingsColumn>
        <ProfileSection />
        <LookSection />
        <SecuritySection />
        <SessionsSection />
        <KeysSection />
      </SettingsColumn>
    </Page>
  );
}
