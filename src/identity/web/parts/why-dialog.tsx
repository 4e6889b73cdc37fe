import type { Output } from '#kernel/contract.ts';
import type { ObjectDefinition } from '#kernel/fields.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useDefinition } from '#kernel/web/session.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Lines } from '#ui/lines.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { whyVisible } from '../../contract/me.ts';
import { words } from './identity-words.ts';

type Grant = Output<typeof whyVisible>['grants'][number];

export interface WhyDialogProps {
  readonly definition: ObjectDefinition;
  readonly id: string;
  readonly onClose: () => void;
}

/** "Why can I see this?": the role and scope that reach the owner, or the other reason; and what stays hidden. */
export function WhyDialog({ definition: base, id, onClose }: WhyDialogProps) {
  const w = words.use();
  const locale = localePreference.use();
  const { definition } = useDefinition(base);
  const { data, error, refetch } = useRead(whyVisible, { object: base.object, id });
  const sentence = ({ role, scope }: Grant) =>
    role && scope
      ? w('whyRole', { role: locale === 'zh' ? role.name : role.nameEn, scope: w(`scope_${scope}`) })
      : w('whyShared');
  const masked = (data?.maskedFields ?? []).map(
    (key) => definition.fields.find((field) => field.key === key)?.label[locale] ?? key,
  );
  return (
    <Dialog open padded title={w('why')} onClose={onClose}>
      {error ? (
        <ErrorState what={w('why')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data ? (
        <SkeletonLines rows={3} />
      ) : (
        <>
          <p className="yd-text2">{data.owner ? w('whyOwner', { name: data.owner.name }) : w('whyNobody')}</p>
          <Lines
            ruled
            lines={data.grants.map((grant, at) => ({
              key: `${at}`,
              title: sentence(grant),
              under: grant.through.length > 0 ? grant.through.join(' › ') : undefined,
            }))}
          />
          {data.hiddenFields > 0 ? (
            <p className="yd-text3">{w('whyHidden', { n: data.hiddenFields, count: data.hiddenFields })}</p>
          ) : null}
          {masked.length > 0 ? (
            <p className="yd-text3">
              {w('whyMasked', { fields: masked.join(locale === 'zh' ? '、' : ', ') })}
            </p>
          ) : null}
        </>
      )}
    </Dialog>
  );
}
