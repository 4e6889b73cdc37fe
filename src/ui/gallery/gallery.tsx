import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { UiProvider } from '../ui-provider.tsx';
import { setNow } from '../use-now.ts';
import { BoardPage } from './board-page.tsx';
import { CashPage } from './cash-page.tsx';
import { CustomerPage } from './customer-page.tsx';
import { FormsPage } from './forms-page.tsx';
import { FunnelPage } from './funnel-page.tsx';
import { GalleryFrame } from './gallery-frame.tsx';
import { LeadsPage } from './leads-page.tsx';
import { people } from './people.ts';
import { StatesPage } from './states-page.tsx';
import { TodayPage } from './today-page.tsx';
import { WizardPage } from './wizard-page.tsx';

// The pictures are of one minute, so that they can be compared.
setNow(new Date('2026-11-17T13:45:00+08:00'));

const asked = new URLSearchParams(window.location.search);
const locale = asked.get('locale') === 'en' ? 'en' : 'zh';
const mode = asked.get('theme') === 'dark' ? 'dark' : 'light';
const page = asked.get('page') ?? 'leads';

const pages: Record<string, () => ReactNode> = {
  leads: () => <LeadsPage />,
  states: () => <StatesPage />,
  board: () => <BoardPage />,
  funnel: () => <FunnelPage />,
  customer: () => <CustomerPage />,
  today: () => <TodayPage />,
  cash: () => <CashPage />,
  forms: () => <FormsPage />,
  wizard: () => <WizardPage />,
};

async function lookup(_object: string, query: string) {
  return people.filter((person) => person.name.includes(query));
}
async function namesOf(_object: string, ids: readonly string[]) {
  return people.filter((person) => ids.includes(person.id));
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <UiProvider locale={locale} mode={mode} lookup={lookup} namesOf={namesOf} navigate={() => {}}>
        <GalleryFrame current={page}>{pages[page]?.()}</GalleryFrame>
      </UiProvider>
    </StrictMode>,
  );
