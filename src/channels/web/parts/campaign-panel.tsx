import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { encodeListSearch } from '#kernel/lists-filter-url.ts';
import { subtractMoney } from '#kernel/values/money.ts';
import { moneyText } from '#kernel/values/money-text.ts';
import { formFields } from '#kernel/web/catalogue.ts';
import { EditRecordDialog } from '#kernel/web/edit-record-dialog.tsx';
import { formValues } from '#kernel/web/form-values.ts';
import type { PanelPlace } from '#kernel/web/list-screen-props.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useDefinition, useMay, useSession } from '#kernel/web/session.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { FactList } from '#ui/fact-list.tsx';
import { FieldView } from '#ui/field-view.tsx';
import { RecordHead } from '#ui/record-head.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { useToasts } from '#ui/toast.tsx';
import { deleteCampaign, getCampaign, updateCampaign } from '../../contract.ts';
import { campaignObject } from '../../fields/campaign.ts';
import { words } from './channel-words.ts';

interface PanelProps {
  readonly id: string;
  readonly place: PanelPlace;
}

const shown = ['channel', 'status', 'startsOn', 'endsOn', 'budget', 'spent', 'code', 'note'];

/** A campaign beside the list: what it is, what it may cost and did, which leads carry its name. */
export function CampaignPanel({ id, place }: PanelProps) {
  const w = words.use();
  const { data, error, refetch } = useRead(getCampaign, { id }, { keep: true });
  return (
    <RecordPanel {...place} label={w('campaign')}>
      {error ? (
        <ErrorState what={w('campaign')} requestId={error.requestId} onRetry={() => void refetch()} />
      ) : data ? (
        <Campaign id={id} data={data} onGone={place.onClose} />
      ) : (
        <SkeletonLines />
      )}
    </RecordPanel>
  );
}

interface CampaignProps {
  readonly id: string;
  readonly data: {
    readonly campaign: Readonly<Record<string, unknown>>;
    readonly names: Readonly<Record<string, string>>;
    readonly also: readonly string[];
    readonly leads: number;
  };
  readonly onGone: () => void;
}

function Campaign({ id, data, onGone }: CampaignProps) {
  const w = words.use();
  const locale = localePreference.use();
  const navigate = useNavigate();
  const { definition, rights } = useDefinition(campaignObject);
  const { campaign, names, also, leads } = data;
  const values = formValues(definition, campaign);
  const f = encodeListSearch({
    condition: { combinator: 'and', rules: [{ field: 'campaignId', operator: '=', value: id }] },
  }).f;
  return (
    <RecordHead
      name={String(campaign.name)}
      line={w('namedBy', { n: leads, count: leads })}
      actions={<Actions id={id} campaign={campaign} onGone={onGone} />}
      notice={<OverBudget campaign={campaign} />}
    >
      <FactList
        facts={[
          ...formFields(definition, locale, shown, rights).map((field) => ({
            key: field.key,
            label: field.label,
            value: <FieldView field={field} value={values[field.key]} names={names} exact />,
          })),
          ...(also.length > 0 ? [{ key: 'also', label: w('also'), value: also.join('、') }] : []),
        ]}
      />
      <p>
        <button
          type="button"
          className="yd-plain yd-link"
          onClick={() => void navigate({ to: '/channels/leads', search: { view: 'all', f } as never })}
        >
          {w('seeLeads')}
        </button>{' '}
        <button
          type="button"
          className="yd-plain yd-link"
          onClick={() =>
            void navigate({ to: '/channels', search: { by: 'campaign', channel: campaign.channel } as never })
          }
        >
          {w('seeReturns')}
        </button>
      </p>
    </RecordHead>
  );
}

function Actions({
  id,
  campaign,
  onGone,
}: Pick<CampaignProps, 'id' | 'onGone'> & Pick<CampaignProps['data'], 'campaign'>) {
  const w = words.use();
  const may = useMay();
  const toasts = useToasts();
  const remove = useAct(deleteCampaign);
  const [editing, setEditing] = useState(false);
  if (!may('campaigns.update')) return null;
  return (
    <>
      <Button onClick={() => setEditing(true)}>{w('campaignEdit')}</Button>
      <Button
        onClick={async () => {
          if (isProblem(await remove({ id }))) return;
          toasts.show({ text: w('campaignDeleted', { name: String(campaign.name) }) });
          onGone();
        }}
      >
        {w('campaignDelete')}
      </Button>
      {editing ? (
        <EditRecordDialog
          definition={campaignObject}
          update={updateCampaign}
          row={campaign}
          title={String(campaign.name)}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </>
  );
}

function OverBudget({ campaign }: Pick<CampaignProps['data'], 'campaign'>) {
  const w = words.use();
  const { org } = useSession();
  const { budget, spent } = campaign as { budget: string | null; spent: string | null };
  if (!budget || !spent || Number(spent) <= Number(budget)) return null;
  return (
    <span className="yd-tone-bad">
      {w('overBudget', { amount: moneyText(subtractMoney(spent, budget), org.currency) })}
    </span>
  );
}
