import type { LeadAsking } from './lead-dialogs.tsx';
import { words } from './lead-words.ts';
import { useConversionVerbs } from './use-conversion-verbs.ts';

interface LeadVerbs {
  readonly id: string;
  readonly lead: Readonly<Record<string, unknown>>;
  readonly can: Readonly<
    Record<'edit' | 'release' | 'assign' | 'transfer' | 'bypass' | 'nurture' | 'undoConversion', boolean>
  >;
  readonly onAsk: (what: NonNullable<LeadAsking>) => void;
}

/** What stands under 更多 on a lead, as far as this person may do it now. */
export function useLeadVerbs({ id, lead, can, onAsk }: LeadVerbs) {
  const w = words.use();
  const conversion = useConversionVerbs(id);
  const item = (may: boolean, what: NonNullable<LeadAsking>, danger = false) =>
    may ? [{ key: what, label: w(what), danger, onClick: () => onAsk(what) }] : [];
  const press = (may: boolean, what: 'undoConversion' | 'endNurture', run: () => Promise<void>) =>
    may ? [{ key: what, label: w(what), danger: false, onClick: () => void run() }] : [];
  const nurtured = typeof lead.nurtureSince === 'string';
  return [
    ...item(can.edit, 'edit'),
    ...item(can.assign, 'assign'),
    ...item(can.nurture && !nurtured, 'nurture'),
    ...press(can.nurture && nurtured, 'endNurture', conversion.endNurture),
    ...item(can.release, 'release'),
    ...item(can.bypass, 'claimWithReason'),
    ...item(can.transfer, 'transfer'),
    ...press(can.undoConversion, 'undoConversion', conversion.undo),
    ...item(can.edit, 'invalidate', true),
  ];
}
