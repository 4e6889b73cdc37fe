import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { Ellipsis, PencilLine, Stamp } from 'lucide-react';
import { useState } from 'react';
import { useWhy } from '#identity/web/public.tsx';
import type { Output } from '#kernel/contract.ts';
import { useDeleteRows } from '#kernel/web/delete-rows.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { RefusalStrip } from '#ui/notice.tsx';
import { useToasts } from '#ui/toast.tsx';
import { bulkDeleteContracts, type getContract, restoreContract, submitContract } from '../../contract.ts';
import { contractObject } from '../../fields.ts';
import { AssignContractDialog } from './assign-contract-dialog.tsx';
import { words } from './contract-words.ts';
import { VoidContractDialog } from './void-contract-dialog.tsx';

type Answer = Output<typeof getContract>;

/** 提交审批 and 编辑 of a draft; a refusal stands beside the button with its reason. */
export function ContractVerbs({ answer }: { readonly answer: Answer }) {
  const w = words.use();
  const navigate = useNavigate();
  const toasts = useToasts();
  const submit = useAct(submitContract, { quiet: true });
  const [working, setWorking] = useState(false);
  const [refused, setRefused] = useState('');
  const { contract, may } = answer;
  const id = String(contract.id);
  async function send() {
    setWorking(true);
    const done = await submit({ id });
    setWorking(false);
    if (isProblem(done)) return setRefused(done.message);
    setRefused('');
    toasts.show({ text: w('submittedPlain', { number: done.number }) });
  }
  if (!may.submit && !may.edit) return null;
  return (
    <>
      {may.submit ? (
        <Button type="primary" icon={<Stamp size={14} />} loading={working} onClick={() => void send()}>
          {w('submit')}
        </Button>
      ) : null}
      {may.edit ? (
        <Button
          icon={<PencilLine size={14} />}
          onClick={() => void navigate({ to: `/contracts/${id}/edit` })}
        >
          {w('edit')}
        </Button>
      ) : null}
      {refused ? <RefusalStrip title={refused} /> : null}
    </>
  );
}

interface ContractMenuProps {
  readonly answer: Answer;
  readonly onGone: () => void;
}

/** What is done rarely: transfer, void, delete (with the way back). */
export function ContractMenu({ answer, onGone }: ContractMenuProps) {
  const w = words.use();
  const deleteRows = useDeleteRows(bulkDeleteContracts, restoreContract, (n) => w('deleted', { n }));
  const [asking, setAsking] = useState<'assign' | 'void' | null>(null);
  const { contract, may } = answer;
  const id = String(contract.id);
  const why = useWhy(contractObject, id);
  const close = () => setAsking(null);
  const remove = () => void deleteRows([id]).then((went) => went && onGone());
  const items = [
    ...(may.assign ? [{ key: 'assign', label: w('assign'), onClick: () => setAsking('assign') }] : []),
    ...(may.void ? [{ key: 'void', label: w('void'), danger: true, onClick: () => setAsking('void') }] : []),
    ...(may.delete ? [{ key: 'delete', label: w('delete'), danger: true, onClick: remove }] : []),
    why.item,
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<Ellipsis size={14} />} aria-label="…" />
      </Dropdown>
      {why.dialog}
      {asking === 'assign' ? <AssignContractDialog ids={[id]} onClose={close} onDone={close} /> : null}
      {asking === 'void' ? <VoidContractDialog id={id} onClose={close} /> : null}
    </>
  );
}
