import { useNavigate } from '@tanstack/react-router';
import { displayPhone } from '#kernel/values/phone-text.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { Avatar } from '#ui/avatar.tsx';
import { Lines } from '#ui/lines.tsx';
import { Tag } from '#ui/tag.tsx';
import { contactObject } from '../../fields.ts';
import { words } from './account-words.ts';

type Contact = Readonly<Record<string, unknown>>;

const roleField = contactObject.fields.find((field) => field.key === 'role');

/** The people at an account: who decides stands out. */
export function ContactLines({ contacts }: { readonly contacts: readonly Contact[] }) {
  const w = words.use();
  const locale = localePreference.use();
  const navigate = useNavigate();
  if (contacts.length === 0) return <p className="yd-text3">{w('noContacts')}</p>;
  return (
    <Lines
      lines={contacts.map((contact) => {
        const id = String(contact.id);
        const name = String(contact.name ?? '');
        const role = roleField && 'choices' in roleField ? roleField.choices : [];
        const choice = role.find((one) => one.key === contact.role);
        return {
          key: id,
          lead: <Avatar id={id} name={name} size={24} named />,
          title: name,
          under: [contact.title, displayPhone(String(contact.phone ?? ''))].filter(Boolean).join(' · '),
          value: choice ? (
            <Tag tone={choice.key === 'decider' ? 'accent' : 'neutral'}>{choice.label[locale]}</Tag>
          ) : contact.isPrimary ? (
            <Tag>{w('primary')}</Tag>
          ) : undefined,
          onOpen: () => void navigate({ to: `/contacts/${id}` }),
        };
      })}
    />
  );
}
