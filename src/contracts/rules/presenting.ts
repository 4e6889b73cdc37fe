import type { ApprovalFact } from '#approvals/model.ts';
import { readDecimal } from '#kernel/values/decimal.ts';
import { compareMoney, subtractMoney, sumMoney } from '#kernel/values/money.ts';
import { moneyText } from '#kernel/values/money-text.ts';
import { percentOf } from '#kernel/values/percent.ts';
import type { Contract, ContractLine, PlanLine } from '../model.ts';
import { listPrice } from './pricing.ts';

interface Said {
  readonly zh: string;
  readonly en: string;
}

export interface ForApproval {
  readonly contract: Pick<Contract, 'amount' | 'currency' | 'startsOn' | 'endsOn' | 'signedOn'>;
  readonly lines: readonly ContractLine[];
  readonly plan: readonly PlanLine[];
  readonly account: { readonly name: string; readonly contracts: number; readonly contracted: string };
}

/** What the approver needs to decide: why it came to him, as sentences, and five facts. */
export function presentForApproval(given: ForApproval): { reasons: Said[]; facts: ApprovalFact[] } {
  const discount = discountOf(given.lines);
  const reasons: Said[] = [
    { zh: '合同生效前由提交人的上级审批', en: 'A contract is approved by the leader before it counts' },
  ];
  const { currency } = given.contract;
  const off = moneyText(discount.off, currency);
  if (discount.off !== '0.00')
    reasons.push({
      zh: `折扣后比标价少 ${off}，最高一行减免 ${discount.deepest}%`,
      en: `${off} below list price, the deepest line ${discount.deepest} % off`,
    });
  const { account } = given;
  if (account.contracts === 0)
    reasons.push({ zh: '这是该客户的第一份合同', en: 'The first contract with this customer' });
  return {
    reasons,
    facts: [
      discountFact(discount, currency),
      linesFact(given.lines),
      paymentFact(given),
      termFact(given),
      accountFact(account, currency),
    ],
  };
}

interface Discount {
  readonly list: string;
  readonly off: string;
  readonly percent: string;
  readonly deepest: string;
}

function discountOf(lines: readonly ContractLine[]): Discount {
  const list = sumMoney(lines.map(listPrice));
  const off = subtractMoney(list, sumMoney(lines.map((line) => line.amount)));
  const deepest = lines.reduce((most, line) => {
    const here = readDecimal(line.discountPercent);
    return here?.greaterThan(most) ? here.toFixed() : most;
  }, '0');
  return { list, off, percent: off === '0.00' ? '0' : (percentOf(off, list, 1) ?? '0'), deepest };
}

function discountFact({ list, off, percent }: Discount, currency: string): ApprovalFact {
  const price = moneyText(list, currency);
  return {
    label: { zh: '折扣', en: 'Discount' },
    kind: 'percent',
    value: percent,
    note: { zh: `标价 ${price}`, en: `list price ${price}` },
    tone: compareMoney(off, '0.00') > 0 ? 'warn' : 'neutral',
  };
}

function linesFact(lines: readonly ContractLine[]): ApprovalFact {
  const first = lines[0];
  return {
    label: { zh: '明细', en: 'Lines' },
    kind: 'text',
    value: first
      ? `${first.product} × ${readDecimal(first.quantity)?.toFixed() ?? ''}${first.unit ?? ''}`
      : null,
    note: { zh: `共 ${lines.length} 行`, en: `${lines.length} in all` },
  };
}

function paymentFact({ contract, plan }: ForApproval): ApprovalFact {
  const shares = plan.map((line) => percentOf(line.amount, contract.amount, 0) ?? '0');
  const last =
    plan
      .map((line) => line.dueOn)
      .sort()
      .at(-1) ?? '';
  return {
    label: { zh: '付款', en: 'Payment' },
    kind: 'text',
    value: shares.join(' / '),
    note: { zh: `末期 ${last}`, en: `last due ${last}` },
  };
}

function termFact({ contract }: ForApproval): ApprovalFact {
  const { startsOn, endsOn, signedOn } = contract;
  return {
    label: { zh: '期限', en: 'Term' },
    kind: 'text',
    value: startsOn || endsOn ? `${startsOn ?? '…'} – ${endsOn ?? '…'}` : null,
    ...(signedOn ? { note: { zh: `签订 ${signedOn}`, en: `signed ${signedOn}` } } : {}),
  };
}

function accountFact(
  { name, contracts, contracted }: ForApproval['account'],
  currency: string,
): ApprovalFact {
  const sum = moneyText(contracted, currency);
  return {
    label: { zh: '客户', en: 'Account' },
    kind: 'text',
    value: name,
    note:
      contracts === 0
        ? { zh: '首次签约', en: 'first contract' }
        : { zh: `已签 ${contracts} 份，${sum}`, en: `${contracts} signed, ${sum}` },
  };
}
