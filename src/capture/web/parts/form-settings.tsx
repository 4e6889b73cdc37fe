import type { ReactNode } from 'react';
import { channelChoices } from '#accounts/model.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { BuilderPair, BuilderPart } from '#ui/builder.tsx';
import type { FieldSpec, FieldValue } from '#ui/field-spec.ts';
import { FormField } from '#ui/form-field.tsx';
import { Section } from '#ui/panel-section.tsx';
import { ProblemLine } from '#ui/problem-line.tsx';
import { AskedFields } from './asked-fields.tsx';
import { words } from './capture-words.ts';
import type { Draft, Ground } from './form-draft.ts';

interface FormSettingsProps {
  readonly ground: Ground;
  readonly draft: Draft;
  readonly problems: Readonly<Record<string, string>>;
  readonly onDraft: (draft: Draft) => void;
}

/** Everything a form is made of, in four parts. */
export function FormSettings(props: FormSettingsProps) {
  const { ground, draft, problems, onDraft } = props;
  const w = words.use();
  const set = (key: string, value: FieldValue) =>
    onDraft({ ...draft, values: { ...draft.values, [key]: value } });
  const input = (field: FieldSpec) => (
    <FormField
      key={field.key}
      field={field}
      value={draft.values[field.key]}
      problem={problems[field.key]}
      onChange={(value) => set(field.key, value)}
    />
  );
  return (
    <>
      <BuilderPart>
        <Section title={w('basics')}>
          {input({
            key: 'name',
            kind: 'text',
            label: w('name'),
            required: true,
            maxLength: 80,
            hint: w('nameHint'),
          })}
          <PlaceInputs {...props} input={input} />
        </Section>
      </BuilderPart>
      <BuilderPart>
        <Section title={w('asked')}>
          {problems.fields ? <ProblemLine>{problems.fields}</ProblemLine> : null}
          <AskedFields
            ground={ground}
            fields={draft.fields}
            onChange={(fields) => onDraft({ ...draft, fields })}
          />
        </Section>
      </BuilderPart>
      <PageParts input={input} />
    </>
  );
}

type Input = { readonly input: (field: FieldSpec) => ReactNode };

/** The words of the page, and what limits the form. */
function PageParts({ input }: Input) {
  const w = words.use();
  const part = (
    key: 'title' | 'intro' | 'button' | 'thanks' | 'consent',
    kind: 'text' | 'longText',
    more = {},
  ) => (
    <BuilderPair>
      {input({ key: `${key}Zh`, kind, label: w(`${key}Zh`), rows: 2, ...more })}
      {input({ key: `${key}En`, kind, label: w(`${key}En`), rows: 2 })}
    </BuilderPair>
  );
  return (
    <>
      <BuilderPart>
        <Section title={w('page')}>
          {part('title', 'text')}
          {part('intro', 'longText')}
          {part('button', 'text')}
          {part('thanks', 'longText')}
          {part('consent', 'longText', { hint: w('consentHint') })}
        </Section>
      </BuilderPart>
      <BuilderPart>
        <Section title={w('limits')}>
          {input({ key: 'endsAt', kind: 'datetime', label: w('endsAt') })}
          {input({ key: 'redirectUrl', kind: 'url', label: w('redirect'), hint: w('redirectHint') })}
          {input({ key: 'origins', kind: 'longText', label: w('origins'), hint: w('originsHint'), rows: 3 })}
          {input({ key: 'oncePerDevice', kind: 'checkbox', label: w('once') })}
        </Section>
      </BuilderPart>
    </>
  );
}

/** Channel, campaign, and where the leads go. */
function PlaceInputs({ ground, draft, input }: Pick<FormSettingsProps, 'ground' | 'draft'> & Input) {
  const w = words.use();
  const locale = localePreference.use();
  const places = [
    { key: 'rules', label: w('placeRules') },
    { key: 'owner', label: w('placeOwner') },
    { key: 'pool', label: w('placePool') },
  ];
  const channels = channelChoices.map(({ key, label }) => ({ key, label: label[locale] }));
  const pools = ground.pools.map(({ id, name }) => ({ key: id, label: name }));
  return (
    <>
      <BuilderPair>
        {input({ key: 'channel', kind: 'choice', label: w('channel'), required: true, choices: channels })}
        {input({ key: 'campaign', kind: 'text', label: w('campaign'), maxLength: 120 })}
      </BuilderPair>
      {input({
        key: 'place',
        kind: 'choice',
        label: w('place'),
        required: true,
        choices: places,
        asButtons: true,
      })}
      {draft.values.place === 'owner'
        ? input({ key: 'ownerId', kind: 'user', label: w('owner'), required: true })
        : null}
      {draft.values.place === 'pool'
        ? input({ key: 'poolId', kind: 'choice', label: w('pool'), required: true, choices: pools })
        : null}
    </>
  );
}
