import { Button } from 'antd';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { call, Problem } from '#kernel/web/api.ts';
import { Notice } from '#ui/notice.tsx';
import { useToasts } from '#ui/toast.tsx';
import { verifyAuditChain } from '../../contract.ts';
import { words } from './audit-words.ts';

type Report = Output<typeof verifyAuditChain>;

/** Asks the server to recompute the chain; it may take some seconds, so it happens only when asked for. */
export function useChainCheck() {
  const toasts = useToasts();
  const [report, setReport] = useState<Report | null>(null);
  const [working, setWorking] = useState(false);
  async function check(): Promise<void> {
    setWorking(true);
    try {
      setReport(await call(verifyAuditChain, {}));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      toasts.show({ text: error.message, refused: true });
    } finally {
      setWorking(false);
    }
  }
  return { report, working, check };
}

interface ChainCheckButtonProps {
  readonly working: boolean;
  readonly check: () => Promise<void>;
}

export function ChainCheckButton({ working, check }: ChainCheckButtonProps) {
  const w = words.use();
  return (
    <Button icon={<ShieldCheck size={14} aria-hidden />} disabled={working} onClick={() => void check()}>
      {working ? w('verifying') : w('verify')}
    </Button>
  );
}

/** What the check found: one sentence when all is well, the facts by name when not. */
export function ChainReport({ report }: { readonly report: Report | null }) {
  const w = words.use();
  if (!report) return null;
  if (report.intact)
    return (
      <Notice
        tone="ok"
        quiet
        action={<span className="yd-text3">{w('head', { hash: report.head.slice(0, 16) })}</span>}
      >
        {w('intact', { n: report.facts.toLocaleString('en') })}
      </Notice>
    );
  return (
    <Notice tone="bad" flush title={w('broken', { n: report.offenders.length })}>
      <ul>
        {report.offenders.map(({ id, why }) => (
          <li key={`${id}${why}`}>
            {why} ({id})
          </li>
        ))}
      </ul>
    </Notice>
  );
}
