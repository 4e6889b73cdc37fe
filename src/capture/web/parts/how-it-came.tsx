import { channelChoices } from '#accounts/model.ts';
import type { Output } from '#kernel/contract.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import type { PanelProps } from '#kernel/web/slice.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { Code } from '#ui/builder.tsx';
import { TimeText } from '#ui/date-text.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { type Fact, FactList } from '#ui/fact-list.tsx';
import { Section } from '#ui/panel-section.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { howLeadCame } from '../../contract/submissions.ts';
import { words } from './capture-words.ts';

type Came = Output<typeof howLeadCame>;

function useWays() {
  const w = words.use();
  const locale = localePreference.use();
  const known: Readonly<Record<string, string>> = {
    manual: w('method_manual'),
    import: w('method_import'),
    api: w('method_api'),
    form: w('method_form'),
    webhook: w('method_webhook'),
    mail: w('method_mail'),
    call: w('method_call'),
    im: w('method_im'),
  };
  return {
    method: (key: string) => known[key] ?? key,
    channel: (key: string) => channelChoices.find((one) => one.key === key)?.label[locale] ?? key,
  };
}

/** How a lead came: channel, campaign and way in, every time it came, and the words it agreed to. */
export function HowItCame({ recordId }: PanelProps) {
  const w = words.use();
  const ways = useWays();
  const { data, error, refetch } = useRead(howLeadCame, { id: recordId });
  if (error)
    return (
      <ErrorState what={w('howCame')} requestId={error.requestId} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  if (!data) return <SkeletonLines rows={5} />;
  const facts: Fact[] = [
    { key: 'method', label: w('method'), value: ways.method(data.method) },
    { key: 'channel', label: w('channel'), value: ways.channel(data.channel) },
    ...(data.campaign ? [{ key: 'campaign', label: w('campaign'), value: data.campaign }] : []),
    { key: 'at', label: w('first'), value: <TimeText at={data.capturedAt} as="timeline" /> },
  ];
  return (
    <div className="yd-panel-pad">
      <FactList facts={facts} />
      {data.touches.map((touch, at) => (
        <Touch key={touch.id} touch={touch} turn={at + 1} />
      ))}
      {data.raw ? (
        <Section title={w('raw')}>
          <Code>{JSON.stringify(data.raw, null, 2)}</Code>
        </Section>
      ) : null}
    </div>
  );
}

function clickText(click: Readonly<Record<string, string>>): string {
  const { source, medium, campaign, term, referrer, landing } = click;
  return [source, medium, campaign, term, referrer, landing].filter(Boolean).join(' · ');
}

function Touch({ touch, turn }: { readonly touch: Came['touches'][number]; readonly turn: number }) {
  const w = words.use();
  const ways = useWays();
  const locale = localePreference.use();
  const first = clickText(touch.firstClick);
  const last = clickText(touch.lastClick);
  const facts: Fact[] = [
    {
      key: 'via',
      label: w('via'),
      value: touch.via ?? ways.method(touch.method),
      reason: ways.channel(touch.channel),
    },
    ...(touch.campaign ? [{ key: 'campaign', label: w('campaign'), value: touch.campaign }] : []),
    ...(last ? [{ key: 'last', label: w('last'), value: last }] : []),
    ...(first && first !== last ? [{ key: 'first', label: w('first'), value: first }] : []),
    ...(touch.consent
      ? [
          {
            key: 'consent',
            label: w('consentOf', { n: touch.consent.version }),
            value: touch.consent.text[locale] || touch.consent.text.zh,
          },
        ]
      : []),
  ];
  return (
    <Section title={w('touch', { n: turn })} aside={<TimeText at={touch.at} as="timeline" />}>
      <FactList facts={facts} />
    </Section>
  );
}
