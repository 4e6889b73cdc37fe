import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { Phone, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { telLink } from '#kernel/values/phone-text.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { RecordFacts } from '#kernel/web/record-facts.tsx';
import { useMay } from '#kernel/web/session.ts';
import { objectLink, type Panel, panelsOf } from '#kernel/web/slice.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { FigureFrame } from '#ui/figure-strip.tsx';
import { Grade } from '#ui/grade.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { MoneyFrame } from '#ui/money-strip.tsx';
import { Page } from '#ui/page.tsx';
import { Section } from '#ui/panel-section.tsx';
import { RecordColumns } from '#ui/record-columns.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { UiLink } from '#ui/ui-link.tsx';
import { getAccount } from '../../contract.ts';
import { accountObject } from '../../fields.ts';
import { AccountMenu } from '../parts/account-menu.tsx';
import { words } from '../parts/account-words.ts';
import { ContactLines } from '../parts/contact-lines.tsx';
import { CreateContactDialog } from '../parts/create-contact-dialog.tsx';
import { RecordTabs } from '../parts/record-tabs.tsx';

type Answer = Output<typeof getAccount>;

const facts = [
  'industry',
  'staffCount',
  'registeredCapital',
  'region',
  'address',
  'uscc',
  'phone',
  'website',
  'channel',
  'ownerId',
  'ownerSince',
  'nextContactAt',
  'note',
];

/** 客户 360: seven answers, the money strip, what the customer is, what happened, what is owed. */
export function Screen() {
  const w = words.use();
  const { id } = useParams({ strict: false }) as { id: string };
  const navigate = useNavigate();
  const { data, error, refetch } = useRead(getAccount, { id }, { keep: true });
  const crumbs = [{ label: w('title'), href: '/accounts' }];
  if (error)
    return (
      <Page title={w('title')} crumbs={crumbs}>
        <ErrorState what={w('title')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      </Page>
    );
  if (!data)
    return (
      <Page title={w('title')} crumbs={crumbs}>
        <SkeletonLines rows={8} />
      </Page>
    );
  const { account } = data;
  const grade = typeof account.grade === 'string' ? account.grade : '';
  return (
    <Page
      title={String(account.name)}
      crumbs={crumbs}
      scroll={false}
      flags={grade ? <Grade value={grade} /> : undefined}
      actions={<Actions answer={data} onGone={() => void navigate({ to: '/accounts' })} />}
      figures={<Strips account={account} />}
    >
      <RecordColumns
        names={{ left: w('facts'), middle: w('happened'), right: w('owed') }}
        left={<Who answer={data} />}
        middle={<RecordTabs key={id} definition={accountObject} record={account} names={data.names} />}
        right={<Parts place="side" account={account} />}
      />
    </Page>
  );
}

function usePanels(place: Panel['place']): readonly Panel[] {
  const may = useMay();
  return panelsOf('accounts', place).filter((panel) => may(panel.permission));
}

function Parts({ place, account }: { readonly place: Panel['place']; readonly account: Answer['account'] }) {
  return usePanels(place).map(({ key, Part }) => (
    <Part key={key} recordId={String(account.id)} record={account} />
  ));
}

function Strips({ account }: { readonly account: Answer['account'] }) {
  const w = words.use();
  const money = usePanels('money');
  const figures = usePanels('figures');
  return (
    <>
      {figures.length > 0 ? (
        <FigureFrame>
          <Parts place="figures" account={account} />
        </FigureFrame>
      ) : null}
      {money.length > 0 ? (
        <MoneyFrame scope={{ label: w('strip'), value: w('allYears') }}>
          <Parts place="money" account={account} />
        </MoneyFrame>
      ) : null}
    </>
  );
}

function Actions({ answer, onGone }: { readonly answer: Answer; readonly onGone: () => void }) {
  const w = words.use();
  const locale = localePreference.use();
  const may = useMay();
  const [dealing, setDealing] = useState(false);
  const { account } = answer;
  const phone = String(answer.contacts[0]?.phone ?? account.phone ?? '');
  const deal = objectLink('opportunities')?.create;
  const Create = deal?.Dialog;
  return (
    <>
      {telLink(phone) ? (
        <Button icon={<Phone size={14} />} href={telLink(phone)}>
          {w('call')}
        </Button>
      ) : null}
      {deal && may(deal.permission) ? (
        <Button type="primary" icon={<Plus size={14} />} onClick={() => setDealing(true)}>
          {deal.label[locale]}
        </Button>
      ) : null}
      <AccountMenu account={account} may={answer.may} onGone={onGone} />
      {Create && dealing ? (
        <Create onClose={() => setDealing(false)} initial={{ accountId: account.id }} />
      ) : null}
    </>
  );
}

/** Left column: facts and people. */
function Who({ answer }: { readonly answer: Answer }) {
  const w = words.use();
  const [adding, setAdding] = useState(false);
  const { account, contacts, names, may } = answer;
  return (
    <>
      <Section title={w('facts')}>
        <RecordFacts definition={accountObject} row={account} names={names} keys={facts} />
      </Section>
      <Section
        title={w('contacts')}
        note={`${contacts.length}${answer.moreContacts ? '+' : ''}`}
        aside={
          may.addContact ? (
            <IconButton icon={Plus} size={14} label={w('createContact')} onClick={() => setAdding(true)} />
          ) : undefined
        }
      >
        <ContactLines contacts={contacts} />
        {answer.moreContacts ? <UiLink href="/contacts">{w('moreContacts')}</UiLink> : null}
      </Section>
      {adding ? (
        <CreateContactDialog onClose={() => setAdding(false)} initial={{ accountId: account.id }} />
      ) : null}
    </>
  );
}
